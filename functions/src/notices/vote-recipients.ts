import { Vote } from '@gongyi/shared/votes/vote';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { Role } from '@gongyi/shared/people/role';
import * as z from 'zod/mini';
import { membersOf, ownerIdsOf } from '../people/public';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { VoteAudience } from './vote-tellings';

/** A vote as notices read it, by its shared schema. */
export const findVoteToTell = async (voteId: string): Promise<Vote | undefined> => {
  const vote = z.safeParse(Vote, await getItem(keys.vote(voteId), { consistent: true }));
  return vote.success ? vote.data : undefined;
};

const membersWith = async (scopeId: string | undefined, roles: readonly Role[], now: number): Promise<string[]> =>
  scopeId === undefined
    ? []
    : (await membersOf(scopeId, now)).filter(({ role }) => roles.includes(role)).map(({ personId }) => personId);

const COMMITTEE: readonly Role[] = ['owners-committee-director', 'owners-committee-member'];
const COMMUNITY: readonly Role[] = ['community-worker', 'community-secretary'];

export const preparersOf = async (compoundId: string, now: number): Promise<string[]> =>
  (
    await Promise.all([
      membersWith(compoundId, COMMITTEE, now),
      membersWith(ancestorOf(compoundId, 'community'), COMMUNITY, now),
    ])
  ).flat();

/** Community and street: who looks after what is late. */
export const supervisorsOf = async (compoundId: string, now: number): Promise<string[]> =>
  (
    await Promise.all([
      membersWith(ancestorOf(compoundId, 'community'), COMMUNITY, now),
      membersWith(ancestorOf(compoundId, 'street'), ['street-officer'], now),
    ])
  ).flat();

const By = z.object({ byId: z.string() });
const byOf = async (key: ReturnType<typeof keys.vote>): Promise<string[]> => {
  const item = z.safeParse(By, await getItem(key, { consistent: true }));
  return item.success ? [item.data.byId] : [];
};

const textFact = (facts: Readonly<Record<string, unknown>>, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

/** The few people whom a step concerns; all owners are told by a job. */
export const peopleOfStep = async (
  to: Exclude<VoteAudience, 'owners'>,
  vote: Vote,
  facts: Readonly<Record<string, string | number | boolean>>,
  now: number,
): Promise<string[]> => {
  switch (to) {
    case 'home':
      return ownerIdsOf(textFact(facts, 'homeId'), now);
    case 'preparers':
      return preparersOf(vote.compoundId, now);
    case 'beginner':
      return [vote.startedBy];
    case 'objector':
      return byOf(keys.voteObjection(vote.id, textFact(facts, 'objectionId')));
    case 'nominator':
      return byOf(keys.voteNomination(vote.id, textFact(facts, 'nominationId')));
  }
};
