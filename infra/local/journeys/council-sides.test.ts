import {
  answerObjection,
  acceptTopic,
  answerInvitation,
  commentTopic,
  confirmMinutes,
  proposeTopic,
  publishNotice,
  signInFor,
  secondTopic,
  signIn,
  statePosition,
} from '@gongyi/shared/council/contract';
import { keys } from '@gongyi/functions/platform/table-shape';
import { DAY, HOUR, isoDate } from '@gongyi/shared/kernel/time';
import { listNotices } from '@gongyi/shared/notices/contract';
import { readFile } from 'node:fs/promises';
import { phoneOf } from '../demo/cast';
import { awsJson } from '../engine/aws-json';
import { councilOf } from './council';
import { picturedIn } from './look';
import { photo } from './photo';
import { DESK, WALL } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** What stands beside the council's main story: rules, versions, moderation, merging, a session online, the street. */
const step = tellStory();
const stage = setStage();
const { arrive, until } = stage;
const council = councilOf(stage.world);
const TITLE = '东侧长廊装两个晾衣架';
const AMENDED = '东侧长廊装四个晾衣架';
const LIKE = '长廊里多几个晾衣的地方';
const FAR = '小区门口的公交站往南移';
let topicId = '';
let likeId = '';
let farId = '';
let sessionId = '';
let secretary: Screen;
let chair: Screen;
let resident: Screen;

const app = (path: string): string => `${stage.world().system.appUrl}/${path}`;
const propose = async (who: string, title: string, words: string): Promise<string> => {
  const params = { compoundId: stage.world().places.main.id };
  const { id } = await (await council.as(who)).send(proposeTopic, { params, body: { title, words } });
  await stage.world().system.settle();
  return id;
};
const inboxOf = async (who: string): Promise<string[]> => {
  await stage.world().system.settle();
  const { items } = await (await council.as(who)).send(listNotices, { query: { limit: '50' } });
  return items.map(({ title, words }) => `${title}：${words}`);
};
const looksWell = picturedIn('council-side');
/** Three parties by their own phones, the Party branch by the chair. */
const signInAll = async (): Promise<void> => {
  for (const who of ['worker', 'neighbour3', 'manager'])
    await council.sit(who, signIn, sessionId, { code: await council.codeOf(sessionId) });
  await council.sit('secretary', signInFor, sessionId, { party: 'party-branch', name: '样支书' });
};
const topicPage = (id: string): string => app(`council/pages/topic/index?id=${id}`);

step('has rules that the convener changes with a reason; what runs keeps those it began with', async () => {
  const earlier = await propose('steward', '单元门口装扶手', '二号楼两个单元门口各装一根扶手，下雪天好走。');
  secretary = await arrive('secretary');
  await secretary.open(app('council/pages/rules/index'));
  await secretary.tap('修改规则');
  await secretary.type('公示几天', '10');
  await secretary.tap(/^可以线上开会/);
  await secretary.type('为什么修改', '冬天路滑，允许线上开会。');
  await looksWell(secretary, 'rules-form');
  await secretary.tap('保存新的一版');
  await secretary.see('公示几天：7 天 → 10 天');
  await secretary.see(/社区书记 吴/);
  await looksWell(secretary, 'rules-history');
  expect((await council.topic(earlier)).rules).toMatchObject({ version: 0, rules: { publicNoticeDays: 7 } });
  topicId = await propose('resident', TITLE, '东侧长廊装两个晾衣架，省得晾在健身器材上。');
  expect((await council.topic(topicId)).rules).toMatchObject({ version: 1, rules: { publicNoticeDays: 10 } });
});

step('is rewritten by its proposer: every version stays to be read, and who seconded hears', async () => {
  await council.move('neighbour1', secondTopic, topicId);
  resident = await arrive('resident');
  await resident.open(topicPage(topicId));
  await resident.tap('修改');
  await resident.type('议题，一句话', AMENDED);
  await resident.type('怎么回事，希望怎么办', '两个不够，装四个，承重要够。');
  await resident.tap('提交修改');
  await resident.see('第 2 版');
  await stage.world().system.settle();
  await resident.open(topicPage(topicId));
  await resident.tap('看历次版本');
  await resident.see('东侧长廊装两个晾衣架，省得晾在健身器材上。');
  expect((await inboxOf('neighbour1')).join()).toContain('改了写法');
});

