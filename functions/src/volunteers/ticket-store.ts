import { Instant } from '@gongyi/shared/kernel/schema';
import * as z from 'zod/mini';
import { TableName, putNew, queryPage } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import type { SeatId } from './seat-store';

/** Tickets of a waitlist, one an item, in the order they were given: first come, first served. */
export const OFFER_DUE = 'shift-offer';

const Ticket = z.object({
  shiftId: z.string(),
  slotId: z.string(),
  roleId: z.string(),
  ticket: z.int(),
  volunteerId: z.string(),
  /** A place is kept for them until then. */
  answerBy: z.optional(Instant),
});
export type Ticket = z.output<typeof Ticket>;

export const ticketOf = (item: Item): Ticket => z.parse(Ticket, item);
export const isTicketKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.shift) && sk.startsWith('WAIT#');

const keyOf = ({ shiftId, slotId, roleId }: SeatId, ticket: number) => keys.waitTicket(shiftId, slotId, roleId, ticket);

export const newTicket = ({ shiftId, slotId, roleId }: SeatId, ticket: number, volunteerId: string): TransactItem =>
  putNew({ ...keyOf({ shiftId, slotId, roleId }, ticket), shiftId, slotId, roleId, ticket, volunteerId });

/** Keeps a place for whoever has the ticket; it comes due at the end of their time to answer. */
export const offerTicket = (ticket: Ticket, answerBy: number): TransactItem => {
  const due = keys.due(OFFER_DUE, answerBy, `${ticket.shiftId}.${ticket.slotId}.${String(ticket.ticket)}`);
  return {
    Update: {
      TableName: TableName(),
      Key: keyOf(ticket, ticket.ticket),
      UpdateExpression: 'SET answerBy = :answerBy, duePk = :duePk, dueSk = :dueSk',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(answerBy)',
      ExpressionAttributeValues: { ':answerBy': answerBy, ':duePk': due.duePk, ':dueSk': due.dueSk },
    },
  };
};

export const dropTicket = (id: SeatId, ticket: number): TransactItem => ({
  Delete: { TableName: TableName(), Key: keyOf(id, ticket), ConditionExpression: 'attribute_exists(pk)' },
});

const PAGE = 25;

/** The first who waits and was not offered a place yet. */
export const firstWaiting = async ({ shiftId, slotId, roleId }: SeatId): Promise<Ticket | undefined> => {
  let after: Record<string, unknown> | undefined;
  do {
    const asked = { ...keys.waitTickets(shiftId, slotId, roleId), limit: PAGE, after, consistent: true };
    const page = await queryPage(asked);
    const first = page.items.map(ticketOf).find(({ answerBy }) => answerBy === undefined);
    if (first !== undefined) return first;
    after = page.lastKey;
  } while (after !== undefined);
  return undefined;
};

const MOST_COUNTED = 200;

/** How many wait up to a ticket, itself included; undefined when they are too many to count at a look. */
export const positionOf = async ({ shiftId, slotId, roleId }: SeatId, ticket: number): Promise<number | undefined> => {
  const { pk, prefix } = keys.waitTickets(shiftId, slotId, roleId);
  const last = keys.waitTicket(shiftId, slotId, roleId, ticket).sk;
  const page = await queryPage({ pk, between: [prefix, last], limit: MOST_COUNTED });
  if (page.lastKey !== undefined) return undefined;
  return page.items.map(ticketOf).filter(({ answerBy }) => answerBy === undefined).length;
};
