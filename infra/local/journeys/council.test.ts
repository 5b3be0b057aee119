import {
  acceptTopic,
  amendTopic,
  callSession,
  conclude,
  confirmMinutes,
  editMinutes,
  finishTopicTask,
  getNoticeSheet,
  openSession,
  proposeTopic,
  secondTopic,
  signIn,
  statePosition,
} from '@gongyi/shared/council/contract';
import { readPdf } from '@gongyi/functions/platform/read-pdf-for-tests';
import { DAY, HOUR, MINUTE, isoDate } from '@gongyi/shared/kernel/time';
import { listNotices } from '@gongyi/shared/notices/contract';
import { councilOf } from './council';
import { picturedIn } from './look';
import { photo } from './photo';
import { DESK, WALL } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** The council meets, resolves and is held to it, as its people see it in their browsers; time is the clock's. */
const step = tellStory();
const stage = setStage();
const { arrive, until } = stage;
const council = councilOf(stage.world);
const TITLE = '健身广场装两盏路灯';
const RESOLVED = '健身广场装两盏太阳能路灯，晚上九点半自动熄灭。';
const TASKS = ['买灯、立杆、接好线', '在公示栏写明开关灯的时间'] as const;
const FOR_THE_OWNERS = /依民法典第二百七十八条由业主共同决定，四方和业委会都不能议定/;
const OWNERS_DECIDE = { code: 'owners-decide' };
const FUND = '每户补交维修资金两千元';
const FOLLOWERS = ['resident', 'neighbour1', 'neighbour2', 'neighbour3', 'steward', 'elder'] as const;
let topicId = '';
let sessionId = '';
let resident: Screen;
let desk: Screen;
let chair: Screen;
let worker: Screen;
let street: Screen;

const app = (path: string): string => `${stage.world().system.appUrl}/${path}`;
const idIn = (screen: Screen): string => new URL(screen.page.url()).searchParams.get('id') ?? '';
const inboxOf = async (who: string): Promise<string[]> => {
  await stage.world().system.settle();
  const { items } = await (await council.as(who)).send(listNotices, { query: { limit: '50' } });
  return items.map(({ title, words }) => `${title}：${words}`);
};
const signInAll = async (...who: readonly string[]): Promise<void> => {
  for (const one of who) await council.sit(one, signIn, sessionId, { code: await council.codeOf(sessionId) });
};
const looksWell = picturedIn('council');
const says = (who: string, stance: string, reasons: string) =>
  council.sit(who, statePosition, sessionId, { topicId, stance, reasons });
const workerSays = async (verb: string, reasons: string): Promise<void> => {
  await worker.tap(verb);
  await worker.tap('同意');
  await worker.type('理由', reasons);
  await worker.tap('提交表态');
  await worker.sheetGone();
};

step('is proposed in the page with a photo, and seconded by five', async () => {
  resident = await arrive('resident');
  await resident.open(app('pages/council/index'));
  await resident.tap('提个议题');
  await resident.type('议题，一句话', TITLE);
  await resident.type(
    '怎么回事，希望怎么办',
    '天一黑广场上看不清台阶，摔过人。希望装两盏灯，九点半以后关，别照到一楼。',
  );
  await resident.give(/加照片/, photo('lamp-broken'));
  await resident.one(/^照片 1$/);
  await resident.tap('提交议题');
  await resident.see(/已提交，编号/);
  topicId = await council.find(TITLE, 'gathering');
  for (const who of ['neighbour1', 'neighbour2', 'neighbour3', 'steward'])
    await council.move(who, secondTopic, topicId);
  const elder = await arrive('elder');
  await elder.open(app(`council/pages/topic/index?id=${topicId}`));
  await elder.tap('我要附议');
  await elder.see('您已附议，每一步都会通知您');
  expect(await council.topic(topicId)).toMatchObject({ seconds: 5, status: 'proposed' });
});

step('refuses to take up what the owners decide, in words and by the API, and offers their vote', async () => {
  const params = { compoundId: stage.world().places.main.id };
  const words = '维修资金快用完了，请四方商量，每户补交两千元。';
  const fund = await (await council.as('neighbour1')).send(proposeTopic, { params, body: { title: FUND, words } });
  await stage.world().system.settle();
  desk = await arrive('secretary', DESK);
  await desk.open(app(`council/pages/topic/index?id=${fund.id}`));
  await desk.tap('初审');
  await desk.tap(/^受理/);
  await desk.see('四方不能议定这件事');
  await desk.tap('受理这件议题');
  await desk.see(FOR_THE_OWNERS);
  await expect(council.move('secretary', acceptTopic, fund.id)).rejects.toMatchObject(OWNERS_DECIDE);
  await desk.tap('转为业主表决');
  await desk.see('转出办理');
});

