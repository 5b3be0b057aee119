import { TOPIC_EVENT_KINDS } from '@gongyi/shared/council/topic';
import type { Topic } from '@gongyi/shared/council/topic';
import * as z from 'zod/mini';
import type { Change, Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { tell } from './tell';
import { findTopic, peopleOf } from './topic-recipients';
import { TOPIC_TELLINGS, topicPush } from './topic-tellings';
import type { TopicTelling } from './topic-tellings';

/** What notices need of a step of the record. */
const Step = z.object({
  rev: z.int(),
  kind: z.enum(TOPIC_EVENT_KINDS),
  at: z.int(),
  byId: z.optional(z.string()),
  facts: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
});
type Step = z.output<typeof Step>;

const opens = ({ notice }: TopicTelling, { id, sessionId }: Topic) =>
  notice === true && sessionId !== undefined
    ? {
        subject: { kind: 'public-notice', id: sessionId } as const,
        page: `council/pages/notice/index?sessionId=${sessionId}`,
      }
    : { subject: { kind: 'topic', id } as const, page: `council/pages/topic/index?topicId=${id}` };

const tellOne = async (telling: TopicTelling, topic: Topic, step: Step, told: Set<string>, now: number) => {
  const { facts, at, rev, kind: happened } = step;
  const taskId = typeof facts['taskId'] === 'string' ? facts['taskId'] : undefined;
  const personIds = (await peopleOf(telling.to, topic, taskId, now)).filter((id) => !told.has(id));
  personIds.forEach((id) => told.add(id));
  const { kind, title, phrase } = telling;
  const { subject, page } = opens(telling, topic);
  await tell(
    {
      personIds,
      causeId: `${topic.id}.${String(rev)}.${happened}`,
      kind,
      title,
      words: telling.words(topic, facts),
      subject,
      push: phrase === undefined ? undefined : topicPush(phrase, topic, page, at),
    },
    now,
  );
};

/** Nobody hears twice of one step, nor of what they did themselves. */
const onStep = async ({ pk, new: item }: Change, now: number): Promise<void> => {
  const step = z.safeParse(Step, item);
  if (!step.success || TOPIC_TELLINGS[step.data.kind].length === 0) return;
  const topic = await findTopic(pk.slice(PREFIX.topic.length));
  if (topic === undefined) return;
  const told = new Set([step.data.byId ?? '']);
  const tellings = TOPIC_TELLINGS[step.data.kind].filter(({ when }) => when?.(step.data.facts) ?? true);
  for (const telling of tellings) await tellOne(telling, topic, step.data, told, now);
};

/** A step was added to the record of a topic. */
export const onTopic: Reaction = {
  name: 'notices/on-topic',
  async on(change) {
    if (!change.pk.startsWith(PREFIX.topic) || !change.sk.startsWith('EV#') || change.old !== undefined) return;
    await onStep(change, Date.now());
  },
};
