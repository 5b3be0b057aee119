import * as contract from '@gongyi/shared/council/contract';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import type { TopicMove } from '@gongyi/shared/council/topic-rules';
import type { Route } from '@gongyi/shared/kernel/define-route';

/** The route of every move of a topic. */
export const topicMoveRoutes = {
  amend: contract.amendTopic,
  second: contract.secondTopic,
  comment: contract.commentTopic,
  'hide-comment': contract.hideTopicComment,
  withdraw: contract.withdrawTopic,
  accept: contract.acceptTopic,
  merge: contract.mergeTopic,
  return: contract.returnTopic,
  redirect: contract.redirectTopic,
  progress: contract.progressTopic,
  'finish-task': contract.finishTopicTask,
  supervise: contract.superviseTopic,
  rate: contract.rateTopic,
} as const satisfies Record<TopicMove, Route>;

/** The route of every move of a session. */
export const sessionMoveRoutes = {
  answer: contract.answerInvitation,
  'name-substitute': contract.nameSubstitute,
  'invite-observer': contract.inviteObserver,
  cancel: contract.cancelSession,
  'sign-in': contract.signIn,
  'sign-in-for': contract.signInFor,
  open: contract.openSession,
  fail: contract.failSession,
  'open-item': contract.openItem,
  'state-position': contract.statePosition,
  'call-vote': contract.callVote,
  conclude: contract.conclude,
  'defer-item': contract.deferItem,
  'refer-item': contract.referItem,
  adjourn: contract.adjournSession,
  resume: contract.resumeSession,
  end: contract.endSession,
  'edit-minutes': contract.editMinutes,
  'send-minutes': contract.sendMinutes,
  'confirm-minutes': contract.confirmMinutes,
  'confirm-for': contract.confirmMinutesFor,
  'dispute-minutes': contract.disputeMinutes,
  'recall-minutes': contract.recallMinutes,
  'lock-without': contract.lockMinutesWithout,
  publish: contract.publishNotice,
  object: contract.objectToNotice,
  'object-for': contract.objectForSomebody,
  'answer-objection': contract.answerObjection,
} as const satisfies Record<SessionMove, Route>;
