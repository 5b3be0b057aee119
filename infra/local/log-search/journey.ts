import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { changeOrganisation } from '@gongyi/shared/district/contract';
import {
  beginRollImport,
  getRollImport,
  previewRollImport,
  setRollLayout,
  startRollImport,
} from '@gongyi/shared/district/roll-contract';
import { beginUpload } from '@gongyi/shared/media/contract';
import { TEMPLATES, addSubscriptions } from '@gongyi/shared/notices/contract';
import { copyMyData, deleteMe } from '@gongyi/shared/people/contract';
import { fileOnBehalf, fileRequest, lookUpCaller, seeContact } from '@gongyi/shared/requests/contract';
import type { Move } from '@gongyi/shared/requests/request-rules';
import { moveRoutes } from '../demo/move-routes';
import { once } from '../matrix/subjects';
import type { World } from '../world/build';
import { arrive, marksOf } from '../world/people';
import { compoundOf, homeOf } from '../world/places';

/** A whole life of a request and of a roll, with people's words, names and numbers in every place that takes them. */
export const CALLER = '13900001234';
const ROLL = new URL('../../../functions/src/district/fixtures/rolls/compound-b.csv', import.meta.url);
const HOUR = 3_600_000;

/** The sample roll as its office saved it, and as it reads. */
export const sampleRoll = async (): Promise<{ bytes: Uint8Array<ArrayBuffer>; text: string }> => {
  const bytes = new Uint8Array(await readFile(ROLL));
  return { bytes, text: new TextDecoder('gb18030').decode(bytes) };
};

/** Messages are allowed and a robot is set up, so that something leaves the system. */
export const openDoors = async (world: World): Promise<void> => {
  const { client, system } = world;
  for (const name of ['a.owner', 'a.dispatcher', 'a.technician', 'a.claimant']) {
    const { openid, token } = world.who(name);
    for (const template of TEMPLATES) {
      await system.control('/demo/grant', { openid, template, count: 5 });
      await client.send(addSubscriptions, { name: once('allow'), token, body: { accepted: [template] } });
    }
  }
  const robotUrl = `${system.wechatUrl}/cgi-bin/webhook/send?key=desk`;
  await client.send(changeOrganisation, {
    name: once('robot'),
    token: world.who('admin').token,
    params: { organisationId: world.organisation('a.company') },
    body: { name: 'a物业', servesPlaceIds: [compoundOf('a')], robotUrl },
  });
};

type Step = readonly [Move, string, Readonly<Record<string, unknown>>];

const steps = (world: World): Step[] => {
  const now = Math.round(world.client.now());
  const said = (name: string): string => `说明${marksOf(name).ofWords}`;
  const fixed = { words: said('a.dispatcher') };
  return [
    ['assign', 'a.dispatcher', { assigneeId: world.who('a.technician').personId }],
    ['plan-visit', 'a.technician', { visit: { from: now + HOUR, until: now + 2 * HOUR } }],
    ['start', 'a.technician', {}],
    ['quote', 'a.technician', { fen: 5000, words: said('a.technician') }],
    ['answer-quote', 'a.owner', { accepted: true }],
    ['pause', 'a.dispatcher', { reason: said('a.dispatcher'), until: now + 30 * HOUR }],
    ['resume', 'a.dispatcher', {}],
    ['reply', 'a.owner', { words: said('a.owner') }],
    ['nudge', 'a.owner', {}],
    ['resolve', 'a.technician', fixed],
    ['half-fix', 'a.owner', { words: said('a.owner') }],
    ['escalate', 'a.community-worker', { reason: said('a.community-worker') }],
    ['assign', 'a.dispatcher', { assigneeId: world.who('a.technician').personId }],
    ['start', 'a.technician', {}],
    ['resolve', 'a.technician', fixed],
    ['confirm', 'a.owner', { satisfied: true, words: said('a.owner') }],
  ];
};

export const fileToConfirm = async (world: World): Promise<void> => {
  const { client } = world;
  const { ofWords } = marksOf('a.owner');
  const body = {
    category: 'in-home-repair',
    words: `漏水${ofWords},电话${world.who('a.owner').phone}`,
    spotWords: `门口${ofWords}`,
    placeId: homeOf('a', 1, 101),
    contact: 'phone',
  };
  const { token } = world.who('a.owner');
  let { id, rev } = await client.send(fileRequest, { name: once('file'), token, body });
  const contact = { token: world.who('a.dispatcher').token, params: { requestId: id }, body: {} };
  await client.send(seeContact, { name: once('contact'), ...contact });
  for (const [move, by, more] of steps(world)) {
    const to = { params: { requestId: id }, token: world.who(by).token, body: { rev, ...more } };
    ({ id, rev } = await client.send(moveRoutes[move], { name: once(move), ...to }));
  }
};

export const phoneOrder = async (world: World): Promise<void> => {
  const { client } = world;
  const { token } = world.who('a.dispatcher');
  const params = { organisationId: world.organisation('a.company') };
  await client.send(lookUpCaller, {
    name: once('look up'),
    token,
    params,
    body: { phone: world.who('a.owner').phone },
  });
  const body = {
    category: 'other',
    words: '来电说灯不亮',
    placeId: homeOf('a', 1, 102),
    channel: 'phone',
    callerName: `来电${marksOf('caller').ofName}`,
    callerPhone: CALLER,
  };
  await client.send(fileOnBehalf, { name: once('order'), token, body });
};

export const importSample = async (world: World): Promise<{ homes: number; area: number; heads: number }> => {
  const { client } = world;
  const { token } = world.who('b.community-worker');
  const { bytes } = await sampleRoll();
  const uploading = { token, body: { contentType: 'text/csv', bytes: bytes.length } };
  const { mediaId, url, fields } = await client.send(beginUpload, { name: once('sheet'), ...uploading });
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([bytes], { type: 'text/csv' }));
  const stored = await fetch(url, { method: 'POST', body: form });
  if (!stored.ok) throw new Error(`the store refused the sheet: ${await stored.text()}`);
  const about = { token, params: { compoundId: compoundOf('b') }, body: { mediaId, fileName: 'compound-b.csv' } };
  const { id, layout } = await client.send(beginRollImport, { name: once('begin'), ...about });
  const params = { importId: id };
  await client.send(setRollLayout, { name: once('layout'), token, params, body: layout });
  const { totals } = await client.send(previewRollImport, { name: once('preview'), token, params });
  const { homes, area, heads } = totals;
  await client.send(startRollImport, { name: once('start'), token, params, body: { homes, area, heads } });
  let state = 'running';
  while (state === 'running') {
    await sleep(200);
    ({ state } = await client.send(getRollImport, { name: once('look'), token, params }));
  }
  return { homes, area, heads };
};

/** Somebody takes a copy of their data and leaves. */
export const leave = async (world: World): Promise<void> => {
  const { client, system } = world;
  const { token } = await arrive(system, client, 'leaver');
  await client.send(copyMyData, { name: once('copy'), token });
  await client.send(deleteMe, { name: once('leave'), token, body: { confirm: '删除我的账号' } });
};
