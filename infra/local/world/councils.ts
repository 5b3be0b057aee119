import {
  acceptTopic,
  callSession,
  changeCouncilRules,
  decideCouncilContent,
  getSession,
  getTopic,
  proposeTopic,
} from '@gongyi/shared/council/contract';
import type { SessionView } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import { sessionMoveRoutes } from '../demo/council-routes';
import { inParts } from './build';
import type { World } from './build';
import { SIDES, communityOf, compoundOf } from './places';
import type { Side } from './places';

/**
 * Councils take days: a session its notice, a resolution its public notice. They are lived through before a test
 * begins, by a system whose clock lies behind; at the end the clock is right.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;
export const COUNCIL_DAYS_MS = 2 * DAY + 10 * MINUTE;
/** Notice, and the time it takes to call everybody. */
const SOON = DAY + 3 * MINUTE;
const AT_ONCE = 8;
const MOST_TOPICS = 8;

/** Who speaks for the parties of a side. */
export const SPEAKERS: Readonly<Record<Party, string>> = {
  'committee-of-residents': 'community-worker',
  'party-branch': 'party-branch-member',
  'owners-committee': 'committee-director',
  'property-company': 'manager',
};

/** What stands ready, by side; each is taken once. */
interface Ready {
  /** Sessions that may begin now. */
  readonly sessions: string[];
  /** Topics being carried out, with a task for each party, `t1` to `t4` in the parties' order; and done. */
  readonly carrying: string[];
  readonly done: string[];
  /** Sessions whose notice has ended. */
  readonly past: string[];
  /** Sessions whose minutes one party has not confirmed, its days being over. */
  readonly silent: string[];
}
const prepared = new WeakMap<World, Readonly<Record<Side, Ready>>>();

export const readyIn = (world: World, side: Side): Ready => {
  const ready = prepared.get(world);
  if (ready === undefined) throw new Error('the councils of this world have not met');
  return ready[side];
};

let named = 0;
const once = (words: string): string => {
  named += 1;
  return `council ${words} ${String(named)}`;
};

/** A topic of an owner's, cleared and accepted unless `raw`. */
export const topicIn = async ({ client, who }: World, side: Side, raw = false): Promise<string> => {
  const body = { title: '门口的灯', words: once('换亮一点的灯') };
  const params = { compoundId: compoundOf(side) };
  const { id } = await client.send(proposeTopic, { name: body.words, token: who(`${side}.owner`).token, params, body });
  if (raw) return id;
  await client.send(decideCouncilContent, {
    name: once('clear'),
    token: who(`${side}.community-worker`).token,
    body: { subject: { kind: 'topic', id }, eventRev: 1, clear: true },
  });
  const about = { token: who(`${side}.community-secretary`).token, params: { topicId: id } };
  const { rev } = await client.send(getTopic, { name: once('look'), ...about });
  await client.send(acceptTopic, { name: once('accept'), ...about, body: { rev } });
  return id;
};

/** Calls a session of fresh topics that may begin at an instant. */
export const sessionIn = async (world: World, side: Side, topics: number, startsAt: number): Promise<string> => {
  const topicIds = await Promise.all(Array.from({ length: topics }, () => topicIn(world, side)));
  const token = world.who(`${side}.community-secretary`).token;
  const body = { topicIds, startsAt, venue: '议事厅' };
  const params = { compoundId: compoundOf(side) };
  return (await world.client.send(callSession, { name: once('call'), token, params, body })).id;
};

/** Makes one move of a session as it stands. */
export const sit = async (
  { client, who }: World,
  sessionId: string,
  name: string,
  move: SessionMove,
  body: object = {},
): Promise<SessionView> => {
  const to = { token: who(name).token, params: { sessionId } };
  const { rev } = await client.send(getSession, { name: once('look'), ...to });
  return client.send(sessionMoveRoutes[move], { name: once(move), ...to, body: { rev, ...body } });
};

/** The chair opens a session with all four parties there, signed in by name. */
export const openedIn = async (world: World, side: Side, sessionId: string): Promise<void> => {
  const chair = `${side}.community-secretary`;
  for (const party of PARTIES) await sit(world, sessionId, chair, 'sign-in-for', { party, name: '到会样例' });
  await sit(world, sessionId, chair, 'open');
};

/** Takes up a topic and writes down how each party stands. */
export const heardIn = async (
  world: World,
  side: Side,
  sessionId: string,
  topicId: string,
  stance: 'agree' | 'reserve' = 'agree',
): Promise<void> => {
  const chair = `${side}.community-secretary`;
  await sit(world, sessionId, chair, 'open-item', { topicId });
  for (const party of PARTIES)
    await sit(world, sessionId, chair, 'state-position', { topicId, party, stance, reasons: '都说过了' });
};

export const tasksDue = (dueAt: number) => PARTIES.map((party) => ({ words: '照办', party, dueAt, steps: ['第一步'] }));

