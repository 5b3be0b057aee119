import { speaksAs } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import type { Task } from '@gongyi/shared/council/topic';
import type { Party } from '@gongyi/shared/district/organisation';
import { listedPage } from '../platform/list-rows';
import { topicsList } from './council-lists';
import { ListedTopic } from './topic-row';

/** More than a compound ever has resolved and not yet done. */
const MOST_TOPICS = 100;

interface InHand {
  readonly open: number;
  readonly overdue: number;
}

/** What a party has still to do in a compound, by its topics; a body that holds two seats does the tasks of both. */
export const tasksInHand = async (
  compoundId: string,
  seats: readonly Seat[],
  now: number,
): Promise<(party: Party) => InHand> => {
  const list = { list: topicsList('resolved'), ownerId: compoundId, limit: MOST_TOPICS };
  const { rows } = await listedPage(ListedTopic, { ...list, newestFirst: true });
  const waiting: Task[] = rows
    .filter(({ status }) => status === 'carrying-out')
    .flatMap(({ tasks }) => tasks.filter(({ doneAt }) => doneAt === undefined));
  return (party) => {
    const own = waiting.filter((task) => speaksAs(seats, task.party) === speaksAs(seats, party));
    return { open: own.length, overdue: own.filter(({ dueAt }) => dueAt <= now).length };
  };
};
