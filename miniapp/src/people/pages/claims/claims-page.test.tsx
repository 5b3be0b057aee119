import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { decideClaim, listClaims } from '@gongyi/shared/people/contract';
import type { Claim } from '@gongyi/shared/people/contract';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, HOME, signInAs } from '../../../../test/samples';
import { reset } from '../../../../test/taro-stub';
import { chooseCompound } from '../../../platform';
import ClaimsPage from '.';

const claim = (part: Partial<Claim> = {}): Claim => ({
  id: 'c1',
  homeId: HOME,
  homeName: '1号楼1单元101室',
  relation: 'owner',
  state: 'claimed',
  name: '李大山',
  phoneMasked: '199****0172',
  rollMatch: 'name',
  claimedAt: 1,
  ...part,
});

let waiting: Claim[];
let api: ReturnType<typeof fakeApi>;
const show = () => after(() => void render(<ClaimsPage />));

beforeEach(() => {
  reset();
  api = fakeApi();
  waiting = [claim(), claim({ id: 'c2', name: '赵小川', rollMatch: 'no-roll', phoneMasked: undefined })];
  api.on(listClaims, () => ({ items: waiting }));
  signInAs();
  chooseCompound(COMPOUND);
});

describe('claims that the roll could not settle', () => {
  it('says of each what agrees with the roll, and that a number is missing', async () => {
    await show();
    expect(screen.getByText('姓名和名册一致，电话没对上')).toBeTruthy();
    expect(screen.getByText('本小区还没有名册，请看证件')).toBeTruthy();
    expect(screen.getByText(/199\*\*\*\*0172/)).toBeTruthy();
    expect(screen.getByText(/没有绑定手机号/)).toBeTruthy();
  });

  it('lets one go when it is verified', async () => {
    await show();
    api.on(decideClaim, () => {
      waiting = waiting.slice(1);
      return claim({ state: 'verified' });
    });
    await tap('通过 李大山');
    expect(api.asked(decideClaim)).toMatchObject([
      { params: { compoundId: COMPOUND, claimId: 'c1' }, body: { verified: true } },
    ]);
    expect(screen.queryByText(/李大山/)).toBeNull();
    expect(screen.getByText(/赵小川/)).toBeTruthy();
  });

  it('refuses only with a reason for the person', async () => {
    await show();
    api.on(decideClaim, () => claim({ state: 'refused' }));
    await tap('不通过 李大山');
    await tap('不通过，告诉对方', sheet());
    expect(sheet().getByText('请写明原因')).toBeTruthy();
    expect(api.asked(decideClaim)).toHaveLength(0);
    await write('为什么，对方怎么办', '请带房产证来窗口', sheet());
    await tap('不通过，告诉对方', sheet());
    expect(api.asked(decideClaim)[0]?.body).toEqual({ verified: false, reason: '请带房产证来窗口' });
  });

  it('says that a colleague was faster', async () => {
    await show();
    api.on(decideClaim, () => refuse('claim-closed'));
    await tap('通过 李大山');
    expect(screen.getByText('这份申请已有结果。')).toBeTruthy();
  });

  it('asks for a compound first', async () => {
    chooseCompound(undefined);
    await show();
    expect(screen.getByRole('button', { name: '选小区' })).toBeTruthy();
    expect(api.asked(listClaims)).toHaveLength(0);
  });
});
