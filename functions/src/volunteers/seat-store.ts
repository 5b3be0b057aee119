import { seatFor } from '@gongyi/shared/volunteers/sign-up-rules';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import { Seats } from '@gongyi/shared/volunteers/sign-up';
import * as z from 'zod/mini';
import { TableName, getItem, putNew, queryAll } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * The places of each role of each slot: one small item that every sign-up and cancel writes, by a condition. No
 * more than `places` are ever held, and nobody is placed while others wait.
 */
export const seatsOf = (item: Item): Seats => z.parse(Seats, item);

export interface SeatId {
  readonly shiftId: string;
  readonly slotId: string;
  readonly roleId: string;
}
const seatKey = ({ shiftId, slotId, roleId }: SeatId) => keys.seats(shiftId, slotId, roleId);

export const findSeats = async (id: SeatId): Promise<Seats | undefined> => {
  const item = await getItem(seatKey(id), { consistent: true });
  return item && seatsOf(item);
};

/** All roles of a shift. */
export const seatsOfShift = async (shiftId: string): Promise<Seats[]> => {
  const { pk } = keys.shift(shiftId);
  return (await queryAll({ pk, prefix: 'SEATS#', consistent: true })).map(seatsOf);
};

export const newSeats = (shift: Pick<Shift, 'id' | 'slots' | 'opensAt' | 'closesAt'>): TransactItem[] =>
  shift.slots.flatMap((slot) =>
    slot.roles.map(({ id: roleId, places }) => {
      const { id: shiftId, opensAt, closesAt } = shift;
      const seats = { shiftId, slotId: slot.id, roleId, places, held: 0, waiting: 0, next: 1, opensAt, closesAt };
      return putNew({ ...keys.seats(shiftId, slot.id, roleId), ...seats, startsAt: slot.startsAt });
    }),
  );

const change = (id: SeatId, text: string, when: string, values: Readonly<Record<string, unknown>>): TransactItem => {
  const names = ['#held', '#waiting', '#next', '#places', '#closed', '#opensAt', '#closesAt', '#startsAt'];
  return {
    Update: {
      TableName: TableName(),
      Key: seatKey(id),
      UpdateExpression: text,
      ConditionExpression: when,
      ExpressionAttributeNames: Object.fromEntries(
        names.filter((name) => `${text} ${when}`.includes(name)).map((name) => [name, name.slice(1)]),
      ),
      ExpressionAttributeValues: values,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

const OPEN = 'attribute_not_exists(#closed) AND #closesAt > :now AND #opensAt <= :now';

interface Asking {
  readonly byStaff: boolean;
  readonly now: number;
}

/** Takes a place, or the next number of the waitlist: whichever `seen` allows, and only while it does. */
export const takeSeat = (
  seen: Seats,
  { byStaff, now }: Asking,
): { state: 'placed' | 'waiting'; write: TransactItem } => {
  const open = byStaff ? 'attribute_not_exists(#closed)' : OPEN;
  const when = byStaff ? {} : { ':now': now };
  if (seatFor(seen) === 'placed') {
    return {
      state: 'placed',
      write: change(seen, 'SET #held = #held + :one', `${open} AND #held < #places AND #waiting = :none`, {
        ...when,
        ':one': 1,
        ':none': 0,
      }),
    };
  }
  return {
    state: 'waiting',
    write: change(
      seen,
      'SET #waiting = #waiting + :one, #next = #next + :one',
      `${open} AND #next = :next AND (#held >= #places OR #waiting > :none)`,
      { ...when, ':one': 1, ':none': 0, ':next': seen.next },
    ),
  };
};

export const releaseSeat = (id: SeatId): TransactItem =>
  change(id, 'SET #held = #held - :one', '#held > :none', { ':one': 1, ':none': 0 });

export const leaveWaitlist = (id: SeatId): TransactItem =>
  change(id, 'SET #waiting = #waiting - :one', '#waiting > :none', { ':one': 1, ':none': 0 });

/** From the waitlist to a place kept for an answer. */
export const keepSeat = (id: SeatId, now: number): TransactItem =>
  change(
    id,
    'SET #held = #held + :one, #waiting = #waiting - :one',
    'attribute_not_exists(#closed) AND #held < #places AND #waiting > :none AND #startsAt > :now',
    { ':one': 1, ':none': 0, ':now': now },
  );

/** A leader changes how many places there are, never below those held. */
export const setPlaces = (id: SeatId, places: number): TransactItem =>
  change(id, 'SET #places = :places', '#held <= :places', { ':places': places });

/** The shift was cancelled: nothing can be taken any more. */
export const closeSeats = (id: SeatId): TransactItem =>
  change(id, 'SET #closed = :closed', 'attribute_exists(pk)', { ':closed': true });

export const moveSeats = (id: SeatId, times: Pick<Seats, 'opensAt' | 'closesAt' | 'startsAt'>): TransactItem =>
  change(id, 'SET #opensAt = :opensAt, #closesAt = :closesAt, #startsAt = :startsAt', 'attribute_not_exists(#closed)', {
    ':opensAt': times.opensAt,
    ':closesAt': times.closesAt,
    ':startsAt': times.startsAt,
  });
