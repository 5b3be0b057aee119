import { render, screen } from '@testing-library/react';
import {
  acceptTopic,
  commentTopic,
  finishTopicTask,
  getTopic,
  hideTopicComment,
  listTopics,
  mergeTopic,
  progressTopic,
  rateTopic,
  redirectTopic,
  returnTopic,
  secondTopic,
  superviseTopic,
  withdrawTopic,
} from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { aTable, aTask, aTopic, aTopicRow, aTopicStep } from '../../../../test/topic-samples';
import TopicPage from '.';

let api: ReturnType<typeof fakeApi>;
const show = async (part: Partial<TopicView> = {}) => {
  openWith({ id: 't1' });
  api.on(getTopic, () => aTopic(part));
  await after(() => void render(<TopicPage />));
  await screen.findByText('从提出到办完');
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

describe('one topic', () => {
  it('offers exactly the moves the server allows', async () => {
    await show({ moves: ['comment'] });
    for (const name of ['我要附议', '初审', '修改', '撤回', '记进展', '写监督意见', '合并或转出这件议题'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getByLabelText('说说您的意见')).toBeTruthy();
  });

  it('takes a second, and says it is counted only when it is', async () => {
    await show({ moves: ['second'] });
    expect(screen.getByText('已有 4 人附议')).toBeTruthy();
    api.on(secondTopic, () => undefined);
    await tap('我要附议');
    expect(screen.getByText('已有 4 人附议')).toBeTruthy();
    api.on(secondTopic, () => aTopic({ seconds: 5, secondedByMe: true, rev: 4 }));
    await tap('我要附议');
    expect(screen.getByText('已有 5 人附议')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '我要附议' })).toBeNull();
    const [lost, again] = api.asked(secondTopic);
    expect(again?.body).toEqual({ rev: 3 });
    expect(again?.key).toBe(lost?.key);
  });

  it('says what happens next and until when', async () => {
    await show({
      screenBy: undefined,
      rules: { version: 1, rules: { ...aTopic().rules.rules, secondsBeforeScreening: 6 } },
    });
    expect(screen.getByText('再有 2 人附议，就开始初审')).toBeTruthy();
  });

  it('shows truthfully who has come, spoken, agreed', async () => {
    const [committee, branch, owners, property] = aTable();
    if (!committee || !branch || !owners || !property) throw new Error('a table has four sides');
    await show({
      status: 'scheduled',
      table: [
        { ...committee, signedIn: true, mark: 'signed-in' },
        { ...branch, signedIn: true, stance: 'agree', mark: 'agreed' },
        { ...owners, bodyName: '物业管理委员会', standIn: true, signedIn: true, stance: 'reserve', mark: 'spoken' },
        property,
      ],
    });
    expect(
      screen.getByRole('group', { name: '四方桌：居委会 已到,党组织 同意,业委会 已表态：保留意见,物业 未到' }),
    ).toBeTruthy();
    expect(screen.getByText('物业管理委员会代行')).toBeTruthy();
    expect(screen.getByText('2/4')).toBeTruthy();
    expect(screen.getByText('方已表态')).toBeTruthy();
  });

  it('asks once before withdrawing', async () => {
    await show({ mine: true, moves: ['amend', 'withdraw'] });
    api.on(withdrawTopic, () => aTopic({ status: 'withdrawn', mine: true }));
    await tap('撤回');
    expect(api.asked(withdrawTopic)).toHaveLength(0);
    await tap('撤回', sheet());
    expect(api.asked(withdrawTopic)).toHaveLength(1);
    expect(screen.getByText('提议人已撤回，不再往下走')).toBeTruthy();
  });

  it('says why what others were merged into is not taken back', async () => {
    await show({ mine: true, mergedFrom: ['t2'], moves: ['amend'] });
    expect(screen.queryByRole('button', { name: '撤回' })).toBeNull();
    expect(screen.getByText(/并入了别人的议题和附议，不能由一方撤回/)).toBeTruthy();
  });

  it('reads it anew when somebody else was faster', async () => {
    await show({ moves: ['second'] });
    api.on(secondTopic, () => refuse('changed-meanwhile'));
    api.on(getTopic, () => aTopic({ rev: 5, seconds: 9 }));
    await tap('我要附议');
    expect(await screen.findByText('已有 9 人附议')).toBeTruthy();
  });

  it('shows the words that were amended meanwhile instead of seconding them, and loses nothing written', async () => {
    await show({ moves: ['second', 'comment'] });
    await write('说说您的意见', '离楼远一点');
    api.on(secondTopic, () => refuse('amended-since'));
    api.on(getTopic, () => aTopic({ rev: 5, version: 2, words: '两个门都装', moves: ['second', 'comment'] }));
    await tap('我要附议');
    expect(await screen.findByText('两个门都装')).toBeTruthy();
    expect(screen.getByText('议题内容已修改，请看后再附议。')).toBeTruthy();
    expect(screen.getByDisplayValue('离楼远一点')).toBeTruthy();
    api.on(secondTopic, () => aTopic({ rev: 6, version: 2, secondedByMe: true }));
    await tap('我要附议');
    expect(api.asked(secondTopic).map(({ body }) => body)).toEqual([{ rev: 3 }, { rev: 5 }]);
  });

  it('says which version somebody seconded, once it was amended', async () => {
    await show({ secondedByMe: true, secondedVersion: 1, version: 1 });
    expect(screen.queryByText(/您附议的是/)).toBeNull();
    api.on(getTopic, () => aTopic({ secondedByMe: true, secondedVersion: 1, version: 3 }));
    await after(() => void render(<TopicPage />));
    expect(await screen.findByText(/您附议的是第 1 版.*现在是第 3 版/)).toBeTruthy();
  });

  it('keeps every version', async () => {
    await show({
      version: 2,
      timeline: [
        aTopicStep({ facts: { title: '北门装充电桩' }, words: '原来写的' }),
        aTopicStep({ rev: 2, kind: 'amended', facts: { title: '两个门都装', version: 2 }, words: '后来写的' }),
      ],
    });
    expect(screen.queryByText('原来写的')).toBeNull();
    await tap('看历次版本');
    expect(screen.getByText('原来写的')).toBeTruthy();
    expect(screen.getByText(/^第 1 版/)).toBeTruthy();
  });
});

