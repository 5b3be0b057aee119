import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { changeOnce, getItem, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';

/** What the public was shown of a vote's turnout last, and how many heads came back on paper. */
const Measure = z.object({ area: z.int(), heads: z.int() });
/** `leaves`: how far the log went at this step, and so far may a checkpoint tell of it. */
const Shown = z.object({ tookPart: Measure, at: z.int(), leaves: z.int() });
export type ShownTurnout = z.output<typeof Shown>;
const Papers = z.object({ heads: z.int(), area: z.int(), rev: z.int() });

export const shownTurnout = async (voteId: string): Promise<ShownTurnout | undefined> => {
  const shown = z.safeParse(Shown, await getItem(keys.ballotTurnout(voteId), { consistent: true }));
  return shown.success ? shown.data : undefined;
};

export const showTurnout = async (
  voteId: string,
  before: ShownTurnout | undefined,
  next: ShownTurnout,
): Promise<void> => {
  await changeOnce({
    key: keys.ballotTurnout(voteId),
    set: { tookPart: next.tookPart, at: next.at, leaves: next.leaves },
    when: before === undefined ? 'attribute_not_exists(pk)' : '#at = :before',
    ...(before === undefined ? {} : { names: { '#at': 'at' }, values: { ':before': before.at } }),
    op: `turnout-${String(next.at)}`,
  });
};

export const paperCount = async (voteId: string): Promise<z.output<typeof Papers>> => {
  const papers = z.safeParse(Papers, await getItem(keys.ballotPapers(voteId), { consistent: true }));
  return papers.success ? papers.data : { heads: 0, area: 0, rev: 0 };
};

/** One head more, or one less, by paper: goes into the transaction that registers it. */
export const paperCounted = (
  voteId: string,
  before: z.output<typeof Papers>,
  by: { readonly heads: number; readonly area: number },
  op: string,
): TransactItem =>
  updateOf({
    key: keys.ballotPapers(voteId),
    set: { heads: before.heads + by.heads, area: before.area + by.area, rev: before.rev + 1 },
    when: before.rev === 0 ? 'attribute_not_exists(pk)' : '#rev = :rev',
    ...(before.rev === 0 ? {} : { names: { '#rev': 'rev' }, values: { ':rev': before.rev } }),
    op,
  });
