import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { mergeTopic as route } from '@gongyi/shared/council/contract';
import { merged } from '@gongyi/shared/council/topic-effects';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { findTopic, topicWrites } from './record-store';

/** Screened: into another of the compound, both in one transaction. */
export const mergeTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'merge', topicId: params.topicId, rev: body.rev }, call, async (topic, doing) => {
    const into = await findTopic(body.intoId);
    if (into === undefined) return refuse('topic-unknown');
    const both = merged(topic, into, body.reason, call.now);
    return isRefusal(both) ? both : { ...both.gone, also: topicWrites(into, both.kept, doing) };
  });
