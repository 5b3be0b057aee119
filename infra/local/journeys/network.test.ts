import { listMine } from '@gongyi/shared/requests/contract';
import { callAs } from './api';
import type { Caller } from './api';
import { signedIn } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** What somebody with a bad network meets: nothing is claimed that is not known, nothing is sent twice. */
const step = tellStory();
const FILING = '**/api/requests';
const stage = setStage();
let screen: Screen;
let server: Caller;

beforeAll(async () => {
  server = await callAs(stage.world().system, 'demo-neighbour1');
});

const filedWith = async (words: string): Promise<number> => {
  // Lists follow the stream.
  await stage.world().system.settle();
  return (await server.send(listMine)).items.filter((row) => row.words === words).length;
};

/** Up to the last step of the form. */
const write = async (words: string): Promise<void> => {
  await screen.open(`${stage.world().system.appUrl}/requests/pages/file/index`);
  await screen.type('哪里坏了、什么情况', words);
  await screen.tap('下一步');
  await screen.tap(/^公共部位/);
  await screen.tap('下一步');
};

step('shows a filing whose answer was lost as unknown, then as sent, and there is one', async () => {
  screen = await signedIn(stage.browser(), stage.world().system, 'demo-neighbour1');
  await screen.see('我的家');
  await write('大门的灯不亮了');
  let sent = 0;
  await screen.page.route(FILING, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    const answer = await route.fetch();
    expect(answer.status()).toBe(200);
    return route.abort('connectionreset');
  });
  await screen.tap('提交报修');
  await screen.see('网络断了，不确定有没有提交成功。正在核对，不会重复提交');
  expect([sent, await filedWith('大门的灯不亮了')]).toEqual([1, 1]);
  await screen.page.unroute(FILING);
  // The outbox asks again by itself, with the same key.
  await screen.see(/已提交，编号/);
  expect(await filedWith('大门的灯不亮了')).toBe(1);
});

step('keeps what was filed without network, and sends it when the network is back', async () => {
  await write('垃圾桶满了没人收');
  await screen.context.setOffline(true);
  await screen.tap('提交报修');
  await screen.see('没有网络，已存为待发送，联网后自动提交');
  expect(await filedWith('垃圾桶满了没人收')).toBe(0);
  await screen.context.setOffline(false);
  await screen.see(/已提交，编号/);
  expect(await filedWith('垃圾桶满了没人收')).toBe(1);
});

step('finds the words again that were typed before the page was closed', async () => {
  await screen.open(`${stage.world().system.appUrl}/requests/pages/file/index`);
  await screen.type('哪里坏了、什么情况', '楼道窗户玻璃碎了');
  // Kept once typing pauses.
  await screen.page.waitForFunction(() => localStorage.getItem('gongyi.draft.file')?.includes('玻璃碎了'));
  await screen.open(`${stage.world().system.appUrl}/pages/home/index`);
  await screen.open(`${stage.world().system.appUrl}/requests/pages/file/index`);
  await screen.see('上次没写完的还在');
  await screen.see('楼道窗户玻璃碎了');
  expect(await filedWith('楼道窗户玻璃碎了')).toBe(0);
  expect(screen.faults).toEqual([]);
});
