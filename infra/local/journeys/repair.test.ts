import { listMine } from '@gongyi/shared/requests/contract';
import { callAs } from './api';
import { photo } from './photo';
import { DESK, openScreen, signedIn } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** The repair goes all the way round, as three people see it in their browsers; midway the power fails. */
const step = tellStory();
const HOUR = 3_600_000;
const WORDS = '3号楼2单元门口的灯三天不亮了';
const stage = setStage();
let resident: Screen;
let dispatcher: Screen;
let technician: Screen;
let detail = '';

/** What the server has of it; lists follow the stream. */
const latest = async () => {
  await stage.world().system.settle();
  const { items } = await (await callAs(stage.world().system, 'demo-resident')).send(listMine);
  const mine = items.filter(({ words }) => words === WORDS);
  const [one] = mine;
  if (one === undefined || mine.length > 1) throw new Error(`${String(mine.length)} requests of these words`);
  return one;
};

step('files a repair with a photo in under a minute of taps, beginning without a login', async () => {
  resident = await openScreen(stage.browser());
  await resident.open(stage.world().system.appUrl);
  await resident.tapOn(resident.page.getByRole('button', { name: '选择小区' }).last());
  await resident.tap(new RegExp(stage.world().places.main.name));
  await resident.see('按时办结');
  await resident.tap(/^报事报修/);
  await resident.type('哪里坏了、什么情况', WORDS);
  await resident.see('照明');
  await resident.tap(/加照片/);
  await resident.scanWith(stage.world().system, 'demo-resident');
  await resident.give(/加照片/, photo('lamp-broken'));
  await resident.one(/^照片 1$/);
  await resident.tap('下一步');
  await resident.tap(/^公共部位/);
  await resident.tap('下一步');
  await resident.tap('提交报修');
  await resident.see(/已提交，编号/);
  detail = resident.page.url();
  expect(resident.taps).toBeLessThanOrEqual(16);
  expect(await latest()).toMatchObject({ status: 'submitted', words: WORDS });
});

step('is found in the workbench, accepted and handed to a technician', async () => {
  dispatcher = await signedIn(stage.browser(), stage.world().system, 'demo-dispatcher', DESK);
  await dispatcher.tap(/^工作台/);
  await dispatcher.see(WORDS);
  const row = dispatcher.page.getByRole('listitem').filter({ hasText: WORDS });
  await dispatcher.tapOn(row.getByRole('button', { name: /^接单/ }));
  await dispatcher.tap('派单');
  await dispatcher.tap(/^张测试 · 师傅/);
  await dispatcher.tap('派单');
  await dispatcher.sheetGone();
  expect(await latest()).toMatchObject({ status: 'accepted', assigneeName: expect.stringContaining('张') });
});

step('is visited, paused with a reason, taken up again and done, with photos of before and after', async () => {
  technician = await signedIn(stage.browser(), stage.world().system, 'demo-technician1');
  await technician.tap(/^我的活儿/);
  await technician.see(WORDS);
  const card = technician.page.locator('.card').filter({ hasText: WORDS });
  await technician.tapOn(card.getByRole('button', { name: '约时间、暂缓、报价' }));
  await technician.tapOn(card.getByRole('button', { name: '约上门时间' }));
  await technician.tap('明天上午');
  await technician.tap('就约这个时间');
  await technician.see(/约好 明天 09:00 至 12:00/);
  await technician.tapOn(card.getByRole('button', { name: '到场' }).first());
  await card.getByRole('button', { name: '完工', exact: true }).waitFor();
  await technician.tapOn(card.getByRole('button', { name: '暂缓' }));
  await technician.type('为什么要暂缓', '等灯头配件，明天到货');
  await technician.tap('3 天');
  await technician.tap('暂缓办理');
  await technician.tapOn(card.getByRole('button', { name: '恢复办理' }));
  await technician.tapOn(card.getByRole('button', { name: '完工', exact: true }));
  await technician.type('做了什么', '换了 LED 灯头，试亮正常');
  await technician.give(/完工后照片/, photo('lamp-mended'));
  await technician.give(/处理前照片/, photo('lamp-broken'));
  await technician.tap('提交完工');
  await technician.sheetGone();
  expect(await latest()).toMatchObject({ status: 'resolved' });
});

step('is told to the resident, who sees the proof, and says 修好一部分: the time begins anew', async () => {
  const before = await latest();
  await stage.world().system.settle();
  await resident.open(`${stage.world().system.appUrl}/pages/me/index`);
  await resident.tap(/^消息/);
  await resident.see('已办结，请您确认');
  await resident.tapOn(resident.page.getByRole('button', { name: /已办结，请您确认/ }).first());
  await resident.see('换了 LED 灯头，试亮正常');
  expect(resident.page.url()).toContain(before.id);
  await resident.page.getByRole('button', { name: /^处理后照片 1/ }).waitFor();
  await stage.world().system.clock.shift(3 * HOUR);
  await resident.tap('修好一部分');
  await resident.type('还差哪里？', '亮了，可是灯罩没装上');
  await resident.tap('提交，请继续修');
  await resident.see('居民说修好一部分');
  const after = await latest();
  expect(after.status).toBe('half-fixed');
  expect(after.dueAt).toBeGreaterThan(before.dueAt + 2 * HOUR);
});

step('is still there after the power failed, and everybody is still signed in', async () => {
  const before = await latest();
  await stage.world().cutPower();
  await resident.open(detail);
  await resident.see('修好一部分');
  await resident.see('亮了，可是灯罩没装上');
  // Addresses of photos are made anew with every answer.
  expect({ ...(await latest()), thumbnailUrl: '' }).toEqual({ ...before, thumbnailUrl: '' });
  await dispatcher.open(dispatcher.page.url());
  await dispatcher.see(WORDS);
});

step('is taken up again, done, and confirmed', async () => {
  const row = dispatcher.page.getByRole('listitem').filter({ hasText: WORDS });
  await dispatcher.tapOn(row.getByRole('button', { name: /^接单/ }));
  await dispatcher.tap('派单');
  await dispatcher.tap(/^张测试 · 师傅/);
  await dispatcher.tap('派单');
  await dispatcher.sheetGone();
  await technician.open(technician.page.url());
  const card = technician.page.locator('.card').filter({ hasText: WORDS });
  await technician.tapOn(card.getByRole('button', { name: '到场' }).first());
  await technician.tapOn(card.getByRole('button', { name: '完工拍照' }));
  await technician.tapOn(card.getByRole('button', { name: '完工', exact: true }));
  await technician.type('做了什么', '灯罩装好了');
  await technician.give(/完工后照片/, photo('lamp-mended'));
  await technician.tap('提交完工');
  await technician.sheetGone();
  await resident.open(detail);
  await resident.tap('修好了');
  await resident.tap('满意');
  await resident.tap('确认修好了');
  await resident.see('居民确认修好');
  expect(await latest()).toMatchObject({ status: 'confirmed' });
  for (const screen of [resident, dispatcher, technician]) expect(screen.faults).toEqual([]);
});