step('has a comment hidden by the community with the reason, for everybody but who wrote it', async () => {
  await council.move('neighbour3', commentTopic, topicId, { words: '二号楼的老张家电话我知道，去问他。' });
  await stage.world().system.settle();
  const worker = await arrive('worker');
  await worker.open(topicPage(topicId));
  await worker.tap(/^不再显示：/);
  await worker.type('为什么不显示', '写了别人家的事');
  await worker.tap('不再显示这条意见');
  await worker.see('这条意见已不再显示');
  await resident.open(topicPage(topicId));
  await resident.see('这条意见已不再显示');
  expect(await resident.has(/老张家/)).toBe(false);
});

step('takes in another that is like it: those who backed either hear of every later step', async () => {
  likeId = await propose('neighbour2', LIKE, '晾衣的地方不够，长廊能不能装几个。');
  await council.move('elder', secondTopic, likeId);
  await secretary.open(topicPage(likeId));
  await secretary.tap('初审');
  await secretary.tap(/^合并/);
  await secretary.tap(new RegExp(`^${AMENDED}`));
  await secretary.type('理由', '说的是同一件事');
  await looksWell(secretary, 'merge');
  await secretary.tap('合并');
  await secretary.see('看并入的那一件');
  await resident.open(topicPage(topicId));
  await resident.see(`${LIKE}（带来 1 人附议）`);
  await council.move('secretary', acceptTopic, topicId);
  for (const who of ['elder', 'neighbour2', 'neighbour1', 'resident'])
    expect([who, (await inboxOf(who)).join()]).toEqual([
      who,
      expect.stringContaining(`议题已受理：议题「${AMENDED}」`),
    ]);
});

step(
  'is called online, as the rules now allow; delegates answer, name a substitute, keep it in a calendar',
  async () => {
    farId = await propose('neighbour1', FAR, '出门走得太远，希望往南移五十米。');
    await council.move('secretary', acceptTopic, farId);
    await stage.world().system.settle();
    await secretary.open(app(`council/pages/call/index?compound=${stage.world().places.main.id}&topic=${topicId}`));
    await secretary.tap(new RegExp(`^${FAR}`));
    await secretary.type('开会地点', '腾讯会议 123-456-789');
    await secretary.tap(/^线上开会/);
    await looksWell(secretary, 'call');
    await secretary.tap('召集会议，通知四方');
    await secretary.see('线上会议');
    sessionId = new URL(secretary.page.url()).searchParams.get('id') ?? '';
    const director = await arrive('director');
    await director.open(app(`council/pages/session/index?id=${sessionId}`));
    await director.tap('不参加');
    await director.see('您已答复：不参加');
    await director.tap('指定代表参会');
    await director.type('对方的手机号', phoneOf('neighbour3'));
    await looksWell(director, 'substitute');
    await director.tap('指定');
    await director.sheetGone();
    await director.see(/萧\*\*（指定代表）/);
    const kept = director.page.waitForEvent('download');
    await director.tap('加到日历');
    const calendar = await readFile(await (await kept).path(), 'utf8');
    expect(calendar).toContain('BEGIN:VEVENT');
    expect(calendar).toContain('腾讯会议 123-456-789');
    expect((await inboxOf('neighbour3')).join()).toContain('请您代为参加四方共议');
  },
);

