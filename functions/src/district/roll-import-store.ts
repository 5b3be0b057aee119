import * as z from 'zod/mini';
import { IMPORT_STATES, ColumnGuess, ImportResult, RollImport } from '@gongyi/shared/district/roll-contract';
import { ColumnKind, RollLayout } from '@gongyi/shared/district/roll';
import { Id, Instant } from '@gongyi/shared/kernel/schema';
import { jobOf } from '../platform/jobs';
import { keys } from '../platform/table-shape';
import { changeOnce, createOnce, getItem, updateOf, writeTogether } from '../platform/table';
import type { Written } from '../platform/table';
import { importHoldsRoll, importLeavesRoll } from './roll-hold-store';

/** An import as stored: nothing of what the file says of people, only where in it the roll stands. */
export const StoredImport = z.object({
  id: Id,
  compoundId: z.string(),
  fileName: z.optional(z.string()),
  state: z.enum(IMPORT_STATES),
  sheets: RollImport.shape.sheets,
  layout: z.optional(RollLayout),
  confirmed: z.boolean(),
  guesses: z.partialRecord(ColumnKind, ColumnGuess),
  missing: z.array(ColumnKind),
  headers: z.array(z.string()),
  /** Counts changes of the layout, so that what is started is what was previewed. */
  rev: z.int(),
  begunBy: Id,
  startedBy: z.optional(Id),
  begunAt: Instant,
  finishedAt: z.optional(Instant),
  progress: RollImport.shape.progress,
  result: z.optional(ImportResult),
});
export type StoredImport = z.output<typeof StoredImport>;

export const IMPORT_JOB = 'roll-import';

export const createImport = async (item: StoredImport, opHash: string): Promise<StoredImport | undefined> => {
  const written = await createOnce({ ...keys.rollImport(item.id), ...item, opHash });
  return written.done ? z.parse(StoredImport, written.item) : undefined;
};

export const findImport = async (importId: string): Promise<StoredImport | undefined> => {
  const item = await getItem(keys.rollImport(importId), { consistent: true });
  return item && z.parse(StoredImport, item);
};

export type NewLayout = Pick<StoredImport, 'missing' | 'headers'> & { readonly layout: RollLayout };

/** Sets the layout of a draft; `done: false` when it is no draft any more or was changed since `rev`. */
export const setLayoutOnce = (
  { id, rev }: StoredImport,
  { layout, missing, headers }: NewLayout,
  op: string,
): Promise<Written> =>
  changeOnce({
    key: keys.rollImport(id),
    set: { layout, missing, headers, confirmed: true, rev: rev + 1 },
    when: '#state = :draft AND #rev = :rev',
    names: { '#state': 'state', '#rev': 'rev' },
    values: { ':draft': 'draft', ':rev': rev },
    op,
  });

/** Turns the draft that was previewed into a running import that holds the roll, and starts its job, together. */
export const startImportOnce = async (
  { id, compoundId, rev }: StoredImport,
  total: number,
  startedBy: string,
  now: number,
  op: string,
): Promise<'started' | 'closed' | 'held'> => {
  const written = await writeTogether([
    updateOf({
      key: keys.rollImport(id),
      set: { state: 'running', startedBy, startOp: op, progress: { done: 0, total } },
      when: '#state = :draft AND #rev = :rev',
      names: { '#state': 'state', '#rev': 'rev' },
      values: { ':draft': 'draft', ':rev': rev },
      op,
    }),
    jobOf({ id: `roll-${id}`, kind: IMPORT_JOB, input: { importId: id }, total }, now),
    importHoldsRoll(compoundId, id),
  ]);
  if (written.done) return 'started';
  const [closed] = written.failed;
  if (closed === undefined) return 'held';
  return closed.old?.['startOp'] === op ? 'started' : 'closed';
};

/** Progress moves forward only, and never after the end. */
export const noteProgress = async (importId: string, done: number, total: number): Promise<void> => {
  await changeOnce({
    key: keys.rollImport(importId),
    set: { progress: { done, total } },
    when: '#state = :running AND #progress.#done < :done',
    names: { '#state': 'state', '#progress': 'progress', '#done': 'done' },
    values: { ':running': 'running', ':done': done },
    op: `progress-${importId}-${String(done)}`,
  });
};

/** Ends an import once, and lets the roll go with it. */
export const endImport = async (
  { id, compoundId }: Pick<StoredImport, 'id' | 'compoundId'>,
  end: { readonly state: 'done' | 'failed'; readonly result?: ImportResult },
  now: number,
): Promise<void> => {
  await writeTogether([
    updateOf({
      key: keys.rollImport(id),
      set: { state: end.state, finishedAt: now, ...(end.result ? { result: end.result } : {}) },
      when: '#state = :running',
      names: { '#state': 'state' },
      values: { ':running': 'running' },
      op: `end-${id}`,
    }),
    importLeavesRoll(compoundId, id),
  ]);
};
