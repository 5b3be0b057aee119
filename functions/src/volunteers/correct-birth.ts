import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isoDate } from '@gongyi/shared/kernel/time';
import type { correctBirth as route } from '@gongyi/shared/volunteers/contract';
import { isMinor } from '@gongyi/shared/volunteers/volunteer';
import type { Call } from '../platform/router';
import { correctOnce } from './birth-store';
import { findVolunteer } from './volunteer-store';

/**
 * The community puts a month of birth right, never its own people's own: age floors and guardians lean on it. What
 * it was, why and by whom is kept beside it.
 */
export const correctBirth = async (
  { params: { volunteerId }, body: { bornOn, reason } }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const volunteer = await findVolunteer(volunteerId);
  if (volunteer === undefined) return refuse('not-found');
  if (!may(who, 'volunteer.correct', { placeId: volunteer.communityId }, now)) return refuse('not-found');
  if (volunteer.id === who.personId) return refuse('own-birth');
  const { bornOn: from, rev } = volunteer;
  const correction = { from, to: bornOn, reason, at: now, rev, byId: who.personId, opHash };
  const corrected = await correctOnce(volunteer, correction, op);
  if (corrected === 'reused') return refuse('key-reused');
  if (corrected === 'changed') return refuse('changed-meanwhile', { rev });
  return { volunteerId, bornOn, minor: isMinor(bornOn, isoDate(now)) };
};
