import { listCodes } from '@gongyi/shared/district/contract';
import { getMe } from '@gongyi/shared/people/contract';
import { listQueue } from '@gongyi/shared/requests/contract';
import * as z from 'zod/mini';
import { callAs } from './api';
import { importSample } from './rolls';
import { DESK, openScreen, signedIn } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** What the people at the windows do: rolls, claims, printed codes, calls, roles. */
const step = tellStory();
const stage = setStage();
const People = z.object({ items: z.array(z.object({ openid: z.string(), phone: z.string() })) });

const phoneOf = async (openid: string): Promise<string> => {
  const answer: unknown = await (await fetch(`${stage.world().system.wechatUrl}/phone/people.json`)).json();
  const phone = People.parse(answer).items.find((person) => person.openid === openid)?.phone;
  if (phone === undefined) throw new Error(`${openid} has no phone`);
  return phone;
};
const app = (path: string): string => `${stage.world().system.appUrl}/${path}`;

step('imports both sample rolls on the page to their expected totals and lines', async () => {
  const admin = await signedIn(stage.browser(), stage.world().system, 'demo-admin', DESK);
  const { sampleA, sampleB } = stage.world().places;
  await importSample(stage.world().system, admin, sampleB.id, 'compound-b.csv');
  await importSample(stage.world().system, admin, sampleA.id, 'compound-a.xlsx');
  expect(admin.faults).toEqual([]);
});

step('verifies a claim to a home', async () => {
  const worker = await signedIn(stage.browser(), stage.world().system, 'demo-worker', DESK);
  await worker.open(app('people/pages/claims/index'));
  await worker.tap(/^(选|换)小区$/);
  await worker.tap(new RegExp(stage.world().places.main.name));
  await worker.tap(/^通过 袁/);
  await worker.unsee(/^袁/);
  const claimant = await callAs(stage.world().system, 'demo-waiting');
  expect((await claimant.send(getMe)).homes.map(({ state }) => state)).toContain('verified');
});

step('makes a printed code whose link opens the form with the place filled in', async () => {
  const manager = await signedIn(stage.browser(), stage.world().system, 'demo-manager', DESK);
  await manager.open(app('district/pages/pick-compound/index'));
  await manager.tap(new RegExp(stage.world().places.main.name));
  await manager.open(app('district/pages/codes/index'));
  await manager.tap('电梯码');
  await manager.tap(/^选楼和单元/);
  await manager.tap(/^3号楼/);
  await manager.tap(/^2单元/);
  await manager.type('码上印的字', '3号楼 2单元 电梯');
  await manager.tap('做这个码');
  await manager.page.getByRole('listitem').filter({ hasText: '3号楼 2单元 电梯' }).first().waitFor();
  const server = await callAs(stage.world().system, 'demo-manager');
  const { items } = await server.send(listCodes, { params: { compoundId: stage.world().places.main.id } });
  const made = items.find(({ label }) => label === '3号楼 2单元 电梯');
  if (made === undefined) throw new Error('the code is not there');
  const passerBy = await openScreen(stage.browser());
  await passerBy.open(app(`q/${made.id}`));
  await passerBy.type('哪里坏了、什么情况', '电梯按钮按不亮');
  await passerBy.tap('否');
  await passerBy.tap('下一步');
  await passerBy.see('3号楼 2单元 电梯');
  await passerBy.tap('下一步');
  await passerBy.see(/谁能看到/);
});

step('records a call: the number finds the home, the words the category', async () => {
  const desk = await signedIn(stage.browser(), stage.world().system, 'demo-dispatcher', DESK);
  await desk.tap(/^工作台/);
  await desk.tap('电话代录');
  const before = desk.taps;
  await desk.type('来电号码', await phoneOf('demo-neighbour1'));
  await desk.see(/3号楼 ?2单元 ?302/);
  await desk.type('说的什么事', '厨房水管一直漏水');
  await desk.tap('否');
  await desk.tap('录入工单');
  await desk.see('厨房水管一直漏水');
  await desk.see('办理过程');
  expect(desk.taps - before).toBeLessThanOrEqual(5);
});

step('gives a role that counts at the next request, and takes it away the same', async () => {
  const system = stage.world().system;
  const manager = await signedIn(stage.browser(), system, 'demo-manager', DESK);
  const somebody = await callAs(system, 'demo-neighbour3');
  const company = (await (await callAs(system, 'demo-manager')).send(getMe)).grants[0]?.organisationId ?? '';
  const queue = () => somebody.send(listQueue, { params: { organisationId: company } });
  await expect(queue()).rejects.toThrow('not-found');
  await manager.tap(/^人员授权/);
  await manager.tap('添加人员');
  await manager.type('手机号', await phoneOf('demo-neighbour3'));
  await manager.tap('调度员');
  await manager.tap('授权');
  await manager.see(/萧.*调度员/);
  expect((await queue()).items.length).toBeGreaterThan(0);
  await manager.tap(/^收回 萧/);
  await manager.tap('收回');
  await manager.unsee(/萧.*调度员/);
  await expect(queue()).rejects.toThrow('not-found');
});
