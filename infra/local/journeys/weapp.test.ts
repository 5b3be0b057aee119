import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTopic, listTopics } from '@gongyi/shared/council/contract';
import { listMine } from '@gongyi/shared/requests/contract';
import { bootWeapp } from '../../weapp/boot-weapp';
import type { Weapp } from '../../weapp/boot-weapp';
import { callAs } from './api';
import { photo } from './photo';
import { tellStory } from './story';
import { bootWorld } from './world';
import type { World } from './world';

/** The repair all the way round once more, in the mini-program's own bundle and templates. */
const step = tellStory();
const DIST = fileURLToPath(new URL('../../../miniapp/dist/weapp', import.meta.url));
const WORDS = '3号楼2单元门口的灯三天不亮了';
let world: World;
let album = '';
let resident: Weapp;
let dispatcher: Weapp;
let technician: Weapp;
const ends: (() => Promise<void> | void)[] = [];

const phoneOf = (openid: string, scene: Parameters<typeof photo>[0]): Weapp => {
  const app = bootWeapp({
    dist: DIST,
    apiBase: world.system.apiUrl,
    loginCode: () => world.system.loginCode(openid),
    photos: [join(album, photo(scene).name)],
  });
  ends.push(() => app.close());
  return app;
};

beforeAll(async () => {
  world = await bootWorld();
  ends.push(world.end);
  album = await mkdtemp(join(tmpdir(), 'album-'));
  ends.push(() => rm(album, { recursive: true, force: true }));
  for (const scene of ['lamp-broken', 'lamp-mended'] as const)
    await writeFile(join(album, photo(scene).name), photo(scene).buffer);
  resident = phoneOf('demo-resident', 'lamp-broken');
  dispatcher = phoneOf('demo-dispatcher', 'lamp-broken');
  technician = phoneOf('demo-technician1', 'lamp-mended');
}, 300_000);
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
}, 60_000);

const agree = async (app: Weapp): Promise<void> => {
  await app.page.waitFor('我已看过并同意下面的隐私说明');
  await app.page.tap('我已看过并同意下面的隐私说明');
  await app.page.tap('微信登录');
};
const toWork = async (app: Weapp, entry: string): Promise<void> => {
  await app.open('pages/me/index');
  await app.page.tap('微信登录');
  await agree(app);
  await app.page.waitFor(entry);
  await app.page.tap(entry);
  await app.page.waitFor(WORDS);
};
const latest = async () => {
  await world.system.settle();
  const { items } = await (await callAs(world.system, 'demo-resident')).send(listMine);
  return items.find(({ words }) => words === WORDS);
};

step('files a repair with a photo, beginning without a login', async () => {
  await resident.open('district/pages/pick-compound/index');
  await resident.page.waitFor(world.places.main.name);
  await resident.page.tap(world.places.main.name);
  await resident.open('requests/pages/file/index');
  await resident.page.tap('加照片');
  await agree(resident);
  await resident.page.waitFor('1 / 9');
  await resident.page.input('哪里坏了、什么情况', WORDS);
  await resident.page.tap('下一步');
  await resident.page.waitFor('公共部位');
  await resident.page.tap('公共部位');
  await resident.page.tap('下一步');
  await resident.page.tap('提交报修');
  await resident.page.waitFor('已提交，编号');
  expect(await latest()).toMatchObject({ status: 'submitted' });
});

step('is accepted at the desk and handed to a technician', async () => {
  await toWork(dispatcher, '工作台');
  await dispatcher.page.tap(WORDS);
  await dispatcher.page.waitFor('办理过程');
  await dispatcher.page.tap('接单');
  await dispatcher.page.tap('派单');
  await dispatcher.page.waitFor('张测试 · 师傅');
  await dispatcher.page.tap('张测试 · 师傅');
  await dispatcher.page.tap('派单');
  await dispatcher.page.waitFor('交给 张');
  expect(await latest()).toMatchObject({ status: 'accepted' });
});

step('is done by the technician, with a photo', async () => {
  await toWork(technician, '我的活儿');
  await technician.page.tap('约时间、暂缓、报价');
  await technician.page.waitFor('约上门时间');
  await technician.page.tap('到场');
  await technician.page.waitFor('完工');
  await technician.page.tap('完工');
  await technician.page.input('做了什么', '换了 LED 灯头，试亮正常');
  await technician.page.tap('完工后照片');
  await technician.page.waitFor('1 / 9');
  await technician.page.tap('提交完工');
  await technician.settle();
  expect(await latest()).toMatchObject({ status: 'resolved' });
});

step('comes back to the resident, who says 修好一部分, and the time begins anew', async () => {
  const before = await latest();
  await resident.open(`requests/pages/detail/index?id=${before?.id ?? ''}`);
  await resident.page.waitFor('换了 LED 灯头，试亮正常');
  await resident.page.tap('修好一部分');
  await resident.page.input('还差哪里？', '亮了，可是灯罩没装上');
  await resident.page.tap('提交，请继续修');
  await resident.page.waitFor('居民说修好一部分');
  const after = await latest();
  expect(after?.status).toBe('half-fixed');
  expect(after?.dueAt).toBeGreaterThan(before?.dueAt ?? Infinity);
  for (const app of [resident, dispatcher, technician]) expect(app.faults).toEqual([]);
});

step('finds a topic of the neighbours, seconds it and says something about it', async () => {
  const steward = phoneOf('demo-steward', 'lamp-broken');
  await steward.open('district/pages/pick-compound/index');
  await steward.page.waitFor(world.places.main.name);
  await steward.page.tap(world.places.main.name);
  await steward.open('pages/council/index');
  await steward.page.tap('登录看看');
  await agree(steward);
  await steward.page.waitFor('活动室周末开放给孩子做作业');
  await steward.page.tap('活动室周末开放给孩子做作业');
  await steward.page.waitFor('我要附议');
  await steward.page.tap('我要附议');
  await steward.page.waitFor('您已附议，每一步都会通知您');
  await steward.page.input('说说您的意见', '周日下午我可以值班。');
  await steward.page.tap('发表意见');
  await steward.page.waitFor('周日下午我可以值班。');
  await world.system.settle();
  const server = await callAs(world.system, 'demo-steward');
  const { items } = await server.send(listTopics, { params: { compoundId: world.places.main.id } });
  const topicId = items.find(({ title }) => title === '活动室周末开放给孩子做作业')?.id ?? '';
  const topic = await server.send(getTopic, { params: { topicId } });
  expect(topic).toMatchObject({ secondedByMe: true });
  expect(topic.timeline.at(-1)).toMatchObject({ kind: 'commented', words: '周日下午我可以值班。', mine: true });
  expect(steward.faults).toEqual([]);
});
