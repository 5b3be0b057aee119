import type { AgendaItem, CouncilSession } from '@gongyi/shared/council/session';
import type { SessionEffect } from '@gongyi/shared/council/session-effects';
import type { TopicEffect } from '@gongyi/shared/council/topic-effects';
import type { Topic } from '@gongyi/shared/council/topic';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findTopic, topicWrites } from './record-store';
import type { Doing } from '../platform/record-steps';
import type { WithTopics } from './make-session-move';

export const agreedItems = ({ agenda }: CouncilSession): AgendaItem[] =>
  agenda.filter(({ state }) => state === 'agreed');

/** The effect on the session together with what it does to these of its topics, as they stand now. */
export const withTopics = async (
  effect: SessionEffect | Refusal,
  topicIds: readonly string[],
  change: (topic: Topic) => TopicEffect | Refusal,
  doing: Doing,
): Promise<WithTopics | Refusal> => {
  if (isRefusal(effect)) return effect;
  const topics = await Promise.all(topicIds.map((id) => findTopic(id)));
  const also: WithTopics['also'][number][] = [];
  for (const topic of topics) {
    const changed = topic === undefined ? refuse('topic-unknown') : change(topic);
    if (topic === undefined || isRefusal(changed)) return isRefusal(changed) ? changed : refuse('topic-unknown');
    also.push(...topicWrites(topic, changed, doing));
  }
  return { effect, also };
};
