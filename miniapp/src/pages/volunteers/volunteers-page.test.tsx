import { render, screen } from '@testing-library/react';
import { getOverview } from '@gongyi/shared/command/contract';
import { getMyHours } from '@gongyi/shared/volunteers/contract-hours';
import { listShifts } from '@gongyi/shared/volunteers/contract-shifts';
import { listMySignUps } from '@gongyi/shared/volunteers/contract-sign-ups';
import { listMyTeams, listTeamKinds, listTeams } from '@gongyi/shared/volunteers/contract-teams';
import { listMyWishes, listWishes } from '@gongyi/shared/volunteers/contract-wishes';
import { NAMED_KINDS } from '@gongyi/shared/volunteers/kinds';
import { fakeApi } from '../../../test/fake-api';
import { after, sheet, tap } from '../../../test/finger';
import { COMPOUND, signInAs } from '../../../test/samples';
import { done, reset } from '../../../test/taro-stub';
import { aMySignUp, aShiftRow, aTeam, aWish, someHours } from '../../../test/volunteer-samples';
import { chooseCompound } from '../../platform';
import { forgetSession } from '../../platform/session-token';
import Volunteers from '.';

let api: ReturnType<typeof fakeApi>;
const show = () => after(() => void render(<Volunteers />));

beforeEach(() => {
  reset();
  api = fakeApi();
  api.on(listShifts, () => ({ items: [aShiftRow()] }));
  api.on(listTeamKinds, () => ({ items: [...NAMED_KINDS], version: 0, mayChange: false }));
  api.on(listMySignUps, () => ({ items: [] }));
  api.on(getMyHours, () => someHours([]));
  signInAs();
  chooseCompound(COMPOUND);
});

describe('志愿', () => {
  it('shows shifts of the street this week to a visitor, and narrows them by a tap', async () => {
    forgetSession();
    await show();
    expect(await screen.findByText('清扫南门积雪')).toBeTruthy();
    expect(screen.getByText('已报 7 / 10')).toBeTruthy();
    expect(api.asked(listShifts)[0]?.params).toEqual({ placeId: 'jn.s01' });
    expect(Number(api.asked(listShifts)[0]?.query['until'])).toBeGreaterThan(Date.now());
    await tap('哪类队伍：不限');
    await tap('社区党员服务队', sheet(), 'radio');
    await tap('只看缺人的', screen, 'checkbox');
    expect(api.asked(listShifts).at(-1)?.query).toMatchObject({ kind: 'party', missing: 'yes' });
    expect(api.asked(getMyHours)).toHaveLength(0);
  });

  it('says what comes next for me, first what waits for an answer', async () => {
    const offered = aMySignUp({ shiftId: 'h2', state: 'offered', title: '小区夜巡', answerBy: Date.now() + 60_000 });
    api.on(listMySignUps, () => ({ items: [aMySignUp(), offered] }));
    await show();
    expect(await screen.findByText('小区夜巡')).toBeTruthy();
    expect(screen.getByText('今年 2 小时 30 分 · 2 次')).toBeTruthy();
    await tap('去答复');
    expect(done.at(-1)?.options).toEqual({ url: '/volunteers/pages/shift/index?id=h2' });
  });

  it('shows wishes that wait for somebody, and my own; posting one is the one button', async () => {
    api.on(listWishes, () => ({ items: [aWish()] }));
    api.on(listMyWishes, () => ({ items: [aWish({ title: '教我用手机', status: 'claimed', leadName: '赵**' })] }));
    await show();
    await tap('微心愿', screen, 'tab');
    expect(await screen.findByText('想要一副老花镜')).toBeTruthy();
    expect(api.asked(listWishes)[0]?.query).toMatchObject({ state: 'open' });
    await tap('我的', screen, 'tab');
    expect(await screen.findByText('教我用手机')).toBeTruthy();
    await tap('许个心愿');
    expect(done.at(-1)?.options).toEqual({ url: '/volunteers/pages/post-wish/index' });
  });

  it('shows my teams above those around, and whom to call', async () => {
    const { words: _words, ...row } = aTeam();
    api.on(listMyTeams, () => ({ items: [{ ...row, id: 'm9', name: '夜巡队', mine: 'leader' as const }] }));
    api.on(listTeams, () => ({ items: [row] }));
    api.on(getOverview, () => undefined);
    await show();
    await tap('队伍', screen, 'tab');
    expect(await screen.findByText('我带的队')).toBeTruthy();
    expect(await screen.findByText('幸福扫雪队')).toBeTruthy();
    await tap(/夜巡队/);
    expect(done.at(-1)?.options).toEqual({ url: '/volunteers/pages/team/index?id=m9' });
  });
});