step('is signed into by a code that has an end, with an observer, and goes on after it was adjourned', async () => {
  const { startsAt } = await council.session(sessionId);
  await until(startsAt - HOUR / 2);
  const photographed = await council.codeOf(sessionId);
  await until(startsAt);
  await expect(council.sit('branch', signIn, sessionId, { code: photographed })).rejects.toMatchObject({
    code: 'sign-in-code-wrong',
  });
  await council.sit('neighbour3', answerInvitation, sessionId, { coming: true });
  await signInAll();
  expect((await council.session(sessionId)).topics).toEqual([AMENDED, FAR]);
  chair = await arrive('secretary', WALL);
  await chair.open(app(`council/pages/chair/index?id=${sessionId}`));
  await chair.tap('请人列席');
  await chair.type('姓名', '样民警');
  await chair.type('单位', '派出所');
  await chair.tap('请人列席');
  await chair.see('派出所 样**');
  await chair.tap('开会');
  await chair.tap(new RegExp(`^议下一题：`));
  await chair.tap('休会');
  await chair.type('为什么休会', '停电了');
  await chair.tap('休会');
  await chair.sheetGone();
  await chair.see(/停电了/);
  await looksWell(chair, 'adjourned');
  // Another day: whoever is there then signs in again, and the topic is taken up before them.
  await until((await stage.world().system.clock.now()) + DAY);
  await chair.tap('继续开会');
  await chair.see(/换了一天或签到超过 12 小时，请到会的各方重新签到/);
  await looksWell(chair, 'sign-anew');
  await signInAll();
  await chair.tap(new RegExp(`^议下一题：`));
  // Who signed in with a phone speaks with it; whose phone gave out is signed in by the chair first.
  await chair.tap('代签到');
  await chair.tapOn(chair.page.getByRole('dialog').getByRole('radio', { name: '物业' }));
  await chair.type('姓名', '样经理');
  await chair.tapOn(chair.page.getByRole('dialog').getByRole('button', { name: '代签到' }));
  await chair.sheetGone();
  await chair.tap(/^请各方表态/);
  await chair.tap('物业');
  await chair.tap('同意');
  await chair.type('理由', '物业经理的手机没电了，口头同意。');
  await looksWell(chair, 'hear');
  await chair.tap('提交表态');
  await chair.sheetGone();
  await chair.see(/主持人代录/);
  expect((await inboxOf('manager')).join()).toContain('会议继续');
});

step(
  'comes to all four by consensus; what is beyond the compound goes to the street, which answers for it',
  async () => {
    const agree = { topicId, stance: 'agree', reasons: '支持。' };
    for (const who of ['worker', 'neighbour3']) await council.sit(who, statePosition, sessionId, agree);
    await council.sit('secretary', statePosition, sessionId, { ...agree, party: 'party-branch' });
    await chair.tap('议定');
    await chair.type('议定事项', '东侧长廊装四个晾衣架，物业安装。');
    await chair.tap('加一项任务');
    await chair.type('办什么', '买晾衣架并装好');
    await chair.tapOn(chair.page.getByRole('dialog').getByRole('radio', { name: '物业' }));
    await chair.type('分几步（一行一步）', '量尺寸\n上墙');
    const dueAt = (await stage.world().system.clock.now()) + 30 * DAY;
    await chair.page.getByLabel('哪天办完').fill(isoDate(dueAt));
    await looksWell(chair, 'conclude');
    await chair.tap('记下议定事项');
    await chair.tap(`议下一题：${FAR}`);
    await chair.tap('留待或报街道');
    await chair.tap(/^报街道/);
    await chair.type('原因', '要和公交公司商量。');
    await chair.tap('记下');
    await chair.tap('散会');
    await chair.tap('散会');
    const street = await arrive('street', DESK);
    await stage.world().system.settle();
    await street.open(app('council/pages/below/index'));
    await street.tap(new RegExp(FAR));
    await street.tap('写办理情况');
    await street.type('办得怎样了', '已约公交公司下周三来看。');
    await looksWell(street, 'report');
    await street.tap('写下办理情况');
    await street.sheetGone();
    await stage.world().system.settle();
    const asked = await arrive('neighbour1');
    await asked.open(topicPage(farId));
    await asked.see('已约公交公司下周三来看。');
    const told = (await inboxOf('neighbour1')).filter((words) => words.includes(FAR)).join();
    expect(told).toContain('议题已上报');
    expect(told).toContain('有监督意见');
    const office = await arrive('propertyOffice');
    await office.open(topicPage(farId));
    await office.see('四方没有议定，由街道接着办');
  },
);

