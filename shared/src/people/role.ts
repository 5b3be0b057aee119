import * as z from 'zod/mini';
import { Id, Instant, text } from '../kernel/schema';
import { PlaceId } from '../district/place';

/** Roles a person is granted for a place of the tree. */
export const PLACE_ROLES = [
  'administrator',
  'command-officer',
  'street-officer',
  'community-secretary',
  'community-worker',
  'grid-worker',
  'building-steward',
  'party-branch-member',
  'owners-committee-director',
  'owners-committee-member',
] as const;

/** Roles a person is granted in an organisation: a property company, a utility, a department … */
export const ORGANISATION_ROLES = ['manager', 'dispatcher', 'technician'] as const;

/** Standings that come from a verified binding to a home, not from a grant. */
export const HOME_ROLES = ['owner', 'family', 'tenant'] as const;

export const ROLES = [...PLACE_ROLES, ...ORGANISATION_ROLES, ...HOME_ROLES, 'person'] as const;
export type Role = (typeof ROLES)[number];

/** A role given to a person for a term; it counts from `from` (inclusive) to `until` (exclusive). */
export const RoleGrant = z.object({
  id: Id,
  role: z.enum([...PLACE_ROLES, ...ORGANISATION_ROLES]),
  /** What the grant is for: exactly one of the two. */
  placeId: z.optional(PlaceId),
  organisationId: z.optional(Id),
  /** The name of that place or organisation, as it stood when the grant was given. */
  scopeName: text(80),
  from: Instant,
  until: z.optional(Instant),
});
export type RoleGrant = z.output<typeof RoleGrant>;

export const BINDING_STATES = ['claimed', 'verified', 'refused', 'ended'] as const;

/** A person's tie to a home. Only `verified` gives a standing. */
export const HomeBinding = z.object({
  homeId: PlaceId,
  homeName: text(80),
  relation: z.enum(HOME_ROLES),
  state: z.enum(BINDING_STATES),
  gridId: z.optional(PlaceId),
  since: Instant,
  /** A tenancy's end; the binding stops counting then. */
  until: z.optional(Instant),
});
export type HomeBinding = z.output<typeof HomeBinding>;

/** Who somebody is for the authority table. */
export interface Identity {
  readonly personId: string;
  readonly grants: readonly RoleGrant[];
  readonly homes: readonly HomeBinding[];
}

/** A term covers `now`: from inclusive, until exclusive. */
export const inTerm = (term: { readonly from: number; readonly until?: number | undefined }, now: number): boolean =>
  term.from <= now && (term.until === undefined || now < term.until);

/** A binding gives its person a standing at `now`. */
export const bindingCounts = (binding: HomeBinding, now: number): boolean =>
  binding.state === 'verified' && inTerm({ from: binding.since, until: binding.until }, now);
