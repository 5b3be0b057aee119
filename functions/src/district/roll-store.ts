import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { Instant } from '@gongyi/shared/kernel/schema';
import { buildingName, entranceName } from '@gongyi/shared/district/room-number';
import type { HomeLabels } from '@gongyi/shared/district/room-number';
import { keys } from '../platform/table-shape';
import {
  TableName,
  getItem,
  getItems,
  put,
  putNew,
  queryAll,
  queryPage,
  remove,
  writeTogether,
} from '../platform/table';
import type { TransactItem } from '../platform/table';
import { importHoldsStill } from './roll-hold-store';
import { phoneHashesOf, RollLine } from './roll-line';

/** Totals of a roll as last written; areas in hundredths of a square metre. */
const RollMeta = z.object({ homes: z.int(), area: z.int(), heads: z.int(), at: Instant, rev: z._default(z.int(), 0) });
export type RollMeta = z.output<typeof RollMeta>;

export const findLines = async (compoundId: string, homeIds: readonly string[]): Promise<Map<string, RollLine>> => {
  const wanted = homeIds.map((homeId) => keys.rollLine(compoundId, homeId));
  const items = await getItems(wanted, { consistent: true });
  return new Map(items.map((item) => [String(item['homeId']), z.parse(RollLine, item)]));
};

/** The whole roll, up to some thousand lines. */
export const allLines = async (compoundId: string): Promise<RollLine[]> =>
  (await queryAll({ ...keys.rollLines(compoundId), consistent: true })).map((item) => z.parse(RollLine, item));

export const linesPage = async (compoundId: string, limit: number, after: Record<string, unknown> | undefined) => {
  const page = await queryPage({ ...keys.rollLines(compoundId), limit, after });
  return { lines: page.items.map((item) => z.parse(RollLine, item)), lastKey: page.lastKey };
};

export const findRollMeta = async (compoundId: string): Promise<RollMeta | undefined> => {
  const item = await getItem(keys.rollMeta(compoundId), { consistent: true });
  return item && z.parse(RollMeta, item);
};

/** A roll with the totals that stood before its lines were read. */
interface SeenRoll {
  readonly lines: readonly RollLine[];
  readonly meta: RollMeta | undefined;
}

/** The totals first: whoever writes lines after they were read here writes totals of their own after these. */
export const readRoll = async (compoundId: string): Promise<SeenRoll> => {
  const meta = await findRollMeta(compoundId);
  return { meta, lines: await allLines(compoundId) };
};

/**
 * The totals of these lines, to be written with what changed them: only over those seen before the lines were. Of
 * two who change a roll at once the second counts again.
 */
export const metaWrite = (compoundId: string, { lines, meta }: SeenRoll, now: number): TransactItem => {
  const rev = meta?.rev ?? 0;
  return {
    Put: {
      TableName: TableName(),
      Item: {
        ...keys.rollMeta(compoundId),
        homes: lines.length,
        area: lines.reduce((sum, { area }) => sum + area, 0),
        heads: new Set(lines.map(({ head }) => head)).size,
        // Machines' clocks differ; totals are as new as the newest line in them.
        at: lines.reduce((latest, { changedAt }) => Math.max(latest, changedAt), now),
        rev: rev + 1,
      },
      ConditionExpression: rev === 0 ? 'attribute_not_exists(#rev)' : '#rev = :rev',
      ExpressionAttributeNames: { '#rev': 'rev' },
      ...(rev === 0 ? {} : { ExpressionAttributeValues: { ':rev': rev } }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

const COUNT_TRIES = 8;

/**
 * Counts the roll as it stands and writes its totals. Gives the lines that were counted; undefined if the import for
 * which it counts does not hold the roll any more: a vote may have been announced by the totals that stand.
 */
export const countRoll = async (
  compoundId: string,
  importId: string,
  now: number,
): Promise<readonly RollLine[] | undefined> => {
  for (let attempt = 1; attempt <= COUNT_TRIES; attempt += 1) {
    const seen = await readRoll(compoundId);
    const written = await writeTogether([metaWrite(compoundId, seen, now), importHoldsStill(compoundId, importId)]);
    if (written.done) return seen.lines;
    if (written.failed[1] !== undefined) return undefined;
    await sleep(Math.random() * 20 * 2 ** attempt);
  }
  throw new Error('the totals of the roll kept changing');
};

/** A place that is made if there is none; an existing one keeps its name, grid and point. */
const placeIfNone = (id: string, name: string): TransactItem => ({
  Update: {
    TableName: TableName(),
    Key: keys.place(id),
    UpdateExpression: 'SET #id = if_not_exists(#id, :id), #name = if_not_exists(#name, :name)',
    ExpressionAttributeNames: { '#id': 'id', '#name': 'name' },
    ExpressionAttributeValues: { ':id': id, ':name': name },
  },
});

/** Buildings and entrances of a file's homes, before the homes that stand in them. */
export const ensureStairs = async (
  compoundId: string,
  homes: readonly (HomeLabels & { path: string })[],
): Promise<void> => {
  const places = new Map<string, string>();
  for (const { path, building, entrance } of homes) {
    const [b = '', e = ''] = path.split('.');
    places.set(`${compoundId}.${b}`, buildingName(building));
    places.set(`${compoundId}.${b}.${e}`, entranceName(entrance));
  }
  const writes = [...places].map(([id, name]) => placeIfNone(id, name));
  for (let at = 0; at < writes.length; at += 50) await writeTogether(writes.slice(at, at + 50));
};

const putOver = (line: RollLine, compoundId: string, seen: RollLine): TransactItem => ({
  Put: {
    TableName: TableName(),
    Item: { ...keys.rollLine(compoundId, line.homeId), ...line },
    ConditionExpression: '#rev = :seen',
    ExpressionAttributeNames: { '#rev': 'rev' },
    ExpressionAttributeValues: { ':seen': seen.rev },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** One line with all that follows from it: the home's place, the rows by which its owners' numbers find it, and what it was. */
export const lineWrites = (compoundId: string, line: RollLine, seen: RollLine | undefined): TransactItem[] => {
  const { homeId } = line;
  const phoneHashes = phoneHashesOf(line);
  const gone = (seen ? phoneHashesOf(seen) : []).filter((hash) => !phoneHashes.includes(hash));
  const lineWrite = seen ? putOver(line, compoundId, seen) : putNew({ ...keys.rollLine(compoundId, homeId), ...line });
  return [
    lineWrite,
    placeIfNone(homeId, line.room),
    ...(seen
      ? [
          put({
            ...keys.rollChange(compoundId, homeId, line.rev),
            ...seen,
            replacedBy: line.importId,
            replacedAt: line.changedAt,
          }),
        ]
      : []),
    ...phoneHashes.map((hash) => put({ ...keys.rollOwner(hash, homeId), compoundId })),
    ...gone.map((hash) => remove(keys.rollOwner(hash, homeId))),
  ];
};
