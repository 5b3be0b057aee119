import fc from 'fast-check';
import { pathOf } from '@gongyi/shared/kernel/define-route';
import type { Route } from '@gongyi/shared/kernel/define-route';
import * as z from 'zod/mini';
import type { World } from '../world/build';
import { marksOf } from '../world/people';
import type { Person } from '../world/people';
import { arbitraryOf, schemaOf } from './arbitrary';
import { hostile } from './hostile';
import { judge, routeFinder } from './judge';
import type { Pools } from './pools';
import type { Random } from './random';
import type { Secrets } from './secrets';
import type { Tally } from './tally';
import type { Wire, WireAnswer, WireCall } from './wire';

/** A call by somebody who may make it, with an input its contract allows. */
export interface Prepared {
  readonly route: Route;
  readonly who?: Person | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Ends or changes what other calls need: others' ids and tokens stay away from it. */
  readonly destructive?: boolean;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface Stage {
  readonly world: World;
  readonly random: Random;
  readonly pools: Pools;
  /** Makes the call, judges its answer, and then makes it again in hostile ways. */
  readonly call: (prepared: Prepared) => Promise<Answered>;
}

interface StageParts {
  readonly world: World;
  readonly wire: Wire;
  readonly routes: readonly Route[];
  readonly pools: Pools;
  readonly secrets: Secrets;
  readonly tally: Tally;
  readonly hostilityTo: (routeId: string) => number;
}

/** Filled in with the sender's own marks when a call leaves, whoever sends it in the end. */
export const NAME_MARK = '%%N%%';
export const WORDS_MARK = '%%W%%';
/** Calls made from a good one: with other lawful values, and hostile ones. */
const WILD = 0.4;
const HOSTILE = 0.75;
/** Owners' votes name their scrutineers, callers and committee members to everybody. */
const OFFICES_AT = /^(votes|committee-votes|ballots)\./;
const SHOWS_PHONE = ['requests.see-contact', 'volunteers.see-wish-contact'];

const wireCall = ({ route, who, params, query, body }: Prepared, key: string): WireCall => {
  const search = new URLSearchParams(query ?? {}).toString();
  const isGet = route.method === 'GET';
  return {
    method: route.method,
    path: pathOf(route, params ?? {}) + (search === '' ? '' : `?${search}`),
    token: who?.token,
    key: isGet ? undefined : key,
    body: isGet ? undefined : JSON.stringify(body ?? {}),
  };
};

const allows = ({ route, params, query, body }: Prepared): boolean =>
  z.safeParse(route.params, params ?? {}).success &&
  z.safeParse(route.query, query ?? {}).success &&
  z.safeParse(route.body, body ?? {}).success;

const bodies = new Map<string, fc.Arbitrary<unknown>>();
const bodyOf = (route: Route): fc.Arbitrary<unknown> => {
  const made = bodies.get(route.id) ?? arbitraryOf(schemaOf(route.body));
  bodies.set(route.id, made);
  return made;
};

/** What its writer shows to the neighbours is no secret of theirs. */
const unmarked = (body: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? value.replaceAll(WORDS_MARK, '') : value,
    ]),
  );

/** One lane of calls with chances of its own. */
export const stageOf = (parts: StageParts, random: Random): Stage => {
  const { world, wire, pools, secrets, tally } = parts;
  const find = routeFinder(parts.routes);
  const sample = <T>(from: fc.Arbitrary<T>): T => {
    const [made] = fc.sample(from, { seed: random.int(0, 2 ** 31 - 1), numRuns: 1 });
    if (made === undefined) throw new Error('nothing was generated');
    return made;
  };
  const send = async (
    call: WireCall,
    who: Person | undefined,
    kind: 'good' | 'wild' | 'hostile',
  ): Promise<Answered> => {
    const sender = call.token === undefined ? undefined : pools.holderOf(call.token);
    const marks = marksOf(sender?.name ?? 'nobody');
    const body = call.body?.replaceAll(NAME_MARK, marks.ofName).replaceAll(WORDS_MARK, marks.ofWords);
    const sent = { ...call, body };
    const route = find(call.method, call.path);
    pools.expect(route, sent, sender);
    const answer: WireAnswer = await wire.send(sent, who?.address ?? `10.99.${String(random.int(0, 99))}.1`);
    const parsed: unknown = answer.text.startsWith('{') ? tolerant(answer.text) : undefined;
    if (answer.status === 200 && route !== undefined) pools.harvest(route, sent, parsed, sender);
    const wrong = judge(route, answer);
    const leaks = secrets.leaked(answer.text, sender?.personId, {
      phone: SHOWS_PHONE.includes(route?.id ?? ''),
      offices: OFFICES_AT.test(route?.id ?? ''),
    });
    tally.note({ route, call: sent, answer, kind, wrong, leaks, sender: sender?.name });
    return { status: answer.status, body: parsed };
  };
  const wild = (prepared: Prepared): Prepared => {
    const other = sample(bodyOf(prepared.route));
    if (typeof other !== 'object' || other === null) return prepared;
    const entries = Object.entries(other).filter(([name]) => !(name in (prepared.body ?? {})) || random.chance(0.4));
    const body = { ...prepared.body, ...Object.fromEntries(entries) };
    return { ...prepared, body: 'visibility' in body && body.visibility === 'public' ? unmarked(body) : body };
  };
  const call = async (prepared: Prepared): Promise<Answered> => {
    const key = random.text(24);
    const good = wireCall(prepared, key);
    if (!allows(prepared))
      throw new Error(`the recipe of ${prepared.route.id} is off schema: ${JSON.stringify(prepared)}`);
    const answered = await send(good, prepared.who, 'good');
    const hostility = parts.hostilityTo(prepared.route.id);
    if (prepared.body !== undefined && random.chance(WILD * hostility)) {
      const made = wild(prepared);
      await send(wireCall(made, random.text(24)), made.who, allows(made) ? 'wild' : 'hostile');
    }
    if (random.chance(HOSTILE * hostility)) {
      const twisted = sample(hostile(good, pools.others(prepared.destructive === true)));
      // Half of them under the good call's own key, as somebody would who has seen it pass.
      const fresh = twisted.key === key && random.chance(0.5);
      await send(fresh ? { ...twisted, key: random.text(24) } : twisted, prepared.who, 'hostile');
    }
    return answered;
  };
  return { world, random, pools, call };
};

const tolerant = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};
