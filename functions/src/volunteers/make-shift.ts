import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { numberOf } from '@gongyi/shared/kernel/number';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { ShiftView, makeShift as route } from '@gongyi/shared/volunteers/contract';
import { checkTimes } from '@gongyi/shared/volunteers/shift-rules';
import type { Shift, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import type { Team } from '@gongyi/shared/volunteers/team';
import { findPlaceWithPath, shortNameOf } from '../district/public';
import { makerOf } from '../people/public';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { UNBEGUN, findShift, findTeam, stepsAfter } from './record-store';
import { shiftBegins } from './shift-writes';
import { leads } from './standing';
import { viewShift } from './view-shift';

/** The team whose shifts somebody may call; what they may not looks like what is not there. */
export const teamToLead = async (teamId: string, { who, now }: Call): Promise<Team | Refusal> => {
  const team = await findTeam(teamId);
  if (team === undefined || !leads(team, who, now)) return refuse('not-found');
  return team.status === 'active' ? team : refuse('team-ended');
};

/** A place of the team's own district, by the name people call it. */
export const placeForTeam = async (team: Team, placeId: string): Promise<string | Refusal> => {
  const place = await findPlaceWithPath(placeId);
  const same = ancestorOf(placeId, 'district') === ancestorOf(team.communityId, 'district');
  return place !== undefined && same ? shortNameOf(place) : refuse('place-unknown');
};

/** Parts of a shift that come from its team. */
export const ofTeam = ({
  id,
  name,
  kind,
  communityId,
}: Team): Pick<Shift, 'teamId' | 'teamName' | 'kind' | 'communityId'> => ({
  teamId: id,
  teamName: name,
  kind,
  communityId,
});

const slotsOf = (slots: RouteInput<typeof route>['body']['slots']): ShiftSlot[] =>
  slots.map(({ startsAt, endsAt, roles }, index) => ({
    id: `s${String(index + 1)}`,
    startsAt,
    endsAt,
    roles: roles.map((role, place) => ({ ...role, id: `r${String(place + 1)}` })),
  }));

/** Calls a shift. The put itself is the idempotency: one shift, whatever is sent twice. */
export const makeShift = async (
  { params: { teamId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<ShiftView | Refusal> => {
  const { who, now, op, opHash } = call;
  const team = await teamToLead(teamId, call);
  if (isRefusal(team)) return team;
  const { slots: drafts, ...rest } = body;
  const slots = slotsOf(drafts);
  const [placeName, earlier] = await Promise.all([placeForTeam(team, body.placeId), findShift(op)]);
  if (isRefusal(placeName)) return placeName;
  const wrong = earlier === undefined ? checkTimes({ ...body, slots }, now) : undefined;
  if (wrong !== undefined) return wrong;
  const shift: Shift = {
    ...rest,
    ...ofTeam(team),
    ...UNBEGUN,
    id: op,
    number: numberOf(op, now),
    status: 'open',
    wordsCheck: 'pending',
    slots,
    placeName,
    madeAt: now,
    madeById: who.personId,
  };
  const maker = await makerOf('leader', team.communityId, call);
  const { done } = await writeTogether(shiftBegins(shift, { maker, op, opHash, now }));
  const stored = await findShift(op);
  if (stored === undefined) throw new Error('a shift was not written');
  if (!done && (await stepsAfter('shift', op))[0]?.opHash !== opHash) return refuse('key-reused');
  return viewShift(stored, call);
};
