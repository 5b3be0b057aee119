import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { hideTopicComment as route } from '@gongyi/shared/council/contract';
import { commentHidden } from '@gongyi/shared/council/topic-effects';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { findStep, hideStep } from './record-store';

/** What anybody may say of a topic, and so what may have to be hidden. */
const SAID: readonly string[] = ['commented', 'rated'];

/** Hides what somebody said, with the reason; the record keeps its fingerprint. */
export const hideTopicComment = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'hide-comment', topicId: params.topicId, rev: body.rev }, call, async (topic) => {
    const said = await findStep('topic', topic.id, body.hiddenRev);
    if (said?.words === undefined || !SAID.includes(said.kind) || said.hidden === true)
      return refuse('comment-unknown');
    const effect = commentHidden(topic, body.hiddenRev, body.reason, call.now);
    return isRefusal(effect) ? effect : { ...effect, also: [hideStep(topic.id, body.hiddenRev, call.op)] };
  });
