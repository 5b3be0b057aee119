import { render, screen } from '@testing-library/react';
import { listParticipation } from '@gongyi/shared/votes/contract-log';
import { listVoteObjections, objectToVote } from '@gongyi/shared/votes/contract-result';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { tallyOf, verdictOf, withSilence } from '@gongyi/shared/votes/assembly-rules';
import type { Counted, Measure } from '@gongyi/shared/votes/assembly-rules';
import type { ReservedMatter } from '@gongyi/shared/votes/matters';
import type { VoteResult } from '@gongyi/shared/votes/vote';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { aMatter, aVote, anElection } from '../../../../test/vote-samples';
import ResultPage from '.';

let api: ReturnType<typeof fakeApi>;
const ROOT = 'cd'.repeat(32);

/** Counted by the rules themselves, so that the screen is held to the law and not to a guess of it. */
const questionOf = (kind: ReservedMatter, id: string, all: Measure, counted: readonly Counted[]) => {
  const tally = tallyOf(all, id, counted);
  const [matterId = '', candidateId] = id.split('.');
  return {
    questionId: id,
    matterId,
    ...(candidateId === undefined ? {} : { candidateId }),
    tally,
    ...verdictOf(kind, tally),
  };
};
const resultOf = (part: Partial<VoteResult>): VoteResult => ({
  at: Date.now(),
  questions: [],
  elections: [],
  ballots: { phone: 2, proxy: 0, paper: 1, spoiled: 1 },
  log: { size: 5, root: ROOT },
  ...part,
});
const show = async (part: Partial<VoteView>, query: Record<string, string> = {}) => {
  openWith({ id: 'v1', ...query });
  api.on(getVote, () => aVote({ status: 'published', publishedAt: Date.now(), ...part }));
  await after(() => void render(<ResultPage />));
  await after(() => undefined);
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
  api.on(listVoteObjections, () => ({ items: [], mayObject: true, mayAnswer: false }));
});

it('says what is missing when the area is a hundredth of a square metre short of two thirds', async () => {
  const all = { area: 30_000, heads: 3 };
  const counted = [
    { area: 10_000, choices: { m1: 'for' as const } },
    { area: 9_999, choices: { m1: 'for' as const } },
  ];
  await show({ result: resultOf({ questions: [questionOf('property-company-hiring', 'm1', all, counted)] }) });
  expect(screen.getByText('征求意见')).toBeTruthy();
  expect(screen.getByText('参与不足，没有形成决定')).toBeTruthy();
  expect(screen.getByText('参与面积 66.66%')).toBeTruthy();
  expect(screen.getByText('199.99㎡ / 300.00㎡')).toBeTruthy();
  expect(screen.getByText('须达到三分之二 · 差 0.01㎡')).toBeTruthy();
  expect(screen.getByText('参与人数 66.66%')).toBeTruthy();
  expect(screen.getByText('须达到三分之二 · 达到')).toBeTruthy();
  expect(screen.getByText(/民法典第二百七十八条第一款第\(四\)项/)).toBeTruthy();
});

it('shows exactly three quarters as reached, and the tally with the silent only beside it', async () => {
  const all = { area: 4_000, heads: 4 };
  const counted = [1, 2, 3, 4].map((one) => ({
    area: 1_000,
    choices: { m1: one < 4 ? ('for' as const) : ('against' as const) },
  }));
  const question = questionOf('rebuilding', 'm1', all, counted);
  await show({ result: resultOf({ questions: [question] }), matterList: [aMatter({ kind: 'rebuilding' })] });
  expect(screen.getByText('通过')).toBeTruthy();
  expect(screen.getAllByText('须达到四分之三 · 达到')).toHaveLength(2);
  expect(screen.queryByText(/没投票的随多数/)).toBeNull();
});

it('gives the tally with the silent where the rules have it', async () => {
  const all = { area: 9_000, heads: 9 };
  const counted = [1, 2, 3].map(() => ({ area: 1_000, choices: { m1: 'for' as const } }));
  const question = questionOf('other-major', 'm1', all, counted);
  const tally = withSilence(question.tally);
  const beside = { ...question, withSilence: { tally, outcome: 'passed' as const } };
  await show({ result: resultOf({ questions: [beside] }) });
  expect(screen.getByText('参与不足，没有形成决定')).toBeTruthy();
  expect(screen.getByText('按本小区议事规则，没投票的随多数')).toBeTruthy();
  expect(screen.getByText(/法定结论以上面为准/)).toBeTruthy();
});

