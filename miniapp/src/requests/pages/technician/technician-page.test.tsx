import { render, screen } from '@testing-library/react';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { getRequest, listQueue, startRequest, takeRequest } from '@gongyi/shared/requests/contract';
import type { RequestRow } from '@gongyi/shared/requests/contract';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap } from '../../../../test/finger';
import { aMe, aRow, aView, signInAs } from '../../../../test/samples';
import { reset, setNetwork } from '../../../../test/taro-stub';
import { dismissSent } from '../../../platform';
import { startNetwork } from '../../../platform/network';
import { outboxEntries } from '../../../platform/outbox';
import TechnicianPage from '.';

const MINE = { assigneeId: 'p1', assigneeName: '张师傅' } as const;
let api: ReturnType<typeof fakeApi>;
const show = async (mine: readonly RequestRow[], all: readonly RequestRow[] = []) => {
  api.on(listQueue, ({ query }) => ({
    items: [...(query['filter'] === 'mine' ? mine : all)],
    counts: { fresh: 0, dueSoon: 0, overdue: 0, paused: 0, open: 1 },
  }));
  await after(() => void render(<TechnicianPage />));
};

beforeAll(startNetwork);
beforeEach(() => {
  reset();
  setNetwork(true);
  for (const { key } of outboxEntries()) dismissSent(key);
  api = fakeApi();
  signInAs(
    aMe({
      grants: [{ id: 'g1', role: 'technician', organisationId: 'o1', scopeName: '安居物业', from: 1 }],
      homes: [],
    }),
  );
});

describe('the technician’s jobs', () => {
  it('offers 到场 first, the photo when work has begun', async () => {
    await show([aRow({ ...MINE, status: 'accepted' })]);
    expect(screen.queryByRole('button', { name: '完工拍照' })).toBeNull();
    api.on(startRequest, () => aView({ ...MINE, status: 'in-progress', rev: 4 }));
    api.on(listQueue, () => ({
      items: [aRow({ ...MINE, status: 'in-progress', rev: 4 })],
      counts: { fresh: 0, dueSoon: 0, overdue: 0, paused: 0, open: 1 },
    }));
    await tap('到场');
    expect(api.asked(startRequest)[0]?.body).toEqual({ rev: 3 });
    expect(screen.queryByRole('button', { name: '到场' })).toBeNull();
    api.on(getRequest, () => aView({ ...MINE, status: 'in-progress', rev: 4, moves: ['resolve', 'pause'] }));
    await tap('完工拍照');
    expect(screen.getByRole('button', { name: '完工' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '暂缓' })).toBeTruthy();
  });

  it('keeps 到场 for later without a network, and says so', async () => {
    await show([aRow({ ...MINE, status: 'accepted' })]);
    await after(() => setNetwork(false));
    await tap('到场');
    expect(api.asked(startRequest)).toHaveLength(0);
    expect(screen.getByText(/到场.*待发送/)).toBeTruthy();
  });

  it('shows under 可以接的 only what nobody has', async () => {
    await show(
      [],
      [
        aRow({ id: 'r1', status: 'accepted', placeName: '1号楼' }),
        aRow({ id: 'r2', status: 'accepted', placeName: '2号楼', ...MINE }),
        aRow({ id: 'r3', status: 'submitted', placeName: '3号楼' }),
      ],
    );
    expect(screen.getByText('手上没有活儿')).toBeTruthy();
    await tap('可以接的', screen, 'tab');
    expect(screen.getByText('1号楼')).toBeTruthy();
    expect(screen.queryByText('2号楼')).toBeNull();
    expect(screen.queryByText('3号楼')).toBeNull();
    api.on(takeRequest, () => refuse('already-held', { byName: '李师傅' }));
    await tap('我来接');
    expect(screen.getByText('李师傅已经接了。')).toBeTruthy();
  });
});
