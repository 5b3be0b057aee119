import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { mergeTopic as route } from '@gongyi/shared/council/contract';
import type { Topic } from '@gongyi/shared/council/topic';
import { merged } from '@gongyi/shared/council/topic-effects';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { secondersOf } from './part-store';
import { findTopic, topicWrites } from './record-store';

/**
 * How many stand behind both, each once; never the proposer of the one that stays, who cannot second it. Read after
 * the two topics: a second given since changes one of them, and the write asks for both as they were read.
 */
const secondsOfBoth = async (topic: Topic, into: Topic): Promise<number> => {
  const seconders = await Promise.all([secondersOf(topic), secondersOf(into)]);
  const all = new Set(seconders.flatMap((some) => [...some]));
  all.delete(into.proposerId);
  return all.size;
};

/** Screened: into another of the compound, with its supporters, both in one transaction. */
export const mergeTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'merge', topicId: params.topicId, rev: body.rev }, call, async (topic, doing) => {
    const into = await findTopic(body.intoId);
    if (into === undefined) return refuse('topic-unknown');
    const seconds = await secondsOfBoth(topic, into);
    const both = merged(topic, { into, seconds, reason: body.reason }, call.now);
    return isRefusal(both) ? both : { ...both.gone, also: topicWrites(into, both.kept, doing) };
  });
