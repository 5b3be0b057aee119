import type { claimHome as route } from '@gongyi/shared/people/contract';
import type { HomeBinding } from '@gongyi/shared/people/role';
import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import { findGridOf, findPlaceWithPath, matchOwnerHashes, ownerNameHash, shortNameOf } from '../district/public';
import type { RollMatch } from '../district/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { asSeen, findBinding, newBinding } from './binding-store';
import type { Binding } from './binding-store';
import { newClaim } from './claim-store';
import type { StoredClaim } from './claim-store';
import { findPerson, mustBeAlive } from './person-store';
import { rememberName } from './remember-name';

/** More than any household needs, too few to try a building's owners one by one. */
const MOST_A_DAY = 10;

type Input = RouteInput<typeof route>;

/** Why this claim cannot be made, before anything is looked up. */
const objection = ({ body }: Input, { who, now }: Call): Refusal | undefined => {
  const { homeId, relation, until } = body;
  if (!may(who, 'home.claim', { homeId }, now)) return refuse('not-found');
  if (placeKind(homeId) !== 'home') return refuse('place-unknown', { placeId: homeId });
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  return relation === 'tenant' && until !== undefined && until <= now ? refuse('until-not-future') : undefined;
};

/** The binding as it would be written, and how far it agrees with the roll. */
const bindingOf = async (
  { body: { homeId, relation, name, until } }: Input,
  { who: { personId }, now, op, opHash }: Call,
  phoneHash: string | undefined,
): Promise<{ readonly binding: Binding; readonly rollMatch: RollMatch } | Refusal> => {
  const [place, gridId] = await Promise.all([findPlaceWithPath(homeId), findGridOf(homeId)]);
  if (place === undefined) return refuse('place-unknown', { placeId: homeId });
  const nameHash = await ownerNameHash(name);
  const rollMatch = await matchOwnerHashes(homeId, { nameHash, phoneHash });
  const verified = relation === 'owner' && rollMatch === 'name-and-phone';
  const binding: Binding = {
    personId,
    name,
    nameHash,
    homeId,
    homeName: shortNameOf(place),
    relation,
    state: verified ? 'verified' : 'claimed',
    ...(gridId === undefined ? {} : { gridId }),
    since: now,
    ...(until === undefined || relation !== 'tenant' ? {} : { until }),
    ...(verified ? { decidedAt: now } : { claimId: op }),
    opHash,
  };
  return { binding, rollMatch };
};

const claimOf = (binding: Binding, rollMatch: RollMatch, { now, op, opHash }: Call): StoredClaim => ({
  id: op,
  compoundId: ancestorOf(binding.homeId, 'compound') ?? '',
  homeId: binding.homeId,
  homeName: binding.homeName,
  personId: binding.personId,
  ...(binding.gridId === undefined ? {} : { gridId: binding.gridId }),
  relation: binding.relation,
  state: 'claimed',
  rollMatch,
  claimedAt: now,
  opHash,
});

/** What stands instead: our own earlier write, also once staff have decided its claim, or another binding. */
const standingOf = async ({ personId, homeId }: Binding, { now, op, opHash }: Call): Promise<HomeBinding | Refusal> => {
  const standing = await findBinding(personId, homeId);
  if (standing === undefined) return refuse('changed-meanwhile');
  if (standing.claimId !== op && standing.lastOp !== op) return refuse('already-bound');
  return standing.opHash === opHash ? asSeen(standing, now) : refuse('key-reused');
};

/**
 * An owner whose name and proven number the roll has for that home is verified by this very write; every
 * other claim waits for staff, who see how far it agrees with the roll.
 */
export const claimHome = async (input: Input, call: Call): Promise<HomeBinding | Refusal> => {
  const { who, now, op } = call;
  const spent =
    objection(input, call) ?? (await spendAttempt(who.personId, 'claim-home', MOST_A_DAY, DAY, now, tryOf(call)));
  if (spent) return spent;
  const person = await findPerson(who.personId);
  const made = await bindingOf(input, call, person?.phoneHash);
  if (isRefusal(made)) return made;
  const { binding, rollMatch } = made;
  const written = await writeTogether([
    ...newBinding(binding, now, op),
    ...(binding.state === 'verified' ? [] : newClaim(claimOf(binding, rollMatch, call))),
    mustBeAlive(who.personId),
  ]);
  if (!written.done) return standingOf(binding, call);
  if (person?.name === undefined) await rememberName(who.personId, binding.name, op);
  return asSeen(binding, now);
};
