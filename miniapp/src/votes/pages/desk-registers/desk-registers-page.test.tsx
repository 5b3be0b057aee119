import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { deliverPaper, listRegister, nameElector, returnPaper, settlePaper } from '@gongyi/shared/votes/contract-paper';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { HOME, aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { aVote } from '../../../../test/vote-samples';
import DeskRegistersPage from '.';

const aLine = (part: Partial<RegisterLine> = {}): RegisterLine => ({
  line: 7,
  homes: [{ homeId: HOME, name: '1号楼1单元101室', area: 9_321 }],
  area: 9_321,
  coOwners: 1,
  elector: { name: '王**', by: 'roll' },
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const show = async (line: RegisterLine) => {
  api.on(listRegister, () => ({ items: [line] }));
  await after(() => void render(<DeskRegistersPage />));
  await tap(/1号楼1单元101室/);
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe());
  openWith({ id: 'v1' });
  api.on(getVote, () => aVote());
});

describe('the registers', () => {
  it('enter a delivery with the number on the paper, and show the line as it is then', async () => {
    await show(aLine());
    api.on(deliverPaper, () =>
      aLine({ paper: { serial: 107, voided: [], delivered: { way: 'signed', at: Date.now() } } }),
    );
    await tap('登记送达', sheet());
    await write('表决票编号', '', sheet());
    await tap('登记送达', sheet());
    expect(sheet().getByText('请填票上的编号，1 到 6 位数字')).toBeTruthy();
    await write('表决票编号', '107', sheet());
    await tap('当面签收', sheet(), 'radio');
    await tap('登记送达', sheet());
    expect(api.asked(deliverPaper)[0]?.body).toEqual({ serial: 107, way: 'signed', photos: [] });
    expect(screen.getByText('107 号票已送出')).toBeTruthy();
  });

  it('take a paper back by its number and who brought it, and ask for no picture of it', async () => {
    const delivered = { way: 'signed' as const, at: Date.now() };
    await show(aLine({ paper: { serial: 107, voided: [], delivered } }));
    await tap('登记收回', sheet());
    expect(sheet().getByText(/登记后这一户的票就用掉了/)).toBeTruthy();
    expect(sheet().queryByText(/^拍/)).toBeNull();
    await write('表决票编号', '107', sheet());
    await tap('登记收回', sheet());
    expect(sheet().getByText('请选一项')).toBeTruthy();
    expect(api.asked(returnPaper)).toHaveLength(0);
    api.on(returnPaper, () =>
      aLine({ paper: { serial: 107, voided: [], delivered, returnedAt: Date.now(), handedInBy: 'owner' } }),
    );
    await tap('业主本人', sheet(), 'radio');
    await tap('登记收回', sheet());
    expect(api.asked(returnPaper)[0]?.body).toEqual({ serial: 107, by: 'owner' });
    expect(screen.getByText('107 号票已收回')).toBeTruthy();
  });

  it('offer nothing but settling where the home says that the paper is not theirs', async () => {
    const paper = {
      serial: 107,
      voided: [12],
      delivered: { way: 'signed' as const, at: Date.now() },
      returnedAt: Date.now(),
      disowned: { at: Date.now(), words: '没签过' },
    };
    await show(aLine({ paper }));
    expect(sheet().getByText('以前发过、已作废：12 号')).toBeTruthy();
    expect(sheet().queryByRole('button', { name: '登记投票人' })).toBeNull();
    await tap('核对“不是我投的”', sheet());
    await tap(/^票作废/, sheet(), 'radio');
    await tap('记下结果', sheet());
    expect(sheet().getByText('请写明理由，这家人会看到')).toBeTruthy();
    await write('核对了什么', '签收单不是这家人签的', sheet());
    api.on(settlePaper, () =>
      aLine({ paper: { ...paper, settled: { keep: false, reason: '签收单不是这家人签的', at: Date.now() } } }),
    );
    await tap('记下结果', sheet());
    expect(api.asked(settlePaper)[0]?.body).toEqual({ keep: false, reason: '签收单不是这家人签的' });
    expect(screen.getByText('107 号票已作废')).toBeTruthy();
  });

  it('say whose document is needed: the co-owners’ agreement, the developer’s', async () => {
    await show(aLine({ coOwners: 2, elector: undefined }));
    await tap('登记投票人', sheet());
    expect(sheet().getByText(/2 位共有人书面商定/)).toBeTruthy();
    await tap('登记投票人', sheet());
    expect(sheet().getByText('请拍下材料')).toBeTruthy();
    expect(api.asked(nameElector)).toHaveLength(0);
  });

  it('offer no proxy where the rules allow none', async () => {
    api.on(getVote, () => aVote({ rules: { version: 1, rules: { ...DEFAULT_VOTING_RULES, headsPerProxy: 0 } } }));
    await show(aLine());
    expect(sheet().queryByRole('button', { name: '登记委托' })).toBeNull();
  });

  it('say in the sheet why an entry was refused, and keep what was typed', async () => {
    await show(aLine());
    api.on(deliverPaper, () => refuse('serial-taken'));
    await tap('登记送达', sheet());
    await write('表决票编号', '107', sheet());
    await tap('邮寄', sheet(), 'radio');
    await tap('登记送达', sheet());
    expect(sheet().getByText(/这个编号的表决票已经发给别的住户/)).toBeTruthy();
    expect(sheet().getByDisplayValue('107')).toBeTruthy();
  });
});
