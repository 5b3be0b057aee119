import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import {
  confirmRequest,
  getRequest,
  halfFixRequest,
  nudgeRequest,
  withdrawRequest,
} from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aView, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import DetailPage from '.';

let api: ReturnType<typeof fakeApi>;
const show = async (part: Partial<RequestView>) => {
  openWith({ id: 'r1' });
  api.on(getRequest, () => aView(part));
  await after(() => void render(<DetailPage />));
  await screen.findByText('办理过程');
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

describe('one request', () => {
  it('offers exactly the moves the server allows', async () => {
    await show({ moves: ['nudge', 'reply'] });
    expect(screen.getByRole('button', { name: '催办' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '留言' })).toBeTruthy();
    for (const name of ['撤回', '修好了', '我也遇到', '去工作台处理这一单'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('sends those who work on it to the desk', async () => {
    await show({ moves: ['accept'], mine: false });
    expect(screen.getByText('去工作台处理这一单')).toBeTruthy();
  });

  it('shows how it stands after a move, and the reason when it was refused', async () => {
    await show({ moves: ['nudge'] });
    api.on(nudgeRequest, () => refuse('nudge-too-soon', {}));
    await tap('催办');
    expect(await screen.findByText('刚催过了，过一阵后可以再催。')).toBeTruthy();
    api.on(nudgeRequest, () => aView({ moves: [], nudges: 1, rev: 4 }));
    await tap('催办');
    expect(screen.queryByRole('button', { name: '催办' })).toBeNull();
    expect(api.asked(nudgeRequest)[1]?.body).toEqual({ rev: 3 });
  });

  it('reads it anew when somebody else was faster', async () => {
    await show({ moves: ['nudge'] });
    api.on(nudgeRequest, () => refuse('changed-meanwhile'));
    api.on(getRequest, () => aView({ moves: [], rev: 5 }));
    await tap('催办');
    expect(await screen.findByText(/刚刚有人先处理了/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '催办' })).toBeNull();
  });

  it('asks once before withdrawing', async () => {
    await show({ moves: ['withdraw'] });
    api.on(withdrawRequest, () => aView({ status: 'withdrawn', moves: [] }));
    await tap('撤回');
    expect(api.asked(withdrawRequest)).toHaveLength(0);
    await tap('撤回', sheet());
    expect(api.asked(withdrawRequest)).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('whether it is fixed', () => {
  const resolved = { status: 'resolved', moves: ['confirm', 'half-fix', 'reopen'] } as const;

  it('assumes no answer on how it went', async () => {
    await show({ ...resolved, moves: [...resolved.moves] });
    api.on(confirmRequest, () => aView({ status: 'confirmed', moves: [] }));
    await tap('修好了');
    expect(sheet().getByRole('button', { name: '确认修好了' }).hasAttribute('disabled')).toBe(true);
    await tap(/^满意/, sheet(), 'radio');
    await tap('确认修好了', sheet());
    expect(api.asked(confirmRequest)[0]?.body).toEqual({ rev: 3, satisfied: true });
    expect(screen.queryByText('修好了吗？请您看一眼')).toBeNull();
  });

  it('wants a word on what is still missing', async () => {
    await show({ ...resolved, moves: [...resolved.moves] });
    api.on(halfFixRequest, () => aView({ status: 'half-fixed', moves: [] }));
    await tap('修好一部分');
    await tap('提交，请继续修', sheet());
    expect(sheet().getByText('请写一句')).toBeTruthy();
    await write('还差哪里？', '还有一盏不亮', sheet());
    await tap('提交，请继续修', sheet());
    expect(api.asked(halfFixRequest).map(({ body }) => body)).toEqual([{ rev: 3, words: '还有一盏不亮', photos: [] }]);
  });
});
