import { getVotingRules } from '@gongyi/shared/votes/contract-preparing';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import { isoDate } from '@gongyi/shared/kernel/time';
import { Refused } from '../demo/client';
import type { World } from '../world/build';
import type { Person } from '../world/people';
import { homeOf } from '../world/places';
import type { Side } from '../world/places';
import { rollNameOf } from '../world/votes';
import { has, revOf } from './probe';
import type { Asked, Probe } from './probe';
import { once, photoOf, placesOf } from './subjects';
import type { Subject } from './subjects';
import {
  draftBody,
  handOverIn,
  meetingAt,
  nominatedIn,
  objectedVote,
  publishedVote,
  repairAt,
  repairBody,
  times,
  unvoted,
  voteAt,
  voteSubject,
} from './votes-subjects';
import type { VoteState } from './votes-subjects';

type More = (subject: Subject, who: Person | undefined, world: World) => object | Promise<object>;
type Named = 'voteId' | 'committeeVoteId' | 'repairId' | 'handOverId';

const DAY = 86_400_000;
const newer: NonNullable<Probe['shows']> = (reply, subject) => revOf(reply) > Number(subject['rev']);
const revised =
  (name: Named, more: More = () => ({})): Probe['ask'] =>
  async (subject, who, world): Promise<Asked> => ({
    params: { [name]: subject[name] ?? '' },
    body: { rev: Number(subject['rev']), ...(await more(subject, who, world)) },
  });

const vote = (state: VoteState, more?: More): Probe => ({
  make: (world, side) => voteAt(world, side, state),
  ask: revised('voteId', more),
  shows: newer,
  once: true,
});
const looks = (make: Probe['make'], name: Named = 'voteId'): Probe => ({
  make,
  ask: (subject) => ({ params: { [name]: subject[name] ?? '' } }),
});
const meeting = (state: Parameters<typeof meetingAt>[2], more?: More): Probe => ({
  make: (world, side) => meetingAt(world, side, state),
  ask: revised('committeeVoteId', more),
  shows: newer,
  once: true,
});
const repair = (state: Parameters<typeof repairAt>[2], more: More): Probe => ({
  make: (world, side) => repairAt(world, side, state),
  ask: revised('repairId', more),
  shows: newer,
  once: true,
});
const places = (world: World, side: Side): Promise<Subject> => Promise.resolve(placesOf(world, side));
const compound: Probe = { make: places, ask: ({ compoundId = '' }) => ({ params: { compoundId } }) };
const sideOf = ({ compoundId = '' }: Subject): Side => (compoundId.startsWith('fz.sb') ? 'b' : 'a');

/** A picture of the asker's own, where somebody asks at all. */
const ownPhoto = async (world: World, who: Person | undefined): Promise<string[]> =>
  who === undefined ? [] : [await photoOf(world, who)];

