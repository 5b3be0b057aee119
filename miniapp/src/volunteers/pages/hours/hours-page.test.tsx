import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import {
  checkCertificate,
  getMyHours,
  listCertificates,
  makeCertificate,
} from '@gongyi/shared/volunteers/contract-hours';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { anHoursRow, someHours } from '../../../../test/volunteer-samples';
import { forgetSession } from '../../../platform/session-token';
import CertificatePage from '../certificate';
import HoursPage from '.';

let api: ReturnType<typeof fakeApi>;
const PAPER = {
  code: 'k7qd-2m8x-p4vn',
  number: 'ZY-2026-000017',
  name: '王小明',
  communityName: '幸福社区',
  from: Date.UTC(2026, 0, 1),
  until: Date.UTC(2026, 10, 28),
  sum: { served: 120, byHand: 30, times: 2 },
  lines: [{ teamName: '幸福扫雪队', kindName: '社区党员服务队', times: 2, minutes: 150 }],
  issuedAt: Date.UTC(2026, 10, 28),
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

describe('my record', () => {
  it('shows what was added by hand apart, with why and by whom, and what was corrected', async () => {
    api.on(getMyHours, () =>
      someHours([
        anHoursRow({ minutes: 120, standing: 90, marks: ['left-early'] }),
        anHoursRow({
          id: 'e2',
          kind: 'by-hand',
          minutes: 30,
          standing: 30,
          title: '搬桌椅',
          reason: '手机没电',
          byName: '队长 孙**',
        }),
      ]),
    );
    api.on(listCertificates, () => ({ items: [] }));
    await after(() => void render(<HoursPage />));
    expect(await screen.findByText('2 小时 30 分')).toBeTruthy();
    expect(screen.getByText('提前离开')).toBeTruthy();
    expect(screen.getByText('原记 2 小时，更正为 1 小时 30 分')).toBeTruthy();
    expect(screen.getByText('手机没电 · 队长 孙** 记')).toBeTruthy();
    expect(screen.getByRole('img', { name: /1 月 2 小时 30 分/ })).toBeTruthy();
  });

  it('makes a certificate any time, and says that a name is needed', async () => {
    api.on(getMyHours, () => someHours([anHoursRow()]));
    api.on(listCertificates, () => ({ items: [] }));
    await after(() => void render(<HoursPage />));
    await tap('开志愿服务证明');
    api.on(makeCertificate, () => refuse('name-needed'));
    await tap('开一份证明', sheet());
    expect(sheet().getByRole('button', { name: '去填姓名' })).toBeTruthy();
    api.on(makeCertificate, () => PAPER);
    await tap('开一份证明', sheet());
    expect(screen.queryByRole('dialog')).toBeNull();
    await tap('复制核对地址 ZY-2026-000017');
    expect(done.at(-1)).toEqual({
      name: 'setClipboardData',
      options: { data: expect.stringContaining('/volunteers/pages/certificate/index?code=k7qd-2m8x-p4vn') },
    });
  });
});

describe('checking a certificate', () => {
  it('shows anybody what the paper says, from the scanned address', async () => {
    forgetSession();
    openWith({ code: PAPER.code });
    api.on(checkCertificate, () => ({ ...PAPER, corrected: true }));
    await after(() => void render(<CertificatePage />));
    expect(await screen.findByText('这份证明是真的')).toBeTruthy();
    expect(screen.getByText(/有更正/)).toBeTruthy();
    expect(screen.getByText('社区党员服务队 · 2 次 · 2 小时 30 分')).toBeTruthy();
  });

  it('says plainly that there is none by such a code', async () => {
    forgetSession();
    await after(() => void render(<CertificatePage />));
    await tap('核对');
    expect(screen.getByText('请输入证明上的核对码')).toBeTruthy();
    await write('核对码', 'zzzz-zzzz-zzzz');
    await tap('核对');
    expect(await screen.findByText(/这份证明就不是这里开的/)).toBeTruthy();
    expect(api.asked(checkCertificate)).toHaveLength(0);
  });
});
