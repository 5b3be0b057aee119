import { BALLOT_EVENTS } from '@gongyi/shared/votes/contract-log';
import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { putNew, queryPage, updateOf, writeTogether } from '../platform/table';
import type { Change, TransactItem } from '../platform/table';
import { lineOf } from './ballot-item';
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

export const eventWrite = (voteId: string, event: BallotEvent): TransactItem =>
  putNew({ ...keys.ballotEvent(voteId, event.at, event.id), ...event });

export const eventsPage = async (voteId: string, limit: number, after: Record<string, unknown> | undefined) => {
  const page = await queryPage({ ...keys.ballotEvents(voteId), limit, after, newestFirst: true, consistent: true });
  return { events: page.items.map((item) => z.parse(BallotEvent, item)), lastKey: page.lastKey };
};

export interface LineChange {
  readonly set: Readonly<Record<string, unknown>>;
  /** Beside that the line is neither sealed nor cast: what must still be as it was seen. */
  readonly when?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  /** Also once the line is sealed, for what the counting settles. */
  readonly afterClose?: boolean;
}

export type LineWritten = { readonly done: true } | { readonly done: false; readonly line: BallotLine | undefined };

const OPEN = 'attribute_not_exists(#sealed) AND attribute_not_exists(ballot)';

export const lineWrite = (voteId: string, no: number, { set, when, values, afterClose }: LineChange, op: string) => {
  const rules = [...(afterClose === true ? ['attribute_exists(pk)'] : [OPEN]), ...(when === undefined ? [] : [when])];
  const change: Change = {
    key: keys.ballotLine(voteId, no),
    set,
    when: rules.join(' AND '),
    ...(afterClose === true ? {} : { names: { '#sealed': 'sealed' } }),
    ...(values === undefined ? {} : { values }),
    op,
  };
  return updateOf(change);
};

/** Changes a line together with the entry that tells of it. */
export const changeLine = async (
  voteId: string,
  no: number,
  change: LineChange,
  event: BallotEvent,
  also: readonly TransactItem[] = [],
): Promise<LineWritten> => {
  const op = event.id;
  const written = await writeTogether([lineWrite(voteId, no, change, op), eventWrite(voteId, event), ...also]);
  if (written.done) return written;
  const old = written.failed[0]?.old;
  const line = old === undefined ? undefined : lineOf(old);
  // Its own earlier write: the entry is there, and what it did may have been changed again since.
  const entry = written.failed[1]?.old;
  if (line?.lastOp === op || entry?.['id'] === op) return { done: true };
  return { done: false, line };
};
