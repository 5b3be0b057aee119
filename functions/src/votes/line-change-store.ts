import { BALLOT_EVENTS } from '@gongyi/shared/votes/contract-log';
import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { getItem, putNew, queryPage, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import type { BallotLine } from './ballot-item';

/** An entry in the registers of a vote: who, when, why. Written with what it tells of. */
export const BallotEvent = z.object({
  id: z.string(),
  kind: z.enum(BALLOT_EVENTS),
  line: z.optional(z.int()),
  at: z.int(),
  byId: z.string(),
  /** Masked. */
  by: z.string(),
  reason: z.optional(z.string()),
  photos: z._default(z.array(z.string()), []),
});
export type BallotEvent = z.output<typeof BallotEvent>;

/** What is read of the entries at a time, and how often for one page: where more lie hidden, the next page goes on. */
const READ = 200;
const MOST_READS = 10;

/** The newest entries that `shown` picks, as many on a page whatever lies between them. */
export const eventsPage = async (
  voteId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
  shown: (event: BallotEvent) => boolean,
) => {
  const events: BallotEvent[] = [];
  const all = { ...keys.ballotEvents(voteId), newestFirst: true, consistent: true, limit: READ };
  let lastKey = after;
  let reads = 0;
  do {
    const page = await queryPage({ ...all, after: lastKey });
    events.push(...page.items.map((item) => z.parse(BallotEvent, item)).filter(shown));
    lastKey = page.lastKey;
    reads += 1;
  } while (lastKey !== undefined && events.length < limit && reads < MOST_READS);
  const last = events[limit - 1];
  if (last === undefined || events.length === limit) return { events, lastKey };
  return { events: events.slice(0, limit), lastKey: keys.ballotEvent(voteId, last.at, last.id) };
};

/** The input's hash of an operation on the registers that was written; undefined if it was not. */
export const operationOf = async (voteId: string, op: string): Promise<string | undefined> => {
  const item = await getItem(keys.ballotOp(voteId, op), { consistent: true });
  return item && z.parse(z.object({ opHash: z.string() }), item).opHash;
};

export interface LineWrite {
  readonly voteId: string;
  readonly seen: BallotLine;
  readonly set: Readonly<Record<string, unknown>>;
  readonly event: BallotEvent | undefined;
  readonly also: readonly TransactItem[];
  /**
   * How long the line may be changed so: until its ballot is cast; until it is sealed, the ballot being as it was
   * seen; or until it is counted, which the change itself sees to.
   */
  readonly until: 'cast' | 'sealed' | 'counted';
}

/** What the ballot and the seal must be, besides that nobody changed the line since it was seen. */
const stands = ({ until, seen }: Pick<LineWrite, 'until' | 'seen'>) => {
  if (until === 'counted') return { when: '', names: {}, values: {} };
  const uncast = until === 'cast' || seen.ballot === undefined;
  return {
    when: ` AND attribute_not_exists(#sealed) AND ${uncast ? 'attribute_not_exists(ballot)' : 'ballotVersion = :version'}`,
    names: { '#sealed': 'sealed' },
    values: uncast ? {} : { ':version': seen.ballotVersion },
  };
};

/**
 * Changes a line as it was seen, together with the operation, the entry that tells of it and what belongs to it.
 * False if the line was changed meanwhile, or anything else does not hold any more.
 */
export const writeLine = async (
  { voteId, seen, set, event, also, until }: LineWrite,
  { op, opHash }: { readonly op: string; readonly opHash: string },
): Promise<boolean> => {
  const same = seen.lastOp === undefined ? 'attribute_not_exists(lastOp)' : 'lastOp = :seen';
  const ballot = stands({ until, seen });
  const line = updateOf({
    key: keys.ballotLine(voteId, seen.no),
    set,
    when: `attribute_exists(pk) AND ${same}${ballot.when}`,
    names: ballot.names,
    values: { ...ballot.values, ...(seen.lastOp === undefined ? {} : { ':seen': seen.lastOp }) },
    op,
  });
  const entry = event === undefined ? [] : [putNew({ ...keys.ballotEvent(voteId, event.at, event.id), ...event })];
  const { done } = await writeTogether([line, putNew({ ...keys.ballotOp(voteId, op), opHash }), ...entry, ...also]);
  return done;
};