describe('screening', () => {
  const moves: TopicView['moves'] = ['accept', 'merge', 'return', 'redirect'];

  it('accepts without a word, and shows how it stands', async () => {
    await show({ moves });
    api.on(acceptTopic, () => aTopic({ status: 'accepted' }));
    await tap('初审');
    await tap(/^受理/, sheet(), 'radio');
    await tap('受理这件议题', sheet());
    expect(api.asked(acceptTopic)[0]?.body).toEqual({ rev: 3 });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('已受理，待上会')).toBeTruthy();
  });

  it('wants a reason for sending it back', async () => {
    await show({ moves });
    api.on(returnTopic, () => aTopic({ status: 'returned', closedReason: '请写明装在哪儿' }));
    await tap('初审');
    await tap(/^退回/, sheet(), 'radio');
    await tap('退回修改', sheet());
    expect(sheet().getByText('请写明理由，提议人看得到')).toBeTruthy();
    expect(api.asked(returnTopic)).toHaveLength(0);
    await write('理由', '请写明装在哪儿', sheet());
    await tap('退回修改', sheet());
    expect(api.asked(returnTopic)[0]?.body).toEqual({ rev: 3, reason: '请写明装在哪儿' });
  });

  it('merges into another open topic, the likest first', async () => {
    await show({ moves });
    api.on(listTopics, ({ query }) => ({
      items:
        query['stage'] === 'gathering'
          ? [aTopicRow(), aTopicRow({ id: 't2', title: '修健身器材' })]
          : [aTopicRow({ id: 't3', title: '南门装充电桩', status: 'accepted' })],
    }));
    api.on(mergeTopic, () => aTopic({ status: 'merged', mergedInto: 't3' }));
    await tap('初审');
    await tap(/^合并/, sheet(), 'radio');
    const others = await sheet().findByRole('radiogroup', { name: '并到哪一件？' });
    expect(others.textContent).toMatch(/^南门装充电桩.*修健身器材/);
    expect(others.textContent).not.toContain('北门装电动车充电桩');
    await tap(/^南门装充电桩/, sheet(), 'radio');
    await write('理由', '说的是同一件事', sheet());
    await tap('合并', sheet());
    expect(api.asked(mergeTopic)[0]?.body).toEqual({ rev: 3, intoId: 't3', reason: '说的是同一件事' });
    expect(screen.getByRole('button', { name: '看并入的那一件' })).toBeTruthy();
  });

  it('offers the owners’ vote at once when the law leaves it to them', async () => {
    await show({ moves });
    api.on(acceptTopic, () => refuse('owners-decide', { item: 6, matter: '筹集维修资金' }));
    api.on(redirectTopic, () => aTopic({ status: 'redirected', redirectedTo: 'vote' }));
    await tap('初审');
    await tap(/^受理/, sheet(), 'radio');
    expect(sheet().queryByRole('button', { name: '转为业主表决' })).toBeNull();
    await tap('受理这件议题', sheet());
    await tap('转为业主表决', sheet());
    expect(api.asked(redirectTopic)[0]?.body).toMatchObject({ rev: 3, to: 'vote' });
    expect(screen.getByText('这件事依法由业主共同决定，转为业主表决')).toBeTruthy();
    await tap('看业主表决');
    expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/votes/index?topic=t1' });
    expect(screen.queryByRole('button', { name: '准备业主表决' })).toBeNull();
  });

  it('leads on to the vote that took it on, with how it stands', async () => {
    const votes = [
      { id: 'v1', number: '1128-KQMZ', title: '换电梯', status: 'open', legalForce: 'consultative' } as const,
    ];
    await show({ status: 'redirected', redirectedTo: 'vote', votes });
    expect(screen.getByText('正在投票')).toBeTruthy();
    expect(screen.getByText('1128-KQMZ · 征求意见')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '看业主表决' })).toBeNull();
    await tap(/^转为业主表决：换电梯/);
    expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/vote/index?id=v1' });
  });

  it('can be sent back, but not accepted, while its words are being checked', async () => {
    await show({ moves: ['merge', 'return', 'redirect'], wordsState: 'pending', words: undefined });
    await tap('初审');
    expect(sheet().getByText(/通过后才能受理/)).toBeTruthy();
    expect(sheet().queryByRole('radio', { name: /^受理/ })).toBeNull();
    expect(sheet().getByRole('radio', { name: /^退回/ })).toBeTruthy();
  });

  it('leaves an accepted topic to be merged or redirected, without making much of it', async () => {
    await show({ status: 'accepted', moves: ['merge', 'redirect'] });
    expect(screen.queryByRole('button', { name: '初审' })).toBeNull();
    await tap('合并或转出这件议题');
    expect(sheet().getByRole('radio', { name: /^转出/ })).toBeTruthy();
  });

  it('takes up what holds others although its proposer has not answered', async () => {
    await show({ status: 'returned', mergedFrom: ['t2'], moves: ['accept', 'merge', 'redirect'] });
    await tap('不等修改，受理、合并或转出');
    for (const verdict of [/^受理/, /^合并/, /^转出/])
      expect(sheet().getByRole('radio', { name: verdict })).toBeTruthy();
  });

  it('says so before it is refused, where the words name it', async () => {
    await show({ moves, title: '补交维修资金' });
    await tap('初审');
    await tap(/^受理/, sheet(), 'radio');
    expect(sheet().getByText('四方不能议定这件事')).toBeTruthy();
    expect(sheet().getByRole('button', { name: '转为业主表决' })).toBeTruthy();
  });
});

