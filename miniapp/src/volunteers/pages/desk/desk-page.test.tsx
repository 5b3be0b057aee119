import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { spendPoints } from '@gongyi/shared/volunteers/contract-hours';
import { getVolunteerSettings } from '@gongyi/shared/volunteers/contract-teams';
import { correctBirth, listVolunteers } from '@gongyi/shared/volunteers/contract-volunteers';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { reset } from '../../../../test/taro-stub';
import { DeskPoints } from '../../components/desk-points';
import { DeskVolunteers } from '../../components/desk-volunteers';

let api: ReturnType<typeof fakeApi>;
const settings = { version: 1, pointsPerHour: 10, wishDays: 7, mayChange: true };
const row = {
  volunteerId: 'v1',
  name: '王小样',
  recorded: false,
  minor: false,
  guardianGiven: false,
  skills: [],
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

it('exchanges somebody’s points where the community keeps them, and says what is left or missing', async () => {
  api.on(getVolunteerSettings, () => settings);
  api.on(listVolunteers, () => ({ items: [row] }));
  await after(() => void render(<DeskPoints placeId="jn.s1.c1" />));
  await tap('兑换积分');
  await tap('兑换积分', sheet());
  expect(sheet().getByText('请选一位志愿者')).toBeTruthy();
  await tap('王小样', sheet(), 'radio');
  await write('用掉几分', '30', sheet());
  await write('换什么', '一袋大米', sheet());
  api.on(spendPoints, () => refuse('points-short', { balance: 20 }));
  await tap('兑换积分', sheet());
  expect(sheet().getByText('积分不够，现有 20 分。')).toBeTruthy();
  api.on(spendPoints, () => ({ balance: 5, at: Date.now() }));
  await tap('兑换积分', sheet());
  expect(api.asked(spendPoints).at(-1)).toMatchObject({
    params: { placeId: 'jn.s1.c1' },
    body: { volunteerId: 'v1', points: 30, reason: '一袋大米' },
  });
});

it('puts a month of birth right with what staff saw, and says what follows', async () => {
  api.on(listVolunteers, () => ({ items: [row] }));
  await after(() => void render(<DeskVolunteers placeId="jn.s1.c1" />));
  await tap('更正出生年月');
  await tap('更正', sheet());
  for (const words of ['请选一位志愿者', '请选年和月', '请写明依据']) expect(sheet().getByText(words)).toBeTruthy();
  await tap('王小样', sheet(), 'radio');
  await write('出生年月 年', '0', sheet());
  await write('出生年月 月', '3', sheet());
  await write('依据（看过什么）', '户口本', sheet());
  const bornOn = `${String(new Date().getFullYear())}-04`;
  api.on(correctBirth, () => ({ volunteerId: 'v1', bornOn, minor: true }));
  await tap('更正', sheet());
  expect(api.asked(correctBirth)[0]).toMatchObject({
    params: { volunteerId: 'v1' },
    body: { bornOn, reason: '户口本' },
  });
});

it('says nothing of points where there are none', async () => {
  api.on(getVolunteerSettings, () => ({ ...settings, pointsPerHour: 0 }));
  await after(() => void render(<DeskPoints placeId="jn.s1.c1" />));
  expect(screen.queryByText('兑换积分')).toBeNull();
});
