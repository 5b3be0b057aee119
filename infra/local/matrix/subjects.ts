import { makeCode } from '@gongyi/shared/district/contract';
import { beginRollImport, previewRollImport } from '@gongyi/shared/district/roll-contract';
import { withdrawVote } from '@gongyi/shared/votes/contract-preparing';
import { getVote, listVotes } from '@gongyi/shared/votes/contract-votes';
import { claimHome, decideClaim, giveGrant, listClaims } from '@gongyi/shared/people/contract';
import { fileRequest } from '@gongyi/shared/requests/contract';
import type { Move } from '@gongyi/shared/requests/request-rules';
import { moveRoutes } from '../demo/move-routes';
import { beginUpload } from '@gongyi/shared/media/contract';
import type { MediaType } from '@gongyi/shared/media/contract';
import type { World } from '../world/build';
import { arrive } from '../world/people';
import type { Person } from '../world/people';
import { communityOf, compoundOf, homeOf } from '../world/places';
import type { Side } from '../world/places';

/** What a probe asks about, by the names its question uses. */
export type Subject = Readonly<Record<string, string>>;

let made = 0;
export const once = (words: string): string => {
  made += 1;
  return `matrix ${words} ${String(made)}`;
};

export const placesOf = (world: World, side: Side): Subject => ({
  compoundId: compoundOf(side),
  communityId: communityOf(side),
  homeId: homeOf(side, 1, 101),
  entranceId: `${compoundOf(side)}.b1.e1`,
  organisationId: world.organisation(`${side}.company`),
  otherOrganisationId: world.organisation('department'),
  technicianId: world.who(`${side}.technician`).personId,
});

type Step = readonly [Move, string, Readonly<Record<string, unknown>>];

const steps = (world: World, side: Side): Readonly<Record<string, readonly Step[]>> => {
  const desk = `${side}.dispatcher`;
  const accepted: Step = ['accept', desk, {}];
  const handedOut: Step[] = [['assign', desk, { assigneeId: world.who(`${side}.technician`).personId }]];
  const started: Step[] = [...handedOut, ['start', desk, {}]];
  return {
    submitted: [],
    accepted: [accepted],
    assigned: handedOut,
    'in-progress': started,
    paused: [...started, ['pause', desk, { reason: '等配件', until: Date.now() + 90_000_000 }]],
    quoted: [...started, ['quote', desk, { fen: 500, words: '换阀门' }]],
    resolved: [...started, ['resolve', desk, { words: '修好了' }]],
  };
};

/** A fresh request of the owner's, about their home unless `open` to all, brought to a state. */
export const requestIn = async (world: World, side: Side, state: string, open = false): Promise<Subject> => {
  const { client } = world;
  const [placeId, visibility] = open ? [`${compoundOf(side)}.b1`, 'public'] : [homeOf(side, 1, 101), 'private'];
  const body = { category: 'in-home-repair', words: once('words'), placeId, visibility, contact: 'phone' };
  const { token } = world.who(`${side}.owner`);
  let { id, rev } = await client.send(fileRequest, { name: once('file'), token, body });
  for (const [move, by, more] of steps(world, side)[state] ?? []) {
    const to = { params: { requestId: id }, token: world.who(by).token, body: { rev, ...more } };
    ({ id, rev } = await client.send(moveRoutes[move], { name: once(move), ...to }));
  }
  return { ...placesOf(world, side), requestId: id, rev: String(rev) };
};

const newcomer = (world: World): Promise<Person> =>
  arrive(world.system, world.client, once('person').replaceAll(' ', '.'));

/** Somebody new who claims home 101; `verified` if the claim is decided too. */
export const claimIn = async (world: World, side: Side, verified: boolean): Promise<Subject> => {
  const { client } = world;
  const person = await newcomer(world);
  const homeId = homeOf(side, 1, 101);
  const body = { homeId, relation: 'family', name: person.ownName };
  await client.send(claimHome, { name: once('claim'), token: person.token, body });
  const { token } = world.who(`${side}.community-worker`);
  const params = { compoundId: compoundOf(side) };
  const { items } = await client.send(listClaims, { name: once('list'), token, params, query: { limit: '50' } });
  const claimId = items.find(({ name }) => name === person.ownName)?.id ?? '';
  if (verified) {
    const to = { params: { ...params, claimId }, body: { verified } };
    await client.send(decideClaim, { name: once('decide'), token, ...to });
  }
  return { ...placesOf(world, side), claimId, personId: person.personId };
};

