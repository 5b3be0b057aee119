import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { listRegister } from '@gongyi/shared/votes/contract-paper';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import type { Choice } from '@gongyi/shared/votes/ballot';
import { checkNomination, listNominations, nominate, publishVote } from '@gongyi/shared/votes/contract-preparing';
import type { AskedMatter } from '../world/electorate';
import { memberOf } from '../demo/cast';
import type { CastKey } from '../demo/cast';
import { picturedIn } from './look';
import { DESK } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';
import { verifyOutside, votesOf } from './votes';
import type { Paper } from './votes';

/** Owners put forward, check and elect a committee of five with one to stand by; its end is put off, and it is witnessed. */
const step = tellStory();
const stage = setStage();
const { arrive, until, later } = stage;
const votes = votesOf(stage.world);
const TITLE = '选举第二届业主委员会';
const ELECTION: AskedMatter = {
  kind: 'committee-election',
  title: TITLE,
  words: '从候选人中选出委员五名、候补一名，任期三年。',
  election: { seats: 5, alternates: 1 },
};
/** In the order they stand on the ballot; the resident puts themself forward on the page. */
const STANDING = ['resident', 'steward', 'director', 'member', 'neighbour1', 'neighbour2', 'neighbour3'] as const;
const NOT_ELIGIBLE = 'elder';
const nameOf = (who: CastKey): string => memberOf(who).name;
let voteId = '';
let desk: Screen;
let resident: Screen;
let papers: Paper[] = [];

const at = (page: string, name = 'id'): string =>
  `${stage.world().system.appUrl}/votes/pages/${page}/index?${name}=${voteId}`;
const pictured = picturedIn('election');

/** For the first three always, and for two of the next three: 27, 25 and 22 of 37; for the last never. */
const chosenOn = (index: number): readonly number[] => [
  0,
  1,
  2,
  ...(index < 15 ? [3, 4] : index < 27 ? [3, 5] : [4, 5]),
];

step('calls for nominations until a day', async () => {
  const scope = { kind: 'compound' };
  voteId = await votes.draft({ title: TITLE, scope, matters: [ELECTION] }, 'election-group');
  desk = await arrive('worker', DESK);
  await desk.open(at('desk-vote'));
  await desk.tap('推选候选人');
  await desk.see(/业主从现在起可以自荐或联名推荐/);
  await desk.tap('开始推选');
  await desk.see('已开始推选，业主会收到通知');
});

step('takes who puts themself forward, with words of their own', async () => {
  resident = await arrive('resident');
  await resident.open(at('nominate', 'vote'));
  await resident.tap('报名或推荐');
  await resident.tap(/^我自己/);
  await resident.type('候选人姓名', nameOf('resident'));
  await resident.type('介绍', '住了八年，做过会计，愿意把账目公开讲清楚。');
  await pictured(resident, 'nominate');
  await resident.tap('提交');
  await resident.see('等资格审查');
  for (const who of [...STANDING.slice(1), NOT_ELIGIBLE] as const) {
    const caller = await votes.as(who);
    const path = memberOf(who).owns?.path ?? '';
    const homeId = `${stage.world().places.main.id}.${path}`;
    const about = { name: nameOf(who), homeId, about: `我是${nameOf(who)}，愿意为小区出力。` };
    await caller.send(nominate, { params: { voteId }, body: { matterId: 'm1', by: 'self', ...about } });
  }
  await stage.world().system.settle();
});

step('has every nomination checked by the community, a refusal with its reason', async () => {
  await desk.open(at('desk-nominations'));
  await desk.tap(`符合条件 ${nameOf('resident')}`);
  await desk.tap('符合条件');
  await desk.see('已记下审查结果');
  await desk.tap(`不符合 ${nameOf(NOT_ELIGIBLE)}`);
  await desk.type('哪一条不符合', '本人说身体不允许，请另选他人。');
  await desk.tap('不符合');
  await desk.see('审查未通过');
  await pictured(desk, 'nominations');
  const worker = await votes.as('worker');
  for (const who of STANDING.slice(1)) {
    const { items } = await worker.send(listNominations, { params: { voteId } });
    const nominationId = items.find(({ name }) => name === nameOf(who))?.id ?? '';
    await worker.send(checkNomination, { params: { voteId, nominationId }, body: { eligible: true } });
  }
  await until(((await votes.view(voteId)).nominateUntil ?? 0) + MINUTE);
  const { matterList, status } = await votes.view(voteId);
  expect(status).toBe('draft');
  expect(matterList[0]?.election?.candidates.map(({ name }) => name).sort()).toEqual(STANDING.map(nameOf).sort());
});

