import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { listSeries, listTeamShifts } from '@gongyi/shared/volunteers/contract-shifts';
import {
  changeMember,
  changeMembership,
  getTeam,
  inviteMember,
  listMembers,
  listTeamKinds,
} from '@gongyi/shared/volunteers/contract-teams';
import {
  getMyVolunteer,
  giveGuardianConsent,
  listWards,
  setMyVolunteer,
} from '@gongyi/shared/volunteers/contract-volunteers';
import type { MemberRow } from '@gongyi/shared/volunteers/contract-view';
import { NAMED_KINDS } from '@gongyi/shared/volunteers/kinds';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { aShiftRow, aTeam } from '../../../../test/volunteer-samples';
import { chooseCompound } from '../../../platform';
import MembersPage from '../members';
import ProfilePage from '../profile';
import TeamPage from '.';

let api: ReturnType<typeof fakeApi>;

beforeEach(() => {
  reset();
  openWith({ id: 'm1' });
  api = fakeApi();
  api.on(listTeamShifts, () => ({ items: [aShiftRow()] }));
  signInAs();
  chooseCompound(COMPOUND);
});

describe('a team', () => {
  it('is asked to join; who is no volunteer yet is led to say so', async () => {
    api.on(getTeam, () => aTeam());
    await after(() => void render(<TeamPage />));
    await screen.findByText('下雪了就去扫。');
    expect(screen.queryByText('带队')).toBeNull();
    api.on(changeMembership, () => refuse('volunteer-needed'));
    await tap('我要加入');
    await tap('填志愿者信息');
    expect(done.at(-1)?.options).toEqual({ url: '/volunteers/pages/profile/index' });
    api.on(changeMembership, () => aTeam({ mine: 'asked', acts: ['take-back'] }));
    await tap('我要加入');
    expect(screen.getByText('等队长同意')).toBeTruthy();
  });

  it('gives its leader the ways to lead', async () => {
    api.on(getTeam, () => aTeam({ mine: 'leader', acts: [], mayLead: true }));
    api.on(listSeries, () => ({ items: [] }));
    await after(() => void render(<TeamPage />));
    await tap('发个班次');
    await tap('队员与邀请');
    expect(done.slice(-2).map(({ options }) => options)).toEqual([
      { url: '/volunteers/pages/plan/index?team=m1' },
      { url: '/volunteers/pages/members/index?id=m1' },
    ]);
  });
});

describe('its people', () => {
  const member = (part: Partial<MemberRow> = {}): MemberRow => ({
    volunteerId: 'v1',
    name: '张**',
    party: false,
    skills: ['first-aid'],
    state: 'asked',
    since: 1,
    acts: ['admit', 'reject'],
    ...part,
  });

  it('are admitted by a tap, and invited by the number they bound', async () => {
    api.on(getTeam, () => aTeam({ mayLead: true }));
    api.on(listMembers, () => ({ items: [member()] }));
    await after(() => void render(<MembersPage />));
    expect(await screen.findByText('急救')).toBeTruthy();
    api.on(changeMember, () => member({ state: 'member', acts: ['remove'] }));
    await tap('同意 张**');
    expect(api.asked(changeMember)[0]).toMatchObject({ params: { volunteerId: 'v1' }, body: { act: 'admit' } });
    await tap('请人入队');
    await write('他绑定的手机号', '123', sheet());
    await tap('请人入队', sheet());
    expect(sheet().getByText('请输入 11 位手机号')).toBeTruthy();
    await write('他绑定的手机号', '19900000002', sheet());
    api.on(inviteMember, () => ({}));
    await tap('请人入队', sheet());
    expect(api.asked(inviteMember)[0]?.body).toEqual({ phone: '19900000002' });
  });
});

describe('my volunteer profile', () => {
  beforeEach(() => {
    api.on(listTeamKinds, () => ({ items: [...NAMED_KINDS], version: 0, mayChange: false }));
    api.on(listWards, () => ({ items: [{ volunteerId: 'v7', name: '王小小', homeName: '1号楼101', given: false }] }));
    api.on(getMyVolunteer, () => ({}));
  });

  it('asks for year and month of birth, and shows the party mark only if wanted', async () => {
    await after(() => void render(<ProfilePage />));
    await tap('保存');
    expect(await screen.findByText('请选出生年月')).toBeTruthy();
    await write('出生年月 年', '0');
    await write('出生年月 月', '3');
    await tap('急救', screen, 'checkbox');
    await tap('我是在职党员，向社区报到', screen, 'checkbox');
    api.on(setMyVolunteer, () => undefined);
    await tap('保存');
    expect(api.asked(setMyVolunteer)[0]?.body).toMatchObject({
      communityId: 'jn.s01.c01',
      bornOn: `${String(new Date().getFullYear())}-04`,
      skills: ['first-aid'],
      party: { shown: false },
      exportHours: false,
    });
  });

  it('lets a guardian allow their child, and take it back', async () => {
    await after(() => void render(<ProfilePage />));
    api.on(giveGuardianConsent, () => ({ given: true }));
    await tap('同意参加 王小小');
    expect(api.asked(giveGuardianConsent)[0]).toMatchObject({ params: { volunteerId: 'v7' }, body: { given: true } });
    expect(screen.getByRole('button', { name: '收回同意 王小小' })).toBeTruthy();
  });
});
