import * as contract from '@gongyi/shared/requests/contract';
import type { Route } from '@gongyi/shared/kernel/define-route';
import type { Move } from '@gongyi/shared/requests/request-rules';

/** The route of every move. */
export const moveRoutes = {
  accept: contract.acceptRequest,
  assign: contract.assignRequest,
  take: contract.takeRequest,
  start: contract.startRequest,
  'plan-visit': contract.planVisit,
  pause: contract.pauseRequest,
  resume: contract.resumeRequest,
  quote: contract.quoteRequest,
  'answer-quote': contract.answerQuote,
  resolve: contract.resolveRequest,
  confirm: contract.confirmRequest,
  'half-fix': contract.halfFixRequest,
  reopen: contract.reopenRequest,
  decline: contract.declineRequest,
  'pass-on': contract.passOn,
  'mark-duplicate': contract.markDuplicate,
  withdraw: contract.withdrawRequest,
  reply: contract.replyToRequest,
  nudge: contract.nudgeRequest,
  join: contract.joinRequest,
  'call-back': contract.callBack,
  escalate: contract.escalateRequest,
} as const satisfies Record<Move, Route>;
