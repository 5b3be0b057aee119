import * as z from 'zod/mini';
import { PARTIES } from '../district/organisation';
import type { OrganisationKind, Party } from '../district/organisation';
import { chainOf } from '../district/place';
import { Id, text } from '../kernel/schema';
import type { Role, RoleGrant } from '../people/role';

/** A seat of the table of four: the party, and the body that holds its seat in this compound. */
export const Seat = z.object({
  party: z.enum(PARTIES),
  /** The body; absent where the compound has none and nobody stands in. */
  bodyId: z.optional(Id),
  bodyName: z.optional(text(80)),
  /** Another body than the party's own holds the seat. */
  standIn: z.boolean(),
});
export type Seat = z.output<typeof Seat>;

/** Who may hold a party's seat, the first that serves the compound (product rules §4). */
const HOLDERS: Readonly<Record<Party, readonly OrganisationKind[]>> = {
  'committee-of-residents': ['committee-of-residents'],
  'party-branch': ['party-branch'],
  'owners-committee': [
    'owners-committee',
    'property-management-committee',
    'owner-representatives',
    'committee-of-residents',
  ],
  'property-company': ['property-company', 'street-property-office'],
};

/** Kinds of bodies by which the seats of a compound may change hands. */
export const SEAT_KINDS: readonly OrganisationKind[] = [...new Set(Object.values(HOLDERS).flat())];

interface Body {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
}

/** The four seats of a compound, from the organisations that serve it. */
export const seatsOf = (serving: readonly Body[]): Seat[] =>
  PARTIES.map((party) => {
    const body = HOLDERS[party].flatMap((kind) => serving.find((one) => one.kind === kind) ?? [])[0];
    return body === undefined
      ? { party, standIn: false }
      : { party, bodyId: body.id, bodyName: body.name, standIn: body.kind !== party };
  });

/** A body speaks once, however many seats it holds: for the first of them, in the table's order. */
export const speakingParties = (seats: readonly Seat[]): Party[] =>
  seats
    .filter(({ bodyId }, index) => bodyId !== undefined && seats.findIndex((seat) => seat.bodyId === bodyId) === index)
    .map(({ party }) => party);

/** The party for which the holder of `party`'s seat speaks. */
export const speaksAs = (seats: readonly Seat[], party: Party): Party => {
  const bodyId = seats.find((seat) => seat.party === party)?.bodyId;
  return seats.find((seat) => seat.bodyId !== undefined && seat.bodyId === bodyId)?.party ?? party;
};

/** Roles held at a place of the tree that make somebody a party's person there. */
export const PARTY_PLACE_ROLES: Readonly<Record<Party, readonly Role[]>> = {
  'committee-of-residents': ['community-worker'],
  'party-branch': ['party-branch-member'],
  'owners-committee': ['owners-committee-director', 'owners-committee-member'],
  'property-company': [],
};
/** Roles held in the body itself that do. */
export const PARTY_BODY_ROLES: readonly Role[] = ['manager', 'dispatcher'];

/** Where people are who act for a party: whoever has one of the roles at the place, or in the body. */
export interface Office {
  readonly scopeId: string;
  readonly roles: readonly Role[];
  /** What the party has to do lies there. */
  readonly desk: string;
}

const placeOffices = (compoundId: string, parties: readonly Party[]): Office[] =>
  parties
    .filter((party) => PARTY_PLACE_ROLES[party].length > 0)
    .flatMap((party) =>
      chainOf(compoundId).map((scopeId) => ({
        scopeId,
        roles: PARTY_PLACE_ROLES[party],
        desk: `${party}/${scopeId}`,
      })),
    );
const bodyOffice = (scopeId: string): Office => ({ scopeId, roles: PARTY_BODY_ROLES, desk: `body/${scopeId}` });

/**
 * The offices by which somebody acts for a party in a compound. Who may act, whose desk shows the work and who is told
 * of it all go by them. Where a body holds two seats, the people of both parties act for it.
 */
export const officesOf = (seats: readonly Seat[], party: Party, compoundId: string): Office[] => {
  const speaking = speaksAs(seats, party);
  const bodyId = seats.find((seat) => seat.party === speaking)?.bodyId;
  const parties = PARTIES.filter((one) => speaksAs(seats, one) === speaking);
  return [...placeOffices(compoundId, parties), ...(bodyId === undefined ? [] : [bodyOffice(bodyId)])];
};

/** Every office by which parties act in a compound, whichever of these bodies holds which seat. */
export const officesAnywhere = (compoundId: string, bodyIds: readonly string[]): Office[] => [
  ...placeOffices(compoundId, PARTIES),
  ...bodyIds.map(bodyOffice),
];

/** Desks of what somebody's grants make them act for. */
export const desksOf = ({ role, placeId, organisationId }: RoleGrant): string[] => [
  ...(placeId === undefined
    ? []
    : PARTIES.filter((party) => PARTY_PLACE_ROLES[party].includes(role)).map((party) => `${party}/${placeId}`)),
  ...(organisationId !== undefined && PARTY_BODY_ROLES.includes(role) ? [bodyOffice(organisationId).desk] : []),
];
