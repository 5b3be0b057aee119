import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getBallotsState, getMyLines, getReceipt } from '@gongyi/shared/votes/contract-ballots';
import { getLog } from '@gongyi/shared/votes/contract-log';
import { listRegister } from '@gongyi/shared/votes/contract-paper';
import { CHOICES } from '@gongyi/shared/votes/ballot';
import type { Choice } from '@gongyi/shared/votes/ballot';
import { listNotices } from '@gongyi/shared/notices/contract';
import { once } from '../local/matrix/subjects';
import { QUESTION, announceVote, makeElectorate, passTo, untilStatus } from '../local/world/electorate';
import type { Electorate } from '../local/world/electorate';
import type { World } from '../local/world/build';
import type { Random } from '../local/fuzz/random';
import type { Handler } from '../bench/handler';
import type { Act } from './actor';
import { anyChoice, castCall, castOn, voteAsSeen } from './ballot-box';
import { liveLater } from './away';
import type { Faulty } from './faulty';
import type { Figure } from './figure';
import { exportTable } from './table-dump';

/**
 * One vote run twice with every choice flipped: until the close everything that anybody can see or that lies
 * stored is the same, but for ciphertexts, commitments and what is derived from them, which are of equal length.
 */
/** The public turnout moves within ten minutes. */
const TURNOUT_SHOWN_MS = 11 * 60_000;
const HEADS = 24;
const COMPOUND = 33;

const flipped = (choice: Choice): Choice => CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length] ?? 'abstain';

/** What differs between any two runs, put aside: ids and hashes by their length, instants and the vote's own id. */
const normal = (text: string, voteId: string): string =>
  text
    .replaceAll(voteId, '<vote>')
    .replace(/\b1[0-9]{12}\b/g, '<instant>')
    .replace(/\b0{2}1[0-9]{12}\b/g, '<instant>')
    .replace(/\b1[0-9]{9}\b/g, '<second>')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<instant>')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<op>')
    .replace(/\b[0-9a-f]{24,}\b/g, (hash) => `<hex ${String(hash.length)}>`)
    .replace(/[A-Za-z0-9+/_-]{38,}={0,2}/g, (code) => `<code ${String(code.length)}>`)
    .replace(/\b[0-9a-hjkmnp-tv-z]{26}\b/g, '<id>')
    .replace(/\b[0-9]{4}-[0-9A-Z]{4}\b/g, '<number>');

/** Bytes by their length, keys in one order: the engine gives them in any. */
const plain = (_: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return `<bytes ${String(value.length)}>`;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
};

const seen = async (world: World, electorate: Electorate, voteId: string): Promise<string[]> => {
  const { client } = world;
  const params = { voteId };
  const worker = world.who('a.community-worker').token;
  const [first] = electorate.owners;
  const own = { params, token: first?.token ?? '' };
  const mine = await client.send(getMyLines, { name: once('mine'), ...own });
  const line = String(mine.lines[0]?.line ?? 0);
  return [
    await voteAsSeen(world, voteId),
    await client.send(getBallotsState, { name: once('state'), params }),
    await client.send(getLog, { name: once('log'), params }),
    mine,
    await client.send(getReceipt, { name: once('receipt'), ...own, params: { voteId, line } }),
    await client.send(listRegister, { name: once('register'), params, token: worker, query: { limit: '50' } }),
    (await client.send(listNotices, { name: once('inbox'), token: own.token, query: { limit: '50' } })).items.filter(
      (notice) => JSON.stringify(notice).includes(voteId),
    ),
  ].map((answer, index) => `${String(index)} ${normal(JSON.stringify(answer, plain), voteId)}`);
};

/** What lies stored of each vote, all at one moment: an export takes what a tick of the clock changes while it is read. */
const stored = async ({ world: { system } }: Faulty, voteIds: readonly string[]): Promise<string[][]> => {
  const items = (await exportTable(system.tableUrl, system.operatorEnv['TABLE_NAME'] ?? '')).map((item) =>
    JSON.stringify(item, plain),
  );
  return voteIds.map((voteId) => items.filter((item) => item.includes(voteId)).map((item) => normal(item, voteId)));
};

const FUNCTIONS = ['api', 'ballots', 'ballots-work', 'stream', 'schedule', 'jobs'];
/** What the functions of the system wrote of a vote; those called here write to this process. */
const logged = async (world: World, voteId: string): Promise<string[]> => {
  const lines = await Promise.all(
    FUNCTIONS.map((name) => readFile(join(world.system.stateDir, 'logs', `${name}.log`), 'utf8')),
  );
  return lines
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.includes(voteId))
    .map((line) => normal(line, voteId));
};

/** What is written to this process's output while `run` runs, instead of there. */
const writtenBy = async (run: () => Promise<unknown>): Promise<string[]> => {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));
  for (const { stream } of streams)
    stream.write = (chunk: Uint8Array | string): boolean => lines.push(String(chunk).trimEnd()) > 0;
  try {
    await run();
  } finally {
    for (const { stream, write } of streams) stream.write = write;
  }
  return lines;
};

