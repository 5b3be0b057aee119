import { render, screen } from '@testing-library/react';
import { changeCouncilRules, getCouncilRules } from '@gongyi/shared/council/contract';
import type { RulesHistory } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import RulesPage from '.';

const SECOND = { ...DEFAULT_COUNCIL_RULES, publicNoticeDays: 10 };
const history = (part: Partial<RulesHistory> = {}): RulesHistory => ({
  placeId: 'jn.s01.c01',
  version: 1,
  rules: SECOND,
  changes: [{ version: 1, rules: SECOND, at: Date.now(), byName: '社区书记 王**', reason: '让更多人看到' }],
  mayChange: true,
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const open = async () => {
  await after(() => void render(<RulesPage />));
  await screen.findByText('现行第 1 版');
};

beforeEach(() => {
  reset();
  openWith({ place: 'jn.s01.c01.x01' });
  api = fakeApi();
  api.on(getCouncilRules, () => history());
  signInAs(aMe());
});

describe('the rules of a community’s councils', () => {
  it('say who changed what from what, and why', async () => {
    await open();
    expect(api.asked(getCouncilRules)[0]?.params).toEqual({ placeId: 'jn.s01.c01' });
    expect(screen.getByText('公示几天：7 天 → 10 天')).toBeTruthy();
    expect(screen.getByText('让更多人看到')).toBeTruthy();
    expect(screen.getByText(/社区书记 王\*\*/)).toBeTruthy();
  });

  it('are changed only within their limits and with a reason, over the version that was seen', async () => {
    await open();
    await tap('修改规则');
    await write('公示几天', '0', sheet());
    expect(sheet().getByText('请填 1–60 的整数')).toBeTruthy();
    await write('为什么修改', '太长', sheet());
    await tap('保存新的一版', sheet());
    await write('公示几天', '5', sheet());
    await write('为什么修改', '', sheet());
    await tap('保存新的一版', sheet());
    expect(sheet().getByText('请写明原因，大家都看得到')).toBeTruthy();
    expect(api.asked(changeCouncilRules)).toHaveLength(0);
    await write('为什么修改', '太长了', sheet());
    await tap(/可以线上开会/, sheet(), 'checkbox');
    api.on(changeCouncilRules, () => history({ version: 2 }));
    await tap('保存新的一版', sheet());
    expect(api.asked(changeCouncilRules)[0]?.body).toEqual({
      seen: 1,
      rules: { ...SECOND, publicNoticeDays: 5, onlineAllowed: true },
      reason: '太长了',
    });
    expect(screen.getByText('现行第 2 版')).toBeTruthy();
  });

  it('are read by anyone, and changed by nobody who may not', async () => {
    api.on(getCouncilRules, () => history({ mayChange: false }));
    await open();
    expect(screen.queryByRole('button', { name: '修改规则' })).toBeNull();
  });
});
