import type { TopicRow } from '@gongyi/shared/council/contract';
import { RulesInForce } from '@gongyi/shared/council/council-rules';
import { Topic } from '@gongyi/shared/council/topic';
import * as z from 'zod/mini';
import { titleShown } from './shown-steps';

/** What a row of a list needs of a topic. */
const Listed = z.pick(Topic, {
  id: true,
  number: true,
  rev: true,
  status: true,
  compoundId: true,
  compoundName: true,
  title: true,
  wordsCheck: true,
  proposerId: true,
  proposerName: true,
  proposedFor: true,
  proposedAt: true,
  since: true,
  screenBy: true,
  seconds: true,
  comments: true,
  tasks: true,
  sessionId: true,
});
export const ListedTopic = z.extend(Listed, { rules: z.pick(RulesInForce, { version: true }) });
export type ListedTopic = z.output<typeof ListedTopic>;

/** Title, words and spot are shown together: cleared, or to whose they are. */
export const seesWords = ({ wordsCheck }: Pick<Topic, 'wordsCheck'>, own: boolean): boolean =>
  wordsCheck === 'clear' || own;

export const topicRow = (topic: ListedTopic, own: boolean): TopicRow => {
  const { id, number, rev, status, compoundId, compoundName, title, wordsCheck, proposerName } = topic;
  const { proposedAt, since, screenBy, seconds, comments, tasks, sessionId, rules } = topic;
  return {
    id,
    number,
    rev,
    status,
    compoundId,
    compoundName,
    title: titleShown(title, wordsCheck, own),
    proposerName,
    proposedAt,
    since,
    ...(screenBy === undefined ? {} : { screenBy }),
    seconds,
    comments,
    tasks: {
      done: tasks.filter(({ doneAt }) => doneAt !== undefined).length,
      all: tasks.length,
      overdue: tasks.filter(({ doneAt, overdueSince }) => doneAt === undefined && overdueSince !== undefined).length,
    },
    ...(sessionId === undefined ? {} : { sessionId }),
    rulesVersion: rules.version,
  };
};