/** Casts of so many owners fail first, when everything is known but the choice cannot be stored. */
const FAILING = 6;
const UNSTORED = { throttled: 1, lost: 0, stale: 0, operations: ['PutItem', 'UpdateItem', 'TransactWriteItems'] };

/** A cast that fails: its answer, and what was logged of it. */
const failed = async ({ handler, proxy }: Faulty, voteId: string, cast: Act): Promise<string[]> => {
  let answer: Awaited<ReturnType<Handler>> | undefined;
  const lines = await writtenBy(() =>
    proxy.during(UNSTORED, async () => {
      answer = await handler(cast);
    }),
  );
  if (answer === undefined || answer.status < 500)
    throw new Error(`a cast that cannot be stored was answered ${String(answer?.status)}`);
  return [JSON.stringify(answer), ...lines].map((line) => normal(line, voteId));
};

/** Two texts from a little before where they part. */
const parting = (one: string, other: string): string => {
  const at = Math.max(0, [...one].findIndex((letter, index) => letter !== other[index]) - 60);
  return `${one.slice(at, at + 200)} | ${other.slice(at, at + 200)}`;
};

/** Those of `a` that have no like in `b`, each of which is the like of one. */
const without = (a: readonly string[], b: readonly string[]): string[] => {
  const left = [...b];
  return a.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** Each that is without its like, beside what may be its counterpart. */
const differences = (what: string, a: readonly string[], b: readonly string[]): string[] => {
  const [one, other] = [without(a, b).sort(), without(b, a).sort()];
  return Array.from(
    { length: Math.max(one.length, other.length) },
    (_, index) => `${what} differ: ${parting(one[index] ?? 'nothing', other[index] ?? 'nothing')}`,
  );
};

export const secrecyFigure = async (faulty: Faulty, random: Random, say: (line: string) => void): Promise<Figure> => {
  const { world, handler } = faulty;
  const electorate = await makeElectorate(world, COMPOUND, HEADS);
  const choices = electorate.owners.map(() => anyChoice(random));
  const runs: (Awaited<ReturnType<typeof announceVote>> & {
    readonly choices: readonly Choice[];
    readonly failures: string[];
  })[] = [];
  for (const own of [choices, choices.map(flipped)])
    runs.push({ ...(await announceVote(world, electorate, [QUESTION], '同一件事')), choices: own, failures: [] });
  await passTo(world, Math.max(...runs.map(({ opensAt }) => opensAt)));
  for (const { voteId } of runs) await untilStatus(world, voteId, 'open');
  const away = (await world.system.clock.now()) - Date.now();
  // The first call makes the clients, which say then, once, what they have to say of this Node; and where others lived
  // at another time before, it is refused by KMS for its time and sets the clients' clocks. It is compared with nothing.
  const [first] = electorate.owners;
  const [other] = runs;
  if (first === undefined || other === undefined) throw new Error('nobody can cast');
  await liveLater(away, () => failed(faulty, other.voteId, castCall(other.voteId, first, 1, 'for', random.text(24))));
  // Both votes step by step side by side, so that clocks and counts pass them alike.
  for (const [index, owner] of electorate.owners.entries()) {
    for (const { voteId, choices: own, failures } of runs) {
      const look = { name: once('mine'), params: { voteId }, token: owner.token };
      const line = (await world.client.send(getMyLines, look)).lines[0]?.line ?? 0;
      const choice = own[index] ?? 'abstain';
      const cast = [voteId, owner, line, choice, random.text(24)] as const;
      if (index < FAILING) failures.push(...(await liveLater(away, () => failed(faulty, voteId, castCall(...cast)))));
      const answer = await liveLater(away, () => castOn(handler, ...cast));
      if (answer.status !== 200) throw new Error(`a cast was answered ${String(answer.status)}`);
      await world.system.settle();
    }
  }
  await world.system.clock.shift(TURNOUT_SHOWN_MS);
  await world.system.settle();
  say(`secrecy: both votes have ${String(HEADS)} ballots`);
  const voteIds = runs.map(({ voteId }) => voteId);
  const answers = await Promise.all(voteIds.map((voteId) => seen(world, electorate, voteId)));
  await world.system.settle();
  const items = await stored(faulty, voteIds);
  const lines = await Promise.all(
    runs.map(async ({ voteId, failures }) => [...failures, ...(await logged(world, voteId))]),
  );
  const compared = (what: string, [a, b]: readonly string[][]): string[] => {
    if (a === undefined || b === undefined) throw new Error('two runs are needed');
    return differences(what, a, b);
  };
  const wrong = [
    ...compared('answers', answers),
    ...compared('stored items', items),
    ...compared('lines of failures', lines),
  ];
  const count = ([first = []]: readonly string[][]): string => String(first.length);
  return {
    test: 'one vote twice with every choice flipped',
    tried: `${count(answers)} answers, ${count(items)} stored items, ${count(lines)} lines of logs and of failed casts`,
    wrong: wrong.length,
    shown: wrong,
  };
};
