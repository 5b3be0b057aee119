import { within } from '@gongyi/shared/district/place';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { inScope } from '@gongyi/shared/votes/electorate';
import { scrutineerProblem } from '@gongyi/shared/votes/scrutineer-rules';
import type { Scrutineer, Vote } from '@gongyi/shared/votes/vote';
import { homesByPhone } from '../district/public';
import { findPerson, namesOf } from '../people/public';
import { worksForCompany } from './company';

type Watched = Pick<Vote, 'compoundId' | 'scope' | 'matters'>;

const ownsHomeOf = async ({ compoundId, scope }: Watched, personId: string): Promise<boolean> => {
  const phoneHash = (await findPerson(personId))?.phoneHash;
  const homes = phoneHash === undefined ? [] : await homesByPhone(phoneHash);
  return homes.some((homeId) => within(homeId, compoundId) && inScope(scope, homeId));
};

/** Works for the compound's property company now, and owns no home on the roll that decides with the others. */
export const isHired = async (vote: Watched, personId: string, now: number): Promise<boolean> =>
  (await worksForCompany(vote.compoundId, personId, now)) && !(await ownsHomeOf(vote, personId));

/** The first of them that may not watch, and why. */
export const barredAmong = async (
  vote: Watched,
  scrutineers: readonly Scrutineer[],
  now: number,
): Promise<{ readonly name: string; readonly why: Refusal } | undefined> => {
  const found = await Promise.all(
    scrutineers.map(async (one) => ({
      name: one.name,
      why: scrutineerProblem(vote, { ...one, hired: await isHired(vote, one.personId, now) }),
    })),
  );
  return found.flatMap(({ name, why }) => (why === undefined ? [] : { name, why }))[0];
};

/**
 * Scrutineers stand in the notice by their names; who has none cannot watch a counting. Whoever stood there `before`
 * is looked at again when the notice goes out: one of them who may not watch any more keeps no other from being taken off.
 */
export const scrutineersOf = async (
  vote: Watched,
  ids: readonly string[],
  before: readonly Scrutineer[],
  now: number,
): Promise<Scrutineer[] | Refusal> => {
  const wanted = [...new Set(ids)];
  const names = await namesOf(wanted);
  if (wanted.some((id) => !names.has(id))) return refuse('person-unknown');
  const named = wanted.map((personId) => ({ personId, name: names.get(personId) ?? '' }));
  const fresh = named.filter(({ personId }) => !before.some((one) => one.personId === personId));
  return (await barredAmong(vote, fresh, now))?.why ?? named;
};
