import type { RollHome } from '@gongyi/shared/district/roll';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Job, JobKind, JobStep } from '../platform/jobs';
import { readRollFile } from './read-roll-file';
import { endImport, findImport, IMPORT_JOB, noteProgress } from './roll-import-store';
import type { StoredImport } from './roll-import-store';
import { changesOf, contentOf, homeIdOf, lineOf } from './roll-line';
import type { RollContent, RollLine } from './roll-line';
import { countRoll, ensureStairs, findLines, writeLine } from './roll-store';

/**
 * Writes an import's homes to the roll. A step takes the homes from the cursor on; each home is one
 * transaction on its own line, and a line that says already what the file says is left alone, so a step
 * may be run again from the same cursor, and the same file changes nothing.
 */
const HOMES_A_STEP = 100;
const AT_ONCE = 16;

interface Waiting {
  readonly home: RollHome;
  readonly content: RollContent;
  readonly seen: RollLine | undefined;
}

const same = ({ content, seen }: Waiting): boolean => seen !== undefined && changesOf(seen, content).length === 0;

const writeHome = async (item: StoredImport, waiting: Waiting, now: number): Promise<void> => {
  const { compoundId, id, startedBy = item.begunBy } = item;
  const { home, content } = waiting;
  let { seen } = waiting;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const line = await lineOf(home, content, {
      importId: id,
      how: seen && !(seen.importId === id && seen.how === 'added') ? 'changed' : 'added',
      rev: (seen?.rev ?? 0) + 1,
      changedBy: startedBy,
      changedAt: now,
    });
    if (await writeLine(compoundId, line, seen)) return;
    // Another import, or this step run by another, was at this home at the same time: look again.
    seen = (await findLines(compoundId, [content.homeId])).get(content.homeId);
    if (same({ home, content, seen })) return;
  }
  throw new Error('a line of the roll kept changing');
};

const writeHomes = async (item: StoredImport, homes: readonly RollHome[], now: number): Promise<void> => {
  const contents = await Promise.all(homes.map((home) => contentOf(item.compoundId, home)));
  const lines = await findLines(
    item.compoundId,
    contents.map(({ homeId }) => homeId),
  );
  const waiting = homes
    .flatMap((home, i): Waiting[] => {
      const content = contents[i];
      return content ? [{ home, content, seen: lines.get(content.homeId) }] : [];
    })
    .filter((each) => !same(each));
  await ensureStairs(
    item.compoundId,
    waiting.map(({ home }) => home),
  );
  for (let at = 0; at < waiting.length; at += AT_ONCE)
    await Promise.all(waiting.slice(at, at + AT_ONCE).map((each) => writeHome(item, each, now)));
};

/** Counts from the lines themselves what this import did, so that a step run twice counts once. */
const finish = async (item: StoredImport, homes: readonly RollHome[], now: number): Promise<void> => {
  const lines = await countRoll(item.compoundId, now);
  const named = new Set(homes.map((home) => homeIdOf(item.compoundId, home)));
  const mine = lines.filter(({ importId }) => importId === item.id);
  const added = mine.filter(({ how }) => how === 'added').length;
  const changed = mine.length - added;
  const missing = lines.filter(({ homeId }) => !named.has(homeId)).length;
  await noteProgress(item.id, homes.length, homes.length);
  await endImport(
    item,
    { state: 'done', result: { added, changed, unchanged: homes.length - mine.length, missing } },
    now,
  );
};

const step = async (job: Job, now: number): Promise<JobStep> => {
  const { importId = '' } = job.input;
  const item = await findImport(importId);
  if (item?.state !== 'running') return { cursor: job.cursor, progress: job.progress, finished: true };
  const read = await readRollFile(item);
  // It was readable when it was started; if it is not now, that is a fault and no answer.
  if (isRefusal(read)) throw new Error(`the import's file became unreadable: ${read.refused}`);
  const homes = read.preview.accepted;
  const from = Number(job.cursor['next'] ?? 0);
  const next = Math.min(from + HOMES_A_STEP, homes.length);
  await writeHomes(item, homes.slice(from, next), now);
  const finished = next >= homes.length;
  if (finished) await finish(item, homes, now);
  else await noteProgress(importId, next, homes.length);
  return { cursor: { next }, progress: { done: next, total: homes.length }, finished };
};

export const importRollJob: JobKind = {
  kind: IMPORT_JOB,
  step,
  failed: async (job, now) => {
    const item = await findImport(job.input['importId'] ?? '');
    if (item !== undefined) await endImport(item, { state: 'failed' }, now);
  },
};