step('is screened in the page, and called too early: refused with the earliest time, taken by one tap', async () => {
  await desk.open(app('council/pages/desk/index'));
  await desk.tap(`去初审 ${TITLE}`);
  await desk.tap('初审');
  await desk.tap(/^受理/);
  await desk.tap('受理这件议题');
  await desk.see('已受理，待上会');
  const anew = { title: FUND, words: '每户补交维修资金。' };
  await expect(council.move('resident', amendTopic, topicId, anew)).rejects.toMatchObject({ code: 'move-not-allowed' });
  await desk.open(app('council/pages/desk/index'));
  await desk.tap(`召集会议 ${TITLE}`);
  await desk.type('开会地点', '社区一楼议事厅');
  const tomorrow = isoDate((await stage.world().system.clock.now()) + DAY);
  await desk.page.getByLabel('开会时间 日期').fill(tomorrow);
  await desk.tap('召集会议，通知四方');
  await desk.see(/要提前 5 天通知，最早可定在/);
  await desk.tap(/^改到/);
  await desk.tap('召集会议，通知四方');
  await desk.see('四方到场');
  sessionId = idIn(desk);
  expect(await council.topic(topicId)).toMatchObject({ status: 'scheduled', session: { id: sessionId } });
});

step('has no quorum with three, in words; it fails, and the street is told', async () => {
  const { startsAt } = await council.session(sessionId);
  await until(startsAt - 30 * MINUTE);
  chair = await arrive('secretary', WALL);
  await chair.open(app(`council/pages/chair/index?id=${sessionId}`));
  const code = await chair.page.locator('.chair-code').innerText();
  worker = await arrive('worker');
  await worker.open(app(`council/pages/session/index?id=${sessionId}`));
  await worker.tap('扫码签到');
  await worker.type('主持台屏幕上的签到码', code);
  await worker.tap('签到');
  await worker.see(/到了 1 方/);
  await signInAll('branch');
  await chair.tap('代签到');
  await chair.tap('物业');
  await chair.type('姓名', '刘演示');
  await chair.tap('代签到');
  await chair.see(/到了 3 方，需要 4 方；业委会还没到/);
  await until(startsAt);
  await expect(council.sit('secretary', openSession, sessionId)).rejects.toMatchObject({ code: 'no-quorum' });
  await chair.tap('宣布流会');
  await chair.see('没有来：业委会。');
  await chair.tap('宣布流会');
  await chair.see(/这次流会了/);
  await stage.world().system.settle();
  street = await arrive('street');
  await street.open(app('notices/pages/inbox/index'));
  await street.see(/因到会方数不足未能召开，业委会未到会/);
});

step('is called a second time, opens with three, and is left to a later session', async () => {
  await chair.tap('二次召集');
  await chair.tap('召集会议，通知四方');
  await chair.see(/^二次召集，到三方可以开会/);
  sessionId = idIn(chair);
  expect((await inboxOf('street')).join()).toContain('四方共议二次召集');
  await until((await council.session(sessionId)).startsAt);
  await signInAll('worker', 'branch', 'manager');
  await chair.open(app(`council/pages/chair/index?id=${sessionId}`));
  await chair.tap('开会');
  await chair.tap(`议下一题：${TITLE}`);
  await chair.tap('留待或报街道');
  await chair.tap(/^留待以后再议/);
  await chair.type('原因', '业委会管着广场的电，等业委会到场再议。');
  await chair.tap('记下');
  await chair.tap('散会');
  await chair.tap('散会');
  await chair.tap('送各方确认');
  await chair.tap('送各方确认');
  await chair.see(/等各方确认纪要/);
});

