import * as z from 'zod/mini';
import { OrganisationCard, PlaceWithPath } from '../district/contract';
import { PARTIES } from '../district/organisation';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing } from '../kernel/schema';

/** A seat of the table of four: who holds it in the council, and how they keep their promises. */
export const PartySeat = z.object({
  party: z.enum(PARTIES),
  organisation: z.optional(OrganisationCard),
  /** Another body than the party's own holds the seat (代行). */
  standIn: z.boolean(),
  /** Service requests: promises kept in time and promises due, in the last 90 days. Both 0: no data. */
  kept: z.int(),
  due: z.int(),
  /** Those it has in hand now, and how many of them are overdue. */
  open: z.int(),
  overdue: z.int(),
  /** Tasks that the council gave the party and that are not done, and how many of them are overdue. */
  tasks: z.object({ open: z.int(), overdue: z.int() }),
});
export type PartySeat = z.output<typeof PartySeat>;

export const CompoundOverview = z.object({
  compound: PlaceWithPath,
  demo: z.boolean(),
  seats: z.array(PartySeat),
  /** Numbers to call first: property round the clock, grid worker, utilities. */
  duty: z.array(z.object({ name: z.string(), role: z.string(), phone: z.string() })),
  /** Finished public requests with pictures before and after. */
  finished: z.array(
    z.object({
      requestId: Id,
      title: z.string(),
      beforeUrl: z.optional(z.string()),
      afterUrl: z.optional(z.string()),
      tookMs: z.int(),
    }),
  ),
});
export type CompoundOverview = z.output<typeof CompoundOverview>;

export const getOverview = defineRoute({
  id: 'command.get-overview',
  method: 'GET',
  path: '/compounds/{compoundId}/overview',
  summary: 'The first screen of a compound: table of four, duty numbers, what was repaired',
  access: 'anyone',
  params: z.object({ compoundId: PlaceId }),
  query: Nothing,
  body: Nothing,
  reply: CompoundOverview,
  refusals: [],
});
