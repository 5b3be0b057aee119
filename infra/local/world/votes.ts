import { startRollImport, beginRollImport, previewRollImport } from '@gongyi/shared/district/roll-contract';
import { castBallot, getBallotsState, getMyLines } from '@gongyi/shared/votes/contract-ballots';
import { callCommittee } from '@gongyi/shared/votes/contract-committee';
import { deliverPaper, findRegisterLine, returnPaper } from '@gongyi/shared/votes/contract-paper';
import type { Choice } from '@gongyi/shared/votes/ballot';
import {
  amendVote,
  assignCallers,
  changeVotingRules,
  draftVote,
  publishVote,
} from '@gongyi/shared/votes/contract-preparing';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import { once, uploadSheet } from '../matrix/subjects';
import { inParts } from './build';
import type { World } from './build';
import { QUESTION } from './electorate';
import { arrive } from './people';
import type { Person } from './people';
import { ROOMS, SIDES, communityOf, compoundOf, homeOf } from './places';
import type { Side } from './places';

/**
 * Votes take weeks: a notice of fifteen days, and at least one of voting. They are lived through before a test
 * begins, by a system whose clock lies behind.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;
export const VOTES_DAYS_MS = 17 * DAY;
const MEETING_MS = 7 * DAY + 10 * MINUTE;
const NOTICE_MS = 15 * DAY + 10 * MINUTE;
const AT_ONCE = 6;

const HELD_STATES = ['open', 'counting', 'published'] as const;
type HeldState = (typeof HELD_STATES)[number];

/** What stands ready, by side; open ones are taken whole or line by line. */
interface Ready {
  /** Open for weeks, no ballot cast. */
  readonly open: string[];
  /** Closed, with papers in the box that nobody has read. */
  readonly counting: string[];
  /** Counted and published: the owner of home 101 took part. */
  readonly published: string[];
  /** Meetings of the owners' committee whose time has come. */
  readonly meetings: string[];
  /** Two who own home 201 of building 1 together. */
  readonly coOwners: Person[];
}
const prepared = new WeakMap<World, Readonly<Record<Side, Ready>>>();

export const votesIn = (world: World, side: Side): Ready => {
  const ready = prepared.get(world);
  if (ready === undefined) throw new Error('no votes were held in this world');
  return ready[side];
};

export const HOMES = (side: Side): string[] =>
  ([1, 2] as const).flatMap((building) => ROOMS.map((room) => homeOf(side, building, room)));

const HEADER = '楼号,单元号,房间号,建筑面积(㎡),业主姓名,身份证后6位,手机号';

const rollName = (owner: number): string => `名册${String(owner)}`;
const rollPhone = (side: Side, owner: number): string =>
  `1960000${side === 'a' ? '0' : '1'}${String(owner).padStart(3, '0')}`;

/** The homes of the cast's owners: the roll has the numbers they have proven, so that their heads are theirs to cast. */
const ownersOf = ({ who }: World, side: Side): ReadonlyMap<string, Person> =>
  new Map([
    [homeOf(side, 1, 101), who(`${side}.owner`)],
    [homeOf(side, 1, 102), who(`${side}.neighbour`)],
    [homeOf(side, 2, 101), who(`${side}.next-owner`)],
  ]);

/** Both owners of the home that two own; their numbers on the roll bind them to it. */
const coOwnersArrive = async ({ system, client }: World, side: Side): Promise<Person[]> => {
  const index = HOMES(side).indexOf(homeOf(side, 1, 201));
  return [
    await arrive(system, client, `${side}.co-owner`, rollPhone(side, index)),
    await arrive(system, client, `${side}.second-co-owner`, rollPhone(side, 500 + index)),
  ];
};

/** Whom the roll names for a home; the first of them, where two own it. */
export const rollNameOf = (side: Side, homeId: string): string => rollName(HOMES(side).indexOf(homeId));

