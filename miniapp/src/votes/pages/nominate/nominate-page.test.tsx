import { render, screen } from '@testing-library/react';
import { listNominations, nominate, supportNomination } from '@gongyi/shared/votes/contract-preparing';
import type { Nomination } from '@gongyi/shared/votes/contract-preparing';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { HOME, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { aVote, anElection } from '../../../../test/vote-samples';
import NominatePage from '.';

let api: ReturnType<typeof fakeApi>;
const aNomination = (part: Partial<Nomination> = {}): Nomination => ({
  id: 'n1',
  matterId: 'm2',
  name: '李示例',
  homeName: '2号楼1单元302室',
  about: '楼栋长',
  by: 'owners',
  at: Date.now(),
  supporters: 12,
  supportedByMe: false,
  mine: false,
  ...part,
});
const listed = (items: Nomination[]) => ({ items, mayNominate: true, mayCheck: false });

beforeEach(async () => {
  reset();
  api = fakeApi();
  signInAs();
  openWith({ vote: 'v1' });
  api.on(getVote, () => aVote({ status: 'nominating', matterList: [anElection()], nominateUntil: Date.now() + 9e8 }));
  api.on(listNominations, () => listed([aNomination()]));
  await after(() => void render(<NominatePage />));
  await screen.findByText('李示例');
});

it('says 征求意见, and counts a neighbour’s support only when it is recorded', async () => {
  expect(screen.getByText('征求意见')).toBeTruthy();
  api.on(supportNomination, () => undefined);
  await tap('我也推荐 李示例');
  expect(screen.getByText('12 位业主附议')).toBeTruthy();
  api.on(supportNomination, () => listed([aNomination({ supporters: 13, supportedByMe: true })]));
  await tap('我也推荐 李示例');
  expect(screen.getByText('13 位业主附议')).toBeTruthy();
  const [lost, again] = api.asked(supportNomination);
  expect(again?.key).toBe(lost?.key);
});

it('takes somebody who stands for election themself, by their own name and home', async () => {
  await tap('报名或推荐');
  await tap('提交', sheet());
  expect(sheet().getByText('请选推荐谁')).toBeTruthy();
  expect(api.asked(nominate)).toHaveLength(0);
  await tap(/^我自己/, sheet(), 'radio');
  await write('介绍', '退休教师', sheet());
  api.on(nominate, () => listed([aNomination(), aNomination({ id: 'n2', name: '王小明', by: 'self', mine: true })]));
  await tap('提交', sheet());
  expect(api.asked(nominate)[0]?.body).toEqual({
    matterId: 'm2',
    by: 'self',
    name: '王小明',
    homeId: HOME,
    about: '退休教师',
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});
