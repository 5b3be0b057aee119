import type { Route } from '@gongyi/shared/kernel/define-route';
import type { World } from '../world/build';
import { volunteersIn } from '../world/volunteers';
import { openPools } from './pools';
import { randomOf } from './random';
import type { Random } from './random';
import type { Recipes } from './recipes/recipe';
import { openSecrets } from './secrets';
import { stageOf } from './stage';
import { openTally } from './tally';
import type { Tally } from './tally';
import { wireTo } from './wire';

export interface FuzzSpec {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly recipes: Recipes;
  readonly seed: number;
  /** Requests to send at least. */
  readonly requests: number;
  /** Answers 2xx to reach for every route. */
  readonly least: number;
  /** Gives up on routes that do not answer 2xx once so many are sent; half as many again as wanted if left out. */
  readonly most?: number;
  readonly lanes?: number;
  /** Calls made from each good one beside it; 1 is the usual share, 0 none. */
  readonly hostility?: number;
  /** Hears how far it is, now and then. */
  readonly say?: (line: string) => void;
}

const PATIENCE = 1.5;
const SAY_EVERY_MS = 60_000;

/** What stays of the hostility to a route that was reached often enough, while others still wait for their turn. */
const REACHED = 0.25;

/** Looks that take a story of their own. */
const SLOW = [
  'requests.get',
  'requests.list-place-history',
  'district.get-roll-import',
  'district.preview-roll-import',
];

/** The longest stories first: on their way they call most of the other routes. */
const DEEP = [
  ...['confirm', 'half-fix', 'reopen', 'call-back', 'resume', 'answer-quote', 'take'].map((verb) => `requests.${verb}`),
  ...['requests.file-hotline', 'requests.mark-duplicate', 'requests.save-template', 'district.start-roll-import'],
  ...['council.answer-objection', 'council.fail', 'council.merge-topic', 'council.call-session'],
  ...['people.accept-invitation', 'people.decide-claim', 'people.take-grant', 'people.poll-scan'],
];

const choose = (random: Random, routes: readonly Route[], tally: Tally, least: number): string => {
  const lacking = routes.filter(({ id }) => tally.done(id) < least);
  const deep = lacking.filter(({ id }) => DEEP.includes(id));
  if (deep.length > 0 && random.chance(0.8)) return random.pick(deep).id;
  if (lacking.length > 0) return random.pick(lacking).id;
  // The rest mostly looks: a look takes one call where a move takes the whole story before it.
  const looks = routes.filter(({ method, id }) => method === 'GET' && !SLOW.includes(id));
  return random.pick(random.chance(0.85) ? looks : routes).id;
};

/** Sends generated requests to every route until enough are sent. The same seed begins the same lanes of calls. */
export const fuzz = async (spec: FuzzSpec): Promise<Tally> => {
  const { world, routes, recipes, seed, requests, least, lanes = 12, hostility = 1, say } = spec;
  const most = spec.most ?? requests * PATIENCE;
  const tally = openTally();
  const secrets = openSecrets();
  const pools = openPools(secrets);
  const wire = wireTo(world.system.apiUrl);
  for (const person of world.people.values()) {
    pools.join(person, true);
    // Staff of a community know its volunteers by name.
    secrets.actsIn(person.personId, volunteersIn(person));
  }
  const reached = ({ id }: { readonly id: string }): boolean => tally.done(id) >= least;
  const hostilityTo = (id: string): number =>
    reached({ id }) && !routes.every(reached) ? REACHED * hostility : hostility;
  const lane = async (index: number): Promise<void> => {
    const random = randomOf(seed * 1000 + index);
    const stage = stageOf({ world, wire, routes, pools, secrets, tally, hostilityTo }, random);
    const enough = (): boolean => tally.total() >= most || (tally.total() >= requests && routes.every(reached));
    while (!enough()) await recipes[choose(random, routes, tally, least)]?.(stage);
  };
  const saying = setInterval(() => {
    const lacking = routes.filter((route) => !reached(route)).map(({ id }) => id);
    say?.(`fuzz: ${String(tally.total())} requests; too few yet of ${lacking.join(', ')}`);
  }, SAY_EVERY_MS);
  try {
    await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  } finally {
    clearInterval(saying);
    wire.close();
  }
  return tally;
};
