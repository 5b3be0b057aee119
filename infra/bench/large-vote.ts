import { comeBack, passTo, untilStatus } from '../local/world/electorate';
import type { Electorate } from '../local/world/electorate';
import type { World } from '../local/world/build';
import { liveLater } from '../faults/away';
import { interleave, metric, percentile } from './figures';
import type { Metric } from './figures';
import type { Handler } from './handler';

/** A vote with all that its pages are asked with. */
export interface HeldVote {
  readonly voteId: string;
  readonly electorate: Electorate;
  readonly closesAt: number;
}

interface Handlers {
  readonly api: Handler;
  readonly ballots: Handler;
}

const RUNS = 100;
const WARM_UP = 3;

/** What people and staff look at, by the function that answers; of homes there is one page. */
const PAGES: readonly { readonly id: string; readonly of: keyof Handlers; readonly path: string }[] = [
  { id: 'vote', of: 'api', path: '/api/votes/:voteId' },
  { id: 'state', of: 'ballots', path: '/api/ballots/:voteId/state' },
  { id: 'mine', of: 'ballots', path: '/api/ballots/:voteId/mine' },
  { id: 'register', of: 'ballots', path: '/api/ballots/:voteId/lines?limit=20&filter=all' },
  { id: 'participation', of: 'ballots', path: '/api/ballots/:voteId/participation?limit=20' },
  { id: 'log', of: 'ballots', path: '/api/ballots/:voteId/log' },
  { id: 'bundle', of: 'ballots', path: '/api/ballots/:voteId/bundle' },
  { id: 'result-sheet', of: 'api', path: '/api/votes/:voteId/result-sheet' },
];
const BY_OWNER = ['mine', 'participation'];

/** Brings a vote over its end to its publication. Seconds. */
export const closeVote = async (world: World, { voteId, closesAt }: HeldVote): Promise<number> => {
  const began = performance.now();
  await passTo(world, closesAt);
  await untilStatus(world, voteId, 'published');
  return (performance.now() - began) / 1000;
};

/** Every page of a published vote of many heads against the same of one of few: none gets slow with size. */
export const largeVoteFigures = async (
  world: World,
  handlers: Handlers,
  large: HeldVote,
  small: HeldVote,
): Promise<Metric[]> => {
  const asking = async ({ voteId, electorate }: HeldVote) => {
    const { owners } = await comeBack(world, { ...electorate, owners: electorate.owners.slice(0, 1) });
    return { voteId, owner: owners[0]?.token };
  };
  const [many, few] = [await asking(large), await asking(small)];
  const staff = world.who('a.community-worker').token;
  const look = async ({ id, of, path }: (typeof PAGES)[number], { voteId, owner }: typeof many): Promise<void> => {
    const token = BY_OWNER.includes(id) ? owner : staff;
    const call = { method: 'GET', path: path.replace(':voteId', voteId), ...(token === undefined ? {} : { token }) };
    const { status, body } = await handlers[of](call);
    if (status !== 200) throw new Error(`${call.path} answered ${String(status)}: ${JSON.stringify(body)}`);
  };
  const away = (await world.system.clock.now()) - Date.now();
  return liveLater(away, async () => {
    const metrics: Metric[] = [];
    for (const page of PAGES) {
      const [ours, base] = [() => look(page, many), () => look(page, few)];
      await interleave(WARM_UP, ours, base);
      const { a, b } = await interleave(RUNS, ours, base);
      const heads = [large, small].map(({ electorate }) => String(electorate.owners.length)).join(' to ');
      metrics.push(
        metric(`flat-vote-${page.id}`, percentile(a, 0.5), percentile(b, 0.5), 1.15, `ms p50, ${heads} heads`),
      );
    }
    return metrics;
  });
};
