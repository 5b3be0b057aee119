import { render, screen, within } from '@testing-library/react';
import { confirmPaper, enterPaper, finishCount, getBox, signCount } from '@gongyi/shared/votes/contract-paper';
import type { Box, BoxPaper } from '@gongyi/shared/votes/contract-paper';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { aMatter, aVote, anElection } from '../../../../test/vote-samples';
import DeskBoxPage from '.';

const aPaper = (part: Partial<BoxPaper> = {}): BoxPaper => ({
  line: 7,
  serial: 107,
  photos: [{ mediaId: 'ph1', state: 'clear', url: 'https://media.example/ph1' }],
  state: 'waiting',
  enteredByMe: false,
  disputed: false,
  ...part,
});
const aBox = (part: Partial<Box> = {}): Box => {
  const items = part.items ?? [aPaper()];
  const of = (state: BoxPaper['state']): number => items.filter((paper) => paper.state === state).length;
  return {
    status: 'counting',
    items,
    counts: { papers: items.length, entered: of('entered'), confirmed: of('confirmed') },
    scrutineers: [{ name: '赵监票', mine: false }],
    mayEnter: true,
    maySign: false,
    mayFinish: false,
    ...part,
  };
};

let api: ReturnType<typeof fakeApi>;
const show = async (box: Box) => {
  api.on(getBox, () => box);
  await after(() => void render(<DeskBoxPage />));
  await screen.findByText('监票人');
};
const choose = (matter: string, choice: string) =>
  tap(choice, within(screen.getByRole('radiogroup', { name: matter })), 'radio');

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe());
  openWith({ id: 'v1' });
  api.on(getVote, () => aVote({ status: 'counting', matterList: [aMatter(), aMatter({ id: 'm2', title: '装电梯' })] }));
});