describe('carrying out', () => {
  const running = {
    status: 'carrying-out' as const,
    tasks: { done: 0, all: 1, overdue: 0 },
    taskList: [aTask()],
  };

  it('lets only the task’s party move it on', async () => {
    await show({ ...running, moves: ['progress', 'finish-task'], myTasks: [] });
    expect(screen.queryByRole('button', { name: /^记进展/ })).toBeNull();
  });

  it('notes progress with the steps done', async () => {
    await show({ ...running, moves: ['progress', 'finish-task'], myTasks: ['t1'] });
    api.on(progressTopic, () => aTopic({ ...running }));
    await tap('记进展：采购并安装充电桩');
    await tap('提交进展', sheet());
    expect(sheet().getByText('请写一句，大家看得到')).toBeTruthy();
    await write('办到哪一步了？', '周三安装', sheet());
    await tap('安装', sheet(), 'checkbox');
    await tap('提交进展', sheet());
    expect(api.asked(progressTopic).map(({ body }) => body)).toEqual([
      { rev: 3, taskId: 't1', words: '周三安装', photos: [], stepsDone: [1] },
    ]);
  });

  it('finishes it', async () => {
    await show({ ...running, moves: ['progress', 'finish-task'], myTasks: ['t1'] });
    api.on(finishTopicTask, () =>
      aTopic({ status: 'done', tasks: { done: 1, all: 1, overdue: 0 }, taskList: [aTask({ doneAt: Date.now() })] }),
    );
    await tap('办完了：采购并安装充电桩');
    await write('办成了什么样？', '全部通电', sheet());
    await tap('确认办完', sheet());
    expect(api.asked(finishTopicTask)[0]?.body).toEqual({ rev: 3, taskId: 't1', words: '全部通电', photos: [] });
    expect(screen.getByText('任务都办完了，请邻居评价')).toBeTruthy();
  });

  it('takes a note of supervision on one task', async () => {
    await show({ ...running, moves: ['supervise'] });
    api.on(superviseTopic, () => aTopic({ ...running }));
    await tap('写监督意见');
    await write('看到了什么，要怎么改', '还差两个没通电', sheet());
    await tap('采购并安装充电桩', sheet(), 'radio');
    await tap('发出监督意见', sheet());
    expect(api.asked(superviseTopic)[0]?.body).toEqual({ rev: 3, words: '还差两个没通电', taskId: 't1' });
  });

  it('lets the street say what it does about what was handed up to it', async () => {
    await show({ status: 'referred', moves: ['supervise'] });
    api.on(superviseTopic, () => aTopic({ status: 'referred' }));
    await tap('写办理情况');
    await write('办得怎样了', '下周三来看现场', sheet());
    await tap('写下办理情况', sheet());
    expect(api.asked(superviseTopic)[0]?.body).toEqual({ rev: 3, words: '下周三来看现场' });
  });

  it('presumes no rating', async () => {
    await show({ status: 'done', moves: ['rate'] });
    api.on(rateTopic, () => aTopic({ status: 'done', ratedByMe: true, ratings: { good: 0, fair: 1, poor: 0 } }));
    expect(screen.getByRole('button', { name: '提交评价' }).hasAttribute('disabled')).toBe(true);
    await tap('基本满意', screen, 'radio');
    await tap('提交评价');
    expect(api.asked(rateTopic)[0]?.body).toEqual({ rev: 3, rating: 'fair' });
    expect(screen.getByText('您已评价')).toBeTruthy();
  });
});

