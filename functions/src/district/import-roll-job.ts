import type { RollHome } from '@gongyi/shared/district/roll';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Job, JobKind, JobStep } from '../platform/jobs';
import { writeTogether } from '../platform/table';
import { readRollFile } from './read-roll-file';
import { endImport, findImport, IMPORT_JOB, noteProgress } from './roll-import-store';
import type { StoredImport } from './roll-import-store';
import { importHoldsStill } from './roll-hold-store';
import { changesOf, contentOf, homeIdOf, lineOf, phoneHashesOf } from './roll-line';
import type { RollContent, RollLine } from './roll-line';
import { countRoll, ensureStairs, findLines, lineWrites } from './roll-store';

/**
 * Writes an import's homes to the roll. A step takes the homes from the cursor on; some at once are one
 * transaction on their own lines, and a line that says already what the file says is left alone, so a step
 * may be run again from the same cursor, and the same file changes nothing.
 */
const HOMES_A_STEP = 100;
/** Of the hundred that a transaction may have, one is for the hold. */
const MOST_WRITES = 99;

interface Waiting {
  readonly home: RollHome;
  readonly content: RollContent;
  readonly seen: RollLine | undefined;
}

/** At most: the line, its place, what it was, and a row for each number that comes or goes. */
const writesOf = ({ home, seen }: Waiting): number =>
  3 + home.owners.flatMap(({ phones }) => phones).length + (seen ? phoneHashesOf(seen).length : 0);

const same = ({ content, seen }: Waiting): boolean => seen !== undefined && changesOf(seen, content).length === 0;

const lineFor = (item: StoredImport, { home, content, seen }: Waiting, now: number): Promise<RollLine> =>
  lineOf(home, content, {
    importId: item.id,
    how: seen && !(seen.importId === item.id && seen.how === 'added') ? 'changed' : 'added',
    rev: (seen?.rev ?? 0) + 1,
    changedBy: item.startedBy ?? item.begunBy,
    changedAt: now,
  });

/** Writes these lines while the import holds the roll: a run that comes late, after its end, writes none. */
const writeLines = async (
  item: StoredImport,
  group: readonly Waiting[],
  now: number,
): Promise<'written' | 'ended' | 'changed'> => {
  const { compoundId, id } = item;
  const lines = await Promise.all(group.map((each) => lineFor(item, each, now)));
  const writes = lines.flatMap((line, i) => lineWrites(compoundId, line, group[i]?.seen));
  const written = await writeTogether([importHoldsStill(compoundId, id), ...writes]);
  if (written.done) return 'written';
  return written.failed[0] === undefined ? 'changed' : 'ended';
};

/** False if the import has ended meanwhile. */
const writeHome = async (item: StoredImport, waiting: Waiting, now: number): Promise<boolean> => {
  let { seen } = waiting;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const written = await writeLines(item, [{ ...waiting, seen }], now);
    if (written !== 'changed') return written === 'written';
    // Another import, or this step run by another, was at this home at the same time: look again.
    const { homeId } = waiting.content;
    seen = (await findLines(item.compoundId, [homeId])).get(homeId);
    if (same({ ...waiting, seen })) return true;
  }
  throw new Error('a line of the roll kept changing');
};

/** Homes whose lines fit one transaction: all write beside the one item that says who holds the roll. */
const groupsOf = (waiting: readonly Waiting[]): Waiting[][] => {
  const groups: Waiting[][] = [];
  let room = 0;
  for (const each of waiting) {
    const writes = writesOf(each);
    if (writes > room) {
      groups.push([]);
      room = MOST_WRITES;
    }
    groups.at(-1)?.push(each);
    room -= writes;
  }
  return groups;
};

const writeGroup = async (item: StoredImport, group: readonly Waiting[], now: number): Promise<boolean> => {
  const written = await writeLines(item, group, now);
  if (written !== 'changed') return written === 'written';
  for (const each of group) if (!(await writeHome(item, each, now))) return false;
  return true;
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
  for (const group of groupsOf(waiting)) if (!(await writeGroup(item, group, now))) return;
};

/** Counts from the lines themselves what this import did, so that a step run twice counts once. */
const finish = async (item: StoredImport, homes: readonly RollHome[], now: number): Promise<void> => {
  const lines = await countRoll(item.compoundId, item.id, now);
  // Another run of it came to the end before.
  if (lines === undefined) return;
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
