import { readFile, writeFile } from 'node:fs/promises';
import { DAY, MINUTE, isoDate } from '@gongyi/shared/kernel/time';
import { signCount } from '@gongyi/shared/votes/contract-paper';
import { correctRoll } from '@gongyi/shared/votes/contract-preparing';
import { phoneOf } from '../demo/cast';
import { picturedIn } from './look';
import { photo } from './photo';
import { DESK, PHONE } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';
import { givenAs, paper, phoneOnRoll, verifyOutside, votesOf } from './votes';
import type { Paper } from './votes';

/** Owners vote under the law, by phone, by proxy and on paper; anybody counts again. Time is the clock's. */
const step = tellStory();
const stage = setStage();
const { arrive, until, later } = stage;
const votes = votesOf(stage.world);
const TITLE = '3号楼屋面大修和外墙广告';
const ROOF = '使用维修资金重做屋面防水';
const WALL = '东侧外墙出租广告位';
/** By hand: 20 heads with 1,876.30 m² on the roll of building 3, of whom 14 take part, with 1,311.99 m². */
const PAPERS: readonly Paper[] = [
  paper('b3.e1.h102', 1, 'for', 'for'),
  paper('b3.e1.h202', 2, 'against', 'against'),
  paper('b3.e1.h301', 3, 'for', 'against'),
  paper('b3.e1.h302', 4, 'for', 'against'),
  paper('b3.e1.h401', 5, 'for', 'against'),
  paper('b3.e1.h402', 6, 'for', 'for'),
  paper('b3.e1.h501', 7, 'for', 'for'),
  paper('b3.e2.h301', 8, 'for', 'for'),
  paper('b3.e2.h401', 9, 'abstain', 'for'),
  paper('b3.e2.h402', 10, 'for', 'for'),
  { home: 'b3.e1.h502', serial: 11, says: { kind: 'spoiled', reason: '同一项打了两个钩' } },
];
/** Somebody handed in a paper for the steward's home that was not the steward's. */
const FOREIGN = paper('b3.e1.h201', 30, 'against', 'against');
const REST = PAPERS.slice(1);
let voteId = '';
let director: Screen;
let resident: Screen;
let worker: Screen;

const app = (path: string): string => `${stage.world().system.appUrl}/${path}`;
const at = (page: string, more = ''): string => app(`votes/pages/${page}/index?id=${voteId}${more}`);
const pictured = picturedIn('votes');
const answer = (screen: Screen, matter: string, choice: string): Promise<void> =>
  screen.tapOn(screen.page.getByRole('radiogroup', { name: matter }).getByRole('radio', { name: choice }));
const fillLast = (screen: Screen, label: string, words: string): Promise<void> =>
  screen.page.getByRole('textbox', { name: label, exact: true }).last().fill(words);
step('is drafted by the committee: the law’s list, the threshold in words, what the works cost', async () => {
  director = await arrive('director', DESK);
  await director.open(app('votes/pages/desk/index'));
  await director.see(/修改管理规约/);
  await pictured(director, 'desk');
  await director.tap('发起表决');
  await director.type('这次表决叫什么', TITLE);
  await director.tap(/^业主委员会/);
  await director.tap(/^只由承担费用的楼或单元/);
  await director.tap('加一栋楼或一个单元');
  await director.tap(/^3号楼/);
  await director.tap('就选这里');
  await director.type('依据', '《住宅专项维修资金管理办法》第二十二条');
  await director.tap(/^使用维修资金/);
  await director.see('参与须达到三分之二，同意须超过参与者的一半，面积和人数都要达到');
  await director.type('事项名称', ROOF);
  await director.type('表决内容，逐字写明', '同意从3号楼的维修资金中列支，屋面防水全部重做，保修五年。');
  await director.type('做什么工程', '屋面防水 620 平方米，含旧层清除');
  await director.type('预算', '98000');
  await director.type('范围内维修资金余额', '150000');
  await director.type('从维修资金里出', '98000');
  await director.tap('按面积分摊');
  await director.tap('再加一项');
  await director.tap(/^改变共有部分用途/);
  await director.see(/同意须达到参与者的四分之三/);
  await fillLast(director, '事项名称', WALL);
  await fillLast(director, '表决内容，逐字写明', '同意东侧外墙两处广告位出租三年，收益归3号楼全体业主。');
  await pictured(director, 'draft');
  await director.tap('存为草稿');
  await director.see('核对各项检查，都通过了就能发布公告');
  voteId = new URL(director.page.url()).searchParams.get('id') ?? '';
  await stage.world().system.settle();
});