describe('what neighbours say', () => {
  it('sends a word and empties the field', async () => {
    await show({ moves: ['comment'] });
    const timeline = [
      aTopicStep(),
      aTopicStep({ rev: 2, kind: 'commented', mine: true, wordsState: 'pending', words: '离楼远一点' }),
    ];
    api.on(commentTopic, () => aTopic({ moves: ['comment'], comments: 1, timeline }));
    await write('说说您的意见', '离楼远一点');
    await tap('发表意见');
    expect(api.asked(commentTopic)[0]?.body).toEqual({ rev: 3, words: '离楼远一点' });
    expect(screen.getByLabelText<HTMLTextAreaElement>('说说您的意见').value).toBe('');
    expect(screen.getByText('离楼远一点')).toBeTruthy();
  });

  it('lets the community hide one, with the reason, and shows that something was hidden', async () => {
    const comment = aTopicStep({ rev: 2, kind: 'commented', words: '三号楼张三电话是…' });
    await show({ moves: ['hide-comment'], comments: 1, timeline: [aTopicStep(), comment] });
    api.on(hideTopicComment, () =>
      aTopic({ comments: 1, timeline: [aTopicStep(), { ...comment, words: undefined, hidden: true }] }),
    );
    await tap(/^不再显示：/);
    await write('为什么不显示', '写了别人的电话', sheet());
    await tap('不再显示这条意见', sheet());
    expect(api.asked(hideTopicComment)[0]?.body).toEqual({ rev: 3, hiddenRev: 2, reason: '写了别人的电话' });
    expect(screen.getByText('这条意见已不再显示')).toBeTruthy();
  });
});

