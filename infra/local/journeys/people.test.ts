import { getMe } from '@gongyi/shared/people/contract';
import { callAs } from './api';
import { openScreen, signedIn } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** Who lives where, and how they want to read. */
const step = tellStory();
const stage = setStage();
const app = (path: string): string => `${stage.world().system.appUrl}/${path}`;
let owner: Screen;

step('claims a home, signing in on the way; the roll does not know the name, so staff will look', async () => {
  const screen = await openScreen(stage.browser());
  await screen.open(app('district/pages/pick-compound/index'));
  await screen.tap(new RegExp(stage.world().places.main.name));
  await screen.open(app('people/pages/claim/index'));
  await screen.tap(/^点这里选楼/);
  await screen.tap(/^1号楼/);
  await screen.tap(/^1单元/);
  await screen.tap(/^201/);
  await screen.tap('家人');
  await screen.type('姓名', '试一试');
  await screen.tap('提交认领');
  await screen.scanWith(stage.world().system, 'o-new-neighbour');
  await screen.see('等待核实');
  const me = await (await callAs(stage.world().system, 'o-new-neighbour')).send(getMe);
  expect(me.homes).toEqual([expect.objectContaining({ relation: 'family', state: 'claimed' })]);
});

step('invites family, who joins by the code', async () => {
  owner = await signedIn(stage.browser(), stage.world().system, 'demo-resident');
  await owner.open(app('people/pages/homes/index'));
  await owner.tap('邀请家人或租户');
  await owner.tap('生成邀请码');
  const code = await owner.page.getByRole('dialog').getByRole('status').innerText();
  const guest = await signedIn(stage.browser(), stage.world().system, 'o-cousin');
  await guest.open(app('people/pages/join/index'));
  await guest.type('邀请码', code);
  await guest.type('您的姓名', '王新样');
  await guest.tap('加入这个家');
  await guest.see('您是家人');
  const me = await (await callAs(stage.world().system, 'o-cousin')).send(getMe);
  expect(me.homes).toEqual([expect.objectContaining({ relation: 'family', state: 'verified' })]);
  await owner.open(app('people/pages/homes/index'));
  await owner.see(/王新样 · 家人/);
});

step('shows what is kept, and takes consent back or gives it', async () => {
  await owner.open(app('people/pages/privacy/index'));
  const given = async (): Promise<boolean> => {
    const me = await (await callAs(stage.world().system, 'demo-resident')).send(getMe);
    return me.consents.some((consent) => consent.kind === 'publish-name' && consent.given);
  };
  const before = await given();
  await owner.see('公开的报事上显示我的姓（如 王**）');
  const changed = owner.page.waitForResponse((answer) => answer.url().includes('consent'));
  await owner.tap(/^公开的报事上显示我的姓/);
  await changed;
  expect(await given()).toBe(!before);
});

step('reads in three sizes, and in 长辈版 finds four big rows', async () => {
  await owner.open(app('pages/me/index'));
  const size = () => owner.page.getByText('字号与版式').evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
  const standard = await size();
  await owner.tap('特大');
  expect(await size()).toBeGreaterThanOrEqual(22);
  await owner.tap('标准');
  expect(await size()).toBe(standard);
  await owner.tap(/^长辈版/);
  await owner.open(app('pages/home/index'));
  for (const row of ['报修', '打电话给物业', '我要投票', '找社区']) {
    const box = await (await owner.one(new RegExp(`^${row}`))).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(60);
  }
  await owner.tap('返回标准版');
  await owner.see('按时办结');
  expect(owner.faults).toEqual([]);
});