describe('the ballot box', () => {
  it('takes a paper only when every answer was read from it', async () => {
    await show(aBox());
    api.on(enterPaper, () => aPaper({ state: 'entered', enteredByMe: true }));
    await choose('选聘新的物业公司', '同意');
    await tap('录入这张票');
    expect(screen.getByText('这一项还没录')).toBeTruthy();
    expect(api.asked(enterPaper)).toHaveLength(0);
    await choose('装电梯', '弃权');
    await tap('录入这张票');
    expect(api.asked(enterPaper)[0]?.params).toEqual({ voteId: 'v1', line: '7' });
    expect(api.asked(enterPaper)[0]?.body).toEqual({
      kind: 'choices',
      choices: { m1: 'for', m2: 'abstain' },
      photos: [],
    });
  });

  it('says how many of an election’s candidates may be agreed to, and takes no paper with more', async () => {
    api.on(getVote, () => aVote({ status: 'counting', matterList: [anElection()] }));
    await show(aBox());
    expect(screen.getByText('已同意 0 人，最多 1 人')).toBeTruthy();
    for (const name of ['王小样', '李示例']) await choose(name, '同意');
    expect(screen.getByText('已同意 2 人，最多 1 人')).toBeTruthy();
    await tap('录入这张票');
    expect(screen.getByText('同意的候选人超过名额，这张票应按废票录。')).toBeTruthy();
    expect(api.asked(enterPaper)).toHaveLength(0);
  });

  it('takes a spoiled paper with its reason alone', async () => {
    await show(aBox());
    api.on(enterPaper, () => aPaper({ state: 'entered', enteredByMe: true }));
    await tap('废票', screen, 'tab');
    await tap('录入这张票');
    expect(screen.getByText('请写明理由')).toBeTruthy();
    await write('为什么是废票', '没有签名');
    await tap('录入这张票');
    expect(api.asked(enterPaper)[0]?.body).toEqual({ kind: 'spoiled', reason: '没有签名', photos: [] });
  });

  it('is read out with a picture of its face, which nobody took before, and confirmed against it', async () => {
    await show(aBox({ items: [aPaper({ photos: [] })] }));
    expect(screen.getByText(/还没有照片/)).toBeTruthy();
    await choose('选聘新的物业公司', '同意');
    await choose('装电梯', '弃权');
    await tap('录入这张票');
    expect(screen.getByText('请拍下票面，另一位要照着照片核对')).toBeTruthy();
    expect(api.asked(enterPaper)).toHaveLength(0);
  });

  it('has nobody confirm what they entered themself', async () => {
    await show(aBox({ items: [aPaper({ state: 'entered', enteredByMe: true })] }));
    expect(screen.getByText('您已经录过这张票，等另一位计票。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '确认这张票' })).toBeNull();
  });

  it('asks another to read it afresh, without what the first entered, and says when the two differ', async () => {
    await show(aBox({ items: [aPaper({ state: 'entered' })] }));
    const answers = within(screen.getByRole('radiogroup', { name: '装电梯' })).getAllByRole('radio');
    for (const radio of answers) expect(radio.getAttribute('aria-checked')).toBe('false');
    const differs = aPaper({ state: 'differs' });
    api.on(confirmPaper, () => differs);
    api.on(getBox, () => aBox({ items: [differs] }));
    await choose('选聘新的物业公司', '反对');
    await choose('装电梯', '反对');
    await tap('确认这张票');
    expect(api.asked(confirmPaper)[0]?.body).toEqual({ kind: 'choices', choices: { m1: 'against', m2: 'against' } });
    expect(screen.getByText('上一次两个人录得不一样，请重新唱票。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '录入这张票' })).toBeTruthy();
  });

  it('does not count a disowned paper before it is settled', async () => {
    await show(aBox({ items: [aPaper({ disputed: true })] }));
    expect(screen.getByText('这家说票不是他们投的，先在投票登记里核对，才能计。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '录入这张票' })).toBeNull();
  });

  it('is ended without a scrutineer only with the reason, which the record will name', async () => {
    const counted = [aPaper({ state: 'confirmed' })];
    await show(aBox({ items: counted, mayFinish: true, signedUntil: Date.now() - 1 }));
    expect(screen.getByText(/等监票人签字/)).toBeTruthy();
    await tap('结束开箱');
    expect(sheet().getByText('赵监票没有签字')).toBeTruthy();
    await tap('结束开箱', sheet());
    expect(sheet().getByText('请写明理由')).toBeTruthy();
    expect(api.asked(finishCount)).toHaveLength(0);
    api.on(finishCount, () => aBox({ items: counted, status: 'tallying' }));
    await write('为什么没有签字', '住院', sheet());
    await tap('结束开箱', sheet());
    expect(api.asked(finishCount)[0]?.body).toEqual({ unsigned: '住院' });
  });

  it('is signed by a scrutineer who is told what they sign, and ended once', async () => {
    const counted = [aPaper({ state: 'confirmed' })];
    await show(aBox({ items: counted, mayEnter: false, maySign: true }));
    const signed = aBox({
      items: counted,
      scrutineers: [{ name: '赵监票', mine: true, signedAt: Date.now() }],
      mayFinish: true,
    });
    api.on(signCount, () => signed);
    api.on(getBox, () => signed);
    await tap('签字确认');
    expect(sheet().getByText(/您在场看着 1 张纸质票唱票、计票/)).toBeTruthy();
    await tap('签字确认', sheet());
    await tap('结束开箱');
    api.on(finishCount, () => aBox({ items: counted, status: 'tallying' }));
    expect(sheet().getByText(/不能再改/)).toBeTruthy();
    await tap('结束开箱', sheet());
    expect(screen.getByText('开箱已结束，正在计票或已公布结果。')).toBeTruthy();
  });

  it('is read page by page: who comes to count begins where papers wait, and may look back', async () => {
    const counts = { papers: 3, entered: 0, confirmed: 1 };
    const first = aBox({ items: [aPaper({ state: 'confirmed' })], counts, cursor: 'after-107' });
    const second = aBox({ items: [aPaper({ line: 8, serial: 108 }), aPaper({ line: 9, serial: 109 })], counts });
    api.on(getBox, ({ query }) => (query['cursor'] === 'after-107' ? second : first));
    await after(() => void render(<DeskBoxPage />));
    expect(await screen.findByRole('radio', { name: /^108 号票/ })).toBeTruthy();
    expect(screen.getByText('1 / 3')).toBeTruthy();
    await tap('上一叠');
    expect(await screen.findByRole('radio', { name: /^107 号票/ })).toBeTruthy();
  });

  it('goes on to the next page when nothing on this one waits for its reader', async () => {
    const counts = { papers: 2, entered: 0, confirmed: 0 };
    const second = aBox({ items: [aPaper({ line: 8, serial: 108 })], counts });
    await show(aBox({ counts, cursor: 'after-107' }));
    const entered = aPaper({ state: 'entered', enteredByMe: true });
    api.on(enterPaper, () => entered);
    api.on(getBox, ({ query }) =>
      query['cursor'] === 'after-107' ? second : aBox({ items: [entered], counts, cursor: 'after-107' }),
    );
    await tap('废票', screen, 'tab');
    await write('为什么是废票', '没有签名');
    await tap('录入这张票');
    expect(await screen.findByRole('radio', { name: /^108 号票/ })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: /^107 号票/ })).toBeNull();
    await tap('上一叠');
    expect(await screen.findByRole('radio', { name: /^107 号票/ })).toBeTruthy();
    await tap('下一叠');
    expect(await screen.findByRole('radio', { name: /^108 号票/ })).toBeTruthy();
  });
});
