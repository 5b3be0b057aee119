import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import type { RefusalCode } from '../kernel/refusal';
import { Id, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { TopicView } from './contract-view';
import { RecordLine } from '../kernel/record-line';
import { MATTERS } from './topic-matters';
import { RATINGS, REDIRECTS } from './topic';
import { TOPIC_MOVE_ACTION } from './topic-rules';
import type { TopicMove } from './topic-rules';

const ById = z.object({ topicId: Id });
const Photos = z._default(z.array(Id).check(z.maxLength(9)), []);
/** Every move carries the revision its maker saw: if somebody was faster, the answer says so. */
const Seen = z.object({ rev: z.int().check(z.minimum(1)) });

export const TopicDraft = z.object({
  title: text(60),
  words: text(2000),
  spot: z.optional(text(100)),
  matter: z._default(z.enum(MATTERS), 'common-affairs'),
  photos: Photos,
});
export type TopicDraft = z.output<typeof TopicDraft>;

export const proposeTopic = defineRoute({
  id: 'council.propose-topic',
  method: 'POST',
  path: '/compounds/{compoundId}/topics',
  summary: 'Propose a topic: one matter, written, signed',
  access: 'topic.propose',
  params: z.object({ compoundId: PlaceId }),
  query: Nothing,
  body: z.extend(TopicDraft, { asParty: z._default(z.boolean(), false) }),
  reply: TopicView,
  refusals: ['privacy-consent-needed', 'place-unknown', 'photos-unknown', 'party-not-yours'],
});

export const getTopic = defineRoute({
  id: 'council.get-topic',
  method: 'GET',
  path: '/topics/{topicId}',
  summary: 'One topic with the last of its timeline, or what came before, the table of four and what I may do',
  access: 'topic.read',
  params: ById,
  query: z.object({ before: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(999_999))) }),
  body: Nothing,
  reply: TopicView,
  refusals: [],
});

export const getTopicRecord = defineRoute({
  id: 'council.get-topic-record',
  method: 'GET',
  path: '/topics/{topicId}/record',
  summary: 'The verifiable record of a topic: every step with the fingerprint of the one before',
  access: 'topic.read',
  params: ById,
  query: PageQuery,
  body: Nothing,
  reply: z.extend(pageOf(RecordLine), { head: z.object({ rev: z.int(), fingerprint: z.string() }) }),
  refusals: ['cursor-invalid'],
});

const topicMove = <B extends z.ZodMiniObject>(
  verb: TopicMove,
  summary: string,
  body: B,
  refusals: readonly RefusalCode[] = [],
) =>
  defineRoute({
    id: `council.${verb}-topic`,
    method: 'POST',
    path: `/topics/{topicId}/${verb}`,
    summary,
    access: TOPIC_MOVE_ACTION[verb],
    params: ById,
    query: Nothing,
    body,
    reply: TopicView,
    refusals: ['move-not-allowed', 'changed-meanwhile', ...refusals],
  });

const Reason = { reason: text(300) };

export const amendTopic = topicMove(
  'amend',
  'Write my topic anew, until it is screened',
  z.extend(Seen, TopicDraft.shape),
  ['photos-unknown'],
);
export const secondTopic = topicMove('second', 'Second (附议) the words that were seen', Seen, [
  'own-topic',
  'content-unchecked',
  'already-seconded',
  'amended-since',
]);
export const commentTopic = topicMove('comment', 'Say something about it', z.extend(Seen, { words: text(500) }));
export const hideTopicComment = topicMove(
  'hide-comment',
  'Hide a comment, with the reason',
  z.extend(Seen, { hiddenRev: z.int(), ...Reason }),
  ['comment-unknown'],
);
export const withdrawTopic = topicMove('withdraw', 'Withdraw my topic, unless others were merged into it', Seen, [
  'holds-others',
]);
export const acceptTopic = topicMove(
  'accept',
  'Screened: onto the way to a session',
  z.extend(Seen, { words: z.optional(text(300)) }),
  ['owners-decide', 'content-unchecked'],
);
export const mergeTopic = topicMove(
  'merge',
  'Screened: into another topic, with its supporters',
  z.extend(Seen, { intoId: Id, ...Reason }),
  ['topic-unknown', 'topic-not-ready', 'owners-decide', 'too-many-merged'],
);
export const returnTopic = topicMove(
  'return',
  'Screened: back to the proposer, with the reason',
  z.extend(Seen, Reason),
);
export const redirectTopic = topicMove(
  'redirect',
  'Screened: to a service request, an owners’ vote or the street',
  z.extend(Seen, { to: z.enum(REDIRECTS), ...Reason }),
);
const TaskWork = { taskId: Id, words: text(500), photos: Photos };
const TASK_REFUSALS = ['task-unknown', 'party-not-yours', 'photos-unknown'] as const;
export const progressTopic = topicMove(
  'progress',
  'How far my party’s task has come',
  z.extend(Seen, {
    ...TaskWork,
    stepsDone: z._default(z.array(z.int().check(z.minimum(0), z.maximum(7))).check(z.maxLength(8)), []),
  }),
  TASK_REFUSALS,
);
export const finishTopicTask = topicMove(
  'finish-task',
  'My party’s task is done',
  z.extend(Seen, TaskWork),
  TASK_REFUSALS,
);
export const superviseTopic = topicMove(
  'supervise',
  'A note of supervision by the residents’ committee or the street',
  z.extend(Seen, { words: text(500), taskId: z.optional(Id) }),
  ['task-unknown'],
);
export const rateTopic = topicMove(
  'rate',
  'How I find what was carried out',
  z.extend(Seen, { rating: z.enum(RATINGS), words: z.optional(text(500)) }),
  ['already-rated'],
);
