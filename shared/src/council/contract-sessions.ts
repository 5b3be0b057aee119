import * as z from 'zod/mini';
import { PARTIES } from '../district/organisation';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import type { RefusalCode } from '../kernel/refusal';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { Phone } from '../people/contract';
import { SessionView } from './contract-view';
import { STANCES } from './outcome';
import { RecordLine } from '../kernel/record-line';
import { Observer } from './session';
import { SESSION_MOVE_ACTION } from './session-rules';
import type { SessionMove } from './session-rules';

const ById = z.object({ sessionId: Id });
const Seen = z.object({ rev: z.int().check(z.minimum(1)) });
const Reason = { reason: text(300) };
const OnTopic = z.extend(Seen, { topicId: Id });

export const callSession = defineRoute({
  id: 'council.call-session',
  method: 'POST',
  path: '/compounds/{compoundId}/sessions',
  summary: 'Call a session: agenda, time and venue, with the days of notice',
  access: 'session.chair',
  params: z.object({ compoundId: PlaceId }),
  query: Nothing,
  body: z.object({
    topicIds: z.array(Id).check(z.minLength(1), z.maxLength(8)),
    startsAt: Instant,
    venue: text(100),
    online: z._default(z.boolean(), false),
    /** The failed session that is called a second time. */
    secondOf: z.optional(Id),
  }),
  reply: SessionView,
  refusals: [
    'place-unknown',
    'notice-too-short',
    'online-not-allowed',
    'too-many-topics',
    'topic-unknown',
    'topic-not-ready',
    'second-calling-unknown',
    'second-calling-made',
    'too-few-bodies',
    'owners-decide',
    'content-unchecked',
    'changed-meanwhile',
  ],
});

export const getSession = defineRoute({
  id: 'council.get-session',
  method: 'GET',
  path: '/sessions/{sessionId}',
  summary: 'One session: who is there, the agenda, positions, minutes and what I may do',
  access: 'topic.read',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: SessionView,
  refusals: [],
});

export const getSessionRecord = defineRoute({
  id: 'council.get-session-record',
  method: 'GET',
  path: '/sessions/{sessionId}/record',
  summary: 'The verifiable record of a session: every step with the fingerprint of the one before',
  access: 'topic.read',
  params: ById,
  query: PageQuery,
  body: Nothing,
  reply: z.extend(pageOf(RecordLine), { head: z.object({ rev: z.int(), fingerprint: z.string() }) }),
  refusals: ['cursor-invalid'],
});

export const getSignInCodes = defineRoute({
  id: 'council.get-sign-in-codes',
  method: 'GET',
  path: '/sessions/{sessionId}/sign-in-codes',
  summary: 'Codes for the chair’s screen, one for each half minute of the next ten',
  access: 'session.chair',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: z.object({ codes: z.array(z.object({ from: Instant, code: z.string() })) }),
  refusals: ['move-not-allowed'],
});

const sessionMove = <B extends z.ZodMiniObject>(
  verb: SessionMove,
  summary: string,
  body: B,
  refusals: readonly RefusalCode[] = [],
) =>
  defineRoute({
    id: `council.${verb}`,
    method: 'POST',
    path: `/sessions/{sessionId}/${verb}`,
    summary,
    access: SESSION_MOVE_ACTION[verb],
    params: ById,
    query: Nothing,
    body,
    reply: SessionView,
    refusals: ['move-not-allowed', 'changed-meanwhile', ...refusals],
  });

