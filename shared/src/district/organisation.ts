import * as z from 'zod/mini';
import { Id, text } from '../kernel/schema';
import { PlaceId } from './place';

/** Kinds of organisations; each can hold a service request. */
export const ORGANISATION_KINDS = [
  'property-company',
  'owners-committee',
  'property-management-committee',
  'owner-representatives',
  'party-branch',
  'committee-of-residents',
  'street-property-office',
  'street-office',
  'department',
  'command-centre',
  'utility',
  'lift-maintenance',
  'developer',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Who runs what in utilities (专营单位). */
export const UTILITIES = ['heating', 'water', 'power', 'gas'] as const;

/** As many places as one may serve. */
export const MOST_SERVED = 60;

export const Organisation = z.object({
  id: Id,
  kind: z.enum(ORGANISATION_KINDS),
  name: text(80),
  utility: z.optional(z.enum(UTILITIES)),
  /** Places it serves: compounds for a property company, a street for its property office … */
  servesPlaceIds: z.array(PlaceId).check(z.maxLength(MOST_SERVED)),
  /** Number to call, day and night where there is one. Public. */
  phone: z.optional(z.string().check(z.regex(/^[0-9-]{3,20}$/))),
  /** Address of a group robot that new orders are posted to, without personal data. */
  robotUrl: z.optional(z.string().check(z.regex(/^https?:\/\/[!-~]{1,500}$/))),
});
export type Organisation = z.output<typeof Organisation>;

/** The four parties of a council, lettered as on the table of four. */
export const PARTIES = ['committee-of-residents', 'party-branch', 'owners-committee', 'property-company'] as const;
export type Party = (typeof PARTIES)[number];
