import * as z from 'zod/mini';
import { defineRoute } from '../kernel/define-route';
import type { Route } from '../kernel/define-route';
import type { RefusalCode } from '../kernel/refusal';
import { Id, Instant, Nothing, text } from '../kernel/schema';
import { ById, Photos } from './contract-parts';
import { RequestView } from './contract-view';
import { Quote, Visit } from './request';
import type { Move } from './request-rules';

/** Every move carries the revision its maker saw: if somebody was faster, the answer says so. */
const Seen = z.object({ rev: z.int().check(z.minimum(1)) });
const Words = { words: text(1000) };

type Access = Route['access'];

const moveRoute = <B extends z.ZodMiniObject>(
  verb: Move,
  summary: string,
  access: Access,
  body: B,
  refusals: readonly RefusalCode[],
) =>
  defineRoute({
    id: `requests.${verb}`,
    method: 'POST',
    path: `/requests/{requestId}/${verb}`,
    summary,
    access,
    params: ById,
    query: Nothing,
    body,
    reply: RequestView,
    refusals: ['move-not-allowed', 'changed-meanwhile', ...refusals],
  });

export const acceptRequest = moveRoute('accept', 'Accept: we have it', 'request.accept', Seen, ['already-held']);
export const assignRequest = moveRoute(
  'assign',
  'Hand out to a technician; accepts first if needed',
  'request.assign',
  z.extend(Seen, { assigneeId: Id }),
  ['person-not-in-organisation'],
);
export const takeRequest = moveRoute('take', 'A technician takes accepted work that nobody has', 'request.take', Seen, [
  'already-held',
]);
export const startRequest = moveRoute('start', 'On site: work begins', 'request.start', Seen, []);
export const planVisit = moveRoute(
  'plan-visit',
  'Agree when somebody comes to the home',
  'request.plan-visit',
  z.extend(Seen, { visit: Visit }),
  ['until-not-future'],
);
export const pauseRequest = moveRoute(
  'pause',
  'Pause with a reason and an end; the clock stands',
  'request.pause',
  z.extend(Seen, { reason: text(200), until: Instant }),
  ['until-not-future'],
);
export const resumeRequest = moveRoute('resume', 'Go on; the clock runs again', 'request.resume', Seen, []);
export const quoteRequest = moveRoute(
  'quote',
  'Offer a price before paid work',
  'request.quote',
  z.extend(Seen, { fen: Quote.shape.fen, words: text(300) }),
  [],
);
export const answerQuote = moveRoute(
  'answer-quote',
  'Accept or refuse the price',
  'request.answer-quote',
  z.extend(Seen, { accepted: z.boolean() }),
  ['quote-not-open'],
);
export const resolveRequest = moveRoute(
  'resolve',
  'Done, with proof',
  'request.resolve',
  z.extend(Seen, { words: text(500), before: Photos, after: Photos }),
  ['proof-needed', 'photos-unknown', 'quote-not-open'],
);
export const confirmRequest = moveRoute(
  'confirm',
  'Yes, it is fixed',
  'request.answer-outcome',
  z.extend(Seen, { satisfied: z.boolean(), words: z.optional(text(1000)) }),
  [],
);
export const halfFixRequest = moveRoute(
  'half-fix',
  'Fixed in part: a new deadline begins',
  'request.answer-outcome',
  z.extend(Seen, { ...Words, photos: Photos }),
  ['photos-unknown'],
);
export const reopenRequest = moveRoute(
  'reopen',
  'Not fixed: a new deadline begins',
  'request.answer-outcome',
  z.extend(Seen, { ...Words, photos: Photos }),
  ['photos-unknown'],
);
export const declineRequest = moveRoute(
  'decline',
  'Decline with a reason',
  'request.decline',
  z.extend(Seen, { reason: text(300) }),
  [],
);
export const passOn = moveRoute(
  'pass-on',
  'Not ours: name whose it is, and it moves there',
  'request.pass-on',
  z.extend(Seen, { toOrganisationId: Id, reason: text(300) }),
  ['holder-unknown', 'holder-same', 'passed-before'],
);
export const markDuplicate = moveRoute(
  'mark-duplicate',
  'The same as another; who filed it joins that one',
  'request.mark-duplicate',
  z.extend(Seen, { of: Id }),
  ['duplicate-of-itself', 'duplicate-unknown'],
);
export const withdrawRequest = moveRoute('withdraw', 'Withdraw my request', 'request.withdraw', Seen, []);
export const replyToRequest = moveRoute(
  'reply',
  'Write to each other',
  'request.reply',
  z.extend(Seen, { ...Words, photos: Photos }),
  ['photos-unknown'],
);
export const nudgeRequest = moveRoute('nudge', 'Nudge (催办)', 'request.nudge', Seen, ['nudge-too-soon']);
export const joinRequest = moveRoute('join', 'Me too (我也遇到)', 'request.join', Seen, [
  'own-request',
  'already-joined',
]);
export const callBack = moveRoute(
  'call-back',
  'Record what the resident said on the phone',
  'request.call-back',
  z.extend(Seen, {
    reached: z.boolean(),
    outcome: z.optional(z.enum(['confirmed', 'half-fixed', 'reopened'])),
    satisfied: z.optional(z.boolean()),
    words: z.optional(text(1000)),
  }),
  ['answers-incomplete'],
);
export const escalateRequest = moveRoute(
  'escalate',
  'Bring it to the next level now',
  'request.escalate',
  z.extend(Seen, { reason: text(300) }),
  [],
);
