import { Shift } from '@gongyi/shared/volunteers/shift';
import type { ShiftRow } from '@gongyi/shared/volunteers/contract';
import { Fill } from '@gongyi/shared/volunteers/contract';
import { shiftEnds, shiftStarts } from '@gongyi/shared/volunteers/shift-rules';
import * as z from 'zod/mini';
import { part, titleShown } from './shown';

/** What a row of a list needs of a shift, with how full it is. */
export const ListedShift = z.extend(
  z.pick(Shift, {
    id: true,
    number: true,
    status: true,
    title: true,
    wordsCheck: true,
    teamId: true,
    teamName: true,
    kind: true,
    communityId: true,
    placeId: true,
    placeName: true,
    point: true,
    slots: true,
    opensAt: true,
    closesAt: true,
  }),
  { fill: Fill, missing: z.int() },
);
export type ListedShift = z.output<typeof ListedShift>;

export const skillsOf = ({ slots }: Pick<Shift, 'slots'>) => [
  ...new Set(slots.flatMap(({ roles }) => roles.flatMap(({ skill }) => skill ?? []))),
];

export const shiftRow = (shift: ListedShift): ShiftRow => ({
  id: shift.id,
  number: shift.number,
  status: shift.status,
  title: titleShown(shift.title, shift.wordsCheck, false),
  teamId: shift.teamId,
  teamName: shift.teamName,
  kind: shift.kind,
  communityId: shift.communityId,
  placeId: shift.placeId,
  placeName: shift.placeName,
  ...part('point', shift.point),
  startsAt: shiftStarts(shift),
  endsAt: shiftEnds(shift),
  opensAt: shift.opensAt,
  closesAt: shift.closesAt,
  skills: skillsOf(shift),
  fill: shift.fill,
  missing: shift.missing,
});
