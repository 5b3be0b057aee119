import { render, screen } from '@testing-library/react';
import { listOrganisations, searchCompounds } from '@gongyi/shared/district/contract';
import {
  HAND_OVER_ITEMS,
  cancelHandOver,
  completeHandOver,
  listHandOvers,
  planHandOver,
} from '@gongyi/shared/votes/contract-result';
import type { HandOver } from '@gongyi/shared/votes/contract-result';
import { listVotes } from '@gongyi/shared/votes/contract-votes';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { aVoteRow } from '../../../../test/vote-samples';
import DeskHandOverPage from '.';

const aHandOver = (part: Partial<HandOver> = {}): HandOver => ({
  id: 'h1',
  rev: 10,
  state: 'planned',
  compoundId: COMPOUND,
  from: { id: 'o1', name: '安居物业' },
  to: { id: 'o2', name: '新家物业' },
  basis: { kind: 'vote', voteId: 'v1' },
  onDay: '2026-12-01',
  items: HAND_OVER_ITEMS.map((item) => ({ item, done: true })),
  mayChange: true,
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const show = async (items: HandOver[], mayWithoutVote = false) => {
  api.on(listHandOvers, () => ({ items, mayWithoutVote }));
  await after(() => void render(<DeskHandOverPage />));
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe());
  openWith({ compound: COMPOUND });
  const company = { id: 'o1', kind: 'property-company' as const, name: '安居物业', phone: '0470-1234567' };
  api.on(listOrganisations, () => ({ items: [company] }));
  api.on(searchCompounds, () => ({ items: [] }));
});

describe('a hand-over between property companies', () => {
  it('is gone on with where it was cut off, until all orders have moved', async () => {
    await show([aHandOver({ state: 'moving', orders: { moved: 40 } })]);
    expect(screen.getByText('已把 40 件在办工单转给新物业')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '办完交接' })).toBeNull();
    api.on(completeHandOver, () => aHandOver({ rev: 11, state: 'moving', orders: { moved: 90 } }));
    await tap('继续办理');
    expect(api.asked(completeHandOver)[0]?.body).toEqual({ rev: 10 });
    expect(screen.getByText('已把 90 件在办工单转给新物业')).toBeTruthy();
    api.on(completeHandOver, () => aHandOver({ rev: 12, state: 'done', mayChange: false, orders: { moved: 120 } }));
    await tap('继续办理');
    expect(screen.getByText('已把 120 件在办工单转给新物业')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '继续办理' })).toBeNull();
  });

  it('is cancelled with a reason while it has not begun, and stays to be read', async () => {
    await show([aHandOver(), aHandOver({ id: 'h0', state: 'done', mayChange: false })]);
    api.on(cancelHandOver, ({ body }) =>
      aHandOver({
        state: 'cancelled',
        mayChange: false,
        cancelled: { reason: (body as { reason: string }).reason, at: 1, by: '王**' },
      }),
    );
    await tap('取消这次交接');
    await tap('取消这次交接', sheet());
    expect(sheet().getByText('请写明理由')).toBeTruthy();
    await write('为什么取消', '原物业续签了', sheet());
    await tap('取消这次交接', sheet());
    expect(api.asked(cancelHandOver)[0]?.body).toEqual({ rev: 10, reason: '原物业续签了' });
    expect(screen.getByText('王** 取消：原物业续签了')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /办完交接|取消这次交接/ })).toBeNull();
  });

  it('is not planned where the owners decided nothing and the street does not answer for it', async () => {
    api.on(listVotes, () => ({ items: [] }));
    await show([]);
    await tap('安排交接');
    expect(sheet().getByText(/还没有选聘或解聘物业、已公布通过的表决/)).toBeTruthy();
    await tap('安排交接', sheet());
    expect(api.asked(planHandOver)).toHaveLength(0);
  });

  it('asks the street why and for a document where there was no vote', async () => {
    api.on(listVotes, () => ({ items: [] }));
    await show([], true);
    await tap('安排交接');
    await tap('没有表决，由街道办理', sheet(), 'radio');
    await tap('安排交接', sheet());
    expect(sheet().getByText('请写明理由')).toBeTruthy();
    expect(sheet().getByText('请拍下材料，例如撤离告知书、街道文件')).toBeTruthy();
    expect(api.asked(planHandOver)).toHaveLength(0);
  });

  it.each([
    ['consultative', true],
    ['designated', false],
  ] as const)('asks for the formal decision where the vote only asked: %s', async (legalForce, asks) => {
    const matters = [{ title: '选聘物业', kind: 'property-company-hiring' as const, outcome: 'passed' }];
    api.on(listVotes, () => ({ items: [aVoteRow({ id: 'v1', status: 'published', legalForce, matters })] }));
    await show([]);
    await tap('安排交接');
    await tap('安排交接', sheet());
    expect(sheet().queryByText('请拍下业主大会的正式决定，例如盖章的决议') !== null).toBe(asks);
    expect(api.asked(planHandOver)).toHaveLength(0);
  });
});
