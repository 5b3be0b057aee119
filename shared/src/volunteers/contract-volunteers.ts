import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { MyVolunteer, VolunteerRow, Ward } from './contract-view';
import { Skill, VolunteerId } from './kinds';
import { BirthMonth, PartyMark, VolunteerNumber } from './volunteer';

const OfCommunity = z.object({ placeId: PlaceId });
const ById = z.object({ volunteerId: VolunteerId });
const Skills = z.array(Skill).check(z.maxLength(20));
const Interests = z.array(text(20)).check(z.maxLength(16));

export const getMyVolunteer = defineRoute({
  id: 'volunteers.get-me',
  method: 'GET',
  path: '/volunteers/me',
  summary: 'Who I am as a volunteer, if I said so',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ volunteer: z.optional(MyVolunteer) }),
  refusals: [],
});

export const setMyVolunteer = defineRoute({
  id: 'volunteers.set-me',
  method: 'PUT',
  path: '/volunteers/me',
  summary: 'Say who I am as a volunteer: community, month of birth, skills, interests',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: z.object({
    /** Absent the first time. */
    rev: z.optional(z.int()),
    communityId: PlaceId,
    bornOn: BirthMonth,
    skills: Skills,
    interests: z._default(Interests, []),
    party: z.optional(PartyMark),
    exportHours: z._default(z.boolean(), false),
  }),
  reply: z.object({ volunteer: MyVolunteer }),
  refusals: ['changed-meanwhile', 'place-unknown', 'privacy-consent-needed', 'birth-fixed'],
});

export const setVolunteerNumber = defineRoute({
  id: 'volunteers.set-number',
  method: 'PUT',
  path: '/volunteers/me/number',
  summary: 'Keep my number of 中国志愿服务网, sealed; without one it is forgotten',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: z.object({ number: z.optional(VolunteerNumber) }),
  reply: z.object({ volunteer: MyVolunteer }),
  refusals: ['volunteer-needed'],
});

export const listWards = defineRoute({
  id: 'volunteers.list-wards',
  method: 'GET',
  path: '/volunteers/me/wards',
  summary: 'Volunteers under eighteen of my own home, whom I may allow to serve',
  access: 'volunteer.own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(Ward) }),
  refusals: [],
});

export const giveGuardianConsent = defineRoute({
  id: 'volunteers.give-guardian-consent',
  method: 'POST',
  path: '/volunteers/{volunteerId}/guardian-consent',
  summary: 'A guardian of the same home allows a minor to serve, or takes that back; staff record it from paper',
  access: 'signed-in',
  params: ById,
  query: Nothing,
  body: z.object({
    given: z.boolean(),
    /** Staff: the guardian’s name on the paper they saw. */
    paper: z.optional(z.object({ guardianName: text(40) })),
  }),
  reply: z.object({ given: z.boolean() }),
  refusals: ['not-a-minor'],
});

export const correctBirth = defineRoute({
  id: 'volunteers.correct-birth',
  method: 'POST',
  path: '/volunteers/{volunteerId}/birth-month',
  summary: 'The community puts a volunteer’s month of birth right, with the reason, which is kept',
  access: 'volunteer.correct',
  params: ById,
  query: Nothing,
  body: z.object({ bornOn: BirthMonth, reason: text(200) }),
  reply: z.object({ volunteerId: VolunteerId, bornOn: BirthMonth, minor: z.boolean() }),
  refusals: ['changed-meanwhile', 'own-birth'],
});

export const recordVolunteer = defineRoute({
  id: 'volunteers.record',
  method: 'POST',
  path: '/communities/{placeId}/volunteers',
  summary: 'Record a volunteer without an account',
  access: 'volunteer.record',
  params: OfCommunity,
  query: Nothing,
  body: z.object({ name: text(40), bornOn: BirthMonth, skills: z._default(Skills, []) }),
  reply: VolunteerRow,
  refusals: ['place-unknown'],
});

export const listVolunteers = defineRoute({
  id: 'volunteers.list',
  method: 'GET',
  path: '/communities/{placeId}/volunteers',
  summary:
    'Volunteers of a community, to enter them for something; for people of a grid or building, those without an account',
  access: 'volunteer.record',
  params: OfCommunity,
  query: z.extend(PageQuery, { skill: z.optional(Skill), recorded: z.optional(z.enum(['yes', 'no'])) }),
  body: Nothing,
  reply: pageOf(VolunteerRow),
  refusals: ['cursor-invalid'],
});
