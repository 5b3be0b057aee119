import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { hideTopicComment as route } from '@gongyi/shared/council/contract';
import { commentHidden } from '@gongyi/shared/council/topic-effects';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { stepsAfter } from './record-store';
import { hiddenRevs } from './shown-steps';

/** What anybody may say of a topic, and so what may have to be hidden. */
const SAID: readonly string[] = ['commented', 'rated'];

/** Hides what somebody said, with the reason; the record keeps its fingerprint. */
export const hideTopicComment = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'hide-comment', topicId: params.topicId, rev: body.rev }, call, async (topic) => {
    const steps = await stepsAfter('topic', topic.id);
    const said = steps.some(
      ({ rev, kind, words }) => rev === body.hiddenRev && SAID.includes(kind) && words !== undefined,
    );
    if (!said || hiddenRevs(steps).has(body.hiddenRev)) return refuse('comment-unknown');
    return commentHidden(topic, body.hiddenRev, body.reason, call.now);
  });
