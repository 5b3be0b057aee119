import * as routes from '@gongyi/shared/requests/contract';
import { on } from '../platform/router';
import type { Bound } from '../platform/router';
import { acceptRequest } from './accept-request';
import { answerQuote } from './answer-quote';
import { assignMany } from './assign-many';
import { assignRequest } from './assign-request';
import { callBack } from './call-back';
import { confirmRequest } from './confirm-request';
import { decideContent } from './decide-content';
import { declineRequest } from './decline-request';
import { escalateRequest } from './escalate-request';
import { exportCommunityRequests, exportOrganisationRequests } from './export-requests';
import { fileHotline } from './file-hotline';
import { fileOnBehalf } from './file-on-behalf';
import { fileRequest } from './file-request';
import { getRates } from './get-rates';
import { getRequest } from './get-request';
import { halfFixRequest } from './half-fix-request';
import { joinRequest } from './join-request';
import { listBelow } from './list-below';
import { listContentToCheck } from './list-content-to-check';
import { listMine } from './list-mine';
import { listNearby } from './list-nearby';
import { listNeighbourhood } from './list-neighbourhood';
import { listPlaceHistory } from './list-place-history';
import { listQueue } from './list-queue';
import { listTemplates } from './list-templates';
import { lookUpCaller } from './look-up-caller';
import { markDuplicate } from './mark-duplicate';
import { nudgeRequest } from './nudge-request';
import { passOn } from './pass-on';
import { pauseRequest } from './pause-request';
import { planVisit } from './plan-visit';
import { previewHotline } from './preview-hotline';
import { quoteRequest } from './quote-request';
import { reopenRequest } from './reopen-request';
import { replyToRequest } from './reply-to-request';
import { resolveRequest } from './resolve-request';
import { resumeRequest } from './resume-request';
import { saveTemplate } from './save-template';
import { seeContact } from './see-contact';
import { startRequest } from './start-request';
import { takeRequest } from './take-request';
import { withdrawRequest } from './withdraw-request';

/** Contract → use case. */
export const requestsRoutes: readonly Bound[] = [
  on(routes.fileRequest, fileRequest),
  on(routes.getRequest, getRequest),
  on(routes.listMine, listMine),
  on(routes.listNeighbourhood, listNeighbourhood),
  on(routes.listNearby, listNearby),
  on(routes.listQueue, listQueue),
  on(routes.listPlaceHistory, listPlaceHistory),
  on(routes.listBelow, listBelow),
  on(routes.acceptRequest, acceptRequest),
  on(routes.assignRequest, assignRequest),
  on(routes.takeRequest, takeRequest),
  on(routes.startRequest, startRequest),
  on(routes.planVisit, planVisit),
  on(routes.pauseRequest, pauseRequest),
  on(routes.resumeRequest, resumeRequest),
  on(routes.quoteRequest, quoteRequest),
  on(routes.answerQuote, answerQuote),
  on(routes.resolveRequest, resolveRequest),
  on(routes.confirmRequest, confirmRequest),
  on(routes.halfFixRequest, halfFixRequest),
  on(routes.reopenRequest, reopenRequest),
  on(routes.declineRequest, declineRequest),
  on(routes.passOn, passOn),
  on(routes.markDuplicate, markDuplicate),
  on(routes.withdrawRequest, withdrawRequest),
  on(routes.replyToRequest, replyToRequest),
  on(routes.nudgeRequest, nudgeRequest),
  on(routes.joinRequest, joinRequest),
  on(routes.callBack, callBack),
  on(routes.escalateRequest, escalateRequest),
  on(routes.fileOnBehalf, (input, call) => fileOnBehalf(input, call)),
  on(routes.previewHotline, previewHotline),
  on(routes.fileHotline, fileHotline),
  on(routes.exportOfOrganisation, exportOrganisationRequests),
  on(routes.exportOfCommunity, exportCommunityRequests),
  on(routes.lookUpCaller, lookUpCaller),
  on(routes.seeContact, seeContact),
  on(routes.assignMany, assignMany),
  on(routes.listTemplates, listTemplates),
  on(routes.saveTemplate, saveTemplate),
  on(routes.getRates, getRates),
  on(routes.listContentToCheck, listContentToCheck),
  on(routes.decideContent, decideContent),
];
