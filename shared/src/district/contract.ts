import * as z from 'zod/mini';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing, pageOf, text } from '../kernel/schema';
import { Organisation, ORGANISATION_KINDS, UTILITIES } from './organisation';
import { Place, PlaceId } from './place';

const ByPlace = z.object({ placeId: PlaceId });

/** A place with the names above it, district first. */
export const PlaceWithPath = z.object({ place: Place, path: z.array(z.object({ id: PlaceId, name: z.string() })) });
export type PlaceWithPath = z.output<typeof PlaceWithPath>;

export const getPlace = defineRoute({
  id: 'district.get-place',
  method: 'GET',
  path: '/places/{placeId}',
  summary: 'A place and the names above it',
  access: 'anyone',
  params: ByPlace,
  query: Nothing,
  body: Nothing,
  reply: PlaceWithPath,
  refusals: [],
});

export const listPlacesBelow = defineRoute({
  id: 'district.list-places-below',
  method: 'GET',
  path: '/places/{placeId}/below',
  summary: 'The places directly below one, in order of their names',
  access: 'anyone',
  params: ByPlace,
  query: z.object({
    cursor: z.optional(z.string().check(z.maxLength(1024))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 100),
  }),
  body: Nothing,
  reply: pageOf(Place),
  refusals: ['cursor-invalid'],
});

export const CompoundFound = z.object({
  id: PlaceId,
  name: z.string(),
  community: z.string(),
  street: z.string(),
  point: z.optional(z.object({ lat: z.int(), lng: z.int() })),
});
export type CompoundFound = z.output<typeof CompoundFound>;

export const searchCompounds = defineRoute({
  id: 'district.search-compounds',
  method: 'GET',
  path: '/compounds',
  summary: 'Find a compound by words in its name or its community’s, nearest first when a point is given',
  access: 'anyone',
  params: Nothing,
  query: z.object({
    words: z.optional(z.string().check(z.maxLength(40))),
    lat: z.optional(z.coerce.number().check(z.minimum(-90), z.maximum(90))),
    lng: z.optional(z.coerce.number().check(z.minimum(-180), z.maximum(180))),
  }),
  body: Nothing,
  reply: z.object({ items: z.array(CompoundFound) }),
  refusals: [],
});

export const addPlace = defineRoute({
  id: 'district.add-place',
  method: 'POST',
  path: '/places',
  summary: 'Add a place under an existing one (a district under none)',
  access: 'place.change',
  params: Nothing,
  query: Nothing,
  body: Place,
  reply: Place,
  refusals: ['place-unknown', 'place-exists'],
});

/** As many as one transaction takes: each place is written under its parent and into its district's index. */
export const MOST_PLACES_AT_ONCE = 50;

export const addPlaces = defineRoute({
  id: 'district.add-places',
  method: 'POST',
  path: '/places/{placeId}/below',
  summary: 'Add many places directly under one: all of them or none',
  access: 'place.change',
  params: ByPlace,
  query: Nothing,
  body: z.object({ places: z.array(Place).check(z.minLength(1), z.maxLength(MOST_PLACES_AT_ONCE)) }),
  reply: z.object({ items: z.array(Place) }),
  refusals: ['place-unknown', 'place-exists'],
});

export const changePlace = defineRoute({
  id: 'district.change-place',
  method: 'PUT',
  path: '/places/{placeId}',
  summary: 'Rename a place, set its grid or its point',
  access: 'place.change',
  params: ByPlace,
  query: Nothing,
  body: z.object({ name: z.optional(text(60)), gridId: z.optional(PlaceId), point: Place.shape.point }),
  reply: Place,
  refusals: ['place-unknown'],
});

export const addOrganisation = defineRoute({
  id: 'district.add-organisation',
  method: 'POST',
  path: '/organisations',
  summary: 'Register an organisation and the places it serves',
  access: 'organisation.change',
  params: Nothing,
  query: Nothing,
  body: z.omit(Organisation, { id: true }),
  reply: Organisation,
  refusals: ['place-unknown'],
});

export const changeOrganisation = defineRoute({
  id: 'district.change-organisation',
  method: 'PUT',
  path: '/organisations/{organisationId}',
  summary: 'Change name, phone, robot or places served',
  access: 'organisation.change',
  params: z.object({ organisationId: Id }),
  query: Nothing,
  body: z.omit(Organisation, { id: true, kind: true }),
  reply: Organisation,
  refusals: ['place-unknown'],
});

/** An organisation as everybody may see it. */
export const OrganisationCard = z.object({
  id: Id,
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  utility: z.optional(z.enum(UTILITIES)),
  phone: z.optional(z.string()),
});
export type OrganisationCard = z.output<typeof OrganisationCard>;

export const listOrganisations = defineRoute({
  id: 'district.list-organisations',
  method: 'GET',
  path: '/places/{placeId}/organisations',
  summary: 'Who serves a place: its property company, committees, utilities, and those of the places above it',
  access: 'anyone',
  params: ByPlace,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(OrganisationCard) }),
  refusals: [],
});

export const StaffMember = z.object({
  personId: Id,
  name: z.string(),
  role: z.enum(['manager', 'dispatcher', 'technician']),
});
export type StaffMember = z.output<typeof StaffMember>;

export const listStaff = defineRoute({
  id: 'district.list-staff',
  method: 'GET',
  path: '/organisations/{organisationId}/staff',
  summary: 'People who work in my organisation, for handing out work',
  access: 'request.queue',
  params: z.object({ organisationId: Id }),
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(StaffMember) }),
  refusals: [],
});

// --- printed codes -----------------------------------------------------------------------------

export const CODE_KINDS = ['entrance', 'lift', 'facility'] as const;
export const PrintedCode = z.object({
  id: Id,
  kind: z.enum(CODE_KINDS),
  placeId: PlaceId,
  label: text(40),
  /** What the QR holds; scanned in WeChat it opens the mini-program, elsewhere the web page. */
  url: z.string(),
});
export type PrintedCode = z.output<typeof PrintedCode>;

export const makeCode = defineRoute({
  id: 'district.make-code',
  method: 'POST',
  path: '/codes',
  summary: 'Make a code for an entrance, a lift or a facility',
  access: 'code.print',
  params: Nothing,
  query: Nothing,
  body: z.object({ kind: z.enum(CODE_KINDS), placeId: PlaceId, label: text(40) }),
  reply: PrintedCode,
  refusals: ['place-unknown'],
});

export const listCodes = defineRoute({
  id: 'district.list-codes',
  method: 'GET',
  path: '/compounds/{compoundId}/codes',
  summary: 'All codes of a compound, to print',
  access: 'code.print',
  params: z.object({ compoundId: PlaceId }),
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(PrintedCode) }),
  refusals: [],
});

export const readCode = defineRoute({
  id: 'district.read-code',
  method: 'GET',
  path: '/codes/{codeId}',
  summary: 'The place a printed code stands for',
  access: 'anyone',
  params: z.object({ codeId: Id }),
  query: Nothing,
  body: Nothing,
  reply: z.object({ code: PrintedCode, place: PlaceWithPath }),
  refusals: [],
});