/** Somebody new with a number to give roles to; and with a role if `granted`. */
export const personIn = async (world: World, side: Side, granted: boolean): Promise<Subject> => {
  const person = await newcomer(world);
  const subject: Subject = { ...placesOf(world, side), phone: person.phone, personId: person.personId };
  if (!granted) return subject;
  const body = { phone: person.phone, role: 'technician', organisationId: subject['organisationId'] };
  const { token } = world.who('admin');
  const { grant } = await world.client.send(giveGrant, { name: once('grant'), token, body });
  return { ...subject, grantId: grant.id };
};

const HEADER = '楼号,单元号,房间号,建筑面积(㎡),业主姓名,身份证后6位,手机号';
const ROW = '2号楼,1,302,88.50,名册样例,123456,19980000001';

export const uploadRoll = (world: World, who: Person, row = ROW): Promise<string> =>
  uploadSheet(world, who, `${HEADER}\r\n${row}\r\n`);

/** One order of the hotline, without a place that anybody could find. */
export const HOTLINE = '工单编号,地址,诉求内容\r\nH1,别处,灯不亮\r\n';

export const uploadSheet = (world: World, who: Person, words: string): Promise<string> =>
  uploadFile(world, who, 'text/csv', new TextEncoder().encode(words));

/** The smallest picture there is: one white pixel. */
const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);
export const photoOf = (world: World, who: Person): Promise<string> => uploadFile(world, who, 'image/png', PIXEL);

const uploadFile = async (
  world: World,
  who: Person,
  type: MediaType,
  file: Uint8Array<ArrayBuffer>,
): Promise<string> => {
  const body = { contentType: type, bytes: file.length };
  const form = await world.client.send(beginUpload, { name: once('upload'), token: who.token, body });
  const data = new FormData();
  for (const [field, value] of Object.entries(form.fields)) data.append(field, value);
  data.append('file', new Blob([file], { type }));
  const stored = await fetch(form.url, { method: 'POST', body: data });
  if (!stored.ok) throw new Error(`the store refused a file: ${await stored.text()}`);
  return form.mediaId;
};

/** Takes back the votes that are on notice in a compound: they hold its roll, and no import writes to it. */
const freeRoll = async ({ client, who }: World, side: Side): Promise<void> => {
  const { token } = who(`${side}.community-worker`);
  const params = { compoundId: compoundOf(side) };
  const announced: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { stage: 'running', limit: '50', ...(cursor === undefined ? {} : { cursor }) };
    const page = await client.send(listVotes, { name: once('votes'), token, params, query });
    announced.push(...page.items.filter(({ status }) => status === 'on-notice').map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== undefined);
  for (const voteId of announced) {
    const about = { token, params: { voteId } };
    const { rev, status } = await client.send(getVote, { name: once('look'), ...about });
    // The rows follow by the stream.
    if (status !== 'on-notice') continue;
    await client.send(withdrawVote, { name: once('withdraw'), ...about, body: { rev, reason: '先导入名册' } });
  }
};

/** A roll of one home, previewed and ready to be started. */
export const importIn = async (world: World, side: Side, row?: string): Promise<Subject> => {
  const { client } = world;
  await freeRoll(world, side);
  const who = world.who(`${side}.manager`);
  const about = { token: who.token, params: { compoundId: compoundOf(side) } };
  const body = { mediaId: await uploadRoll(world, who, row) };
  const { id, layout } = await client.send(beginRollImport, { name: once('begin'), ...about, body });
  const params = { importId: id };
  const { totals } = await client.send(previewRollImport, { name: once('preview'), token: who.token, params });
  const { homes, area, heads } = totals;
  const start = JSON.stringify({ homes, area, heads });
  return { ...placesOf(world, side), importId: id, layout: JSON.stringify(layout), start };
};

export const codeIn = async (world: World, side: Side): Promise<Subject> => {
  const places = placesOf(world, side);
  const body = { kind: 'entrance', placeId: places['entranceId'], label: once('code') };
  const { token } = world.who(`${side}.dispatcher`);
  const { id } = await world.client.send(makeCode, { name: once('code'), token, body });
  return { ...places, codeId: id };
};

/** The same names for things that are not there; what is no name stays as it is. */
export const absent = (subject: Subject): Subject =>
  Object.fromEntries(
    Object.entries(subject).map(([name, value]) => {
      if (value.startsWith('fz.')) return [name, value.replace(/^fz\.s\w/, 'fz.sz')];
      return [name, name.endsWith('Id') ? 'absent0000000000000000000z' : value];
    }),
  );
