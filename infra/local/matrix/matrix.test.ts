import { allRoutes } from '@gongyi/functions/entry/all-routes';
import { pathOf } from '@gongyi/shared/kernel/define-route';
import type { Route } from '@gongyi/shared/kernel/define-route';
import type { LocalSystem } from '../boot';
import { keyOf } from '../demo/client';
import { wireTo } from '../fuzz/wire';
import type { Wire } from '../fuzz/wire';
import { bootBuilt } from '../world/boot-built';
import { buildWorld } from '../world/build';
import type { World } from '../world/build';
import { COUNCIL_DAYS_MS, meet } from '../world/councils';
import type { Person } from '../world/people';
import type { Side } from '../world/places';
import { enlistAll } from '../world/volunteers';
import { VOTES_DAYS_MS, holdVotes } from '../world/votes';
import { IDENTITIES } from './identities.expected';
import type { Cells, IdentityName } from './identities.expected';
import { EMPTY_OF_NOTHING, EXPECTED, WITHOUT_SUBJECT } from './matrix.expected';
import type { Asked, Probe } from './probe';
import { PROBES } from './probes';
import { absent, once } from './subjects';
import type { Subject } from './subjects';

/** Every identity asks every route about its own compound, about the other one and about nothing. */
const PATIENCE = 15 * 60_000;
const AT_ONCE = 6;
const routes = allRoutes.map(({ route }) => route);
let system: LocalSystem;
let world: World;
let wire: Wire;

beforeAll(async () => {
  system = await bootBuilt({ behindMs: COUNCIL_DAYS_MS + VOTES_DAYS_MS });
  world = await buildWorld(system);
  await holdVotes(world, { open: 40, counting: 8, published: 10, meetings: 24 });
  await meet(world, { sessions: 64, topics: 1, carrying: 3, silent: 4 });
  await enlistAll(world);
  wire = wireTo(system.apiUrl);
}, PATIENCE);
afterAll(async () => {
  wire.close();
  await system.stop();
});

interface Heard {
  readonly status: number;
  /** The answer with the subject's names blotted out. */
  readonly words: string;
  readonly reply: unknown;
}

const personOf = (name: IdentityName): Person | undefined => (name === 'anonymous' ? undefined : world.who(name));

const send = async (route: Route, asked: Asked, subject: Subject, name: IdentityName): Promise<Heard> => {
  const who = personOf(name);
  const { params, query, body } = asked;
  const search = new URLSearchParams(query ?? {}).toString();
  const isGet = route.method === 'GET';
  const call = {
    method: route.method,
    path: pathOf(route, params ?? {}) + (search === '' ? '' : `?${search}`),
    token: who?.token,
    key: isGet ? undefined : keyOf(once(name)),
    body: isGet ? undefined : JSON.stringify(body ?? {}),
  };
  const { status, text } = await wire.send(call, who?.address ?? '10.98.0.1');
  const reply: unknown = JSON.parse(text);
  const words = Object.values(subject)
    .filter((value) => value.length > 4)
    .reduce((told, value) => told.replaceAll(value, '…'), text);
  return { status, words, reply };
};

const ask = async (route: Route, probe: Probe, subject: Subject, name: IdentityName): Promise<Heard> =>
  send(route, await probe.ask(subject, personOf(name), world), subject, name);

const ofNothing = new Map<string, Promise<Heard>>();
/** The same question about nothing has the same answer: it is put once, whichever side it came up on. */
const askOfNothing = async (route: Route, probe: Probe, subject: Subject, name: IdentityName): Promise<Heard> => {
  const nothing = absent(subject);
  const asked = await probe.ask(nothing, personOf(name), world);
  const question = JSON.stringify([route.id, name, asked]);
  const heard = ofNothing.get(question) ?? send(route, asked, nothing, name);
  ofNothing.set(question, heard);
  return heard;
};

/** Refusals of those who see a thing and may not, or not any more. */
const SEEN = [
  'move-not-allowed',
  'decision-needed',
  'own-request',
  'own-topic',
  'own-entry',
  'own-wish',
  'not-a-delegate',
  'not-a-member',
  'not-signed-up',
  'not-checked-in',
  'already-helping',
];

