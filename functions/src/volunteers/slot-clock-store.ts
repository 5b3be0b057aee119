import { REMINDERS } from '@gongyi/shared/volunteers/sign-up-rules';
import type { ReminderStage } from '@gongyi/shared/volunteers/sign-up-rules';
import { clockCloses } from '@gongyi/shared/volunteers/attendance-rules';
import type { Shift, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import * as z from 'zod/mini';
import { changeOnce, getItem, putNew, updateOf } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';

/** What the clock does for a slot: two reminders, then its end. One item a slot, due at its next stage. */
export const SLOT_DUE = 'shift-slot';

const SlotClock = z.object({
  shiftId: z.string(),
  slotId: z.string(),
  stage: z.enum(['day', 'hours', 'close', 'done']),
  /** The reminder that was given last, and when. */
  fired: z.optional(z.enum(['day', 'hours'])),
  firedAt: z.optional(z.int()),
});
export type SlotClock = z.output<typeof SlotClock>;

export const slotClockOf = (item: Item): SlotClock => z.parse(SlotClock, item);
export const isSlotClockKey = (pk: string, sk: string): boolean =>
  pk.startsWith(PREFIX.shift) && sk.startsWith('CLOCK#');

type Slot = Pick<ShiftSlot, 'id' | 'startsAt' | 'endsAt'>;

/** The next stage of a slot at `now`, after those that are behind it. */
export const nextStage = (slot: Slot, now: number): { stage: Exclude<ReminderStage, 'done'>; at: number } => {
  const reminder = REMINDERS.find(({ before }) => slot.startsAt - before > now);
  return reminder === undefined
    ? { stage: 'close', at: clockCloses(slot) }
    : { stage: reminder.stage, at: slot.startsAt - reminder.before };
};

const dueOf = (shiftId: string, slot: Slot, at: number) => keys.due(SLOT_DUE, at, `${shiftId}.${slot.id}`);

export const newSlotClocks = ({ id: shiftId, slots }: Pick<Shift, 'id' | 'slots'>, now: number): TransactItem[] =>
  slots.map((slot) => {
    const { stage, at } = nextStage(slot, now);
    return putNew({
      ...keys.slotClock(shiftId, slot.id),
      shiftId,
      slotId: slot.id,
      stage,
      ...dueOf(shiftId, slot, at),
    });
  });

export const movedSlotClock = (shiftId: string, slot: Slot, now: number, op: string): TransactItem => {
  const { stage, at } = nextStage(slot, now);
  return updateOf({
    key: keys.slotClock(shiftId, slot.id),
    set: { stage, fired: undefined, firedAt: undefined, ...dueOf(shiftId, slot, at) },
    when: 'attribute_exists(pk)',
    op,
  });
};

export const stoppedSlotClock = (shiftId: string, slotId: string, op: string): TransactItem =>
  updateOf({
    key: keys.slotClock(shiftId, slotId),
    set: { stage: 'done', duePk: undefined, dueSk: undefined },
    when: 'attribute_exists(pk)',
    op,
  });

export const findSlotClock = async (shiftId: string, slotId: string): Promise<SlotClock | undefined> => {
  const item = await getItem(keys.slotClock(shiftId, slotId), { consistent: true });
  return item && slotClockOf(item);
};

/** Gives a reminder once, and comes due again at the next stage; false if somebody was faster. */
export const fireReminder = async (
  { shiftId, slotId, stage }: SlotClock,
  slot: Slot,
  dueSk: string,
  now: number,
): Promise<boolean> => {
  const next = nextStage(slot, now);
  const { done } = await changeOnce({
    key: keys.slotClock(shiftId, slotId),
    set: { stage: next.stage, fired: stage, firedAt: now, ...dueOf(shiftId, slot, next.at) },
    when: 'dueSk = :dueSk AND #stage = :stage',
    names: { '#stage': 'stage' },
    values: { ':dueSk': dueSk, ':stage': stage },
    op: `${stage}.${String(now)}`,
  });
  return done;
};

export const closeSlotClock = async ({ shiftId, slotId }: SlotClock, dueSk: string): Promise<void> => {
  await changeOnce({
    key: keys.slotClock(shiftId, slotId),
    set: { stage: 'done', duePk: undefined, dueSk: undefined },
    when: 'dueSk = :dueSk',
    values: { ':dueSk': dueSk },
    op: 'closed',
  });
};
