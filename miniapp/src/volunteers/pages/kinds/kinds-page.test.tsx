import { render, screen } from '@testing-library/react';
import { changeTeamKinds, listTeamKinds } from '@gongyi/shared/volunteers/contract-teams';
import { NAMED_KINDS } from '@gongyi/shared/volunteers/kinds';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import KindsPage from '.';

let api: ReturnType<typeof fakeApi>;
const MEDICAL = { id: 'medical', name: '医疗服务队', named: false };
const kinds = (more: object = {}) => ({ version: 2, items: [...NAMED_KINDS, MEDICAL], mayChange: true, ...more });

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
  openWith({ place: 'jn' });
});

it('shows the four that stay, and lets further ones be named, added and taken away', async () => {
  api.on(listTeamKinds, () => kinds());
  await after(() => void render(<KindsPage />));
  expect(await screen.findByText('治安巡逻服务队')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: '治安巡逻服务队' })).toBeNull();
  await tap('加一类');
  await tap('保存');
  expect(screen.getByText('请写这一类的名称，20 字以内')).toBeTruthy();
  expect(api.asked(changeTeamKinds)).toHaveLength(0);
  await write('第 2 类', '助学服务队');
  await tap('去掉 医疗服务队');
  api.on(changeTeamKinds, () => kinds({ version: 3 }));
  await tap('保存');
  expect(api.asked(changeTeamKinds)[0]).toMatchObject({
    params: { placeId: 'jn' },
    body: { seen: 2, items: [{ id: expect.stringMatching(/^k-[a-z0-9]+$/), name: '助学服务队' }] },
  });
});

it('only shows them to whoever may not change them', async () => {
  api.on(listTeamKinds, () => kinds({ mayChange: false }));
  await after(() => void render(<KindsPage />));
  expect(await screen.findByText('医疗服务队')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull();
});