type Outcome = 'does' | 'sees' | 'empty' | 'absent';

const outcomeOf = (heard: Heard, nothing: Heard, probe: Probe, subject: Subject): string => {
  if (heard.status === 200) return (probe.shows?.(heard.reply, subject) ?? true) ? 'does' : 'empty';
  // One's own is seen, and cannot be joined or seconded; so is a session by those who are no delegates.
  if (heard.status === 409 && SEEN.some((code) => heard.words.includes(`"code":"${code}"`))) return 'sees';
  return heard.status === nothing.status && heard.words === nothing.words
    ? 'absent'
    : `${String(heard.status)} ${heard.words.slice(0, 160)} but of nothing ${String(nothing.status)} ${nothing.words.slice(0, 160)}`;
};

const expectedOf = (cells: Cells, side: Side, name: IdentityName): Outcome => {
  const [does, sees, empty] =
    side === 'a' ? [cells.does, cells.sees, cells.empty] : [cells.other, cells.otherSees, cells.otherEmpty];
  if (does.includes(name)) return 'does';
  if (sees?.includes(name) === true) return 'sees';
  return empty?.includes(name) === true ? 'empty' : 'absent';
};

/** Cells of a route that are not as expected. */
const wrongCells = async (route: Route, probe: Probe, cells: Cells, side: Side): Promise<string[]> => {
  const shared = await probe.make(world, side);
  const wrong: string[] = [];
  const check = async (name: IdentityName, subject: Subject): Promise<void> => {
    const nothing = await askOfNothing(route, probe, subject, name);
    const outcome = outcomeOf(await ask(route, probe, subject, name), nothing, probe, subject);
    const expected = expectedOf(cells, side, name);
    if (outcome !== expected) wrong.push(`${side} ${name}: ${expected} expected, ${outcome}`);
    if (nothing.status === 200 && !EMPTY_OF_NOTHING.includes(route.id))
      wrong.push(`${side} ${name}: answered about nothing`);
  };
  const doing = (name: IdentityName): boolean => expectedOf(cells, side, name) === 'does';
  const waiting = IDENTITIES.filter((name) => !doing(name));
  const run = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await check(name, shared);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  // Who may comes after who may not, so that nothing has moved under the others.
  const isFirst = (name: IdentityName): boolean => probe.first !== undefined && name.endsWith(probe.first);
  const able = [...IDENTITIES.filter(isFirst), ...IDENTITIES.filter((name) => !isFirst(name))].filter(doing);
  if (probe.once === true) await Promise.all(able.map(async (name) => check(name, await probe.make(world, side))));
  else for (const name of able) await check(name, shared);
  return wrong;
};

it('has cells for every route that has a subject', () => {
  const named = [...Object.keys(EXPECTED), ...WITHOUT_SUBJECT];
  expect(routes.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
  expect(Object.keys(EXPECTED).filter((id) => !Object.hasOwn(PROBES, id))).toEqual([]);
});

it.each(Object.entries(EXPECTED))(
  '%s',
  async (routeId, cells) => {
    const route = routes.find(({ id }) => id === routeId);
    const probe = PROBES[routeId];
    if (route === undefined || probe === undefined) throw new Error(`nothing asks ${routeId}`);
    expect([...(await wrongCells(route, probe, cells, 'a')), ...(await wrongCells(route, probe, cells, 'b'))]).toEqual(
      [],
    );
  },
  PATIENCE,
);

it.each(WITHOUT_SUBJECT.filter((id) => routes.find((route) => route.id === id)?.access !== 'anyone'))(
  '%s asks for a session',
  async (routeId) => {
    const route = routes.find(({ id }) => id === routeId);
    if (route === undefined) throw new Error(`no route ${routeId}`);
    const heard = await ask(
      route,
      { make: () => Promise.resolve({}), ask: () => ({ params: { code: 'x' } }) },
      {},
      'anonymous',
    );
    expect(heard.status).toBe(401);
  },
);
