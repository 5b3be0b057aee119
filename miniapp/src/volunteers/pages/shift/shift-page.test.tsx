import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { getShift } from '@gongyi/shared/volunteers/contract-shifts';
import {
  answerOffer,
  cancelSignUp,
  checkIn,
  checkOut,
  setInsuranceConsent,
  signUp,
} from '@gongyi/shared/volunteers/contract-sign-ups';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { aMine, aShift, aSlot } from '../../../../test/volunteer-samples';
import ShiftPage from '.';

const MINUTE = 60_000;
let api: ReturnType<typeof fakeApi>;
const open = async (view: ShiftView) => {
  api.on(getShift, () => view);
  await after(() => void render(<ShiftPage />));
  await screen.findByText(view.title);
};
const bottom = () => document.querySelector('.shell-action')?.textContent;
const full = (waiting: number) =>
  aShift({
    missing: 0,
    fill: { places: 10, held: 10, waiting },
    slots: [aSlot({ roles: [{ id: 'r1', name: '扫雪', fill: { places: 10, held: 10, waiting }, acts: ['wait'] }] })],
  });
const now = (part: Parameters<typeof aMine>[0], ends = 20 * MINUTE) =>
  aShift({
    slots: [
      aSlot({
        startsAt: Date.now() - MINUTE,
        endsAt: Date.now() + ends,
        checkInOpensAt: Date.now() - 61 * MINUTE,
        roles: [{ id: 'r1', name: '扫雪', fill: { places: 10, held: 7, waiting: 0 }, acts: [] }],
        mine: aMine(part),
      }),
    ],
  });

beforeEach(() => {
  reset();
  openWith({ id: 'h1' });
  api = fakeApi();
  signInAs();
});