step('has minutes that a party without a phone confirms on paper, and an objection handed in on paper', async () => {
  await chair.tap('送各方确认');
  await chair.tap('送各方确认');
  await chair.sheetGone();
  for (const who of ['worker', 'neighbour3', 'manager']) await council.sit(who, confirmMinutes, sessionId);
  const phone = await arrive('secretary');
  await phone.open(app(`council/pages/chair/index?id=${sessionId}`));
  await phone.tap('代录确认');
  await phone.tap('党组织');
  await phone.type('姓名', '样支书');
  await looksWell(phone, 'confirm-for');
  await phone.tapOn(phone.page.getByRole('dialog').getByRole('button', { name: '代录确认' }));
  await phone.sheetGone();
  expect((await council.session(sessionId)).minutes?.confirmations.at(-1)).toMatchObject({
    name: '样**',
    byChair: true,
  });
  await stage.world().system.settle();
  const { notice } = await council.sit('secretary', publishNotice, sessionId);
  expect((notice?.endsAt ?? 0) - (notice?.publishedAt ?? 0)).toBe(10 * DAY);
  const worker = await arrive('worker');
  await worker.open(app(`council/pages/notice/index?id=${sessionId}`));
  await worker.tap('录入书面异议');
  await worker.type('异议的内容', '晾衣架挡了老人晒太阳的地方。');
  await worker.type('提出人的署名', '样大爷');
  await looksWell(worker, 'on-paper');
  await worker.tap('录入');
  await worker.sheetGone();
  await worker.see('书面提交');
  const [objectionRev = 0] = (await council.session(sessionId)).openObjections;
  await council.sit('secretary', answerObjection, sessionId, { objectionRev, words: '往北挪一米。' });
  await until((notice?.endsAt ?? 0) + HOUR / 2);
});

step('is carried out step by step with a photo, and looked after by the residents’ committee', async () => {
  const manager = await arrive('manager');
  await manager.open(topicPage(topicId));
  await manager.tap('记进展：买晾衣架并装好');
  await manager.type('办到哪一步了？', '尺寸量好了。');
  await manager.tap('量尺寸');
  await manager.give(/拍照片/, photo('lamp-broken'));
  await manager.one(/^照片 1$/);
  await looksWell(manager, 'progress');
  await manager.tap('提交进展');
  await manager.sheetGone();
  await manager.see('量尺寸（已做完）');
  const worker = await arrive('worker');
  await worker.open(topicPage(topicId));
  await worker.tap('写监督意见');
  await worker.type('看到了什么，要怎么改', '离消防栓太近，往北挪一米。');
  await worker.tap('发出监督意见');
  await worker.sheetGone();
  expect((await inboxOf('manager')).join()).toContain('有监督意见');
  expect((await inboxOf('elder')).join()).toContain('有监督意见');
});

step('has a record in which a step that was changed behind everybody’s back is found on anybody’s phone', async () => {
  const record = app(`council/pages/record/index?topicId=${topicId}`);
  await resident.open(record);
  await resident.see('记录完整');
  const { system } = stage.world();
  const { pk, sk } = keys.topicStep(topicId, 2);
  await awsJson(system.tableUrl, 'DynamoDB_20120810.UpdateItem', {
    TableName: system.operatorEnv['TABLE_NAME'],
    Key: { pk: { S: pk }, sk: { S: sk } },
    UpdateExpression: 'SET #at = :at',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':at': { N: String(await system.clock.now()) } },
  });
  await resident.open(record);
  await resident.see('第 2 步对不上');
  await looksWell(resident, 'tampered');
  for (const screen of [secretary, chair, resident]) expect(screen.faults).toEqual([]);
});