const VOTES: Readonly<Record<string, Probe>> = {
  draft: {
    make: places,
    ask: ({ compoundId = '' }) => ({ params: { compoundId }, body: { ...draftBody, starter: 'owners-committee' } }),
  },
  'begin-petition': {
    make: places,
    ask: ({ compoundId = '' }) => ({ params: { compoundId }, body: { ...draftBody, until: Date.now() + 9 * DAY } }),
  },
  'sign-petition': { ...looks((world, side) => voteAt(world, side, 'petition')), shows: newer },
  amend: vote('draft', () => ({ ...draftBody, title: '再改管理规约' })),
  withdraw: vote('draft', () => ({ reason: '另行安排' })),
  'call-nominations': vote('election', () => ({ until: Date.now() + 9 * DAY })),
  'list-nominations': looks((world, side) => voteAt(world, side, 'nominating')),
  nominate: {
    make: (world, side) => voteAt(world, side, 'nominating'),
    ask: (subject, who) => {
      const side = sideOf(subject);
      const [by, homeId] =
        who?.name.endsWith('owner') === true
          ? ['self', homeOf(side, 1, 101)]
          : who?.name.endsWith('neighbour') === true
            ? ['self', homeOf(side, 1, 102)]
            : ['starter', homeOf(side, 2, 201)];
      const body = { matterId: 'm1', by, name: rollNameOf(side, homeId), homeId, about: '热心' };
      return { params: { voteId: subject['voteId'] ?? '' }, body };
    },
    shows: (reply) => has(reply, '名册') || has(reply, '名**'),
    once: true,
  },
  'support-nomination': {
    make: nominatedIn,
    ask: ({ voteId = '', nominationId = '' }) => ({ params: { voteId, nominationId } }),
    shows: (reply) => has(reply, '"supportedByMe":true'),
  },
  'check-nomination': {
    make: nominatedIn,
    ask: ({ voteId = '', nominationId = '' }) => ({ params: { voteId, nominationId }, body: { eligible: true } }),
    shows: (reply) => has(reply, '"checked"'),
    once: true,
  },
  'get-readiness': looks((world, side) => voteAt(world, side, 'draft')),
  publish: vote('draft', times),
  extend: vote('open', () => ({ closesAt: Date.now() + 300 * DAY, reason: '再等几天' })),
  'assign-callers': vote('on-notice', () => ({ callers: [] })),
  // One after another on one vote: a correction is a step in every vote on notice there, which overtakes their makers.
  'correct-roll': {
    make: (world, side) => voteAt(world, side, 'on-notice'),
    ask: async (subject, _, world) => {
      const { voteId = '', rev = '' } = subject;
      const seen = voteId.startsWith('absent') ? rev : (await voteSubject(world, sideOf(subject), voteId))['rev'];
      const area = 9_000 + Number(once('area').split(' ').at(-1));
      const correction = { homeId: homeOf(sideOf(subject), 2, 301), area, reason: '测绘更正' };
      return { params: { voteId }, body: { rev: Number(seen), ...correction } };
    },
    shows: newer,
  },
  'list-roll-corrections': looks((world, side) => voteAt(world, side, 'on-notice')),
  'get-sheet': looks((world, side) => voteAt(world, side, 'on-notice')),
  'get-ballot-papers': {
    make: (world, side) => voteAt(world, side, 'open'),
    ask: (subject) => ({
      params: { voteId: subject['voteId'] ?? '' },
      query: { placeId: subject['entranceId'] ?? '' },
    }),
  },
  'get-rules': { make: places, ask: ({ communityId = '' }) => ({ params: { placeId: communityId } }) },
  'change-rules': {
    make: places,
    ask: async ({ communityId = '' }, _, world) => ({
      params: { placeId: communityId },
      body: { seen: await versionOf(world, communityId), rules: DEFAULT_VOTING_RULES, reason: '试行' },
    }),
  },
  'list-objections': looks(publishedVote),
  object: {
    make: publishedVote,
    ask: ({ voteId = '' }) => ({ params: { voteId }, body: { words: '有异议' } }),
    shows: (reply) => has(reply, '"mine":true'),
  },
  'answer-objection': {
    make: objectedVote,
    ask: ({ voteId = '', objectionId = '' }) => ({ params: { voteId, objectionId }, body: { words: '已核对' } }),
    shows: (reply) => has(reply, '"answer"'),
    once: true,
  },
  'get-result-sheet': looks(publishedVote),
  'get-filing-package': looks(publishedVote),
  'plan-hand-over': {
    make: (world, side) => handOverIn(world, side, false),
    ask: async ({ compoundId = '', fromId, toId }, who, world) => ({
      params: { compoundId },
      body: { fromId, toId, onDay: isoDate(Date.now() + DAY), basis: who && (await unvoted(world, who)) },
    }),
  },
  'list-hand-overs': {
    make: (world, side) => handOverIn(world, side, false),
    ask: ({ compoundId = '' }) => ({ params: { compoundId } }),
  },
  'note-hand-over-item': {
    make: (world, side) => handOverIn(world, side, false),
    ask: revised('handOverId', () => ({ item: 'accounts', done: true })),
    shows: newer,
    once: true,
  },
  'cancel-hand-over': {
    make: (world, side) => handOverIn(world, side, false),
    ask: revised('handOverId', () => ({ reason: '物业不走了' })),
    shows: newer,
    once: true,
  },
  'complete-hand-over': {
    make: (world, side) => handOverIn(world, side, true),
    ask: revised('handOverId'),
    shows: newer,
    once: true,
  },
  'find-helper': {
    make: (world, side) => Promise.resolve({ ...placesOf(world, side), phone: world.who(`${side}.next-owner`).phone }),
    ask: ({ compoundId = '', phone = '' }) => ({ params: { compoundId }, body: { phone } }),
    shows: (reply) => has(reply, 'personId'),
  },
  'decide-content': {
    make: (world, side) => voteAt(world, side, 'draft'),
    ask: ({ voteId = '' }) => ({ body: { subject: { kind: 'vote', id: voteId }, eventRev: 1, clear: true } }),
  },
  list: compound,
  'list-needs': { make: places, ask: ({ communityId = '' }) => ({ params: { placeId: communityId } }) },
  get: looks((world, side) => voteAt(world, side, 'draft')),
  'get-record': looks((world, side) => voteAt(world, side, 'draft')),
};