step('cannot be announced before every check is in order, each with its reason and the way to mend it', async () => {
  await director.open(at('desk-vote'));
  await director.tap('核对并发布公告');
  await director.see('公告上要写明监票人，还没有定。');
  const tomorrow = isoDate((await stage.world().system.clock.now()) + DAY);
  await director.page.getByLabel('开始 日期').fill(tomorrow);
  await director.see('公告到开始投票要满 15 天。');
  await pictured(director, 'readiness');
  await director.tap('改到最早的上午九点');
  await director.unsee('公告到开始投票要满 15 天。');
  await director.tap('定监票人');
  for (const [who, name] of [
    ['branch', /^邓/],
    ['steward', /^杨/],
  ] as const) {
    await director.tap('加一位监票人');
    await director.type('手机号', phoneOf(who));
    await director.tap('就是这位');
    await director.see(name);
  }
  await director.open(at('desk-publish'));
  await director.see('各项检查都通过了，可以发公告');
  await director.tap('发布公告');
  await director.see(/20 套房，20 人有投票权，专有部分面积 1,876\.30㎡/);
  await pictured(director, 'announce');
  await director.tap('发布公告');
  await director.see('公示中，还没开始');
  await pictured(director, 'on-notice');
});

step('opens by the clock, with the roll frozen', async () => {
  const { opensAt } = await votes.view(voteId);
  await until((opensAt ?? 0) + MINUTE);
  expect(await votes.state(voteId)).toMatchObject({ status: 'open', electorate: { heads: 20, area: 187_630 } });
  const correction = { homeId: `${stage.world().places.main.id}.b3.e2.h501`, area: 20_000, reason: '重新测量' };
  await expect(votes.move('director', correctRoll, voteId, correction)).rejects.toMatchObject({
    code: 'move-not-allowed',
  });
  await director.context.close();
});

step('shows an owner what is counted for them, and takes their ballot once', async () => {
  resident = await arrive('resident');
  const tablet = await arrive('resident');
  const before = await votes.lineOf(voteId, 'b3.e2.h501');
  await resident.open(at('vote'));
  await resident.see('为您计票');
  await resident.see('1 套 · 100.47㎡ · 1 人');
  await resident.see('从您家的维修资金里出 5,247.59 元');
  await resident.see(/参与的人满 5 人后才公布第一次/);
  await pictured(resident, 'vote');
  await tablet.open(at('vote'));
  await answer(tablet, ROOF, '反对');
  await answer(tablet, WALL, '反对');
  await tablet.one('投出这一票');
  await answer(resident, ROOF, '同意');
  await answer(resident, WALL, '同意');
  await resident.tap('投出这一票');
  await resident.see('投出后不能更改。');
  await pictured(resident, 'cast-sheet');
  await resident.tap('投出这一票');
  await resident.see('回执码');
  await pictured(resident, 'receipt-waiting');
  await tablet.tap('投出这一票');
  await tablet.tap('投出这一票');
  await tablet.see('已记录');
  await tablet.inView(/没有记上：这一票已经投过了/);
  await pictured(tablet, 'cast-twice');
  await tablet.context.close();
  // Staff see the same line as before: not that it was cast, let alone how.
  expect(await votes.lineOf(voteId, 'b3.e2.h501')).toEqual(before);
});

step('takes papers that staff give out and take back, and uses up the home’s ballot by them', async () => {
  worker = await arrive('worker', DESK);
  await worker.open(at('desk-registers'));
  await worker.tap('按房号找');
  for (const part of [/^3号楼/, /^1单元/, /^102/]) await worker.tap(part);
  await worker.tap('登记送达');
  await worker.type('表决票编号', '1');
  await worker.tap('当面签收');
  await worker.tap('登记送达');
  await worker.tap('登记收回');
  await worker.type('表决票编号', '1');
  await worker.tap('业主本人');
  await pictured(worker, 'paper-back');
  await worker.tap('登记收回');
  await worker.see('1 号票已收回');
  await votes.collect(voteId, [...REST.slice(0, 2), FOREIGN]);
  await later(2 * MINUTE);
  // 494.89 m², told to 0.1 % of the whole.
  expect((await votes.state(voteId)).turnout?.tookPart).toEqual({ heads: 5, area: 49_346 });
  await worker.open(at('desk-registers'));
  await worker.see('30 号票已收回');
  expect(await worker.words()).not.toMatch(/同意|反对|弃权|已投/);
  await pictured(worker, 'registers');
});

