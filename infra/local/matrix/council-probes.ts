import { getCouncilRules } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import { Refused } from '../demo/client';
import { topicIn } from '../world/councils';
import type { World } from '../world/build';
import { arrive } from '../world/people';
import type { Person } from '../world/people';
import type { Side } from '../world/places';
import { allThereIn, codeOf, objectedIn, partyOf, sessionAt, taskOf, topicAt, twoTopics } from './council-subjects';
import { has, revOf } from './probe';
import type { Asked, Probe } from './probe';
import { once, placesOf } from './subjects';
import type { Subject } from './subjects';

type More = (
  subject: Subject,
  who: Person | undefined,
  world: World,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

const DAY = 86_400_000;
const id = (subject: Subject, name: string): string => subject[name] ?? '';
const newer: NonNullable<Probe['shows']> = (reply, subject) => revOf(reply) > Number(subject['rev']);

/** A move about the subject of that name, under the revision that was seen. */
const move =
  (name: 'topicId' | 'sessionId', more: More): Probe['ask'] =>
  async (subject, who, world): Promise<Asked> => ({
    params: { [name]: id(subject, name) },
    body: { rev: Number(subject['rev']), ...(await more(subject, who, world)) },
  });

const topic = (state: Parameters<typeof topicAt>[2], more: More = () => ({}), shared = false): Probe => ({
  make: (world, side) => topicAt(world, side, state),
  ask: move('topicId', more),
  shows: newer,
  once: !shared,
});
const session = (state: Parameters<typeof sessionAt>[2], more: More = () => ({}), shared = false): Probe => ({
  make: (world, side) => sessionAt(world, side, state),
  ask: move('sessionId', more),
  shows: newer,
  once: !shared,
});

const reason = { reason: '说明' };
const words = { words: '说明' };
const about = ({ topicId }: Subject) => ({ topicId });
const draft = { title: '议题', ...words };
const look = (name: 'topicId' | 'sessionId'): Probe => ({
  make: (world, side) => (name === 'topicId' ? topicAt(world, side, 'proposed') : sessionAt(world, side, 'past')),
  ask: (subject) => ({ params: { [name]: id(subject, name) } }),
});
/** Its words are checked, and it is not yet accepted. */
const lookedAt: Probe['make'] = async (world, side) => {
  const subject = await topicAt(world, side, 'proposed');
  await world.system.settle();
  return subject;
};
const places = (world: World, side: Side): Promise<Subject> => Promise.resolve(placesOf(world, side));
const compound: Probe = { make: places, ask: ({ compoundId = '' }) => ({ params: { compoundId } }) };
const community: Probe = { make: places, ask: ({ communityId = '' }) => ({ params: { placeId: communityId } }) };

const TOPICS: Readonly<Record<string, Probe>> = {
  'propose-topic': {
    make: places,
    ask: ({ compoundId = '' }) => ({ params: { compoundId }, body: draft }),
    shows: (reply) => has(reply, '"mine":true'),
  },
  'list-topics': {
    ...compound,
    make: (world, side) => topicAt(world, side, 'proposed'),
  },
  'get-topic': look('topicId'),
  'get-topic-record': look('topicId'),
  'amend-topic': topic('proposed', () => draft),
  'second-topic': { ...topic('proposed', undefined, true), make: lookedAt },
  'comment-topic': topic('proposed', () => words, true),
  'hide-comment-topic': topic('commented', ({ hiddenRev }) => ({ hiddenRev: Number(hiddenRev), ...reason })),
  'withdraw-topic': topic('proposed'),
  'accept-topic': { ...topic('proposed'), make: lookedAt },
  'merge-topic': { ...topic('proposed', ({ intoId }) => ({ intoId, ...reason })), make: twoTopics },
  'return-topic': topic('proposed', () => reason),
  'redirect-topic': topic('proposed', () => ({ to: 'street', ...reason })),
  'progress-topic': topic('carrying', (_, who) => ({ taskId: taskOf(who), ...words }), true),
  'finish-task-topic': topic('carrying', (_, who) => ({ taskId: taskOf(who), ...words })),
  'supervise-topic': topic('carrying', () => words),
  'rate-topic': topic('done', () => ({ rating: 'good' }), true),
  'decide-content': {
    make: (world, side) => topicAt(world, side, 'proposed'),
    ask: ({ topicId }) => ({ body: { subject: { kind: 'topic', id: topicId }, eventRev: 1, clear: true } }),
  },
  'list-topics-below': community,
  'list-away': community,
};

const MEETINGS: Readonly<Record<string, Probe>> = {
  'call-session': {
    make: async (world, side) => ({ ...placesOf(world, side), topicId: await topicIn(world, side) }),
    ask: ({ compoundId = '', topicId }) => ({
      params: { compoundId },
      body: { topicIds: [topicId], startsAt: Date.now() + 2 * DAY, venue: '议事厅' },
    }),
    shows: (reply) => has(reply, '"called"'),
    once: true,
  },
  'list-sessions': compound,
  'get-session': look('sessionId'),
  'get-session-record': look('sessionId'),
  'get-sign-in-codes': {
    make: (world, side) => sessionAt(world, side, 'called'),
    ask: (subject) => ({ params: { sessionId: id(subject, 'sessionId') } }),
    shows: (reply) => has(reply, '"code"'),
  },
  answer: session('called', () => ({ coming: true }), true),
  'name-substitute': session('called', async (_, who, world) => {
    const { phone } = await arrive(world.system, world.client, once('substitute').replaceAll(' ', '.'));
    return { party: partyOf(who), phone };
  }),
  'invite-observer': session('called', () => ({ name: '列席样例', from: '街道' })),
  cancel: session('called', () => reason),
  'sign-in': session('ready', async (subject, _, world) => ({ code: await codeOf(world, subject) }), true),
  'sign-in-for': session('ready', () => ({ party: 'party-branch', name: '代签样例' })),
  open: session('signed'),
  fail: session('ready'),
  'open-item': session('open', about),
  'state-position': {
    ...session(
      'item',
      (subject, who) => ({
        ...about(subject),
        stance: 'agree',
        reasons: '说明',
        ...(who?.name.endsWith('community-secretary') === true ? { party: 'party-branch' } : {}),
      }),
      true,
    ),
    make: allThereIn,
    // The chair writes down only what a party has not said itself.
    first: 'community-secretary',
  },
  'call-vote': session('split', about),
  conclude: session('agreed', (subject) => ({ ...about(subject), ...words })),
  'defer-item': session('item', (subject) => ({ ...about(subject), ...reason })),
  'refer-item': session('item', (subject) => ({ ...about(subject), ...reason })),
  adjourn: session('open', () => ({ resumesAt: Date.now() + DAY, ...reason })),
  resume: session('adjourned'),
  end: session('settled'),
  'edit-minutes': session('ended', () => words),
  'send-minutes': session('ended'),
  'confirm-minutes': session('confirming'),
  'confirm-for': session('confirming', () => ({ party: 'party-branch', name: '代签样例' })),
  'dispute-minutes': session('confirming', () => reason),
  'recall-minutes': session('confirming', () => reason),
  'lock-without': session('silent', () => reason),
  publish: session('confirmed'),
  object: session('on-notice', () => ({ ...words, signature: '签名样例' }), true),
  'object-for': session('on-notice', () => ({ ...words, signature: '书面样例' }), true),
  'answer-objection': {
    ...session('on-notice', ({ objectionRev }) => ({ objectionRev: Number(objectionRev), ...words })),
    make: objectedIn,
  },
  'list-public-notices': compound,
  'get-public-notice': look('sessionId'),
  'get-notice-sheet': look('sessionId'),
  'get-rules': community,
  'change-rules': {
    make: places,
    ask: async ({ communityId = '' }, _, world) => ({
      params: { placeId: communityId },
      body: {
        seen: await versionOf(world, communityId),
        rules: { ...DEFAULT_COUNCIL_RULES, noticeDays: 1, publicNoticeDays: 1 },
        reason: '试行',
      },
    }),
  },
};

/** The version in force; 0 of a community that is not there. */
const versionOf = async ({ client }: World, placeId: string): Promise<number> => {
  try {
    return (await client.send(getCouncilRules, { name: once('rules'), params: { placeId } })).version;
  } catch (fault) {
    if (fault instanceof Refused) return 0;
    throw fault;
  }
};

export const COUNCIL_PROBES: Readonly<Record<string, Probe>> = Object.fromEntries(
  Object.entries({ ...TOPICS, ...MEETINGS }).map(([verb, probe]) => [`council.${verb}`, probe]),
);
