import { render, screen } from '@testing-library/react';
import { listRollCorrections } from '@gongyi/shared/votes/contract-preparing';
import type { RollCorrection } from '@gongyi/shared/votes/contract-preparing';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import type * as z from 'zod/mini';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { aVote } from '../../../../test/vote-samples';
import DeskRollPage from '.';

const corrected = (rev: number, homeName: string): z.output<typeof RollCorrection> => ({
  rev,
  at: Date.now(),
  by: '居委会 李**',
  reason: '产权证面积不同',
  homeId: 'jn.s1.c1.x1.b1.e1.h101',
  homeName,
  areaBefore: 8000,
  areaAfter: 8050,
  statusBefore: 'owned',
  statusAfter: 'owned',
  ownersChanged: false,
});

let api: ReturnType<typeof fakeApi>;

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe());
  openWith({ id: 'v1' });
  api.on(getVote, () => aVote({ status: 'open' }));
});

it('shows the newest corrections with what changed and why, and further ones when asked', async () => {
  api.on(listRollCorrections, ({ query }) =>
    query.cursor === 'next'
      ? { items: [corrected(4, '1号楼1单元101室')] }
      : { items: [corrected(5, '2号楼1单元101室')], cursor: 'next' },
  );
  await after(() => void render(<DeskRollPage />));
  expect(screen.getByText('2号楼1单元101室')).toBeTruthy();
  expect(screen.getByText('面积 80.00㎡ → 80.50㎡')).toBeTruthy();
  expect(screen.queryByText('1号楼1单元101室')).toBeNull();
  await tap('看更多');
  expect(screen.getByText('2号楼1单元101室')).toBeTruthy();
  expect(screen.getByText('1号楼1单元101室')).toBeTruthy();
  expect(screen.queryByText('看更多')).toBeNull();
});
