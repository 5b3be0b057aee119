import { act, render, screen } from '@testing-library/react';
import { castBallot, disownPaper, getBallotsState, getMyLines, nameVoter } from '@gongyi/shared/votes/contract-ballots';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import { signPetition } from '@gongyi/shared/votes/contract-preparing';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { done, openWith, reset, setNetwork } from '../../../../test/taro-stub';
import { aBallotsState, aCast, aLine, aMatter, aVote, anElection } from '../../../../test/vote-samples';
import { startNetwork } from '../../../platform/network';
import { readStored } from '../../../platform/storage';
import { forgetSession } from '../../../platform/session-token';
import { BallotDraft } from '../../ballot-draft';
import VotePage from '.';

let api: ReturnType<typeof fakeApi>;
const show = async (part: Partial<VoteView> = {}, lines: MyLine[] = [aLine()]) => {
  openWith({ id: 'v1' });
  api.on(getVote, () => aVote(part));
  api.on(getMyLines, () => ({ status: part.status ?? 'open', lines }));
  api.on(getBallotsState, () => aBallotsState({ status: part.status ?? 'open' }));
  const page = render(<VotePage />);
  await screen.findByText('换物业，装电梯');
  await after(() => undefined);
  return page;
};
const choice = (name: string, group: string) =>
  screen
    .getByRole('radiogroup', { name: group })
    .querySelectorAll<HTMLElement>('[role=radio]')
    .item(['同意', '反对', '弃权'].indexOf(name));
const choose = (name: string, group = '选聘新的物业公司') => after(() => choice(name, group).click());
const choosing = () =>
  screen.getAllByRole('radio', { hidden: true }).filter((one) => one.getAttribute('aria-checked') === 'true');

/** What this device keeps of the ballot. */
const kept = () => readStored('draft.ballot.p1.v1.7', BallotDraft);

beforeAll(startNetwork);
beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

