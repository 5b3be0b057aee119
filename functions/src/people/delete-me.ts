import type { deleteMe as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { keys } from '../platform/table-shape';
import { remove, writeTogether } from '../platform/table';
import { clearPerson } from './clear-person';
import { findPerson, tombstone } from './person-store';
import { giveUp } from './phone-store';

const TRIES = 5;

/**
 * Deletes an account (PIPL art. 47). Everything else goes first and the profile last, with this very
 * session, so that a call cut short can be made again; the change to a tombstone tells other slices.
 */
export const deleteMe = async (
  _input: RouteInput<typeof route>,
  { who: { personId, sessionHash }, now, op }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  await clearPerson(personId, now, sessionHash);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const person = await findPerson(personId);
    if (person === undefined) return {};
    const written = await writeTogether([
      tombstone(person, now, op),
      remove(keys.session(personId, sessionHash)),
      ...(person.phoneHash === undefined ? [] : [giveUp(person.phoneHash, personId)]),
    ]);
    if (written.done) return {};
  }
  return refuse('changed-meanwhile');
};