export const answerInvitation = sessionMove('answer', 'Whether I shall come', z.extend(Seen, { coming: z.boolean() }), [
  'not-a-delegate',
]);
export const nameSubstitute = sessionMove(
  'name-substitute',
  'Name somebody in place of my party’s own people',
  z.extend(Seen, { party: z.enum(PARTIES), phone: Phone }),
  ['person-unknown', 'party-not-yours', 'already-a-delegate', 'too-many-delegates'],
);
export const inviteObserver = sessionMove(
  'invite-observer',
  'Invite somebody who speaks without a vote (列席)',
  z.extend(Seen, Observer.shape),
  ['too-many-delegates'],
);
export const cancelSession = sessionMove('cancel', 'Cancel the session, with the reason', z.extend(Seen, Reason));
export const signIn = sessionMove(
  'sign-in',
  'Sign in by the code shown at the venue',
  z.extend(Seen, { code: text(64) }),
  [
    'not-a-delegate',
    'sign-in-not-open',
    'sign-in-code-wrong',
    'already-signed-in',
    'too-many-delegates',
    'too-many-sittings',
  ],
);
export const signInFor = sessionMove(
  'sign-in-for',
  'The chair signs in somebody without a phone',
  z.extend(Seen, { party: z.enum(PARTIES), name: text(40) }),
  ['sign-in-not-open', 'already-signed-in', 'seat-empty', 'too-many-delegates', 'too-many-sittings'],
);
export const openSession = sessionMove('open', 'Open the session, with its quorum', Seen, ['not-yet', 'no-quorum']);
export const failSession = sessionMove('fail', 'Record that too few parties came', Seen, ['not-yet', 'quorum-reached']);
export const openItem = sessionMove('open-item', 'Take up a topic', OnTopic, [
  'topic-unknown',
  'item-running',
  'no-quorum',
]);
export const statePosition = sessionMove(
  'state-position',
  'How my party stands, with reasons',
  z.extend(OnTopic, { stance: z.enum(STANCES), reasons: text(1000), party: z.optional(z.enum(PARTIES)) }),
  ['topic-unknown', 'item-not-open', 'not-signed-in', 'not-a-delegate', 'party-not-yours'],
);
export const callVote = sessionMove('call-vote', 'No consensus: one vote a party', OnTopic, [
  'topic-unknown',
  'item-not-open',
  'no-quorum',
  'position-missing',
  'consensus-reached',
]);
export const conclude = sessionMove(
  'conclude',
  'Record what was resolved, and who does what by when',
  z.extend(OnTopic, {
    words: text(2000),
    tasks: z._default(
      z
        .array(
          z.object({
            words: text(200),
            party: z.enum(PARTIES),
            steps: z._default(z.array(text(80)).check(z.maxLength(8)), []),
            dueAt: Instant,
          }),
        )
        .check(z.maxLength(10)),
      [],
    ),
  }),
  [
    'topic-unknown',
    'item-not-open',
    'no-quorum',
    'position-missing',
    'vote-needed',
    'not-agreed',
    'owners-decide',
    'task-too-early',
    'seat-empty',
  ],
);
export const deferItem = sessionMove('defer-item', 'Leave it to a later session', z.extend(OnTopic, Reason), [
  'topic-unknown',
  'item-not-open',
]);
export const referItem = sessionMove('refer-item', 'Refer it to the street', z.extend(OnTopic, Reason), [
  'topic-unknown',
  'item-not-open',
]);
export const adjournSession = sessionMove('adjourn', 'Adjourn', z.extend(Seen, { resumesAt: Instant, ...Reason }), [
  'until-not-future',
  'too-many-sittings',
]);
export const resumeSession = sessionMove('resume', 'Go on', Seen);
export const endSession = sessionMove('end', 'End the session; the minutes are drafted', Seen, ['item-running']);
export const editMinutes = sessionMove('edit-minutes', 'Edit the draft', z.extend(Seen, { words: text(10_000) }), [
  'owners-decide',
]);
export const sendMinutes = sessionMove('send-minutes', 'Send the minutes to the parties', Seen);
export const confirmMinutes = sessionMove('confirm-minutes', 'My party confirms the minutes', Seen, [
  'not-a-delegate',
  'already-confirmed',
]);
export const confirmMinutesFor = sessionMove(
  'confirm-for',
  'The chair enters that a party confirms that was there without a phone',
  z.extend(Seen, { party: z.enum(PARTIES), name: text(40) }),
  ['already-confirmed', 'party-not-yours'],
);
export const disputeMinutes = sessionMove('dispute-minutes', 'My party says what is wrong', z.extend(Seen, Reason), [
  'not-a-delegate',
]);
export const recallMinutes = sessionMove(
  'recall-minutes',
  'Take the minutes back to change them; what was confirmed of them falls',
  z.extend(Seen, Reason),
);
export const lockMinutesWithout = sessionMove(
  'lock-without',
  'Lock the minutes without the one party that let its days to confirm go by',
  z.extend(Seen, Reason),
  ['minutes-open', 'not-yet'],
);
export const publishNotice = sessionMove('publish', 'Put the resolutions on public notice', Seen, [
  'not-agreed',
  'content-unchecked',
]);
export const objectToNotice = sessionMove(
  'object',
  'Object, signed',
  z.extend(Seen, { words: text(1000), signature: text(40) }),
  ['deadline-passed', 'privacy-consent-needed'],
);
export const objectForSomebody = sessionMove(
  'object-for',
  'Enter an objection handed in on paper, signed',
  z.extend(Seen, { words: text(1000), signature: text(40) }),
  ['deadline-passed'],
);
export const answerObjection = sessionMove(
  'answer-objection',
  'Answer an objection',
  z.extend(Seen, { objectionRev: z.int(), words: text(1000) }),
  ['objection-unknown'],
);
