import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  beginRollImport,
  getRollImport,
  previewRollImport,
  setRollLayout,
  startRollImport,
} from '@gongyi/shared/district/roll-contract';
import type { MediaType } from '@gongyi/shared/media/contract';
import { CAST_KEYS, livelyCompounds, memberOf, phoneOf } from './cast';
import type { LivelyCompound } from './cast';
import type { DemoSize, PlannedPlaces } from './plan-places';
import { makeRoll } from './rolls';
import type { RollOwnerAt } from './rolls';
import type { Telling } from './telling';
import { upload } from './upload';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LOOK_MS = 600;

interface RollFile {
  readonly compoundId: string;
  readonly fileName: string;
  readonly contentType: MediaType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const sample = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL(`../../../functions/src/district/fixtures/rolls/${name}`, import.meta.url)));

const ownersIn = (compound: LivelyCompound): RollOwnerAt[] =>
  CAST_KEYS.flatMap((key) => {
    const { name, owns } = memberOf(key);
    return owns?.compound === compound ? [{ path: owns.path, name, phone: phoneOf(key) }] : [];
  });

const text = (csv: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(csv);

/** The rolls made here: their homes belong to people of the cast. */
export const madeRolls = (size: DemoSize, plan: PlannedPlaces): RollFile[] => {
  const { main, bare } = livelyCompounds(plan);
  const scale = size === 'full' ? { buildings: 6, floors: 10 } : { buildings: 3, floors: 5 };
  const made = makeRoll({
    style: 'plain',
    ...scale,
    entrances: 2,
    perFloor: 2,
    firstPerson: 50,
    known: ownersIn('main'),
  });
  const small = makeRoll({
    style: 'joined',
    buildings: 1,
    entrances: 2,
    floors: 6,
    perFloor: 2,
    firstPerson: 400,
    known: ownersIn('bare'),
  });
  return [
    { compoundId: main.id, fileName: '业主名册.csv', contentType: CSV, bytes: text(made.csv) },
    { compoundId: bare.id, fileName: '住户登记.csv', contentType: CSV, bytes: text(small.csv) },
  ];
};

/** The sample rolls, as offices really keep them; only in the full size. */
export const sampleRolls = async (size: DemoSize, plan: PlannedPlaces): Promise<RollFile[]> => {
  if (size === 'small') return [];
  const { sampleA, sampleB } = livelyCompounds(plan);
  return [
    { compoundId: sampleA.id, fileName: '业主名册.xlsx', contentType: XLSX, bytes: await sample('compound-a.xlsx') },
    { compoundId: sampleB.id, fileName: '房屋台账.csv', contentType: CSV, bytes: await sample('compound-b.csv') },
  ];
};

/** Imports one roll as an office does: upload, look at the columns, look at the preview, start, wait. */
const importRoll = async (telling: Telling, file: RollFile): Promise<number> => {
  const { client, once, token } = telling;
  const { compoundId, fileName, contentType, bytes } = file;
  const step = `roll ${compoundId}`;
  const mediaId = await upload(telling, `${step} file`, 'admin', contentType, bytes);
  const importId = await once(
    `${step} begin`,
    () => ({ mediaId, fileName }),
    async (body, name) =>
      (await client.send(beginRollImport, { name, body, params: { compoundId }, token: await token('admin') })).id,
  );
  const params = { importId };
  const look = async () => client.send(getRollImport, { name: step, params, token: await token('admin') });
  await once(
    `${step} columns`,
    async () => (await look()).layout,
    async (body, name) => (await client.send(setRollLayout, { name, body, params, token: await token('admin') })).id,
  );
  const homes = await once(
    `${step} start`,
    async () => {
      const { totals } = await client.send(previewRollImport, { name: step, params, token: await token('admin') });
      return { homes: totals.homes, area: totals.area, heads: totals.heads };
    },
    async (body, name) => {
      const started = await client.send(startRollImport, { name, body, params, token: await token('admin') });
      return String(started.progress.total);
    },
  );
  for (let state = 'running'; state !== 'done';) {
    await sleep(LOOK_MS);
    ({ state } = await look());
    if (state === 'failed') throw new Error(`the roll of ${compoundId} was not imported`);
  }
  return Number(homes);
};

/** Imports rolls side by side; gives the number of homes. */
export const importRolls = async (telling: Telling, files: readonly RollFile[]): Promise<number> => {
  const homes = await Promise.all(files.map((file) => importRoll(telling, file)));
  return homes.reduce((sum, count) => sum + count, 0);
};