/** A roll of every home of a side, so that there is an electorate. */
const importRoll = async (world: World, side: Side): Promise<void> => {
  const { client, system } = world;
  const manager = world.who(`${side}.manager`);
  const known = ownersOf(world, side);
  const rows = HOMES(side).map((homeId, index) => {
    const [building = '', entrance = '', home = ''] = homeId.slice(compoundOf(side).length + 1).split('.');
    const place = `${building.slice(1)}号楼,${entrance.slice(1)},${home.slice(1)},${String(80 + index)}.50`;
    const owners = homeId === homeOf(side, 1, 201) ? [index, 500 + index] : [index];
    const names = owners.map(rollName).join('、');
    const digits = owners.map((one) => String(100_000 + one)).join('、');
    const phones = known.has(homeId) ? [known.get(homeId)?.phone] : owners.map((one) => rollPhone(side, one));
    return `${place},${names},${digits},${phones.join('、')}`;
  });
  const mediaId = await uploadSheet(world, manager, `${[HEADER, ...rows].join('\r\n')}\r\n`);
  const about = { token: manager.token };
  const { id } = await client.send(beginRollImport, {
    name: once('begin'),
    ...about,
    params: { compoundId: compoundOf(side) },
    body: { mediaId },
  });
  const params = { importId: id };
  const { totals } = await client.send(previewRollImport, { name: once('preview'), ...about, params });
  const { homes, area, heads } = totals;
  await client.send(startRollImport, { name: once('start'), ...about, params, body: { homes, area, heads } });
  await system.settle();
};

/** Voting may end after a day. */
const shorten = async ({ client, who }: World, side: Side): Promise<void> => {
  await client.send(changeVotingRules, {
    name: once('voting rules'),
    token: who(`${side}.community-secretary`).token,
    params: { placeId: communityOf(side) },
    body: { seen: 0, rules: { ...DEFAULT_VOTING_RULES, votingDays: 1 }, reason: '试行' },
  });
};

/** A draft of the residents' committee's, with the community's secretary to watch the counting. */
export const draftIn = async ({ client, who }: World, side: Side): Promise<{ id: string; rev: number }> => {
  const { token } = who(`${side}.community-worker`);
  const body = { title: '修改管理规约', scope: { kind: 'compound' }, matters: [QUESTION] };
  const params = { compoundId: compoundOf(side) };
  const begun = { ...body, starter: 'committee-of-residents' };
  const { id, rev } = await client.send(draftVote, { name: once('draft'), token, params, body: begun });
  const amended = { ...body, rev, scrutineerIds: [who(`${side}.community-secretary`).personId] };
  return client.send(amendVote, { name: once('amend'), token, params: { voteId: id }, body: amended });
};

/** Announces a draft as it stands, once its words are clear. */
export const announcedIn = async (
  world: World,
  side: Side,
  voteId: string,
  times: { readonly opensAt: number; readonly closesAt: number },
): Promise<void> => {
  const { client, who } = world;
  const about = { token: who(`${side}.community-worker`).token, params: { voteId } };
  const { rev } = await client.send(getVote, { name: once('look'), ...about });
  const published = await client.send(publishVote, { name: once('publish'), ...about, body: { rev, ...times } });
  const callers = [{ personId: who(`${side}.committee-member`).personId, placeId: `${compoundOf(side)}.b1` }];
  const body = { rev: published.rev, callers };
  await client.send(assignCallers, { name: once('callers'), ...about, body });
};

/** The line of a home in a vote's frozen roll, as the registers know it. */
export const lineOf = async ({ client, who }: World, side: Side, voteId: string, homeId: string): Promise<string> => {
  const about = { token: who(`${side}.community-worker`).token, params: { voteId, homeId } };
  return String((await client.send(findRegisterLine, { name: once('line'), ...about })).line);
};

let serials = 0;
export const nextSerial = (): number => {
  serials += 1;
  return serials;
};

/** A paper given out for a home, and brought back if `returned`. */
export const paperIn = async (
  world: World,
  side: Side,
  voteId: string,
  homeId: string,
  returned: boolean,
): Promise<{ readonly line: string; readonly serial: number }> => {
  const worker = world.who(`${side}.community-worker`);
  const line = await lineOf(world, side, voteId, homeId);
  const serial = nextSerial();
  const about = { token: worker.token, params: { voteId, line } };
  await world.client.send(deliverPaper, { name: once('deliver'), ...about, body: { serial, way: 'signed' } });
  if (returned) {
    await world.client.send(returnPaper, { name: once('return'), ...about, body: { serial, by: 'owner' } });
  }
  return { line, serial };
};

