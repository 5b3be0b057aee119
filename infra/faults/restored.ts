import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getBallotsState } from '@gongyi/shared/votes/contract-ballots';
import { getLog } from '@gongyi/shared/votes/contract-log';
import { getVoteRecord, listVotes } from '@gongyi/shared/votes/contract-votes';
import { verifyBundle } from '../../shared/verifier/verify.mjs';
import type { LocalSystem } from '../local/boot';
import { clientOf } from '../local/demo/client';
import { startEngine } from '../local/engine/engine';
import { createTable } from '../local/engine/table';
import type { Random } from '../local/fuzz/random';
import { once } from '../local/matrix/subjects';
import { bootBuilt } from '../local/world/boot-built';
import type { World } from '../local/world/build';
import { announceVote, makeElectorate, passTo, untilStatus } from '../local/world/electorate';
import { castIn } from '../local/world/votes';
import { anyChoice, fetchBundle, voteAsSeen } from './ballot-box';
import type { Faulty } from './faulty';
import type { Figure } from './figure';
import { exportTable, restoreTable } from './table-dump';

/**
 * The table exported, restored into an empty one, and the votes counted again from it by a system of its own:
 * the same roots, the same figures. Keys and files are other stores' and stay.
 */
const HEADS = 200;
const COMPOUND = 34;
/** What the new system begins without: the old table, how far its streams were read, who holds the folder. */
const LEFT = /^(table|system\.lock|.*\.checkpoint\.json.*|.*\.part)$/;

/** The order of a map's names means nothing and is not kept. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Every figure and root that a vote is known by. */
const figuresOf = async (world: World, compoundId: string, voteId: string): Promise<readonly string[]> => {
  const { client } = world;
  const about = { params: { voteId }, token: world.who('a.community-worker').token };
  const bundle = await fetchBundle(world, voteId);
  const { checkpoint } = await client.send(getLog, { name: once('log'), ...about });
  const answers = {
    bundle: bundle.leaves,
    verdict: await verifyBundle(bundle),
    checkpoint,
    vote: await voteAsSeen(world, voteId),
    state: await client.send(getBallotsState, { name: once('state'), params: { voteId } }),
    record: await client.send(getVoteRecord, { name: once('record'), ...about, query: {} }),
    list: await client.send(listVotes, { name: once('list'), params: { compoundId }, query: {} }),
  };
  // Links to files are signed anew for each asker.
  return Object.entries(answers).map(([name, answer]) =>
    `${name}: ${JSON.stringify(answer, sorted)}`.replace(/https?:\/\/[^"]+/g, '<address>'),
  );
};

/** Where two answers part. */
const parting = (one: string, other: string): string => {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(0, 12)} … ${one.slice(Math.max(0, at - 60), at + 200)} | ${other.slice(Math.max(0, at - 60), at + 200)}`;
};

const restoredFrom = async ({ stateDir: from, tableUrl, operatorEnv }: LocalSystem, stateDir: string) => {
  const table = operatorEnv['TABLE_NAME'] ?? '';
  const items = await exportTable(tableUrl, table);
  await cp(from, stateDir, { recursive: true, filter: (path) => !LEFT.test(basename(path)) });
  const engine = await startEngine(join(stateDir, 'table'));
  await createTable(engine.endpoint, table);
  await restoreTable(engine.endpoint, table, items);
  await engine.stop();
  return { items, system: await bootBuilt({ stateDir }) };
};

export const restoredFigure = async (
  faulty: Faulty,
  random: Random,
  scale: number,
  say: (line: string) => void,
): Promise<Figure> => {
  const { world } = faulty;
  const electorate = await makeElectorate(world, COMPOUND, Math.max(8, Math.round(HEADS * scale)));
  const { voteId, opensAt, closesAt } = await announceVote(world, electorate);
  await passTo(world, opensAt);
  await untilStatus(world, voteId, 'open');
  for (const owner of electorate.owners) await castIn(world, owner, voteId, anyChoice(random));
  await passTo(world, closesAt);
  await untilStatus(world, voteId, 'published');
  await world.system.settle();
  const before = await figuresOf(world, electorate.compoundId, voteId);
  const stateDir = await mkdtemp(join(tmpdir(), 'gongyi-restored-'));
  try {
    const { items, system } = await restoredFrom(world.system, stateDir);
    try {
      await system.settle();
      say(`restored: ${String(items.length)} items in a new table`);
      const again = { ...world, system, client: clientOf(system.appUrl) };
      const after = await figuresOf(again, electorate.compoundId, voteId);
      const wrong = before.flatMap((one, index) => (one === after[index] ? [] : [parting(one, String(after[index]))]));
      return {
        test: 'export, restore and recount',
        tried: `${String(items.length)} items, ${String(electorate.owners.length)} ballots, ${String(before.length)} answers`,
        wrong: wrong.length,
        shown: wrong,
      };
    } finally {
      await system.stop();
    }
  } finally {
    await rm(stateDir, { recursive: true, force: true });
  }
};
