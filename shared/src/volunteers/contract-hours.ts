import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, IsoDate, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { CertificateView, HoursRow, MyHours, PointsView } from './contract-view';
import { Certificate, HoursSum } from './hours';
import { TeamKind, VolunteerId } from './kinds';

const OfTeam = z.object({ teamId: Id });
const OfPlace = z.object({ placeId: PlaceId });
const Year = z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2999));
const Minutes = z.int().check(z.minimum(0), z.maximum(1440));

export const getMyHours = defineRoute({
  id: 'volunteers.get-my-hours',
  method: 'GET',
  path: '/volunteers/me/hours',
  summary: 'My hours: every entry of a year, and what they come to, what was added by hand apart',
  access: 'volunteer.own',
  params: Nothing,
  query: z.object({ year: z.optional(Year) }),
  body: Nothing,
  reply: MyHours,
  refusals: [],
});

export const listTeamHours = defineRoute({
  id: 'volunteers.list-team-hours',
  method: 'GET',
  path: '/teams/{teamId}/hours',
  summary: 'Entries of a team’s hours, newest service first, for its leaders and the community',
  access: 'team.lead',
  params: OfTeam,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(z.extend(z.omit(HoursRow, { standing: true }), { name: z.string() })),
  refusals: ['cursor-invalid'],
});

export const addHours = defineRoute({
  id: 'volunteers.add-hours',
  method: 'POST',
  path: '/teams/{teamId}/hours',
  summary: 'Add hours by hand for a member, kept apart, with the reason and who; never for oneself',
  access: 'hours.keep',
  params: OfTeam,
  query: Nothing,
  body: z.object({
    volunteerId: VolunteerId,
    minutes: z.int().check(z.minimum(1), z.maximum(1440)),
    date: IsoDate,
    title: text(40),
    reason: text(200),
  }),
  reply: HoursRow,
  refusals: ['own-hours', 'volunteer-unknown', 'date-not-past'],
});

export const correctHours = defineRoute({
  id: 'volunteers.correct-hours',
  method: 'POST',
  path: '/volunteers/{volunteerId}/hours/{entryId}/corrections',
  summary: 'Say what an entry truly comes to; the correction is added to the record, nothing is overwritten',
  access: 'hours.keep',
  params: z.object({ volunteerId: VolunteerId, entryId: Id }),
  query: Nothing,
  body: z.object({
    /** What it came to when its corrector looked. */
    seen: z.int(),
    minutes: Minutes,
    reason: text(200),
  }),
  reply: HoursRow,
  refusals: ['own-hours', 'hours-unknown', 'changed-meanwhile', 'minutes-same'],
});

export const getVolunteerFigures = defineRoute({
  id: 'volunteers.get-figures',
  method: 'GET',
  path: '/places/{placeId}/volunteer-figures',
  summary: 'Hours of a community or of the whole district in a year, by kind of team',
  access: 'anyone',
  params: OfPlace,
  query: z.object({ year: Year }),
  body: Nothing,
  reply: z.object({ year: z.int(), sum: HoursSum, kinds: z.array(z.object({ kind: TeamKind, sum: HoursSum })) }),
  refusals: [],
});

export const exportHours = defineRoute({
  id: 'volunteers.export-hours',
  method: 'POST',
  path: '/communities/{placeId}/hours-export',
  summary: 'A sheet of hours in the form 中国志愿服务网 takes, of those who allowed it',
  access: 'hours.export',
  params: OfPlace,
  query: Nothing,
  body: z.object({ from: IsoDate, until: IsoDate }),
  reply: z.object({
    url: z.string(),
    rows: z.int(),
    /** Entries left out: their people did not allow it. */
    leftOut: z.int(),
  }),
  refusals: ['sheet-too-large'],
});

// --- certificates ------------------------------------------------------------------------------

export const makeCertificate = defineRoute({
  id: 'volunteers.make-certificate',
  method: 'POST',
  path: '/volunteers/me/certificates',
  summary: 'A certificate of my true hours, any time, free of charge',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: z.object({
    /** First and last day of service in it; without them all. */
    from: z.optional(IsoDate),
    until: z.optional(IsoDate),
  }),
  reply: Certificate,
  refusals: ['no-hours', 'name-needed'],
});

export const listCertificates = defineRoute({
  id: 'volunteers.list-certificates',
  method: 'GET',
  path: '/volunteers/me/certificates',
  summary: 'Certificates I had made, newest first',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(Certificate) }),
  refusals: [],
});

const Code = z.string().check(z.minLength(8), z.maxLength(40));

export const getCertificateSheet = defineRoute({
  id: 'volunteers.get-certificate-sheet',
  method: 'GET',
  path: '/volunteers/me/certificates/{code}/sheet',
  summary: 'An address to read my certificate as an A4 page (PDF)',
  access: 'volunteer.own',
  params: z.object({ code: Code }),
  query: Nothing,
  body: Nothing,
  reply: z.object({ url: z.string() }),
  refusals: [],
});

export const checkCertificate = defineRoute({
  id: 'volunteers.check-certificate',
  method: 'GET',
  path: '/certificates/{code}',
  summary: 'Anybody checks a certificate by its code, and sees what the paper says',
  access: 'anyone',
  params: z.object({ code: Code }),
  query: Nothing,
  body: Nothing,
  reply: CertificateView,
  refusals: [],
});

// --- points ------------------------------------------------------------------------------------

export const getMyPoints = defineRoute({
  id: 'volunteers.get-my-points',
  method: 'GET',
  path: '/volunteers/me/points',
  summary: 'My points, where a community keeps them; a ledger of its own',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: PointsView,
  refusals: [],
});

export const spendPoints = defineRoute({
  id: 'volunteers.spend-points',
  method: 'POST',
  path: '/communities/{placeId}/points',
  summary: 'Staff exchange somebody’s points for something',
  access: 'volunteer.record',
  params: OfPlace,
  query: Nothing,
  body: z.object({
    volunteerId: VolunteerId,
    points: z.int().check(z.minimum(1), z.maximum(100_000)),
    reason: text(100),
  }),
  reply: z.object({ balance: z.int(), at: Instant }),
  refusals: ['points-off', 'points-short', 'own-hours'],
});
