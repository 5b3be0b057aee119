import { setTimeout as sleep } from 'node:timers/promises';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Frontier } from '@gongyi/shared/votes/log/frontier';
import { appendAll, rootOf } from '@gongyi/shared/votes/log/frontier';
import { leafText } from '@gongyi/shared/votes/log/leaf-text';
import type { VoteLogLeaf } from '@gongyi/shared/votes/log/leaf';
import { leafHash } from '@gongyi/shared/votes/log/merkle';
import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { changeOnce, getItem, getItems, putNew, queryAll, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { MINUTE } from '@gongyi/shared/kernel/time';

/**
 * The log of a vote: a head with the tree's frontier, and a leaf an item. Leaves are added by transactions on the
 * head, so that their order is one; each ballot leaf is written together with the note that its line's version is
 * in, so that none is added twice however often it is brought.
 */
export const LogHead = z.object({
  size: z.int(),
  hashes: z.array(z.string()),
  /** Lines that took part, and their area, as far as logged. */
  heads: z.int(),
  area: z.int(),
  /** Ballot leaves, all versions. */
  ballots: z.int(),
  closed: z.optional(z.int()),
  /** The newest checkpoint: a signed note over `checkpointSize` leaves. */
  checkpoint: z.optional(z.string()),
  checkpointSize: z._default(z.int(), 0),
  checkpointAt: z.optional(z.int()),
  bundle: z.optional(z.object({ key: z.string(), sha256: z.string(), bytes: z.int() })),
});
export type LogHead = z.output<typeof LogHead>;

export const LOG_DUE = 'vote-log';
/** A log that grew is looked at within this time; signed it is only when the turnout moves. */
const LOOK_WITHIN = MINUTE;

export const findLog = async (voteId: string): Promise<LogHead | undefined> => {
  const item = await getItem(keys.voteLog(voteId), { consistent: true });
  return item && z.parse(LogHead, item);
};

const frontierOf = ({ size, hashes }: LogHead): Frontier => ({ size, hashes });
export const logRoot = (log: LogHead): string => rootOf(frontierOf(log));

const putLeaf = (voteId: string, index: number, leaf: VoteLogLeaf): TransactItem =>
  putNew({ ...keys.voteLogLeaf(voteId, index), text: leafText(leaf) });

/** The writes that begin a log with its first leaf. */
export const logBegins = (voteId: string, leaf: VoteLogLeaf, now: number): TransactItem[] => {
  const { size, hashes } = appendAll({ size: 0, hashes: [] }, [leafHash(leafText(leaf))]);
  const counts = { heads: 0, area: 0, ballots: 0 };
  const head = { ...keys.voteLog(voteId), ...keys.due(LOG_DUE, now, voteId), voteId, size, hashes, ...counts };
  return [putNew(head), putLeaf(voteId, 0, leaf)];
};

interface Growth {
  readonly heads: number;
  readonly area: number;
  readonly ballots: number;
  readonly closed?: number;
}
const NO_GROWTH: Growth = { heads: 0, area: 0, ballots: 0 };

/** The head as it grows by these leaves, if it still is as read and not closed. */
const growth = (
  voteId: string,
  log: LogHead,
  leaves: readonly VoteLogLeaf[],
  by: Growth,
  op: string,
  now: number,
): TransactItem => {
  const { size, hashes } = appendAll(
    frontierOf(log),
    leaves.map((leaf) => leafHash(leafText(leaf))),
  );
  return updateOf({
    key: keys.voteLog(voteId),
    set: {
      size,
      hashes,
      heads: log.heads + by.heads,
      area: log.area + by.area,
      ballots: log.ballots + by.ballots,
      ...(by.closed === undefined ? {} : { closed: by.closed }),
      ...keys.due(LOG_DUE, now + LOOK_WITHIN, voteId),
    },
    when: '#size = :size AND attribute_not_exists(closed)',
    names: { '#size': 'size' },
    values: { ':size': log.size },
    op,
  });
};

const TRIES = 60;
const pause = (attempt: number): Promise<void> => sleep(Math.random() * 5 * 2 ** Math.min(attempt, 6));

/**
 * Adds one leaf that is no ballot, once: `once` is the write that says it is in. False if the log is closed, or
 * this leaf is in already.
 */
export const addLeaf = async (
  voteId: string,
  leaf: VoteLogLeaf,
  once: readonly TransactItem[],
  op: string,
  now: number,
): Promise<boolean> => {
  const closed = leaf.kind === 'close' ? { closed: leaf.closedAt } : {};
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const log = await findLog(voteId);
    if (log === undefined || log.closed !== undefined) return false;
    const written = await writeTogether([
      growth(voteId, log, [leaf], { ...NO_GROWTH, ...closed }, op, now),
      putLeaf(voteId, log.size, leaf),
      ...once,
    ]);
    if (written.done) return true;
    if (written.failed[0]?.old?.['lastOp'] === op) return true;
    // Only what says that it is in already failed: it is.
    if (written.failed.slice(2).some((failure) => failure !== undefined)) return false;
    await pause(attempt);
  }
  throw new Error('a log kept growing');
};