step('has minutes that the chair takes back, and locks without the party that stays silent', async () => {
  await council.sit('worker', confirmMinutes, sessionId);
  await chair.see('等各方确认纪要：党组织、物业');
  await chair.tap('收回修改');
  await chair.type('为什么收回', '漏写了业委会没有到会。');
  await looksWell(chair, 'recall');
  await chair.tap('收回修改');
  await chair.sheetGone();
  const words = await chair.page.getByRole('textbox', { name: '草稿' }).inputValue();
  await chair.type('草稿', `${words}\n业委会没有到会。`);
  await chair.tap('保存纪要');
  await chair.see('已保存');
  await chair.tap('送各方确认');
  await chair.tap('送各方确认');
  await chair.sheetGone();
  for (const who of ['worker', 'manager']) await council.sit(who, confirmMinutes, sessionId);
  await until(((await council.session(sessionId)).silent?.lockableFrom ?? 0) + MINUTE);
  const phone = await arrive('secretary');
  await phone.open(app(`council/pages/chair/index?id=${sessionId}`));
  await phone.see(/可以在“其他”里逾期锁定/);
  await looksWell(phone, 'silent');
  await phone.tap('逾期锁定');
  await phone.type('这一方为什么没有确认，联系过几次', '支书出差，打过三次电话没有接。');
  await looksWell(phone, 'lock-without');
  await phone.tap('逾期锁定');
  await phone.sheetGone();
  await looksWell(phone, 'locked-without');
  expect(await council.session(sessionId)).toMatchObject({
    status: 'confirmed',
    absent: ['owners-committee'],
    minutes: { lockedWithout: 'party-branch' },
  });
  expect((await inboxOf('branch')).join()).toContain('纪要已逾期锁定');
  expect((await inboxOf('street')).join()).toContain('纪要逾期锁定');
});

step('is heard by four, voted on three to one and concluded, never against the owners’ rights', async () => {
  const params = { compoundId: stage.world().places.main.id };
  const startsAt = (await stage.world().system.clock.now()) + 5 * DAY + HOUR;
  const body = { topicIds: [topicId], startsAt, venue: '社区一楼议事厅' };
  sessionId = (await (await council.as('secretary')).send(callSession, { params, body })).id;
  await until(startsAt);
  await signInAll('worker', 'branch', 'director', 'manager');
  // Days have passed: they come anew, as people do.
  chair = await arrive('secretary', WALL);
  worker = await arrive('worker');
  await chair.open(app(`council/pages/chair/index?id=${sessionId}`));
  await chair.tap('开会');
  await chair.tap(`议下一题：${TITLE}`);
  await worker.open(app(`council/pages/session/index?id=${sessionId}`));
  await workerSays('本方表态', '老人孩子晚上都在广场，应该装。');
  await says('branch', 'agree', '支部支持。');
  await says('director', 'agree', '业主群里多数人赞成。');
  await says('manager', 'object', '电费没有着落。');
  await chair.tap('没有一致，每方一票');
  await workerSays('投本方这一票', '同意。');
  await says('branch', 'agree', '同意。');
  await says('director', 'agree', '同意。');
  await says('manager', 'object', '不同意，电费没有着落。');
  await chair.tap('议定');
  await chair.type('议定事项', '补交维修资金，用来装灯。');
  await chair.tap('记下议定事项');
  await chair.see(FOR_THE_OWNERS);
  const dueAt = startsAt + 9 * DAY;
  const asTask = { topicId, words: RESOLVED, tasks: [{ words: FUND, party: 'property-company', dueAt }] };
  await expect(council.sit('secretary', conclude, sessionId, asTask)).rejects.toMatchObject(OWNERS_DECIDE);
  await chair.type('议定事项', RESOLVED);
  for (const [index, party] of ['物业', '业委会'].entries()) {
    await chair.tap('加一项任务');
    const task = chair.page.getByRole('group', { name: `任务 ${String(index + 1)}` });
    await task.getByRole('textbox', { name: '办什么' }).fill(TASKS[index] ?? '');
    await chair.tapOn(task.getByRole('radio', { name: party }));
    await task.getByLabel('哪天办完').fill(isoDate(dueAt + (1 - index) * 6 * DAY));
  }
  await chair.tap('记下议定事项');
  await chair.see('已议定');
  expect(await council.topic(topicId)).toMatchObject({
    status: 'agreed',
    resolution: { by: 'vote', objecting: ['property-company'] },
  });
});

