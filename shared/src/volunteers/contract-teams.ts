import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { Phone } from '../people/contract';
import { MemberRow, TeamRow, TeamView } from './contract-view';
import { MOST_KINDS, Skill, TeamKind, VolunteerId } from './kinds';
import { VolunteerSettings } from './settings';

const OfPlace = z.object({ placeId: PlaceId });
const ById = z.object({ teamId: Id });
const KindId = TeamKind.shape.id;

const Kinds = z.object({ items: z.array(TeamKind), version: z.int(), mayChange: z.boolean() });

export const listTeamKinds = defineRoute({
  id: 'volunteers.list-kinds',
  method: 'GET',
  path: '/places/{placeId}/team-kinds',
  summary: 'The kinds of volunteer teams of a place’s district',
  access: 'anyone',
  params: OfPlace,
  query: Nothing,
  body: Nothing,
  reply: Kinds,
  refusals: [],
});

export const changeTeamKinds = defineRoute({
  id: 'volunteers.change-kinds',
  method: 'PUT',
  path: '/places/{placeId}/team-kinds',
  summary: 'Set the district’s further kinds; the four named ones stay',
  access: 'team-kinds.change',
  params: OfPlace,
  query: Nothing,
  body: z.object({
    seen: z.int().check(z.minimum(0)),
    items: z.array(z.object({ id: KindId, name: text(20) })).check(z.maxLength(MOST_KINDS - 4)),
  }),
  reply: Kinds,
  refusals: ['changed-meanwhile', 'kind-named'],
});

export const listTeams = defineRoute({
  id: 'volunteers.list-teams',
  method: 'GET',
  path: '/places/{placeId}/teams',
  summary: 'Teams of a place and below, by kind if asked',
  access: 'anyone',
  params: OfPlace,
  query: z.extend(PageQuery, { kind: z.optional(KindId) }),
  body: Nothing,
  reply: pageOf(TeamRow),
  refusals: ['cursor-invalid'],
});

export const getTeam = defineRoute({
  id: 'volunteers.get-team',
  method: 'GET',
  path: '/teams/{teamId}',
  summary: 'One team: what it does, whom it serves, what the asker is to it',
  access: 'anyone',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: TeamView,
  refusals: [],
});

export const listMyTeams = defineRoute({
  id: 'volunteers.list-my-teams',
  method: 'GET',
  path: '/volunteers/me/teams',
  summary: 'Teams I lead, am in, asked to join or am invited to',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(z.extend(TeamRow, { mine: MemberRow.shape.state })) }),
  refusals: [],
});

const TeamWords = {
  name: text(30),
  words: text(500),
  serves: z.array(PlaceId).check(z.maxLength(30)),
  skills: z._default(z.array(Skill).check(z.maxLength(10)), []),
};

export const makeTeam = defineRoute({
  id: 'volunteers.make-team',
  method: 'POST',
  path: '/communities/{placeId}/teams',
  summary: 'Make a volunteer team in a community, with its first leader',
  access: 'team.make',
  params: OfPlace,
  query: Nothing,
  body: z.object({
    ...TeamWords,
    kindId: KindId,
    /** The number its leader has bound; without it the maker leads. */
    leaderPhone: z.optional(Phone),
  }),
  reply: TeamView,
  refusals: ['kind-unknown', 'place-unknown', 'person-unknown'],
});

export const changeTeam = defineRoute({
  id: 'volunteers.change-team',
  method: 'PUT',
  path: '/teams/{teamId}',
  summary: 'Change what a team says of itself and whom it serves',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: z.object({ rev: z.int(), ...TeamWords }),
  reply: TeamView,
  refusals: ['changed-meanwhile', 'move-not-allowed', 'place-unknown'],
});

export const endTeam = defineRoute({
  id: 'volunteers.end-team',
  method: 'POST',
  path: '/teams/{teamId}/end',
  summary: 'End a team; its shifts to come are not cancelled by it',
  access: 'team.make',
  params: ById,
  query: Nothing,
  body: z.object({ rev: z.int() }),
  reply: TeamView,
  refusals: ['changed-meanwhile', 'move-not-allowed'],
});

export const changeMembership = defineRoute({
  id: 'volunteers.change-membership',
  method: 'POST',
  path: '/teams/{teamId}/membership',
  summary: 'Ask to join, take that back, answer an invitation, leave',
  access: 'team.join',
  params: ById,
  query: Nothing,
  body: z.object({ act: z.enum(['ask', 'take-back', 'accept', 'decline', 'leave']) }),
  reply: TeamView,
  refusals: ['move-not-allowed', 'volunteer-needed', 'privacy-consent-needed'],
});

export const listMembers = defineRoute({
  id: 'volunteers.list-members',
  method: 'GET',
  path: '/teams/{teamId}/members',
  summary: 'A team’s people, those who ask first; names, never numbers',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(MemberRow) }),
  refusals: [],
});

export const changeMember = defineRoute({
  id: 'volunteers.change-member',
  method: 'POST',
  path: '/teams/{teamId}/members/{volunteerId}',
  summary: 'Admit or reject who asks, remove a member, name or dismiss a leader',
  access: 'team.lead',
  params: z.object({ teamId: Id, volunteerId: VolunteerId }),
  query: Nothing,
  body: z.object({ act: z.enum(['admit', 'reject', 'remove', 'lead', 'step-down']) }),
  reply: MemberRow,
  refusals: ['move-not-allowed', 'last-leader', 'too-many-leaders'],
});

export const inviteMember = defineRoute({
  id: 'volunteers.invite-member',
  method: 'POST',
  path: '/teams/{teamId}/invitations',
  summary: 'Invite somebody by the number they have bound',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: z.object({ phone: Phone }),
  reply: Nothing,
  refusals: ['person-unknown', 'move-not-allowed'],
});

export const getVolunteerSettings = defineRoute({
  id: 'volunteers.get-settings',
  method: 'GET',
  path: '/communities/{placeId}/volunteer-settings',
  summary: 'Whether a community keeps points, and how long a wish may wait',
  access: 'anyone',
  params: OfPlace,
  query: Nothing,
  body: Nothing,
  reply: z.extend(VolunteerSettings, { mayChange: z.boolean() }),
  refusals: [],
});

export const changeVolunteerSettings = defineRoute({
  id: 'volunteers.change-settings',
  method: 'PUT',
  path: '/communities/{placeId}/volunteer-settings',
  summary: 'Change them',
  access: 'volunteer-settings.change',
  params: OfPlace,
  query: Nothing,
  body: z.object({
    seen: z.int().check(z.minimum(0)),
    pointsPerHour: VolunteerSettings.shape.pointsPerHour,
    wishDays: VolunteerSettings.shape.wishDays,
  }),
  reply: z.extend(VolunteerSettings, { mayChange: z.boolean() }),
  refusals: ['changed-meanwhile', 'place-unknown'],
});

export const decideVolunteerContent = defineRoute({
  id: 'volunteers.decide-content',
  method: 'POST',
  path: '/volunteers/content-checks',
  summary: 'Clear or hold words or a photo of a team, a shift or a wish',
  access: 'request.check-content',
  params: Nothing,
  query: Nothing,
  body: z.object({
    subject: z.object({ kind: z.enum(['team', 'shift', 'wish']), id: Id }),
    /** The step that has the words, or shows the photo. */
    eventRev: z.int(),
    mediaId: z.optional(Id),
    clear: z.boolean(),
  }),
  reply: Nothing,
  refusals: [],
});