describe('a long timeline', () => {
  const said = (rev: number) => aTopicStep({ rev, kind: 'commented', words: `第${String(rev)}步的话` });
  const taken = aTopicStep({ rev: 3, kind: 'took-in', facts: { from: 't0', title: '车棚装灯', seconds: 2 } });
  const amended = aTopicStep({
    rev: 2,
    kind: 'amended',
    facts: { title: '两个门都装', version: 2 },
    words: '后来写的',
  });
  const newest = { rev: 9, version: 2, comments: 4, mergedFrom: ['t0'], timeline: [7, 8, 9].map(said), earlier: 7 };
  const before = {
    ...newest,
    timeline: [aTopicStep({ words: '原来写的' }), amended, taken, said(6)],
    earlier: undefined,
  };

  it('shows its end first, and goes back on a tap', async () => {
    await show(newest);
    expect(screen.getByText('邻居的意见 4')).toBeTruthy();
    expect(screen.queryByText('第6步的话')).toBeNull();
    expect(screen.getByRole('button', { name: '看并进来的 1 件议题' })).toBeTruthy();
    api.on(getTopic, () => undefined);
    await tap('看更早的经过');
    expect(screen.getAllByText(/网络/)).toHaveLength(1);
    api.on(getTopic, () => aTopic(before));
    await tap('看更早的经过');
    expect(api.asked(getTopic).at(-1)?.query).toEqual({ before: '7' });
    expect(screen.getByText('第6步的话')).toBeTruthy();
    expect(screen.getByText('车棚装灯（带来 2 人附议）')).toBeTruthy();
    expect(screen.getByText('提出议题')).toBeTruthy();
    for (const name of ['看更早的经过', '看前面 1 条', '看并进来的 1 件议题'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    await tap('看历次版本');
    expect(screen.getByText('原来写的')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '看更早的版本' })).toBeNull();
  });

  it('goes back from the comments and from the versions as well', async () => {
    await show(newest);
    api.on(getTopic, () => aTopic(before));
    await tap('看前面 1 条');
    expect(screen.getByText('第6步的话')).toBeTruthy();
    expect(screen.getByText('第9步的话')).toBeTruthy();
  });

  it('keeps what was loaded when somebody speaks', async () => {
    await show({ ...newest, moves: ['comment'] });
    api.on(getTopic, () => aTopic(before));
    await tap('看前面 1 条');
    api.on(commentTopic, () => aTopic({ ...newest, rev: 10, comments: 5, timeline: [8, 9, 10].map(said), earlier: 8 }));
    await write('说说您的意见', '赞成');
    await tap('发表意见');
    for (const rev of [6, 7, 10]) expect(screen.getByText(`第${String(rev)}步的话`)).toBeTruthy();
  });
});