step('is announced with its candidates, opens, and takes no more names in favour than there are seats', async () => {
  await stage.world().system.settle();
  const opensAt = (await stage.world().system.clock.now()) + 15 * DAY + MINUTE;
  await votes.move('worker', publishVote, voteId, { opensAt, closesAt: opensAt + 8 * DAY });
  await until(opensAt + MINUTE);
  resident = await arrive('resident');
  await resident.open(at('vote'));
  const choose = (who: CastKey, words: string): Promise<void> =>
    resident.tapOn(resident.page.getByRole('radiogroup', { name: nameOf(who) }).getByRole('radio', { name: words }));
  for (const who of STANDING.slice(0, 5)) await choose(who, '同意');
  await choose(STANDING[5], '同意');
  await resident.see(/最多同意 5 人/);
  await pictured(resident, 'ballot');
  for (const who of STANDING.slice(5)) await choose(who, '反对');
  await resident.tap('投出这一票');
  await resident.tap('投出这一票');
  await resident.see('回执码');
});

step(
  'ends later than announced, with the reason for everybody, and is witnessed on a device of one’s own',
  async () => {
    const before = (await votes.view(voteId)).closesAt ?? 0;
    desk = await arrive('worker', DESK);
    await desk.open(at('desk-vote'));
    await desk.tap('延长投票时间');
    await desk.type('理由', '参与的人还不够，多给一天。');
    await pictured(desk, 'extend');
    await desk.tap('公告延长');
    await desk.see('已延长，业主会收到通知');
    await later(2 * MINUTE);
    const branch = await arrive('branch', DESK);
    await branch.open(at('desk-log'));
    await branch.tap('生成钥匙并登记');
    await branch.see('钥匙已登记');
    await later(2 * MINUTE);
    await branch.open(at('desk-log'));
    await branch.tap('核对并签名');
    await branch.see(/^已核对并签到第/);
    await pictured(branch, 'witness');
    await until(before + MINUTE);
    expect((await votes.state(voteId)).status).toBe('open');
  },
);

step('elects five and one to stand by, in the order of their votes', async () => {
  const worker = await votes.as('worker');
  const lines: RegisterLine[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { limit: '50', ...(cursor === undefined ? {} : { cursor }) };
    const page = await worker.send(listRegister, { params: { voteId }, query });
    lines.push(...page.items);
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  const own = (await votes.mine('resident', voteId))[0]?.line;
  const candidates = (await votes.view(voteId)).matterList[0]?.election?.candidates ?? [];
  const answers = (index: number): Record<string, Choice> =>
    Object.fromEntries(
      candidates.map(({ id, name }) => {
        const place = STANDING.findIndex((who) => nameOf(who) === name);
        return [`m1.${id}`, chosenOn(index).includes(place) ? 'for' : 'against'];
      }),
    );
  papers = lines
    .filter(({ line }) => line !== own)
    .slice(0, 37)
    .map(({ homes }, index) => ({
      home: (homes[0]?.homeId ?? '').slice(stage.world().places.main.id.length + 1),
      serial: index + 1,
      says: { kind: 'choices', choices: answers(index) },
    }));
  await votes.collect(voteId, papers);
  await until(((await votes.view(voteId)).closesAt ?? 0) + MINUTE);
  await votes.count(voteId, papers);
  await later(2 * MINUTE);
  const { result, matterList } = await votes.view(voteId);
  const named = (ids: readonly string[] = []) =>
    ids.map((id) => matterList[0]?.election?.candidates.find((one) => one.id === id)?.name);
  const election = result?.elections[0];
  expect(election?.outcome).toBe('elected');
  expect(named(election?.elected).sort()).toEqual(STANDING.slice(0, 5).map(nameOf).sort());
  expect(named(election?.elected).slice(3)).toEqual([nameOf('member'), nameOf('neighbour1')]);
  expect(named(election?.alternates)).toEqual([nameOf('neighbour2')]);
  const visitor = await arrive(undefined);
  await visitor.open(at('result'));
  await visitor.see(nameOf('neighbour2'));
  await pictured(visitor, 'result');
  const file = await visitor.keep('下载数据包');
  expect((await verifyOutside(file, result?.log.root ?? '')).stdout).toContain('✓ 核对无误');
  expect(visitor.faults).toEqual([]);
});

step('can fill empty seats later: so many of the committee’s, and the ballot says so', async () => {
  await desk.open(`${stage.world().system.appUrl}/votes/pages/desk/index`);
  await desk.tap('发起表决');
  await desk.type('这次表决叫什么', '补选第二届业主委员会委员');
  await desk.tap(/^业委会换届小组/);
  await desk.tap(/^全小区业主/);
  await desk.tap(/^选举、更换业委会/);
  await desk.type('事项名称', '补选委员两名');
  await desk.type('表决内容，逐字写明', '两名委员辞职，从候选人中补选两名。');
  await desk.tap(/^补选/);
  await desk.type('业委会共有委员几名', '5');
  await desk.type('这次补选几名', '6');
  await desk.see('至少 1 名，不超过业委会的委员人数');
  await desk.type('这次补选几名', '2');
  await desk.type('候补几名', '0');
  await pictured(desk, 'empty-seats');
  await desk.tap('存为草稿');
  await desk.see('核对各项检查，都通过了就能发布公告');
  await pictured(desk, 'empty-seats-draft');
});
