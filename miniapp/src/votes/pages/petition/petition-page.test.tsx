import { render, screen } from '@testing-library/react';
import { beginPetition } from '@gongyi/shared/votes/contract-preparing';
import { endOfDay } from '@gongyi/shared/kernel/time';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { done, reset } from '../../../../test/taro-stub';
import { aVote } from '../../../../test/vote-samples';
import { chooseCompound } from '../../../platform';
import { resendNow } from '../../../platform/outbox';
import PetitionPage from '.';

let api: ReturnType<typeof fakeApi>;
const show = () => after(() => void render(<PetitionPage />));
const fill = async () => {
  await write('这次提议叫什么', '装电梯');
  await write('联名到哪一天', '2099-01-31');
  await tap(/^改建、重建，加装电梯/, screen, 'radio');
  await write('事项名称', '2号楼加装电梯');
  await write('表决内容，逐字写明', '在 2 号楼北侧加装电梯一部。');
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
  chooseCompound(COMPOUND);
});

it('says what is open before it sends anything', async () => {
  await show();
  await tap('发起联名');
  expect(screen.getByText('请给这次提议起个名字')).toBeTruthy();
  expect(screen.getByText('请选联名到哪一天')).toBeTruthy();
  expect(api.asked(beginPetition)).toHaveLength(0);
});

it('shows a lost answer as unknown, and asks again under the same key', async () => {
  await show();
  await fill();
  api.on(beginPetition, () => undefined);
  await tap('发起联名');
  expect(screen.getByText(/^没有收到回应/)).toBeTruthy();
  api.on(beginPetition, () => aVote({ id: 'v9', status: 'collecting' }));
  await after(() => void resendNow());
  const [lost, again] = api.asked(beginPetition);
  expect(again?.key).toBe(lost?.key);
  expect(done.at(-1)).toEqual({ name: 'redirectTo', options: { url: '/votes/pages/vote/index?id=v9' } });
  expect(lost?.body).toMatchObject({
    title: '装电梯',
    scope: { kind: 'compound' },
    until: endOfDay('2099-01-31'),
    matters: [{ kind: 'rebuilding', title: '2号楼加装电梯' }],
  });
});

it('leads to the petition when it is begun', async () => {
  await show();
  await fill();
  api.on(beginPetition, () => aVote({ id: 'v9', status: 'collecting' }));
  await tap('发起联名');
  expect(done.at(-1)).toEqual({ name: 'redirectTo', options: { url: '/votes/pages/vote/index?id=v9' } });
});

it('tells who owns no home here before they write for nothing', async () => {
  signInAs(aMe({ homes: [] }));
  await show();
  expect(screen.getByText(/^您还没有认领这个小区的住房/)).toBeTruthy();
});
