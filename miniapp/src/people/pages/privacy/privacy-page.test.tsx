import { render, screen } from '@testing-library/react';
import { copyMyData, deleteMe, endSession, giveConsent } from '@gongyi/shared/people/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { done, reset } from '../../../../test/taro-stub';
import { PRIVACY_VERSION } from '../../../platform';
import { sessionStore } from '../../../platform/session-token';
import PrivacyPage from '.';

let api: ReturnType<typeof fakeApi>;
const show = () => after(() => void render(<PrivacyPage />));
const consent = (name: RegExp) => screen.getByRole('checkbox', { name });

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

describe('my information', () => {
  it('gives and withdraws each consent on its own, and shows what the server has', async () => {
    await show();
    expect(consent(/处理办事所需/).getAttribute('aria-checked')).toBe('true');
    expect(consent(/微信提醒/).getAttribute('aria-checked')).toBe('false');
    api.on(giveConsent, () => aMe({ consents: [] }));
    await tap(/处理办事所需/, screen, 'checkbox');
    expect(api.asked(giveConsent)[0]?.body).toEqual({ kind: 'privacy', given: false, version: PRIVACY_VERSION });
    expect(consent(/处理办事所需/).getAttribute('aria-checked')).toBe('false');
  });

  it('shows no consent that the server did not take', async () => {
    await show();
    api.on(giveConsent, () => undefined);
    await tap(/微信提醒/, screen, 'checkbox');
    expect(consent(/微信提醒/).getAttribute('aria-checked')).toBe('false');
    expect(screen.getByText(/没有收到回应/)).toBeTruthy();
  });

  it('copies everything that is kept', async () => {
    await show();
    api.on(copyMyData, () => ({ madeAt: 1, sections: [{ title: '住房', lines: ['1号楼1单元101室 业主'] }] }));
    await tap(/复制我的全部信息/);
    expect(done).toContainEqual({ name: 'setClipboardData', options: { data: '住房\n1号楼1单元101室 业主' } });
    api.on(copyMyData, () => refuse('too-many-attempts'));
    await tap(/复制我的全部信息/);
    expect(screen.getByText('操作太频繁，过几分钟后再试。')).toBeTruthy();
  });

  it('deletes the account only when the words are typed, and signs out', async () => {
    await show();
    api.on(deleteMe, () => ({}));
    api.on(endSession, () => ({}));
    await tap('注销账号');
    const verb = () => sheet().getByRole('button', { name: '注销，不能恢复' });
    expect(verb().hasAttribute('disabled')).toBe(true);
    await write(/请输入/, '删除我的账', sheet());
    expect(verb().hasAttribute('disabled')).toBe(true);
    await write(/请输入/, '删除我的账号', sheet());
    await tap('注销，不能恢复', sheet());
    expect(api.asked(deleteMe)).toHaveLength(1);
    expect(sessionStore.get()).toBeUndefined();
    expect(done).toContainEqual({ name: 'switchTab', options: { url: '/pages/home/index' } });
  });
});