it('names who was elected, with the votes of each', async () => {
  const all = { area: 3_000, heads: 3 };
  const counted = [
    { area: 1_000, choices: { 'm2.c1': 'for' as const, 'm2.c2': 'abstain' as const } },
    { area: 1_000, choices: { 'm2.c1': 'for' as const, 'm2.c2': 'against' as const } },
  ];
  const questions = ['m2.c1', 'm2.c2'].map((id) => questionOf('committee-election', id, all, counted));
  await show({
    matterList: [anElection()],
    result: resultOf({
      questions,
      elections: [{ matterId: 'm2', outcome: 'elected', elected: ['c1'], alternates: [], tied: [] }],
    }),
  });
  expect(screen.getByText('选出了全部名额')).toBeTruthy();
  expect(screen.getByText('同意 2 人 · 20.00㎡')).toBeTruthy();
  await tap('看李示例的全部数字');
  expect(screen.getByText('未通过')).toBeTruthy();
});

it('compares the root with the one that was scanned', async () => {
  await show({ result: resultOf({}) }, { root: ROOT });
  expect(screen.getByText('和您扫到的公告一致')).toBeTruthy();
  await tap('在浏览器里核对');
  expect(done.at(-1)?.options).toEqual({ url: `/votes/pages/verify/index?vote=v1&root=${ROOT}` });
});

it('warns of a root that is another', async () => {
  await show({ result: resultOf({}) }, { root: 'ee'.repeat(32) });
  expect(screen.getByText(/和您扫到的公告不一致/)).toBeTruthy();
});

it('shows owners which homes took part, and nobody else', async () => {
  await show({ result: resultOf({}), mayInspect: false });
  expect(screen.queryByText('哪些房子参与了')).toBeNull();
});

it('shows homes that took part on a tap', async () => {
  api.on(listParticipation, () => ({
    items: [
      { line: 1, homes: [{ homeId: 'jn.s01.c01.x01.b1.e1.h101', name: '1号楼101' }], area: 9_000, tookPart: true },
    ],
  }));
  await show({ result: resultOf({}) });
  expect(api.asked(listParticipation)).toHaveLength(0);
  await tap('看名单');
  expect(screen.getByText('1号楼101')).toBeTruthy();
  expect(screen.getByText('参与了')).toBeTruthy();
});

it('takes an objection once it says something', async () => {
  await show({ result: resultOf({}) });
  await tap('我有异议');
  await tap('提交异议', sheet());
  expect(sheet().getByText('请写明您的异议')).toBeTruthy();
  expect(api.asked(objectToVote)).toHaveLength(0);
  await write('您的异议', '3号楼的面积不对', sheet());
  const item = {
    id: 'o1',
    at: Date.now(),
    signature: '3号楼 王**',
    words: '3号楼的面积不对',
    wordsState: 'clear' as const,
    mine: true,
  };
  const listed = { items: [item], mayObject: true, mayAnswer: false };
  api.on(objectToVote, () => listed);
  api.on(listVoteObjections, () => listed);
  await tap('提交异议', sheet());
  expect(api.asked(objectToVote)[0]?.body).toEqual({ words: '3号楼的面积不对' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('等答复')).toBeTruthy();
});

it('shows further objections when asked', async () => {
  const about = { at: Date.now(), signature: '3号楼 王**', wordsState: 'clear' as const, mine: false };
  const flags = { mayObject: false, mayAnswer: false };
  api.on(listVoteObjections, ({ query }) =>
    query.cursor === 'next'
      ? { items: [{ ...about, id: 'o2', words: '票数不对' }], ...flags }
      : { items: [{ ...about, id: 'o1', words: '面积不对' }], cursor: 'next', ...flags },
  );
  await show({ result: resultOf({}) });
  expect(screen.queryByText('票数不对')).toBeNull();
  await tap('看更多');
  expect(screen.getByText('面积不对')).toBeTruthy();
  expect(screen.getByText('票数不对')).toBeTruthy();
  expect(screen.queryByText('看更多')).toBeNull();
});

it('says that there is no result yet', async () => {
  await show({ status: 'open' });
  expect(screen.getByText('结果还没有公布。')).toBeTruthy();
});
