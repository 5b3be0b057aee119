import { Topic } from '@gongyi/shared/council/topic';
import type { Task } from '@gongyi/shared/council/topic';
import { PARTY_BODY_ROLES, officesOf, seatsOf } from '@gongyi/shared/council/seats';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { Role } from '@gongyi/shared/people/role';
import * as z from 'zod/mini';
import { organisationsServing } from '../district/public';
import { membersOf } from '../people/public';
import { getItem, queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { TopicAudience } from './topic-tellings';

/** The people whom a step of a topic concerns. */
export const findTopic = async (topicId: string): Promise<Topic | undefined> => {
  const topic = z.safeParse(Topic, await getItem(keys.topic(topicId), { consistent: true }));
  return topic.success ? topic.data : undefined;
};

const followersOf = async (topicId: string): Promise<string[]> => {
  const { pk, sk: prefix } = keys.topicFollower(topicId, '');
  return (await queryAll({ pk, prefix })).map((item) => String(item['sk']).slice(prefix.length));
};

const membersIn = async (scopeId: string | undefined, roles: readonly Role[], now: number): Promise<string[]> =>
  scopeId === undefined
    ? []
    : (await membersOf(scopeId, now)).filter(({ role }) => roles.includes(role)).map(({ personId }) => personId);

const together = async (asked: readonly Promise<string[]>[]): Promise<string[]> => (await Promise.all(asked)).flat();

/** Whoever acts for the parties of these, as the seats stand now. */
const partiesOf = async (compoundId: string, tasks: readonly Pick<Task, 'party'>[], now: number): Promise<string[]> => {
  if (tasks.length === 0) return [];
  const seats = seatsOf(await organisationsServing(compoundId));
  const parties = [...new Set(tasks.map(({ party }) => party))];
  const offices = parties.flatMap((party) => officesOf(seats, party, compoundId));
  return together(offices.map(({ scopeId, roles }) => membersIn(scopeId, roles, now)));
};

const streetOf = async (compoundId: string, now: number): Promise<string[]> => {
  const street = ancestorOf(compoundId, 'street');
  if (street === undefined) return [];
  const offices = (await organisationsServing(street)).filter(({ kind }) => kind === 'street-property-office');
  return together([
    membersIn(street, ['street-officer'], now),
    ...offices.map(({ id }) => membersIn(id, PARTY_BODY_ROLES, now)),
  ]);
};

export const peopleOf = async (
  audience: TopicAudience,
  topic: Topic,
  taskId: string | undefined,
  now: number,
): Promise<string[]> => {
  const { id, compoundId, tasks, mergedFrom, proposedFor } = topic;
  switch (audience) {
    case 'followers':
      return together([
        ...[id, ...mergedFrom].map(followersOf),
        partiesOf(compoundId, proposedFor === undefined ? [] : [{ party: proposedFor }], now),
      ]);
    case 'convener':
      return membersIn(ancestorOf(compoundId, 'community'), ['community-secretary'], now);
    case 'street':
      return streetOf(compoundId, now);
    case 'tasks':
      return partiesOf(compoundId, tasks, now);
    case 'task':
      return partiesOf(
        compoundId,
        tasks.filter(({ id: one }) => one === taskId),
        now,
      );
  }
};
