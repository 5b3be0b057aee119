import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOLDS_TIME, daysOf } from '@gongyi/shared/volunteers/sign-up-rules';
import type { Shift, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import type { SignUp } from '@gongyi/shared/volunteers/sign-up';
import { writeTogether } from '../platform/table';
import { dayWrites, daysAround, signUpIn } from './day-store';
import { findSlot } from './enter-sign-up';
import { rosterOf } from './roster-store';
import { placedSignUp } from './sign-up-of';
import { moveSignUp } from './sign-up-store';

const TRIES = 20;

/**
 * Takes one sign-up along to its slot's new times, out of the old days and into the new ones together. The leader moved
 * it, not the volunteer: it stands although it may now overlap another, and may be given up freely.
 */
const carryOne = async (volunteerId: string, shift: Shift, slot: ShiftSlot, now: number): Promise<void> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const placed = await placedSignUp(volunteerId, shift, slot);
    if (placed === undefined || !HOLDS_TIME.includes(placed.signUp.state)) return;
    const { signUp, times } = placed;
    if (times.startsAt === slot.startsAt && times.endsAt === slot.endsAt) return;
    const next: SignUp = { ...signUp, startsAt: slot.startsAt, endsAt: slot.endsAt, moved: true, since: now };
    const target = daysOf(next);
    const [before, after] = await Promise.all([daysAround(volunteerId, times), daysAround(volunteerId, next)]);
    if (signUpIn(before, shift.id, slot.id) === undefined) continue;
    const left = before.filter(({ day }) => !target.includes(day));
    const op = `moved.${String(shift.rev)}`;
    const written = await writeTogether([
      ...dayWrites(left, shift.id, slot.id, undefined, op),
      ...dayWrites(after, shift.id, slot.id, next, op),
    ]);
    if (written.done) return;
    await sleep(Math.random() * 50);
  }
  throw new Error('a sign-up could not be taken along');
};

/** Everybody signed up goes along with a shift that was moved. Safe to run again. */
export const carrySignUps = async (shift: Shift, now: number): Promise<void> => {
  for (const { volunteerId, signUp } of await rosterOf(shift.id)) {
    const slot = findSlot(shift, signUp.slotId);
    if (slot !== undefined) await carryOne(volunteerId, shift, slot, now);
  }
};

/** Everybody signed up is freed of a shift that was cancelled. Safe to run again. */
export const callOffSignUps = async (shift: Shift, now: number): Promise<void> => {
  for (const { volunteerId, signUp } of await rosterOf(shift.id)) {
    const slot = findSlot(shift, signUp.slotId);
    const placed = slot && (await placedSignUp(volunteerId, shift, slot));
    if (placed === undefined || !HOLDS_TIME.includes(placed.signUp.state)) continue;
    const moved = await moveSignUp({
      volunteerId,
      shiftId: shift.id,
      slotId: signUp.slotId,
      ...placed.times,
      move: 'call-off',
      op: `call-off.${shift.id}`,
      now,
    });
    if (isRefusal(moved) && moved.refused === 'changed-meanwhile') throw new Error('a sign-up could not be freed');
  }
};