const MEETINGS: Readonly<Record<string, Probe>> = {
  call: {
    make: places,
    ask: ({ compoundId = '' }) => ({
      params: { compoundId },
      body: {
        title: '例会',
        matters: [{ title: '审计', words: '聘请审计' }],
        venue: '议事厅',
        meetsAt: Date.now() + 9 * DAY,
      },
    }),
  },
  list: compound,
  get: looks((world, side) => meetingAt(world, side, 'called'), 'committeeVoteId'),
  attend: { ...looks((world, side) => meetingAt(world, side, 'called'), 'committeeVoteId'), shows: newer },
  open: meeting('attended'),
  state: {
    make: (world, side) => meetingAt(world, side, 'open'),
    ask: ({ committeeVoteId = '' }) => ({ params: { committeeVoteId }, body: { matterId: 'm1', choice: 'for' } }),
    shows: (reply) => has(reply, '"myChoice":"for"'),
  },
  close: meeting('stated'),
  publish: meeting('closed'),
  cancel: meeting('called', () => ({ reason: '改期' })),
};

const REPAIRS: Readonly<Record<string, Probe>> = {
  declare: {
    make: places,
    ask: (subject) => ({ params: { compoundId: subject['compoundId'] ?? '' }, body: repairBody(sideOf(subject)) }),
  },
  list: compound,
  get: looks((world, side) => repairAt(world, side, 'declared'), 'repairId'),
  check: repair('declared', () => ({ confirmed: true, words: '属实' })),
  finish: repair('confirmed', async (_, who, world) => ({ words: '修好了', photos: await ownPhoto(world, who) })),
  account: repair('done', async (_, who, world) => ({
    words: '收支如下',
    spent: 480_000,
    photos: await ownPhoto(world, who),
  })),
};

/** The version in force; 0 of a community that is not there. */
const versionOf = async ({ client }: World, placeId: string): Promise<number> => {
  try {
    return (await client.send(getVotingRules, { name: once('rules'), params: { placeId } })).version;
  } catch (fault) {
    if (fault instanceof Refused) return 0;
    throw fault;
  }
};

const named = (prefix: string, probes: Readonly<Record<string, Probe>>): [string, Probe][] =>
  Object.entries(probes).map(([verb, probe]) => [`${prefix}.${verb}`, probe]);

export const VOTES_PROBES: Readonly<Record<string, Probe>> = Object.fromEntries([
  ...named('votes', VOTES),
  ...named('committee-votes', MEETINGS),
  ...named('repairs', REPAIRS),
]);