step('has its minutes edited, sent, confirmed by four and locked with a fingerprint', async () => {
  await chair.tap('散会');
  await chair.tap('散会');
  const draft = chair.page.getByRole('textbox', { name: '草稿' });
  const words = `${await draft.inputValue()}\n散会前各方到广场看过灯的位置。`;
  const secretly = { words: `${words}\n会议同意补交维修资金。` };
  await expect(council.sit('secretary', editMinutes, sessionId, secretly)).rejects.toMatchObject(OWNERS_DECIDE);
  await chair.type('草稿', words);
  await chair.tap('保存纪要');
  await chair.see('已保存');
  await chair.tap('送各方确认');
  await chair.tap('送各方确认');
  await chair.see(/等各方确认纪要/);
  await worker.tap('确认纪要');
  await worker.tap('代表本方确认');
  await worker.see('本方已确认');
  for (const who of ['branch', 'director', 'manager']) await council.sit(who, confirmMinutes, sessionId);
  const { minutes } = await council.session(sessionId);
  expect(minutes?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  await worker.open(app(`council/pages/session/index?id=${sessionId}`));
  await worker.see('各方已确认，纪要锁定，不能再改。');
  await worker.see(minutes?.fingerprint ?? 'no fingerprint');
});

step('is on public notice for everybody, on paper as well; an objection is answered', async () => {
  await chair.tap('公示');
  await chair.tap('公示');
  await chair.see(/公示到/);
  await stage.world().system.settle();
  const visitor = await arrive(undefined);
  await visitor.open(app(`council/pages/notice/index?id=${sessionId}`));
  await visitor.see(RESOLVED);
  const { url } = await (await council.as('neighbour3')).send(getNoticeSheet, { params: { sessionId } });
  const paper = new Uint8Array(await (await fetch(url)).arrayBuffer());
  expect(new TextDecoder().decode(paper.slice(0, 5))).toBe('%PDF-');
  expect(readPdf(paper).pages.join('').replace(/\s/g, '')).toContain(RESOLVED);
  const neighbour = await arrive('neighbour2');
  await neighbour.open(app(`council/pages/notice/index?id=${sessionId}`));
  await neighbour.tap('我有异议');
  await neighbour.type('您的异议', '灯照到1号楼一层卧室怎么办？');
  await neighbour.type('署名', '董样例');
  await neighbour.tap('署名提交');
  await neighbour.see('等答复，答复前公示不会结束');
  await stage.world().system.settle();
  await chair.open(app(`council/pages/chair/index?id=${sessionId}`));
  await chair.tap('答复异议');
  await chair.type('答复', '灯头加遮光罩，朝广场里侧照。');
  await chair.tap('答复异议');
  await chair.see('已答复');
  await stage.world().system.settle();
  await visitor.open(app(`council/pages/notice/index?id=${sessionId}`));
  await visitor.see('灯头加遮光罩，朝广场里侧照。');
  expect(visitor.faults).toEqual([]);
});

step(
  'comes into force by the clock; one task is done with a photo, the other late and seen by the street',
  async () => {
    const { notice } = await council.session(sessionId);
    await until((notice?.endsAt ?? 0) + 2 * MINUTE);
    expect(await council.topic(topicId)).toMatchObject({ status: 'carrying-out' });
    const manager = await arrive('manager');
    await manager.open(app(`council/pages/topic/index?id=${topicId}`));
    await manager.tap(`办完了：${TASKS[0]}`);
    await manager.type('办成了什么样？', '两盏灯立好了，九点半自己灭。');
    await manager.give(/拍照片/, photo('lamp-mended'));
    await manager.one(/^照片 1$/);
    await manager.tap('确认办完');
    await manager.sheetGone();
    const late = (await council.topic(topicId)).taskList.find(({ doneAt }) => doneAt === undefined);
    await until((late?.dueAt ?? 0) + 2 * MINUTE);
    await stage.world().system.settle();
    street = await arrive('street');
    await street.open(app('council/pages/below/index'));
    const row = street.page.getByRole('button').filter({ hasText: TITLE });
    await row.getByText('1 项任务超期').waitFor();
    expect((await inboxOf('street')).join()).toContain('业委会的任务过了期限，请督办');
    expect(manager.faults).toEqual([]);
  },
);

step('is done and rated; every supporter’s inbox tells the story, and the record is whole', async () => {
  await council.move('director', finishTopicTask, topicId, { taskId: 't2', words: '公示栏贴好了。' });
  await stage.world().system.settle();
  resident = await arrive('resident');
  await resident.open(app(`council/pages/topic/index?id=${topicId}`));
  await resident.tap('满意');
  await resident.tap('提交评价');
  await resident.see('您已评价');
  for (const who of FOLLOWERS) {
    const told = (await inboxOf(who)).filter((words) => words.includes(TITLE)).map((words) => words.split('：')[0]);
    expect([who, ...told.toReversed()]).toEqual([
      who,
      '议题已受理',
      '议题要上会了',
      '会议没有开成',
      '议题要上会了',
      '议题暂缓',
      '议题要上会了',
      '议题议定了',
      '议定事项公示',
      '议定事项生效',
      '一项任务办完',
      '任务超期',
      '一项任务办完',
    ]);
  }
  for (const subject of [`topicId=${topicId}`, `sessionId=${sessionId}`]) {
    await resident.open(app(`council/pages/record/index?${subject}`));
    await resident.see('记录完整');
  }
  for (const screen of [resident, desk, chair, worker, street]) expect(screen.faults).toEqual([]);
});