step(
  'gives a receipt that is proved with the turnout’s next step, checks on any screen, and fails once a letter is changed',
  async () => {
    await resident.open(
      app(`votes/pages/receipt/index?vote=${voteId}&line=${String((await votes.mine('resident', voteId))[0]?.line)}`),
    );
    await resident.see('证明已经好了');
    await pictured(resident, 'receipt');
    const receipt = await readFile(await resident.keep('保存回执文件'), 'utf8');
    expect(receipt).not.toMatch(/"(for|against|abstain)"/);
    const stranger = await arrive(undefined);
    await stranger.open(app('votes/pages/verify/index'));
    await stranger.give('选文件', givenAs('huizhi.json', receipt));
    await stranger.see('核对无误');
    await stranger.see(/您的票在日志里/);
    await pictured(stranger, 'receipt-checked');
    const forged = receipt.replace(
      /(\\"commitment\\":\\")(.)/,
      (_, before: string, digit: string) => before + (digit === '0' ? '1' : '0'),
    );
    expect(forged).not.toBe(receipt);
    await stranger.type('也可以把文件内容贴在这里', forged);
    await stranger.tap('核对贴上的内容');
    await stranger.inView(/核对不通过/);
    await pictured(stranger, 'receipt-forged');
    await stranger.context.close();
  },
);

step('lets a home say that a paper was not theirs; it is voided, and a proxy casts instead', async () => {
  const steward = await arrive('steward');
  await steward.open(at('vote'));
  await steward.see('您家已交纸质票');
  await pictured(steward, 'paper-foreign');
  await steward.tap('不是我投的');
  await steward.type('说说情况', '我这几天不在家，没有交过票。');
  await steward.tap('登记不是我投的');
  await steward.see('已登记“不是我投的”，等工作人员核对');
  await worker.open(at('desk-registers'));
  await worker.tap(/30 号票：不是我投的/);
  await worker.tap('核对“不是我投的”');
  await worker.tap(/^票作废/);
  await worker.type('核对了什么', '签收单上不是业主的笔迹，送达的人也记错了门。');
  await worker.tap('记下结果');
  await worker.see(/核对后作废/);
  await worker.tap('登记委托');
  await worker.type('受托人的手机号', phoneOf('neighbour1'));
  await worker.type('看过什么材料', '授权委托书、双方身份证');
  await worker.give(/拍授权委托书/, photo('paper-mended'));
  await worker.one(/^照片 1$/);
  await worker.tap('登记委托');
  await worker.see(/受委托/);
  await pictured(worker, 'proxy');
  await votes.cast('neighbour1', voteId, 'for', 'for');
  const proxy = await arrive('neighbour1');
  await proxy.open(at('vote'));
  await proxy.see('您受委托代投');
  await pictured(proxy, 'two-lines');
  await proxy.tap('去投这一票');
  await proxy.see('您受委托代投');
  await answer(proxy, ROOF, '同意');
  await answer(proxy, WALL, '同意');
  await pictured(proxy, 'proxy-ballot');
  await proxy.tap('投出这一票');
  await proxy.tap('投出这一票');
  await proxy.see('回执码');
  for (const screen of [steward, proxy]) await screen.context.close();
});

step('shows how many take part only in steps of five, and takes an owner who signs in only now', async () => {
  await later(11 * MINUTE);
  // The sixth has cast, and no step names a home.
  expect((await votes.state(voteId)).turnout?.tookPart.heads).toBe(5);
  await votes.firstSignIn('latecomer', '马样例', phoneOnRoll('3', '2', '202'));
  const latecomer = await arrive('latecomer', PHONE, { elder: true });
  await latecomer.open(at('vote'));
  await latecomer.see('1 套 · 110.82㎡ · 1 人');
  await pictured(latecomer, 'vote-elder');
  await answer(latecomer, ROOF, '同意');
  await answer(latecomer, WALL, '同意');
  await latecomer.tap('投出这一票');
  await latecomer.tap('投出这一票');
  await latecomer.see('回执码');
  await latecomer.context.close();
  await later(11 * MINUTE);
  expect((await votes.state(voteId)).turnout?.tookPart.heads).toBe(5);
  await votes.collect(voteId, REST.slice(2));
  await later(11 * MINUTE);
  expect((await votes.state(voteId)).turnout?.tookPart.heads).toBe(15);
  await resident.open(at('vote'));
  await resident.see('15 / 20 人');
  await resident.see('已记录');
  await pictured(resident, 'turnout');
});

step('is closed by the clock and counted: read by one, read again by another, signed by the scrutineers', async () => {
  const { closesAt } = await votes.view(voteId);
  await until((closesAt ?? 0) + MINUTE);
  expect((await votes.state(voteId)).status).toBe('counting');
  worker = await arrive('worker', DESK);
  await worker.open(at('desk-box'));
  await answer(worker, ROOF, '同意');
  await answer(worker, WALL, '同意');
  await worker.tap('录入这张票');
  await worker.see('请拍下票面，另一位要照着照片核对');
  await worker.give(/拍票面/, photo('paper-mended'));
  await worker.one(/^照片 1$/);
  await pictured(worker, 'box');
  await worker.tap('录入这张票');
  await worker.see('已录入，等另一位计票');
  const member = await arrive('member', DESK);
  await member.open(at('desk-box'));
  await member.tap(/^1 号票/);
  await answer(member, ROOF, '同意');
  await answer(member, WALL, '反对');
  await member.tap('确认这张票');
  await member.see('两次不一样');
  await pictured(member, 'box-differs');
  expect(await votes.read('worker', 'first', voteId, PAPERS)).toEqual(PAPERS.map(() => 'entered'));
  expect(await votes.read('member', 'second', voteId, REST)).toEqual(REST.map(() => 'confirmed'));
  await expect((await votes.as('steward')).send(signCount, { params: { voteId } })).rejects.toMatchObject({
    code: 'papers-uncounted',
  });
  await member.open(at('desk-box'));
  await answer(member, ROOF, '同意');
  await answer(member, WALL, '同意');
  await member.tap('确认这张票');
  await member.see('11 / 11');
  const branch = await arrive('branch');
  await branch.open(at('desk-box'));
  await branch.tap('签字确认');
  await pictured(branch, 'sign');
  await branch.tap('签字确认');
  await branch.see(/^已签 /);
  await (await votes.as('steward')).send(signCount, { params: { voteId } });
  await worker.open(at('desk-box'));
  await worker.tap('结束开箱');
  await worker.tap('结束开箱');
  await worker.see('开箱已结束，正在计票或已公布结果。');
  await stage.world().system.settle();
});

step('has a result with every fraction and its article, for everybody', async () => {
  const visitor = await arrive(undefined);
  await visitor.open(at('result'));
  await visitor.see('1,311.99㎡ / 1,876.30㎡');
  await visitor.see('14 人 / 20 人');
  // The roof: 1,114.66 m² and 12 heads of those taking part.
  await visitor.see('1,114.66㎡ / 1,311.99㎡');
  await visitor.see('12 人 / 14 人');
  await visitor.see(/第\(五\)项/);
  // The wall: three quarters are 984.00 m² and 11 heads, and 972.93 m² and 10 heads agreed.
  await visitor.see('972.93㎡ / 1,311.99㎡');
  await visitor.see('10 人 / 14 人');
  await visitor.see('须达到四分之三 · 差 11.07㎡');
  await visitor.see('须达到四分之三 · 差 1 人');
  await visitor.see(/第\(八\)项/);
  await pictured(visitor, 'result');
  const { result } = await votes.view(voteId);
  expect(result?.questions.map(({ outcome }) => outcome)).toEqual(['passed', 'not-passed']);
  expect(result?.ballots).toEqual({ phone: 3, proxy: 1, paper: 10, spoiled: 1 });
  await visitor.tap('在浏览器里核对');
  await visitor.see('核对无误');
  await visitor.see('和公告上的根一致');
  await pictured(visitor, 'bundle-checked');
  await visitor.open(at('result'));
  const file = await visitor.keep('下载数据包');
  const { stdout } = await verifyOutside(file, result?.log.root ?? '');
  expect(stdout).toContain('✓ 核对无误');
  const bundle = await readFile(file, 'utf8');
  const forged = `${file}.json`;
  await writeFile(forged, bundle.replace('"heads":12', '"heads":13'));
  await expect(verifyOutside(forged, result?.log.root ?? '')).rejects.toMatchObject({ code: 1 });
  expect(visitor.faults).toEqual([]);
});
