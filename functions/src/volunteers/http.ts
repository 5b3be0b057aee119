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
import { correctBirth } from './correct-birth';
import { listVolunteers, recordVolunteer } from './record-volunteer';
import { listSeries, makeSeries, stopSeries } from './series';
import { setInsuranceConsent } from './set-insurance-consent';
import { changeTeamKinds, changeVolunteerSettings, getVolunteerSettings, listTeamKinds } from './settings';
import { signUp } from './sign-up';
import { signUpFor } from './sign-up-for';
import { checkCertificate, getCertificateSheet, listCertificates, makeCertificate } from './certificates';
import { exportHours } from './export-hours';
import { exportInsured } from './export-insured';
import { getVolunteerFigures } from './get-figures';
import { getMyHours } from './get-my-hours';
import { getMyPoints, spendPoints } from './points';
import { postWish, postWishFor } from './post-wish';
import { addHours, correctHours, listTeamHours } from './team-hours';
import {
  amendWish,
  claimWish,
  closeWish,
  fulfilWish,
  helpWish,
  progressWish,
  releaseWish,
  returnWish,
  stopHelpingWish,
  thankForWish,
  verifyWish,
  withdrawWish,
} from './wish-moves';
import { getWish, listMyWishes, listWishes, seeWishContact } from './wishes';

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
  on(routes.correctBirth, correctBirth),
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

/** Hours, certificates, points. */
const hoursRoutes: readonly Bound[] = [
  on(routes.getMyHours, getMyHours),
  on(routes.listTeamHours, listTeamHours),
  on(routes.addHours, addHours),
  on(routes.correctHours, correctHours),
  openTo(routes.getVolunteerFigures, getVolunteerFigures),
  on(routes.exportHours, exportHours),
  on(routes.exportInsured, exportInsured),
  on(routes.makeCertificate, makeCertificate),
  on(routes.listCertificates, listCertificates),
  on(routes.getCertificateSheet, getCertificateSheet),
  openTo(routes.checkCertificate, checkCertificate),
  on(routes.getMyPoints, getMyPoints),
  on(routes.spendPoints, spendPoints),
];

const wishRoutes: readonly Bound[] = [
  on(routes.postWish, postWish),
  on(routes.postWishFor, postWishFor),
  on(routes.listWishes, listWishes),
  on(routes.listMyWishes, listMyWishes),
  on(routes.getWish, getWish),
  on(routes.amendWish, amendWish),
  on(routes.withdrawWish, withdrawWish),
  on(routes.verifyWish, verifyWish),
  on(routes.returnWish, returnWish),
  on(routes.claimWish, claimWish),
  on(routes.releaseWish, releaseWish),
  on(routes.helpWish, helpWish),
  on(routes.stopHelpingWish, stopHelpingWish),
  on(routes.progressWish, progressWish),
  on(routes.fulfilWish, fulfilWish),
  on(routes.thankForWish, thankForWish),
  on(routes.closeWish, closeWish),
  on(routes.seeWishContact, seeWishContact),
];

export const volunteerRoutes: readonly Bound[] = [...teamRoutes, ...shiftRoutes, ...hoursRoutes, ...wishRoutes];
