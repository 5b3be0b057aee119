import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { Roster, SeriesView, ShiftRow, ShiftView } from './contract-view';
import { Skill, TeamKind } from './kinds';
import {
  MapPoint,
  MOST_ROLES,
  MOST_SLOTS,
  PartId,
  SeriesRule,
  SeriesSlot,
  ShiftRole,
  ShiftSeries,
  ShiftWords,
} from './shift';

const OfTeam = z.object({ teamId: Id });
const ById = z.object({ shiftId: Id });
const Rev = z.int();

export const listShifts = defineRoute({
  id: 'volunteers.list-shifts',
  method: 'GET',
  path: '/places/{placeId}/shifts',
  summary:
    'Shifts at a place and below that are not over, soonest first; by kind, by skill, or only where people are missing',
  access: 'anyone',
  params: z.object({ placeId: PlaceId }),
  query: z.extend(PageQuery, {
    kind: z.optional(TeamKind.shape.id),
    skill: z.optional(Skill),
    missing: z.optional(z.enum(['yes', 'no'])),
    /** Only those that begin before then. */
    until: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(253_370_736_000_000))),
  }),
  body: Nothing,
  reply: pageOf(ShiftRow),
  refusals: ['cursor-invalid'],
});

export const listTeamShifts = defineRoute({
  id: 'volunteers.list-team-shifts',
  method: 'GET',
  path: '/teams/{teamId}/shifts',
  summary: 'A team’s shifts, latest first',
  access: 'anyone',
  params: OfTeam,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(ShiftRow),
  refusals: ['cursor-invalid'],
});

export const getShift = defineRoute({
  id: 'volunteers.get-shift',
  method: 'GET',
  path: '/shifts/{shiftId}',
  summary: 'One shift: when, where, what, how full, and what the asker may do',
  access: 'anyone',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: ShiftView,
  refusals: [],
});

const Times = {
  opensAt: Instant,
  closesAt: Instant,
  cancelUntil: Instant,
};

export const makeShift = defineRoute({
  id: 'volunteers.make-shift',
  method: 'POST',
  path: '/teams/{teamId}/shifts',
  summary: 'Call a shift: its slots, roles and places, where and when, and the time to sign up',
  access: 'team.lead',
  params: OfTeam,
  query: Nothing,
  body: z.extend(ShiftWords, {
    placeId: PlaceId,
    point: z.optional(MapPoint),
    slots: z
      .array(
        z.object({
          startsAt: Instant,
          endsAt: Instant,
          roles: z.array(z.omit(ShiftRole, { id: true })).check(z.minLength(1), z.maxLength(MOST_ROLES)),
        }),
      )
      .check(z.minLength(1), z.maxLength(MOST_SLOTS)),
    ...Times,
  }),
  reply: ShiftView,
  refusals: ['place-unknown', 'shift-times-invalid', 'team-ended'],
});

export const makeSeries = defineRoute({
  id: 'volunteers.make-series',
  method: 'POST',
  path: '/teams/{teamId}/series',
  summary: 'Call a recurring shift; its dates become shifts four weeks ahead',
  access: 'team.lead',
  params: OfTeam,
  query: Nothing,
  body: z.extend(ShiftWords, {
    placeId: PlaceId,
    point: z.optional(MapPoint),
    rule: SeriesRule,
    slots: z.array(SeriesSlot).check(z.minLength(1), z.maxLength(MOST_SLOTS)),
    opensHours: ShiftSeries.shape.opensHours,
    closesHours: ShiftSeries.shape.closesHours,
    cancelHours: ShiftSeries.shape.cancelHours,
  }),
  reply: SeriesView,
  refusals: ['place-unknown', 'shift-times-invalid', 'team-ended'],
});

export const listSeries = defineRoute({
  id: 'volunteers.list-series',
  method: 'GET',
  path: '/teams/{teamId}/series',
  summary: 'A team’s recurring shifts',
  access: 'team.lead',
  params: OfTeam,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(SeriesView) }),
  refusals: [],
});

export const stopSeries = defineRoute({
  id: 'volunteers.stop-series',
  method: 'POST',
  path: '/teams/{teamId}/series/{seriesId}/stop',
  summary: 'Make no further shifts of a series; those called stand until they are cancelled',
  access: 'team.lead',
  params: z.object({ teamId: Id, seriesId: Id }),
  query: Nothing,
  body: z.object({ rev: Rev }),
  reply: SeriesView,
  refusals: ['changed-meanwhile', 'move-not-allowed'],
});

export const changeShift = defineRoute({
  id: 'volunteers.change-shift',
  method: 'POST',
  path: '/shifts/{shiftId}/change',
  summary: 'Change the words, or how many places a role has',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: z.extend(ShiftWords, {
    rev: Rev,
    /** Roles whose number of places changes; never below those held. */
    places: z._default(
      z
        .array(z.object({ slotId: PartId, roleId: PartId, places: ShiftRole.shape.places }))
        .check(z.maxLength(MOST_SLOTS * MOST_ROLES)),
      [],
    ),
  }),
  reply: ShiftView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'places-held', 'role-unknown'],
});

export const moveShift = defineRoute({
  id: 'volunteers.move-shift',
  method: 'POST',
  path: '/shifts/{shiftId}/move',
  summary: 'Move a shift to other times; everybody signed up is told and may give up freely',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: z.object({
    rev: Rev,
    slots: z
      .array(z.object({ id: z.string(), startsAt: Instant, endsAt: Instant }))
      .check(z.minLength(1), z.maxLength(MOST_SLOTS)),
    ...Times,
    reason: text(200),
  }),
  reply: ShiftView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'shift-times-invalid', 'shift-begun'],
});

export const cancelShift = defineRoute({
  id: 'volunteers.cancel-shift',
  method: 'POST',
  path: '/shifts/{shiftId}/cancel',
  summary: 'Cancel a shift; everybody signed up is told why',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: z.object({ rev: Rev, reason: text(200) }),
  reply: ShiftView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'shift-begun'],
});

export const getRoster = defineRoute({
  id: 'volunteers.get-roster',
  method: 'GET',
  path: '/shifts/{shiftId}/roster',
  summary: 'The leader’s list: who signed up, who waits, who is here; names, never numbers',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: Roster,
  refusals: [],
});

export const getCheckInCodes = defineRoute({
  id: 'volunteers.get-codes',
  method: 'GET',
  path: '/shifts/{shiftId}/codes',
  summary: 'Codes for the leader’s screen, one a half minute for the next ten, so that it works without network',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: z.object({ codes: z.array(z.object({ from: Instant, code: z.string() })) }),
  refusals: ['shift-over', 'check-in-not-open'],
});

export const messageSignedUp = defineRoute({
  id: 'volunteers.message',
  method: 'POST',
  path: '/shifts/{shiftId}/messages',
  summary: 'Write to everybody signed up for a shift or a slot; it goes to their inbox once the words are checked',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: z.object({ words: text(200), slotId: z.optional(PartId) }),
  reply: Roster,
  refusals: ['role-unknown'],
});

export const exportInsured = defineRoute({
  id: 'volunteers.export-insured',
  method: 'POST',
  path: '/shifts/{shiftId}/insurance-export',
  summary: 'A list for the insurer: name, month of birth and number of those who allowed it, and of nobody else',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: z.object({ url: z.string(), rows: z.int() }),
  refusals: ['nobody-consented'],
});
