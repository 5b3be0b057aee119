import { addPlace } from '@gongyi/shared/district/contract';
import {
  beginRollImport,
  getRollImport,
  previewRollImport,
  startRollImport,
} from '@gongyi/shared/district/roll-contract';
import { getBallotsState } from '@gongyi/shared/votes/contract-ballots';
import { amendVote, draftVote, publishVote } from '@gongyi/shared/votes/contract-preparing';
import type { MatterDraft } from '@gongyi/shared/votes/contract-preparing';
import type * as z from 'zod/mini';
import { once, uploadSheet } from '../matrix/subjects';
import type { World } from './build';
import { inParts } from './build';
import { arrive, signIn } from './people';
import type { Person } from './people';
import { communityOf } from './places';

/** A compound of its own with a roll of many homes and their owners signed in, for votes at any size. */
export interface Electorate {
  readonly compoundId: string;
  readonly owners: readonly Person[];
  /** Hundredths of a square metre of each owner's home, in the owners' order. */
  readonly areas: readonly number[];
}

const HEADER = '楼号,单元号,房间号,建筑面积(㎡),业主姓名,身份证后6位,手机号';
const PER_BUILDING = 200;
const AT_ONCE = 24;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Owners' numbers: the 197 … numbers of tests, apart from those of the world's people. */
const phoneOf = (compound: number, index: number): string =>
  `197${String(compound).padStart(2, '0')}${String(index).padStart(6, '0')}`;
export const areaOf = (index: number): number => 4_800 + ((index * 1_733) % 9_700);

const rowOf = (compound: number, index: number): string => {
  const building = Math.floor(index / PER_BUILDING) + 1;
  const floor = Math.floor((index % PER_BUILDING) / 4) + 1;
  const room = floor * 100 + (index % 4) + 1;
  const digits = String((compound * 1_000_000 + index) % 1_000_000).padStart(6, '0');
  const area = (areaOf(index) / 100).toFixed(2);
  return `${String(building)}号楼,1,${String(room)},${area},样业主${String(index)},${digits},${phoneOf(compound, index)}`;
};

const importRoll = async (world: World, compoundId: string, rows: readonly string[]): Promise<void> => {
  const { client, system } = world;
  const { token } = world.who('admin');
  const mediaId = await uploadSheet(world, world.who('admin'), `${[HEADER, ...rows].join('\r\n')}\r\n`);
  const { id } = await client.send(beginRollImport, {
    name: once('begin'),
    token,
    params: { compoundId },
    body: { mediaId },
  });
  const params = { importId: id };
  const { totals } = await client.send(previewRollImport, { name: once('preview'), token, params });
  const { homes, area, heads } = totals;
  await client.send(startRollImport, { name: once('start'), token, params, body: { homes, area, heads } });
  for (let state = 'running'; state !== 'done';) {
    await system.settle();
    ({ state } = await client.send(getRollImport, { name: once('look'), token, params }));
    if (state === 'failed') throw new Error('the roll was not imported');
  }
};

/** Makes the compound, its roll and its owners: the first number each proves binds them to their home. */
export const makeElectorate = async (world: World, compound: number, heads: number): Promise<Electorate> => {
  await staffComeBack(world);
  const { client, system } = world;
  const compoundId = `${communityOf('a')}.x${String(compound)}`;
  await client.send(addPlace, {
    name: once('compound'),
    token: world.who('admin').token,
    body: { id: compoundId, name: `第${String(compound)}苑` },
  });
  const indexes = Array.from({ length: heads }, (_, index) => index);
  await importRoll(
    world,
    compoundId,
    indexes.map((index) => rowOf(compound, index)),
  );
  const owners: Person[] = [];
  await inParts(indexes, AT_ONCE, async (index) => {
    owners[index] = await arrive(system, client, `e${String(compound)}.${String(index)}`, phoneOf(compound, index));
  });
  return { compoundId, owners, areas: indexes.map(areaOf) };
};

/** Whom a vote takes. Time moves on: sessions end, and WeChat checks the words of people it saw within two hours. */
const staffComeBack = async (world: World): Promise<void> => {
  for (const name of ['admin', 'a.community-worker', 'a.community-secretary']) await world.signInAgain(name);
};

/** The same owners and the staff, signed in anew after time has passed. */
export const comeBack = async (world: World, electorate: Electorate): Promise<Electorate> => {
  const { system, client } = world;
  await staffComeBack(world);
  const owners: Person[] = [];
  await inParts([...electorate.owners.entries()], AT_ONCE, async ([index, owner]) => {
    owners[index] = { ...owner, token: await signIn(system, client, owner.openid, once('again')) };
  });
  return { ...electorate, owners };
};

export type AskedMatter = z.input<typeof MatterDraft>;
export const QUESTION: AskedMatter = {
  kind: 'covenant',
  title: '修改管理规约',
  words: '同意按附件修改本小区管理规约第十二条。',
};

/** Drafts and announces a vote that opens on the first lawful moment and closes on the first lawful one after. */
export const announceVote = async (
  world: World,
  { compoundId }: Electorate,
  matters: readonly AskedMatter[] = [QUESTION],
  title = once('vote'),
): Promise<{ readonly voteId: string; readonly opensAt: number; readonly closesAt: number }> => {
  const { client, system } = world;
  const { token } = world.who('a.community-worker');
  const body = { title, scope: { kind: 'compound' }, matters };
  const drafted = await client.send(draftVote, {
    name: once('draft'),
    token,
    params: { compoundId },
    body: { ...body, starter: 'committee-of-residents' },
  });
  const params = { voteId: drafted.id };
  const amended = await client.send(amendVote, {
    name: once('amend'),
    token,
    params,
    body: { ...body, rev: drafted.rev, scrutineerIds: [world.who('a.community-secretary').personId] },
  });
  // Words are checked before they can be announced.
  await system.settle();
  const { rules } = amended.rules;
  const opensAt = (await system.clock.now()) + rules.noticeDays * DAY + MINUTE;
  const closesAt = opensAt + rules.votingDays * DAY;
  await client.send(publishVote, {
    name: once('publish'),
    token,
    params,
    body: { rev: amended.rev, opensAt, closesAt },
  });
  // What it says is checked while WeChat still knows who said it.
  await system.settle();
  return { voteId: drafted.id, opensAt, closesAt };
};

/** Lets time pass until `at`, a moment later, and everything due then happen. */
export const passTo = async (world: World, at: number): Promise<void> => {
  const { clock, settle } = world.system;
  await clock.shift(Math.max(0, at - (await clock.now())) + MINUTE);
  await settle();
};

/** Waits until a vote has come to `status`, through the jobs that take it there. */
export const untilStatus = async (world: World, voteId: string, status: string): Promise<void> => {
  const { client, system } = world;
  for (let look = 0; look < 600; look += 1) {
    await system.settle();
    const state = await client.send(getBallotsState, { name: once('state'), params: { voteId } });
    if (state.status === status) return;
    await system.clock.shift(MINUTE);
  }
  throw new Error(`vote ${voteId} never came to ${status}`);
};