/** A version of a line's ballot that belongs in the log. */
export interface BallotToLog {
  readonly no: number;
  readonly version: number;
  readonly area: number;
  readonly leaf: VoteLogLeaf;
}

const LoggedLine = z.object({ no: z.int(), version: z.int(), index: z.int() });

/** Which version of these lines was logged last, and at which index. */
export const loggedLines = async (
  voteId: string,
  nos: readonly number[],
): Promise<Map<number, z.output<typeof LoggedLine>>> => {
  const items = await getItems(
    nos.map((no) => keys.voteLogLine(voteId, no)),
    { consistent: true },
  );
  return new Map(items.map((item) => z.parse(LoggedLine, item)).map((line) => [line.no, line]));
};

const noteLogged = (voteId: string, { no, version }: BallotToLog, index: number, op: string): TransactItem =>
  version === 1
    ? putNew({ ...keys.voteLogLine(voteId, no), no, version, index })
    : updateOf({
        key: keys.voteLogLine(voteId, no),
        set: { version, index },
        when: '#version = :before',
        names: { '#version': 'version' },
        values: { ':before': version - 1 },
        op,
      });

/** Leaves of one transaction: two items each and the head stay below a hundred. */
const LEAVES_AT_ONCE = 40;

/** Those that come next for their lines; of each line one, since a transaction writes an item once. */
const nextOnes = (
  wanted: readonly BallotToLog[],
  logged: ReadonlyMap<number, { readonly version: number }>,
): BallotToLog[] => {
  const next = new Map<number, BallotToLog>();
  for (const ballot of wanted)
    if (ballot.version === (logged.get(ballot.no)?.version ?? 0) + 1) next.set(ballot.no, ballot);
  return [...next.values()];
};

/**
 * Adds ballots to the log, each once, versions of a line in their order. What is in already is passed over; what
 * comes after a version that nobody has brought yet waits for it. Safe to run twice and at once.
 */
export const logBallots = async (
  voteId: string,
  ballots: readonly BallotToLog[],
  op: string,
  now: number,
): Promise<void> => {
  const nos = [...new Set(ballots.map(({ no }) => no))];
  for (let attempt = 1; attempt <= TRIES;) {
    const [log, logged] = await Promise.all([findLog(voteId), loggedLines(voteId, nos)]);
    if (log === undefined) throw new Error('a ballot came before its log');
    const next = nextOnes(ballots, logged).slice(0, LEAVES_AT_ONCE);
    if (next.length === 0 || log.closed !== undefined) return;
    const first = next.filter(({ version }) => version === 1);
    const by = { heads: first.length, area: first.reduce((sum, { area }) => sum + area, 0), ballots: next.length };
    const leaves = next.map(({ leaf }) => leaf);
    const written = await writeTogether([
      growth(voteId, log, leaves, by, op, now),
      ...next.flatMap((ballot, index) => [
        putLeaf(voteId, log.size + index, ballot.leaf),
        noteLogged(voteId, ballot, log.size + index, op),
      ]),
    ]);
    if (written.done) continue;
    await pause(attempt);
    attempt += 1;
  }
  throw new Error('a log kept growing while ballots waited');
};

const Leaf = z.object({ text: z.string() });

