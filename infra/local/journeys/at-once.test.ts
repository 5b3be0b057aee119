import { randomUUID } from 'node:crypto';
import { giveGrant, getMe } from '@gongyi/shared/people/contract';
import { fileRequest, getRequest, listMine } from '@gongyi/shared/requests/contract';
import * as z from 'zod/mini';
import { callAs } from './api';
import type { Caller } from './api';
import { DESK, signedIn } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** Two at once: one of them has it, the other is told who; and what is done twice is done once. */
const step = tellStory();
const stage = setStage();
let resident: Caller;
const desks: Screen[] = [];

beforeAll(async () => {
  resident = await callAs(stage.world().system, 'demo-neighbour2');
});

const filing = (words: string) => ({
  category: 'lighting',
  words,
  photos: [],
  answers: {},
  placeId: stage.world().places.main.id,
  visibility: 'public',
  anonymous: false,
  contact: 'message',
  called12345: false,
});

step('makes one request of 200 filings with one key', async () => {
  const body = JSON.stringify(filing('两百次点击只算一次'));
  const headers = {
    authorization: `Bearer ${resident.token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const answers = await Promise.all(
    Array.from({ length: 200 }, async () => {
      // A busy server says so; the same key again is what any client does then.
      for (;;) {
        const answer = await fetch(stage.world().system.apiUrl + fileRequest.path, { method: 'POST', headers, body });
        const busy = answer.status === 429 || answer.status === 503;
        const got: unknown = await answer.json();
        if (!busy) return { status: answer.status, id: z.parse(z.object({ id: z.string() }), got).id };
      }
    }),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  await stage.world().system.settle();
  const { items } = await resident.send(listMine);
  expect(items.filter(({ words }) => words === '两百次点击只算一次')).toHaveLength(1);
});

step('leaves one holder where two dispatchers accept at once, and tells the other who has it', async () => {
  const manager = await callAs(stage.world().system, 'demo-manager');
  const company = (await manager.send(getMe)).grants.find(({ role }) => role === 'manager')?.organisationId;
  if (company === undefined) throw new Error('the manager has no company');
  const people: { items: { openid: string; phone: string }[] } = await (
    await fetch(`${stage.world().system.wechatUrl}/phone/people.json`)
  ).json();
  const phone = people.items.find(({ openid }) => openid === 'demo-technician2')?.phone;
  await manager.send(giveGrant, { body: { phone, role: 'dispatcher', organisationId: company } });
  const made = await resident.send(fileRequest, { body: filing('地下车库入口的灯全灭') });
  for (const openid of ['demo-dispatcher', 'demo-technician2']) {
    const desk = await signedIn(stage.browser(), stage.world().system, openid, DESK);
    await desk.tap(/^工作台/);
    await desk.see('地下车库入口的灯全灭');
    desks.push(desk);
  }
  await Promise.all(
    desks.map((desk) =>
      desk.tapOn(
        desk.page
          .getByRole('listitem')
          .filter({ hasText: '地下车库入口的灯全灭' })
          .getByRole('button', { name: /^接单/ }),
      ),
    ),
  );
  const told = async (desk: Screen) => {
    const end = Date.now() + 20_000;
    while (Date.now() < end) {
      if (await desk.has(/已经接了/)) return 'told';
      if ((await desk.page.getByRole('button', { name: '派单', exact: true }).count()) > 0) return 'has it';
    }
    throw new Error(`neither has it nor is told:\n${await desk.words()}`);
  };
  const outcomes = await Promise.all(desks.map(told));
  expect([...outcomes].sort()).toEqual(['has it', 'told']);
  const loser = desks[outcomes.indexOf('told')];
  await loser?.see(/(李|赵).*已经接了/);
  const { timeline } = await resident.send(getRequest, { params: { requestId: made.id } });
  expect(timeline.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
});

step('does once what is tapped twice', async () => {
  const made = await resident.send(fileRequest, { body: filing('单元门口的灯一闪一闪') });
  const [desk] = desks;
  if (desk === undefined) throw new Error('no desk is open');
  await desk.open(`${stage.world().system.appUrl}/requests/pages/workbench/index?id=${made.id}`);
  const accept = await desk.one('接单');
  await accept.dblclick();
  await accept.waitFor({ state: 'hidden' });
  const { timeline } = await resident.send(getRequest, { params: { requestId: made.id } });
  expect(timeline.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
  expect(await desk.has(/已经接了|先处理了/)).toBe(false);
  for (const each of desks) expect(each.faults).toEqual([]);
});
