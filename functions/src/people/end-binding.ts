import type { endBinding as route } from '@gongyi/shared/people/contract';
import { standingFor } from '@gongyi/shared/kernel/authority';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { findBinding, isOver, movedBinding } from './binding-store';
import type { Binding } from './binding-store';
import { closedClaim, findClaim } from './claim-store';

/** An owner ends tenancies and family bindings, not another owner's; community staff end any. */
const mayEnd = ({ personId, homeId, relation }: Binding, { who, now }: Call): boolean => {
  if (personId === who.personId) return true;
  const standing = standingFor(who, 'home.end-binding', { homeId, placeId: homeId }, now);
  return standing !== undefined && !(standing.role === 'owner' && relation === 'owner');
};

/** The writes that close the claim a binding waits for, if it waits for one. */
const withdrawal = async (binding: Binding, { who, now, op }: Call) => {
  if (binding.state !== 'claimed' || binding.claimId === undefined) return [];
  const claim = await findClaim(ancestorOf(binding.homeId, 'compound') ?? '', binding.claimId);
  const set = { state: 'ended', decidedBy: who.personId, decidedAt: now } as const;
  return claim === undefined ? [] : closedClaim(claim, set, op);
};

export const endBinding = async (
  { params: { homeId, personId } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const binding = await findBinding(personId, homeId);
  if (binding === undefined || !mayEnd(binding, call)) return refuse('not-found');
  if (binding.lastOp === call.op && binding.state === 'ended') return {};
  if (isOver(binding, call.now)) return refuse('binding-ended');
  const set = { state: 'ended', until: call.now } as const;
  const claim = await withdrawal(binding, call);
  const written = await writeTogether([...movedBinding(binding, set, call.op), ...claim]);
  if (written.done) return {};
  const after = await findBinding(personId, homeId);
  if (after?.lastOp === call.op) return {};
  return after !== undefined && isOver(after, call.now) ? refuse('binding-ended') : refuse('changed-meanwhile');
};