/** Texts of the leaves from `from` up to, but without, `until`. */
export const leafTexts = async (voteId: string, from: number, until: number): Promise<string[]> => {
  if (from >= until) return [];
  const { pk, sk } = keys.voteLogLeaf(voteId, from);
  const items = await queryAll({ pk, between: [sk, keys.voteLogLeaf(voteId, until - 1).sk], consistent: true });
  return items.map((item) => z.parse(Leaf, item).text);
};

/** Notes a signed checkpoint unless a later one stands. */
export const noteCheckpoint = async (voteId: string, size: number, note: string, now: number): Promise<void> => {
  const op = `checkpoint-${String(size)}`;
  await changeOnce({
    key: keys.voteLog(voteId),
    set: { checkpoint: note, checkpointSize: size, checkpointAt: now },
    when: 'attribute_not_exists(checkpointSize) OR checkpointSize < :size',
    values: { ':size': size },
    op,
  });
};

/** Takes a log off the clock, if it has not grown and nothing has happened beside it since it was looked at. */
export const leaveClock = async (voteId: string, size: number, dueSk: string): Promise<void> => {
  await changeOnce({
    key: keys.voteLog(voteId),
    set: { duePk: undefined, dueSk: undefined },
    when: '#size = :size AND dueSk = :dueSk',
    names: { '#size': 'size' },
    values: { ':size': size, ':dueSk': dueSk },
    op: `rest-${String(size)}`,
  });
};

/**
 * Puts a log back on the clock for what happened beside it. A new instant each time, so that a walk which looked
 * before cannot take it off again.
 */
export const wakeLog = async (voteId: string, at: number, op: string): Promise<void> => {
  await changeOnce({
    key: keys.voteLog(voteId),
    set: keys.due(LOG_DUE, at, voteId),
    when: 'attribute_exists(pk) AND attribute_not_exists(closed)',
    op,
  });
};

export const dueAgain = async (voteId: string, at: number, dueSk: string): Promise<void> => {
  await changeOnce({
    key: keys.voteLog(voteId),
    set: keys.due(LOG_DUE, at, voteId),
    when: 'dueSk = :dueSk',
    values: { ':dueSk': dueSk },
    op: `again-${String(at)}`,
  });
};

/** Puts a checkpoint with one more signature in the place of the same one without it. */
export const cosignCheckpoint = async (voteId: string, seen: string, note: string, op: string): Promise<boolean> => {
  const written = await changeOnce({
    key: keys.voteLog(voteId),
    set: { checkpoint: note },
    when: 'checkpoint = :seen',
    values: { ':seen': seen },
    op,
  });
  return written.done;
};

/** Notes a bundle made with this checkpoint; false if the checkpoint was cosigned meanwhile. */
export const noteBundle = async (
  voteId: string,
  checkpoint: string,
  bundle: NonNullable<LogHead['bundle']>,
): Promise<boolean> => {
  const written = await changeOnce({
    key: keys.voteLog(voteId),
    set: { bundle },
    when: 'checkpoint = :checkpoint',
    values: { ':checkpoint': checkpoint },
    op: `bundle-${bundle.sha256.slice(0, 26)}`,
  });
  return written.done;
};

export const Witness = z.object({
  party: z.enum(PARTIES),
  key: z.string(),
  byId: z.string(),
  name: z.string(),
  since: z.int(),
  lastSize: z.optional(z.int()),
});
export type Witness = z.output<typeof Witness>;

export const witnessesOf = async (voteId: string): Promise<Witness[]> => {
  const items = await queryAll({ ...keys.voteLogWitnesses(voteId), consistent: true });
  return items.map((item) => z.parse(Witness, item));
};

export const putWitness = (voteId: string, keyHash: string, witness: Witness): TransactItem =>
  putNew({ ...keys.voteLogWitness(voteId, witness.party, keyHash), ...witness });

/** What a witness signed last only grows. */
export const noteCosigned = async (
  voteId: string,
  { party }: Witness,
  keyHash: string,
  size: number,
): Promise<void> => {
  await changeOnce({
    key: keys.voteLogWitness(voteId, party, keyHash),
    set: { lastSize: size },
    when: 'attribute_not_exists(lastSize) OR lastSize < :size',
    values: { ':size': size },
    op: `cosigned-${String(size)}`,
  });
};
