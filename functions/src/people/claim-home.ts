import type { claimHome as route } from '@gongyi/shared/people/contract';
import type { HomeBinding } from '@gongyi/shared/people/role';
import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import { findGridOf, findPlaceWithPath, matchOwnerHashes, ownerNameHash, shortNameOf } from '../district/public';
import { spendAttempt } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { asSeen, findBinding, newBinding } from './binding-store';
import type { Binding } from './binding-store';
import { newClaim } from './claim-store';
import { findPerson, mustBeAlive } from './person-store';
import { rememberName } from './remember-name';

/** More than any household needs, too few to try a building's owners one by one. */
const MOST_A_DAY = 10;

/**
 * An owner whose name and proven number the roll has for that home is verified by this very write; every
 * other claim waits for staff, who see how far it agrees with the roll.
 */
export const claimHome = async (
  { body }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<HomeBinding | Refusal> => {
  const { homeId, relation, name } = body;
  if (!may(who, 'home.claim', { homeId }, now)) return refuse('not-found');
  const compoundId = ancestorOf(homeId, 'compound');
  if (placeKind(homeId) !== 'home' || compoundId === undefined) return refuse('place-unknown', { placeId: homeId });
  const person = await findPerson(who.personId);
  if (person === undefined || !who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const until = relation === 'tenant' ? body.until : undefined;
  if (until !== undefined && until <= now) return refuse('until-not-future');
  const spent = await spendAttempt(who.personId, 'claim-home', MOST_A_DAY, DAY, now);
  if (spent) return spent;
  const [place, gridId] = await Promise.all([findPlaceWithPath(homeId), findGridOf(homeId)]);
  if (place === undefined) return refuse('place-unknown', { placeId: homeId });
  const nameHash = await ownerNameHash(name);
  const rollMatch = await matchOwnerHashes(homeId, { nameHash, phoneHash: person.phoneHash });
  const verified = relation === 'owner' && rollMatch === 'name-and-phone';
  const { personId } = who;
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
    ...(until === undefined ? {} : { until }),
    ...(verified ? { decidedAt: now } : { claimId: op }),
    opHash,
  };
  const waiting = { id: op, homeId, homeName: binding.homeName, relation, state: 'claimed' as const, rollMatch };
  const about = { compoundId, personId, claimedAt: now, opHash, ...(gridId === undefined ? {} : { gridId }) };
  const written = await writeTogether([
    ...newBinding(binding, now, op),
    ...(verified ? [] : newClaim({ ...waiting, ...about })),
    mustBeAlive(personId),
  ]);
  if (written.done && person.name === undefined) await rememberName(personId, name, op);
  if (written.done) return asSeen(binding, now);
  const standing = await findBinding(personId, homeId);
  if (standing === undefined) return refuse('changed-meanwhile');
  // Our own earlier write, or the claim it made although staff have decided it since.
  if (standing.claimId === op || standing.lastOp === op)
    return standing.opHash === opHash ? asSeen(standing, now) : refuse('key-reused');
  return refuse('already-bound');
};
