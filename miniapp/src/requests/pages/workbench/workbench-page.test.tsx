import { fireEvent, render, screen } from '@testing-library/react';
import { listStaff } from '@gongyi/shared/district/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { acceptRequest, assignMany, getRequest, listQueue, listTemplates } from '@gongyi/shared/requests/contract';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aMe, aRow, aView, signInAs } from '../../../../test/samples';
import { reset } from '../../../../test/taro-stub';
import WorkbenchPage from '.';

const COUNTS = { fresh: 2, dueSoon: 1, overdue: 0, paused: 0, open: 3 };
const LAMP = aRow({ id: 'r1', title: '照明 1号楼', words: '门灯不亮', number: 'BX-1' });
const PIPE = aRow({ id: 'r2', title: '漏水 2号楼', words: '厨房漏水', number: 'BX-2', placeName: '2号楼' });

let api: ReturnType<typeof fakeApi>;
const key = (name: string) => after(() => void fireEvent.keyDown(document.body, { key: name }));
const open = async () => {
  await after(() => void render(<WorkbenchPage />));
  await screen.findByText('照明 1号楼');
};

beforeEach(() => {
  reset();
  api = fakeApi();
  api.on(listQueue, () => ({ items: [LAMP, PIPE], counts: COUNTS }));
  api.on(listTemplates, () => ({ items: [] }));
  api.on(getRequest, ({ params }) =>
    aView({ ...(params['requestId'] === 'r2' ? PIPE : LAMP), moves: ['accept', 'reply'], mine: false }),
  );
  api.on(listStaff, () => ({ items: [{ personId: 'p7', name: '张师傅', role: 'technician' as const }] }));
  signInAs(
    aMe({
      grants: [{ id: 'g1', role: 'dispatcher', organisationId: 'o1', scopeName: '安居物业', from: 1 }],
      homes: [],
    }),
  );
});

describe('the desk', () => {
  it('shows the counts and asks the server for what a filter means', async () => {
    await open();
    expect(api.asked(listQueue)[0]).toMatchObject({ params: { organisationId: 'o1' }, query: { filter: 'all' } });
    await tap('新单 2', screen, 'tab');
    expect(api.asked(listQueue).at(-1)?.query['filter']).toBe('new');
    expect(screen.getByRole('tab', { name: '新单 2' }).getAttribute('aria-selected')).toBe('true');
  });

  it('searches in what is there', async () => {
    await open();
    await write('搜索工单', '厨房');
    expect(screen.queryByText('照明 1号楼')).toBeNull();
    expect(screen.getByText('漏水 2号楼')).toBeTruthy();
  });

  it('hands out what is ticked at once, and keeps ticked what did not go', async () => {
    await open();
    await tap(/^选中 .*照明/, screen, 'checkbox');
    await tap(/^选中 .*漏水/, screen, 'checkbox');
    api.on(assignMany, () => ({
      items: [
        { requestId: 'r1', done: true, rev: 4 },
        { requestId: 'r2', done: false, refused: 'changed-meanwhile' },
      ],
    }));
    await tap('批量派单 2 件');
    await screen.findByRole('radio', { name: /张师傅/ });
    await tap(/张师傅/, sheet(), 'radio');
    await tap('派单', sheet());
    expect(api.asked(assignMany)[0]?.body).toEqual({
      assigneeId: 'p7',
      requests: [
        { requestId: 'r1', rev: 3 },
        { requestId: 'r2', rev: 3 },
      ],
    });
    expect(await screen.findByText('派出 1 件，1 件没派成，还选着')).toBeTruthy();
    expect(screen.getByRole('button', { name: '批量派单 1 件' })).toBeTruthy();
  });

  it('says it when another was faster with 接单, and reads the queue anew', async () => {
    await open();
    api.on(acceptRequest, () => refuse('already-held', { byName: '供热公司' }));
    const before = api.asked(listQueue).length;
    await tap(/^接单 1号楼1单元/);
    expect(await screen.findByText('供热公司已经接了。')).toBeTruthy();
    expect(api.asked(listQueue).length).toBeGreaterThan(before);
  });

  it('goes by keys: down to an order, A accepts it, R opens a reply', async () => {
    await open();
    await key('ArrowDown');
    expect(api.asked(getRequest).map(({ params }) => params['requestId'])).toEqual(['r1']);
    await key('ArrowDown');
    expect(api.asked(getRequest).at(-1)?.params['requestId']).toBe('r2');
    api.on(acceptRequest, () =>
      aView({ ...PIPE, status: 'accepted', rev: 4, moves: ['assign', 'reply'], mine: false }),
    );
    await key('a');
    expect(api.asked(acceptRequest).map(({ params, body }) => [params['requestId'], body])).toEqual([
      ['r2', { rev: 3 }],
    ]);
    await key('r');
    expect(screen.getByRole('dialog')).toBeTruthy();
    await key('ArrowUp');
    expect(api.asked(getRequest).at(-1)?.params['requestId']).toBe('r2');
  });

  it('takes no letter for a command while somebody types', async () => {
    await open();
    await key('ArrowDown');
    const search = screen.getByLabelText('搜索工单');
    await after(() => void fireEvent.keyDown(search, { key: 'a' }));
    expect(api.asked(acceptRequest)).toHaveLength(0);
  });
});