describe('signing up', () => {
  it('takes the one role there is, with the insurer asked on its own', async () => {
    await open(aShift());
    expect(screen.getAllByText(/还差 3 人/).length).toBeGreaterThan(0);
    await tap('我要报名');
    api.on(signUp, () => aShift({ slots: [aSlot({ mine: aMine() })] }));
    await tap(/交给保险公司/, sheet(), 'checkbox');
    await tap('我要报名', sheet());
    expect(api.asked(signUp)[0]?.body).toEqual({ slotId: 's1', roleId: 'r1', insure: true });
    expect(screen.getByText('已报上')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of several roles sends none before one is chosen', async () => {
    const roles = [
      { id: 'r1', name: '扫雪', fill: { places: 5, held: 1, waiting: 0 }, acts: ['sign-up' as const] },
      { id: 'r2', name: '送姜汤', ageFloor: 16, fill: { places: 2, held: 1, waiting: 0 }, acts: ['sign-up' as const] },
    ];
    await open(aShift({ slots: [aSlot({ roles })] }));
    await tap('我要报名');
    await tap('我要报名', sheet());
    expect(sheet().getByText('请选一个岗位')).toBeTruthy();
    expect(api.asked(signUp)).toHaveLength(0);
    api.on(signUp, () => refuse('time-clash', { title: '小区夜巡', startsAt: Date.now() }));
    await tap(/送姜汤.*满 16 岁/, sheet(), 'radio');
    await tap('我要报名', sheet());
    expect(sheet().getByText(/和“小区夜巡”（今天 .*）时间冲突/)).toBeTruthy();
  });

  it('of a full one joins the waitlist, and says the turn', async () => {
    await open(full(2));
    expect(bottom()).toBe('排候补');
    await tap('排候补');
    expect(sheet().getByText(/有人取消就按先后轮到您/)).toBeTruthy();
    api.on(signUp, () => aShift({ ...full(3), slots: [aSlot({ mine: aMine({ state: 'waiting', position: 3 }) })] }));
    await tap('排候补', sheet());
    expect(screen.getByText('您排在第 3 位')).toBeTruthy();
  });

  it('leads a minor to the guardian, and a newcomer to the profile', async () => {
    await open(aShift());
    await tap('我要报名');
    api.on(signUp, () => refuse('guardian-needed'));
    await tap('我要报名', sheet());
    expect(sheet().getByText(/家里的孩子/)).toBeTruthy();
    api.on(signUp, () => refuse('skill-needed', { skill: 'first-aid' }));
    await tap('我要报名', sheet());
    await tap('填志愿者信息', sheet());
    expect(done.at(-1)?.options).toEqual({ url: '/volunteers/pages/profile/index' });
  });
});

describe('my sign-up', () => {
  it('takes a place that became free, or leaves it to the next', async () => {
    const offered = aMine({ state: 'offered', answerBy: Date.now() + MINUTE, acts: ['take', 'decline', 'cancel'] });
    await open(aShift({ slots: [aSlot({ mine: offered })] }));
    expect(bottom()).toBe('要这个名额');
    api.on(answerOffer, ({ body }) =>
      aShift({
        slots: [aSlot({ mine: aMine({ state: JSON.stringify(body).includes('true') ? 'placed' : 'cancelled' }) })],
      }),
    );
    await tap('要这个名额');
    expect(api.asked(answerOffer)[0]?.body).toEqual({ slotId: 's1', take: true });
    expect(screen.getByText('已报上')).toBeTruthy();
  });

  it('says kindly what a late cancel is, and cancels', async () => {
    await open(aShift({ slots: [aSlot({ mine: aMine({ late: true }) })] }));
    await tap('取消报名');
    expect(sheet().getByText(/只有您自己看得到/)).toBeTruthy();
    api.on(cancelSignUp, () => aShift());
    await tap('取消报名', sheet());
    expect(api.asked(cancelSignUp)[0]?.body).toEqual({ slotId: 's1' });
    expect(bottom()).toBe('我要报名');
  });

  it('gives and takes back the consent to insure', async () => {
    await open(aShift({ slots: [aSlot({ mine: aMine() })] }));
    api.on(setInsuranceConsent, () => aShift({ slots: [aSlot({ mine: aMine({ insure: true }) })] }));
    await tap('同意');
    expect(api.asked(setInsuranceConsent)[0]?.body).toEqual({ slotId: 's1', given: true });
    expect(screen.getByRole('button', { name: '撤回同意' })).toBeTruthy();
  });
});

describe('at the place', () => {
  it('is checked in to by the code, filled in from the scanned address; an old one says so and stays', async () => {
    openWith({ id: 'h1', code: '528491' });
    await open(now({ acts: ['check-in'] }));
    api.on(checkIn, () => refuse('check-in-code-wrong'));
    await tap('签到', sheet());
    expect(sheet().getByText(/已换新/)).toBeTruthy();
    api.on(checkIn, () => now({ state: 'here', acts: ['check-out'], in: { at: Date.now(), by: 'code' } }));
    await write('队长屏幕上的签到码', '174320', sheet());
    await tap('签到', sheet());
    expect(api.asked(checkIn).at(-1)?.body).toEqual({ slotId: 's1', code: '174320' });
    expect(bottom()).toBe('扫码签退');
  });

  it('says that going now is early, and shows the hours that come of it', async () => {
    const came = { at: Date.now() - 30 * MINUTE, by: 'code' as const };
    await open(now({ state: 'here', acts: ['check-out'], in: came }));
    await tap('扫码签退');
    expect(sheet().getByText(/算提前离开/)).toBeTruthy();
    api.on(checkOut, () =>
      now({ state: 'here', acts: [], in: came, out: { at: Date.now(), by: 'code' }, minutes: 95 }),
    );
    await write('队长屏幕上的签到码', '174320', sheet());
    await tap('签退', sheet());
    expect(screen.getByText('记时长 1 小时 35 分')).toBeTruthy();
    expect(bottom()).toBeUndefined();
  });
});
