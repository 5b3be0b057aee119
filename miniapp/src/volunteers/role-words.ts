import type { SlotView } from '@gongyi/shared/volunteers/contract-view';
import { SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import { spanWords } from '../ui';
import { SHIFT } from './copy';

type Role = SlotView['roles'][number];

/** 要会急救 · 满 16 岁; empty when anybody may come. */
export const floorWords = ({ skill, ageFloor }: Pick<Role, 'skill' | 'ageFloor'>): string =>
  [
    ...(skill === undefined ? [] : [SHIFT.needs(SKILL_NAMES[skill])]),
    ...(ageFloor === undefined ? [] : [SHIFT.floor(ageFloor)]),
  ].join(' · ');

export const placesWords = ({ fill }: Pick<Role, 'fill'>): string => {
  if (fill.held < fill.places) return SHIFT.roleMissing(fill.places - fill.held);
  return fill.waiting > 0 ? SHIFT.roleWaiting(fill.waiting) : SHIFT.roleFull;
};

/** 明天 09:00–11:00 · 扫雪 */
export const slotRoleWords = (
  slot: Pick<SlotView, 'startsAt' | 'endsAt'>,
  role: Pick<Role, 'name'>,
  now: number,
): string => `${spanWords(slot.startsAt, slot.endsAt, now)} · ${role.name}`;
