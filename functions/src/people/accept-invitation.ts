import type { acceptInvitation as route } from '@gongyi/shared/people/contract';
import type { HomeBinding } from '@gongyi/shared/people/role';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { asSeen, findBinding, newBinding } from './binding-store';
import type { Binding } from './binding-store';
import { findInvitation, stillOwner, usedInvitation } from './invitation-store';
import { mustBeAlive } from './person-store';
import { rememberName } from './remember-name';

/** Tries a person has in an hour; a code has sixty bits. */
const MOST_AN_HOUR = 10;

/** Joins the home and uses the code up in one transaction, while who invited still owns the home. */
export const acceptInvitation = async (
  { body: { code, name } }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<HomeBinding | Refusal> => {
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const spent = await spendAttempt(who.personId, 'accept-invitation', MOST_AN_HOUR, HOUR, now, tryOf({ op, opHash }));
  if (spent) return spent;
  const invitation = await findInvitation(code);
  if (invitation === undefined) return refuse('invite-expired');
  const { homeId, homeName, relation, gridId, until } = invitation;
  const { personId } = who;
  const binding: Binding = {
    personId,
    name,
    homeId,
    homeName,
    relation,
    state: 'verified',
    ...(gridId === undefined ? {} : { gridId }),
    since: now,
    ...(until === undefined ? {} : { until }),
    decidedAt: now,
    opHash,
  };
  const writes = [usedInvitation(code, personId, now, op), stillOwner(invitation)];
  const written = await writeTogether([...writes, ...newBinding(binding, now, op), mustBeAlive(personId)]);
  if (written.done) await rememberName(personId, name, op);
  if (written.done) return asSeen(binding, now);
  const standing = await findBinding(personId, homeId);
  if (standing?.lastOp === op) return standing.opHash === opHash ? asSeen(standing, now) : refuse('key-reused');
  // Used, expired, or its owner has left: the code is over whatever the reason.
  return (written.failed[0] ?? written.failed[1]) ? refuse('invite-expired') : refuse('already-bound');
};