export const castIn = async (
  { client }: World,
  { token }: Pick<Person, 'token'>,
  voteId: string,
  choice: Choice,
): Promise<string> => {
  const { lines } = await client.send(getMyLines, { name: once('mine'), token, params: { voteId } });
  const line = String(lines[0]?.line ?? 0);
  const params = { voteId, line };
  await client.send(castBallot, { name: once('cast'), token, params, body: { choices: { m1: choice } } });
  return line;
};

const until = async (world: World, voteId: string, status: string): Promise<void> => {
  for (let look = 0; look < 30; look += 1) {
    const state = await world.client.send(getBallotsState, { name: once('state'), params: { voteId } });
    if (state.status === status) return;
    await world.system.clock.shift(MINUTE);
    await world.system.settle();
  }
  throw new Error(`a vote never came to ${status}`);
};

export interface Held {
  readonly open: number;
  readonly counting: number;
  readonly published: number;
  readonly meetings: number;
}

const callMeeting = async ({ client, who, system }: World, side: Side): Promise<string> => {
  const body = {
    title: '委员会例会',
    matters: [{ title: '聘请审计', words: '聘请审计公司审计公共收益。' }],
    venue: '议事厅',
    meetsAt: (await system.clock.now()) + MEETING_MS,
  };
  const params = { compoundId: compoundOf(side) };
  const token = who(`${side}.community-worker`).token;
  return (await client.send(callCommittee, { name: once('meeting'), token, params, body })).id;
};

/** Papers in the box of each side's first vote that is counted by hand, and of its others. */
const PAPERS = 12;
const FEW_PAPERS = 2;

/** Holds votes on both sides; the clock has to lie behind by `VOTES_DAYS_MS`, and some of it is left. */
export const holdVotes = async (world: World, held: Held): Promise<void> => {
  const { system } = world;
  const ready = (): Ready => ({ open: [], counting: [], published: [], meetings: [], coOwners: [] });
  const sides = { a: ready(), b: ready() };
  prepared.set(world, sides);
  for (const side of SIDES) {
    await shorten(world, side);
    await importRoll(world, side);
    sides[side].coOwners.push(...(await coOwnersArrive(world, side)));
    const calls = Array.from({ length: held.meetings }, () => side);
    await inParts(calls, AT_ONCE, async () => {
      sides[side].meetings.push(await callMeeting(world, side));
    });
  }
  const plans = SIDES.flatMap((side) =>
    HELD_STATES.flatMap((state) => Array.from({ length: held[state] }, () => ({ side, state }))),
  );
  const drafts: { readonly side: Side; readonly state: HeldState; readonly id: string }[] = [];
  await inParts(plans, AT_ONCE, async (plan) => {
    drafts.push({ ...plan, id: (await draftIn(world, plan.side)).id });
  });
  await system.settle();
  const opensAt = (await system.clock.now()) + NOTICE_MS;
  const ends = { open: opensAt + 60 * DAY, counting: opensAt + DAY + MINUTE, published: opensAt + DAY + MINUTE };
  await inParts(drafts, AT_ONCE, ({ side, state, id }) =>
    announcedIn(world, side, id, { opensAt, closesAt: ends[state] }),
  );
  await system.clock.shift(opensAt - (await system.clock.now()) + MINUTE);
  await system.settle();
  for (const { id } of drafts) await until(world, id, 'open');
  await inParts(drafts, AT_ONCE, async ({ side, state, id }) => {
    if (state === 'published') await castIn(world, world.who(`${side}.owner`), id, 'for');
    if (state !== 'counting') return;
    const isFirst = drafts.find((one) => one.side === side && one.state === state)?.id === id;
    const homes = HOMES(side).slice(isFirst ? -PAPERS : -FEW_PAPERS);
    for (const homeId of homes) await paperIn(world, side, id, homeId, true);
  });
  await system.settle();
  await system.clock.shift(ends.published - (await system.clock.now()) + MINUTE);
  await system.settle();
  for (const { side, state, id } of drafts) {
    await until(world, id, state);
    sides[side][state].push(id);
  }
};