describe('the ballot', () => {
  it('says what it is, until when in full, what is counted and how it passes', async () => {
    await show({ closesAt: Date.parse('2099-12-05T18:00:00+08:00') });
    expect(screen.getByText('征求意见')).toBeTruthy();
    expect(screen.getByText('截止 2099年12月5日（周六）18:00')).toBeTruthy();
    expect(screen.getByText('2 套 · 186.42㎡ · 1 人')).toBeTruthy();
    expect(screen.getByText('1号楼1单元101室')).toBeTruthy();
    expect(screen.getByText('参与须达到三分之二，同意须超过参与者的一半，面积和人数都要达到')).toBeTruthy();
    expect(screen.getByText('面积 66.6%')).toBeTruthy();
    expect(screen.getByText('还没到三分之二')).toBeTruthy();
    expect(screen.getByText('34,812.49㎡ / 52,218.75㎡')).toBeTruthy();
    expect(screen.getByText('人数 67.8%')).toBeTruthy();
    expect(screen.getByText('已过三分之二')).toBeTruthy();
    expect(screen.getByText(/结果截止后开箱公布/)).toBeTruthy();
  });

  it('calls a vote with legal force by its name, with what gives it that', async () => {
    const rules = { ...DEFAULT_VOTING_RULES, legalForce: 'designated' as const, designatedBy: '区住建局〔2026〕8号' };
    await show({ legalForce: 'designated', rules: { version: 2, rules } });
    expect(screen.queryByText('征求意见')).toBeNull();
    expect(screen.getByText('依据：区住建局〔2026〕8号')).toBeTruthy();
  });

  it('preselects nothing, and the three look alike', async () => {
    await show();
    expect(choosing()).toHaveLength(0);
    const classes = ['同意', '反对', '弃权'].map((name) => choice(name, '选聘新的物业公司').className);
    expect(new Set(classes).size).toBe(1);
  });

  it('can be cast only when everything is answered', async () => {
    await show({ matterList: [aMatter(), aMatter({ id: 'm2', title: '装电梯', kind: 'rebuilding' })] });
    expect(screen.queryByRole('button', { name: '投出这一票' })).toBeNull();
    await choose('同意');
    await tap('还有 1 项没选');
    expect(screen.getByText('这一项还没选')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(done.at(-1)).toMatchObject({ name: 'pageScrollTo', options: { selector: '#q-m2' } });
    await choose('弃权', '装电梯');
    expect(screen.getByRole('button', { name: '投出这一票' })).toBeTruthy();
  });

  it('repeats every choice and area once, and is recorded only when the server says so', async () => {
    await show();
    await choose('反对');
    await tap('投出这一票');
    expect(sheet().getByText('2 套 · 186.42㎡ · 1 人')).toBeTruthy();
    expect(sheet().getByText('反对')).toBeTruthy();
    expect(sheet().getByText('投出后不能更改。')).toBeTruthy();
    // The notice on the page says it, and the sheet once more.
    expect(screen.getAllByText(/按面积列出每一票的选择/)).toHaveLength(2);
    expect(sheet().getByText(/按面积列出每一票的选择/)).toBeTruthy();
    expect(api.asked(castBallot)).toHaveLength(0);
    api.on(castBallot, () => aCast());
    await tap('投出这一票', sheet());
    expect(api.asked(castBallot)[0]?.body).toEqual({ choices: { m1: 'against' }, seen: 0 });
    expect(done.at(-1)).toEqual({
      name: 'navigateTo',
      options: { url: '/votes/pages/receipt/index?vote=v1&line=7&just=1' },
    });
    expect(kept()).toBeUndefined();
  });

  it('shows a lost answer as unknown, locks the choices, and asks again under the same key', async () => {
    await show();
    await choose('同意');
    await tap('投出这一票');
    api.on(castBallot, () => undefined);
    await tap('投出这一票', sheet());
    expect(screen.getByText('还不知道有没有记上')).toBeTruthy();
    expect(screen.queryByText('已记录')).toBeNull();
    await choose('反对');
    expect(choice('同意', '选聘新的物业公司').getAttribute('aria-checked')).toBe('true');
    api.on(castBallot, () => aCast());
    await tap('现在再问');
    const [lost, again] = api.asked(castBallot);
    expect(again?.key).toBe(lost?.key);
    expect(again?.body).toEqual(lost?.body);
    expect(done.at(-1)?.name).toBe('navigateTo');
  });

  it('still does not know after the app was closed, and asks as soon as there is a network again', async () => {
    const { unmount } = await show();
    await choose('同意');
    await tap('投出这一票');
    api.on(castBallot, () => undefined);
    await tap('投出这一票', sheet());
    unmount();
    await after(() => void render(<VotePage />));
    expect(await screen.findByText('还不知道有没有记上')).toBeTruthy();
    api.on(castBallot, () => aCast());
    await after(() => setNetwork(false));
    await after(() => setNetwork(true));
    const keys = api.asked(castBallot).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  it('says that it was not recorded when it was refused, keeps the choices, and begins a new casting', async () => {
    await show();
    await choose('同意');
    await tap('投出这一票');
    api.on(castBallot, () => refuse('vote-closed'));
    await tap('投出这一票', sheet());
    expect(screen.getByText(/^没有记上：/)).toBeTruthy();
    expect(choice('同意', '选聘新的物业公司').getAttribute('aria-checked')).toBe('true');
    await tap('投出这一票');
    await tap('投出这一票', sheet());
    const [first, second] = api.asked(castBallot);
    expect(second?.key).not.toBe(first?.key);
  });

  it('still says so once another device has cast the ballot, and keeps nothing of the choices', async () => {
    await show();
    await choose('反对');
    await tap('投出这一票');
    api.on(castBallot, () => {
      api.on(getMyLines, () => ({ status: 'open' as const, lines: [aLine({ state: 'cast', ballot: aCast() })] }));
      return refuse('already-cast');
    });
    await tap('投出这一票', sheet());
    expect(await screen.findByText('已记录')).toBeTruthy();
    expect(screen.getByText(/^没有记上：这一票已经投过了/)).toBeTruthy();
    expect(kept()).toBeUndefined();
  });

  it('keeps what is chosen on the device until it is cast', async () => {
    await show();
    await choose('弃权');
    await act(() => new Promise((resolve) => setTimeout(resolve, 320)));
    expect(kept()?.choices).toEqual({ m1: 'abstain' });
    expect(api.asked(castBallot)).toHaveLength(0);
  });

  it('counts the seats of an election and lets nobody agree to more', async () => {
    await show({ matterList: [anElection()] });
    await choose('同意', '选举业委会：王小样');
    expect(screen.getByText('已同意 1 人，最多 1 人')).toBeTruthy();
    await choose('同意', '选举业委会：李示例');
    expect(screen.getByText(/^最多同意 1 人。/)).toBeTruthy();
    expect(choice('同意', '选举业委会：李示例').getAttribute('aria-checked')).toBe('false');
    await tap('没选的都选弃权');
    expect(choice('弃权', '选举业委会：李示例').getAttribute('aria-checked')).toBe('true');
  });

  it('may be changed where the rules allow it, with the version that was seen', async () => {
    const rules = { ...DEFAULT_VOTING_RULES, mayChange: true };
    await show({ rules: { version: 1, rules } }, [aLine({ state: 'may-change', ballot: aCast() })]);
    expect(screen.getByText('已记录')).toBeTruthy();
    expect(choosing()).toHaveLength(0);
    await choose('反对');
    await tap('改投这一票');
    expect(sheet().getByText(/以前可以改，只算最后一次。$/)).toBeTruthy();
    api.on(castBallot, () => ({ ...aCast(), version: 2 }));
    await tap('投出这一票', sheet());
    expect(api.asked(castBallot)[0]?.body).toEqual({ choices: { m1: 'against' }, seen: 1 });
  });
});

describe('what is counted for the reader', () => {
  it('offers no choices once it is cast, only the receipt', async () => {
    await show({}, [aLine({ state: 'cast', ballot: aCast() })]);
    expect(screen.getByText('已记录')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    await tap('看回执');
    expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/receipt/index?vote=v1&line=7' });
  });

  it('gives several ballots a page each', async () => {
    await show({}, [aLine(), aLine({ line: 9, asProxy: true, homes: [], area: 8_000 })]);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('您受委托代投')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: '去投这一票' })).toHaveLength(2);
  });

  it('tells of a paper that was handed in, and takes it that it was not theirs', async () => {
    const paper = { serial: 12, deliveredAt: 1, returnedAt: Date.now(), mayDisown: true };
    await show({}, [aLine({ state: 'paper', paper })]);
    expect(screen.getByText('您家已交纸质票')).toBeTruthy();
    await tap('不是我投的');
    await write('说说情况', '当天全家在外地', sheet());
    api.on(disownPaper, () => aLine({ state: 'paper', paper: { ...paper, disownedAt: Date.now(), mayDisown: false } }));
    await tap('登记不是我投的', sheet());
    expect(api.asked(disownPaper)[0]?.body).toEqual({ words: '当天全家在外地' });
    expect(screen.getByText('已登记“不是我投的”，等工作人员核对')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '不是我投的' })).toBeNull();
  });

  it('lets co-owners name who votes', async () => {
    const naming = {
      people: [
        { personId: 'p1', name: '王小明', mine: true },
        { personId: 'p2', name: '李**', mine: false },
      ],
      named: 1,
      needed: 2,
    };
    await show({}, [aLine({ state: 'voter-unnamed', coOwners: 2, naming })]);
    expect(screen.getByText('2 位共有人，已有 1 位选定')).toBeTruthy();
    api.on(nameVoter, () => aLine({ state: 'may-cast', coOwners: 2 }));
    await tap('李**', screen, 'radio');
    await tap('就选这个人');
    expect(api.asked(nameVoter)[0]?.body).toEqual({ personId: 'p2' });
    expect(screen.getByRole('radiogroup', { name: '选聘新的物业公司' })).toBeTruthy();
  });

  it('shows a visitor the matter, and asks for a sign-in only to vote', async () => {
    forgetSession();
    await show({}, []);
    expect(screen.getByText('选聘示例物业服务有限公司，合同三年。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '登录投票' })).toBeTruthy();
    expect(api.asked(getMyLines)).toHaveLength(0);
  });

  it('shows what the works cost and what the reader’s home would pay', async () => {
    const fund = {
      works: '更换 2 号楼电梯',
      budget: 30_000_000,
      balance: 41_200_050,
      fromFund: 20_000_000,
      apportionment: 'by-area' as const,
    };
    const myShare = { homes: 2, area: 18_642, fromFund: 71_400, toPay: 35_700 };
    await show({ matterList: [aMatter({ kind: 'fund-use', fund, myShare })] });
    expect(screen.getByText('300,000 元')).toBeTruthy();
    expect(screen.getByText('412,000.50 元')).toBeTruthy();
    expect(screen.getByText('另交 357 元')).toBeTruthy();
    expect(screen.getByText('从您家的维修资金里出 714 元')).toBeTruthy();
  });
});

describe('before and after', () => {
  it('takes a signature of a petition', async () => {
    const petition = { signed: 80, needed: 112, heads: 560, until: Date.now() + 9e8 };
    await show({ status: 'collecting', petition, moves: ['sign'] }, []);
    expect(screen.getByText('80 / 112 人')).toBeTruthy();
    api.on(signPetition, () =>
      aVote({ status: 'collecting', petition: { ...petition, signed: 81 }, signedByMe: true, moves: ['sign'] }),
    );
    await tap('我要联名');
    expect(screen.getByText('81 / 112 人')).toBeTruthy();
    expect(screen.getByText('您家已联名')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '我要联名' })).toBeNull();
  });

  it('says when it begins, and offers no choices before', async () => {
    await show({ status: 'on-notice', opensAt: Date.now() + 9e8 });
    expect(screen.getByText(/^还没到投票时间，/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(api.asked(getMyLines)).toHaveLength(0);
  });

  it('says what does not exist and what may not be seen alike', async () => {
    openWith({ id: 'v9' });
    await after(() => void render(<VotePage />));
    expect(screen.getByText(/^没有找到这次表决/)).toBeTruthy();
  });
});

it('says that long work of a vote keeps failing and is tried again', async () => {
  await show({ status: 'tallying' });
  expect(screen.queryByText(/每十分钟自动再试/)).toBeNull();
  reset();
  api = fakeApi();
  openWith({ id: 'v1' });
  const status = 'tallying' as const;
  api.on(getVote, () => aVote({ status }));
  api.on(getMyLines, () => ({ status, lines: [] }));
  const progress = { work: 'tallying', done: 1, total: 3, stalled: true } as const;
  api.on(getBallotsState, () => aBallotsState({ status, progress }));
  render(<VotePage />);
  await after(() => undefined);
  expect(screen.getByText('系统出了故障，每十分钟自动再试。已投的票都在，不用重投。')).toBeTruthy();
});

it('leads to the record of the vote', async () => {
  await show();
  await tap(/^全程记录与核对/);
  expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/record/index?id=v1' });
});
