import * as routes from '@gongyi/shared/volunteers/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { answerOffer } from './answer-offer';
import { cancelShift } from './cancel-shift';
import { cancelSignUp } from './cancel-sign-up';
import { cancelSignUpFor } from './cancel-sign-up-for';
import { changeMembership } from './change-membership';
import { changeShift } from './change-shift';
import { changeTeam, endTeam } from './change-team';
import { checkIn, checkOut } from './check-in';
import { decideVolunteerContent } from './decide-content';
import { getCheckInCodes } from './get-check-in-codes';
import { getRoster } from './get-roster';
import { getShift } from './get-shift';
import { getTeam } from './get-team';
import { giveGuardianConsent, listWards } from './guardians';
import { listMySignUps } from './list-my-sign-ups';
import { listShifts, listTeamShifts } from './list-shifts';
import { listMyTeams, listTeams } from './list-teams';
import { makeShift } from './make-shift';
import { makeTeam } from './make-team';
import { markPresence } from './mark-presence';
import { changeMember, inviteMember, listMembers } from './members';
import { messageSignedUp } from './message-signed-up';
import { moveShift } from './move-shift';
import { getMyVolunteer, setMyVolunteer, setVolunteerNumber } from './my-volunteer';
import { listVolunteers, recordVolunteer } from './record-volunteer';
import { listSeries, makeSeries, stopSeries } from './series';
import { setInsuranceConsent } from './set-insurance-consent';
import { changeTeamKinds, changeVolunteerSettings, getVolunteerSettings, listTeamKinds } from './settings';
import { signUp } from './sign-up';
import { signUpFor } from './sign-up-for';

/** Contract → use case: teams and the people in them. */
const teamRoutes: readonly Bound[] = [
  openTo(routes.listTeamKinds, listTeamKinds),
  on(routes.changeTeamKinds, changeTeamKinds),
  openTo(routes.listTeams, listTeams),
  openTo(routes.getTeam, getTeam),
  on(routes.listMyTeams, listMyTeams),
  on(routes.makeTeam, makeTeam),
  on(routes.changeTeam, changeTeam),
  on(routes.endTeam, endTeam),
  on(routes.changeMembership, changeMembership),
  on(routes.listMembers, listMembers),
  on(routes.changeMember, changeMember),
  on(routes.inviteMember, inviteMember),
  openTo(routes.getVolunteerSettings, getVolunteerSettings),
  on(routes.changeVolunteerSettings, changeVolunteerSettings),
  on(routes.decideVolunteerContent, decideVolunteerContent),
  on(routes.getMyVolunteer, getMyVolunteer),
  on(routes.setMyVolunteer, setMyVolunteer),
  on(routes.setVolunteerNumber, setVolunteerNumber),
  on(routes.listWards, listWards),
  on(routes.giveGuardianConsent, giveGuardianConsent),
  on(routes.recordVolunteer, recordVolunteer),
  on(routes.listVolunteers, listVolunteers),
];

/** Shifts and sign-ups, and what happens at the place. */
const shiftRoutes: readonly Bound[] = [
  openTo(routes.listShifts, listShifts),
  openTo(routes.listTeamShifts, listTeamShifts),
  openTo(routes.getShift, getShift),
  on(routes.makeShift, makeShift),
  on(routes.makeSeries, makeSeries),
  on(routes.listSeries, listSeries),
  on(routes.stopSeries, stopSeries),
  on(routes.changeShift, changeShift),
  on(routes.moveShift, moveShift),
  on(routes.cancelShift, cancelShift),
  on(routes.getRoster, getRoster),
  on(routes.getCheckInCodes, getCheckInCodes),
  on(routes.messageSignedUp, messageSignedUp),
  on(routes.signUp, signUp),
  on(routes.signUpFor, signUpFor),
  on(routes.cancelSignUp, cancelSignUp),
  on(routes.cancelSignUpFor, cancelSignUpFor),
  on(routes.answerOffer, answerOffer),
  on(routes.setInsuranceConsent, setInsuranceConsent),
  on(routes.listMySignUps, listMySignUps),
  on(routes.checkIn, checkIn),
  on(routes.checkOut, checkOut),
  on(routes.markPresence, markPresence),
];

export const volunteerRoutes: readonly Bound[] = [...teamRoutes, ...shiftRoutes];