/** Minutes sent, confirmed by every party and put on notice. */
export const publishedIn = async (world: World, side: Side, sessionId: string): Promise<void> => {
  const chair = `${side}.community-secretary`;
  await sit(world, sessionId, chair, 'send-minutes');
  for (const speaker of Object.values(SPEAKERS)) await sit(world, sessionId, `${side}.${speaker}`, 'confirm-minutes');
  // A notice shows only words that are checked.
  await world.system.settle();
  await sit(world, sessionId, chair, 'publish');
};

/** A session from its opening to its end, with all its topics agreed, which come back. */
const endedIn = async (world: World, side: Side, sessionId: string, carrying: boolean): Promise<string[]> => {
  const chair = `${side}.community-secretary`;
  await openedIn(world, side, sessionId);
  const { agenda } = await world.client.send(getSession, {
    name: once('look'),
    token: world.who(chair).token,
    params: { sessionId },
  });
  const tasks = carrying ? tasksDue((await world.system.clock.now()) + 90 * DAY) : [];
  for (const { topicId } of agenda) {
    await heardIn(world, side, sessionId, topicId);
    await sit(world, sessionId, chair, 'conclude', { topicId, words: '照此办理', tasks });
  }
  await sit(world, sessionId, chair, 'end');
  return agenda.map(({ topicId }) => topicId);
};

/** What becomes of a session of the first day; of those that are `silent` one party does not confirm the minutes. */
type Held = 'carrying' | 'done' | 'silent';
const hold = async (world: World, side: Side, sessionId: string, held: Held): Promise<void> => {
  const ready = readyIn(world, side);
  const topicIds = await endedIn(world, side, sessionId, held === 'carrying');
  if (held === 'silent') {
    await sit(world, sessionId, `${side}.community-secretary`, 'send-minutes');
    for (const speaker of Object.values(SPEAKERS).slice(1))
      await sit(world, sessionId, `${side}.${speaker}`, 'confirm-minutes');
    ready.silent.push(sessionId);
    return;
  }
  await publishedIn(world, side, sessionId);
  ready[held].push(...topicIds);
  ready.past.push(sessionId);
};

export interface Meetings {
  /** Sessions to stand ready on each side, and topics of each. */
  readonly sessions: number;
  readonly topics: number;
  /** Sessions of eight topics to be carried out, on each side. */
  readonly carrying: number;
  /** Sessions on each side whose minutes one party does not confirm. */
  readonly silent: number;
}

const shorten = async ({ client, who }: World, side: Side): Promise<void> => {
  await client.send(changeCouncilRules, {
    name: once('rules'),
    token: who(`${side}.community-secretary`).token,
    params: { placeId: communityOf(side) },
    body: {
      seen: 0,
      rules: { ...DEFAULT_COUNCIL_RULES, noticeDays: 1, minutesDays: 1, publicNoticeDays: 1 },
      reason: '试行',
    },
  });
};

/** Words are checked only of people who were here just now. */
const here = async ({ people, system }: World): Promise<void> => {
  for (const { openid } of people.values()) await system.control('/demo/active', { openid });
};

/** Lets the councils meet; the clock, which has to lie behind by `COUNCIL_DAYS_MS`, is right afterwards. */
export const meet = async (world: World, { sessions, topics, carrying, silent }: Meetings): Promise<void> => {
  const { system } = world;
  const ready = (): Ready => ({ sessions: [], carrying: [], done: [], past: [], silent: [] });
  prepared.set(world, { a: ready(), b: ready() });
  for (const side of SIDES) await shorten(world, side);
  const held: { side: Side; id: string; as: Held }[] = [];
  const days: readonly Held[] = [
    ...Array.from({ length: carrying }, () => 'carrying' as const),
    'done',
    ...Array.from({ length: silent }, () => 'silent' as const),
  ];
  const first = (await system.clock.now()) + SOON;
  await inParts(
    SIDES.flatMap((side) => days.map((as) => ({ side, as }))),
    AT_ONCE,
    async ({ side, as }) => {
      held.push({ side, id: await sessionIn(world, side, as === 'silent' ? 1 : MOST_TOPICS, first), as });
    },
  );
  await system.settle();
  await system.clock.shift(first - (await system.clock.now()) + 1000);
  await here(world);
  await inParts(held, AT_ONCE, ({ side, id, as }) => hold(world, side, id, as));
  const second = (await system.clock.now()) + SOON;
  await inParts(
    SIDES.flatMap((side) => Array.from({ length: sessions }, () => side)),
    AT_ONCE,
    async (side) => {
      readyIn(world, side).sessions.push(await sessionIn(world, side, topics, second));
    },
  );
  await system.settle();
  await system.clock.shift(Math.round(Date.now() - (await system.clock.now())));
  await system.settle();
  await here(world);
};
