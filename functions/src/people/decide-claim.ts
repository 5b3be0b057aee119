import type { Claim, decideClaim as route } from '@gongyi/shared/people/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { logAccess } from './access-store';
import { findBinding, movedBinding } from './binding-store';
import { claimJudge } from './claim-authority';
import { claimSeen } from './claim-seen';
import { closedClaim, findClaim } from './claim-store';

/** Verifies or refuses, once. The binding moves in the same transaction, and its change tells the person. */
export const decideClaim = async (
  { params: { compoundId, claimId }, body }: RouteInput<typeof route>,
  { who, now, op }: Call,
): Promise<Claim | Refusal> => {
  const judges = await claimJudge(who, compoundId, now);
  const claim = await findClaim(compoundId, claimId);
  const role = claim && judges?.(claim);
  if (claim === undefined || role === undefined) return refuse('not-found');
  const binding = await findBinding(claim.personId, claim.homeId);
  if (binding === undefined) return refuse('not-found');
  const { personId, homeName } = claim;
  await logAccess({ personId, at: now, id: op, role, what: 'home-claim', place: homeName });
  const state = body.verified ? 'verified' : 'refused';
  const decided = { state, decidedAt: now } as const;
  const reason = body.reason === undefined ? {} : { reason: body.reason };
  const since = body.verified ? { since: now } : {};
  const written = await writeTogether([
    ...closedClaim(claim, { ...decided, decidedBy: who.personId }, op),
    ...movedBinding({ ...binding, state: 'claimed' }, { ...decided, ...reason, ...since }, op),
  ]);
  const after = await findClaim(compoundId, claimId);
  if (!written.done && after?.lastOp !== op) return refuse('claim-closed');
  if (!written.done && after?.state !== state) return refuse('key-reused');
  return (after && (await claimSeen(after))) ?? refuse('not-found');
};
