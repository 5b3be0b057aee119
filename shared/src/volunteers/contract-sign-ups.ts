import * as z from 'zod/mini';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing, PageQuery, pageOf } from '../kernel/schema';
import { MySignUp, Roster, ShiftView } from './contract-view';
import { VolunteerId } from './kinds';
import { PartId } from './shift';

const ById = z.object({ shiftId: Id });

const SIGN_UP_REFUSALS = [
  'privacy-consent-needed',
  'volunteer-needed',
  'role-unknown',
  'shift-over',
  'sign-up-not-open',
  'sign-up-closed',
  'skill-needed',
  'too-young',
  'guardian-needed',
  'already-signed-up',
  'time-clash',
  'changed-meanwhile',
] as const;

export const signUp = defineRoute({
  id: 'volunteers.sign-up',
  method: 'POST',
  path: '/shifts/{shiftId}/sign-up',
  summary: 'Take a place in a role of a slot, or the next number of its waitlist',
  access: 'shift.sign-up',
  params: ById,
  query: Nothing,
  body: z.object({
    slotId: PartId,
    roleId: PartId,
    /** Asked on its own: name and number may go to an insurer. */
    insure: z._default(z.boolean(), false),
  }),
  reply: ShiftView,
  refusals: SIGN_UP_REFUSALS,
});

export const signUpFor = defineRoute({
  id: 'volunteers.sign-up-for',
  method: 'POST',
  path: '/shifts/{shiftId}/sign-up-for',
  summary: 'A leader or staff enters somebody; marked as entered for them',
  access: 'shift.sign-up-for',
  params: ById,
  query: Nothing,
  body: z.object({ volunteerId: VolunteerId, slotId: PartId, roleId: PartId, insure: z._default(z.boolean(), false) }),
  reply: Roster,
  refusals: ['volunteer-unknown', ...SIGN_UP_REFUSALS],
});

const CANCEL_REFUSALS = ['not-signed-up', 'shift-begun', 'changed-meanwhile'] as const;

export const cancelSignUp = defineRoute({
  id: 'volunteers.cancel-sign-up',
  method: 'POST',
  path: '/shifts/{shiftId}/cancel-sign-up',
  summary: 'Give up a place or the waitlist; the next one waiting is offered the place',
  access: 'shift.sign-up',
  params: ById,
  query: Nothing,
  body: z.object({ slotId: PartId }),
  reply: ShiftView,
  refusals: CANCEL_REFUSALS,
});

export const cancelSignUpFor = defineRoute({
  id: 'volunteers.cancel-sign-up-for',
  method: 'POST',
  path: '/shifts/{shiftId}/cancel-sign-up-for',
  summary: 'A leader or staff takes somebody off the list at their word',
  access: 'shift.sign-up-for',
  params: ById,
  query: Nothing,
  body: z.object({ volunteerId: VolunteerId, slotId: PartId }),
  reply: Roster,
  refusals: CANCEL_REFUSALS,
});

export const answerOffer = defineRoute({
  id: 'volunteers.answer-offer',
  method: 'POST',
  path: '/shifts/{shiftId}/answer-offer',
  summary: 'Take the place that became free, or leave it to the next',
  access: 'shift.sign-up',
  params: ById,
  query: Nothing,
  body: z.object({ slotId: PartId, take: z.boolean() }),
  reply: ShiftView,
  refusals: ['not-signed-up', 'offer-over', 'changed-meanwhile'],
});

export const setInsuranceConsent = defineRoute({
  id: 'volunteers.set-insurance-consent',
  method: 'PUT',
  path: '/shifts/{shiftId}/insurance-consent',
  summary: 'Allow or no longer allow that my name and number go to an insurer for this slot',
  access: 'shift.sign-up',
  params: ById,
  query: Nothing,
  body: z.object({ slotId: PartId, given: z.boolean() }),
  reply: ShiftView,
  refusals: ['not-signed-up', 'changed-meanwhile'],
});

export const listMySignUps = defineRoute({
  id: 'volunteers.list-my-sign-ups',
  method: 'GET',
  path: '/volunteers/me/sign-ups',
  summary: 'What I signed up for: what is to come, soonest first; or what is past, newest first',
  access: 'volunteer.own',
  params: Nothing,
  query: z.extend(PageQuery, { past: z._default(z.enum(['yes', 'no']), 'no') }),
  body: Nothing,
  reply: pageOf(MySignUp),
  refusals: ['cursor-invalid'],
});

// --- at the place ------------------------------------------------------------------------------

const Code = z.string().check(z.minLength(4), z.maxLength(16));
const AT_PLACE = ['not-signed-up', 'shift-over', 'check-in-code-wrong', 'changed-meanwhile'] as const;

export const checkIn = defineRoute({
  id: 'volunteers.check-in',
  method: 'POST',
  path: '/shifts/{shiftId}/check-in',
  summary: 'I am here: by the code on the leader’s screen, counted by the server’s clock',
  access: 'shift.sign-up',
  params: ById,
  query: Nothing,
  body: z.object({ slotId: PartId, code: Code }),
  reply: ShiftView,
  refusals: ['check-in-not-open', 'already-checked-in', ...AT_PLACE],
});

export const checkOut = defineRoute({
  id: 'volunteers.check-out',
  method: 'POST',
  path: '/shifts/{shiftId}/check-out',
  summary: 'I am leaving, early too: by the code on the leader’s screen; the hours are written with it',
  access: 'shift.sign-up',
  params: ById,
  query: Nothing,
  body: z.object({ slotId: PartId, code: Code }),
  reply: ShiftView,
  refusals: ['not-checked-in', 'already-checked-out', ...AT_PLACE],
});

export const markPresence = defineRoute({
  id: 'volunteers.mark-presence',
  method: 'POST',
  path: '/shifts/{shiftId}/presence',
  summary: 'The leader ticks off somebody without a phone, coming or going; marked as such, never for themself',
  access: 'team.lead',
  params: ById,
  query: Nothing,
  body: z.object({ volunteerId: VolunteerId, slotId: PartId, what: z.enum(['in', 'out']) }),
  reply: Roster,
  refusals: [
    'own-hours',
    'check-in-not-open',
    'already-checked-in',
    'not-checked-in',
    'already-checked-out',
    'not-signed-up',
    'shift-over',
    'changed-meanwhile',
  ],
});
