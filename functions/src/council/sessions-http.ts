import * as routes from '@gongyi/shared/council/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { adjournSession } from './adjourn-session';
import { answerInvitation } from './answer-invitation';
import { answerObjection } from './answer-objection';
import { callSession } from './call-session';
import { callVote } from './call-vote';
import { cancelSession } from './cancel-session';
import { changeRules } from './change-rules';
import { conclude } from './conclude';
import { confirmFor } from './confirm-for';
import { confirmMinutes } from './confirm-minutes';
import { deferItem } from './defer-item';
import { disputeMinutes } from './dispute-minutes';
import { editMinutes } from './edit-minutes';
import { endSession } from './end-session';
import { failSession } from './fail-session';
import { getNoticeSheet } from './get-notice-sheet';
import { getPublicNotice } from './get-public-notice';
import { getRules } from './get-rules';
import { getSession } from './get-session';
import { getSessionRecord } from './get-session-record';
import { getSignInCodes } from './get-sign-in-codes';
import { inviteObserver } from './invite-observer';
import { listPublicNotices } from './list-public-notices';
import { listSessions } from './list-sessions';
import { lockWithout } from './lock-without';
import { nameSubstitute } from './name-substitute';
import { objectFor } from './object-for';
import { objectToNotice } from './object-to-notice';
import { openItem } from './open-item';
import { openSession } from './open-session';
import { publishNotice } from './publish-notice';
import { recallMinutes } from './recall-minutes';
import { referItem } from './refer-item';
import { resumeSession } from './resume-session';
import { sendMinutes } from './send-minutes';
import { signIn } from './sign-in';
import { signInFor } from './sign-in-for';
import { statePosition } from './state-position';

/** Contract → use case: sessions, public notices and the rules of councils. */
export const sessionsRoutes: readonly Bound[] = [
  on(routes.callSession, callSession),
  on(routes.listSessions, listSessions),
  on(routes.getSession, getSession),
  on(routes.getSessionRecord, getSessionRecord),
  on(routes.getSignInCodes, getSignInCodes),
  on(routes.answerInvitation, answerInvitation),
  on(routes.nameSubstitute, nameSubstitute),
  on(routes.inviteObserver, inviteObserver),
  on(routes.cancelSession, cancelSession),
  on(routes.signIn, signIn),
  on(routes.signInFor, signInFor),
  on(routes.openSession, openSession),
  on(routes.failSession, failSession),
  on(routes.openItem, openItem),
  on(routes.statePosition, statePosition),
  on(routes.callVote, callVote),
  on(routes.conclude, conclude),
  on(routes.deferItem, deferItem),
  on(routes.referItem, referItem),
  on(routes.adjournSession, adjournSession),
  on(routes.resumeSession, resumeSession),
  on(routes.endSession, endSession),
  on(routes.editMinutes, editMinutes),
  on(routes.sendMinutes, sendMinutes),
  on(routes.confirmMinutes, confirmMinutes),
  on(routes.confirmMinutesFor, confirmFor),
  on(routes.disputeMinutes, disputeMinutes),
  on(routes.recallMinutes, recallMinutes),
  on(routes.lockMinutesWithout, lockWithout),
  on(routes.publishNotice, publishNotice),
  on(routes.objectToNotice, objectToNotice),
  on(routes.objectForSomebody, objectFor),
  on(routes.answerObjection, answerObjection),
  openTo(routes.listPublicNotices, listPublicNotices),
  openTo(routes.getPublicNotice, getPublicNotice),
  openTo(routes.getNoticeSheet, getNoticeSheet),
  openTo(routes.getCouncilRules, getRules),
  on(routes.changeCouncilRules, changeRules),
];
