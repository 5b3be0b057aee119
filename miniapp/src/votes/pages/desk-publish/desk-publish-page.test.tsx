import { render, screen } from '@testing-library/react';
import { DAY } from '@gongyi/shared/kernel/time';
import { getReadiness, publishVote } from '@gongyi/shared/votes/contract-preparing';
import type { Readiness } from '@gongyi/shared/votes/contract-view';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { aVote } from '../../../../test/vote-samples';
import DeskPublishPage from '.';

const readiness = (part: Partial<Readiness> = {}): Readiness => ({
  ready: true,
  checks: [{ check: 'roll', state: 'fine', facts: {} }],
  electorate: { homes: 600, area: 5_221_875, heads: 560, coOwned: 3, unsold: 12 },
  earliestOpening: Date.now() + 15 * DAY,
  earliestClose: Date.now() + 22 * DAY,
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const show = () => after(() => void render(<DeskPublishPage />));

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe());
  openWith({ id: 'v1' });
  api.on(getVote, () => aVote({ status: 'draft', moves: ['publish', 'amend'] }));
});

describe('announcing a vote', () => {
  it('says what stands in the way, why, and opens where it is mended', async () => {
    api.on(getReadiness, () =>
      readiness({
        ready: false,
        checks: [
          { check: 'roll', state: 'fine', facts: {} },
          { check: 'areas', state: 'blocks', facts: { homes: 4 } },
          { check: 'scrutineers', state: 'blocks', facts: { named: 1, name: '赵监票', why: 'works-for-company' } },
          { check: 'co-owners', state: 'warns', facts: { heads: 3 } },
        ],
      }),
    );
    await show();
    expect(await screen.findByText('有 4 套房没有面积，不能计票。')).toBeTruthy();
    expect(screen.getByText('赵监票在物业公司工作，不能监票。')).toBeTruthy();
    expect(screen.getByText(/有 3 户由几位共有人所有/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '发布公告' })).toHaveProperty('disabled', true);
    await tap('补上面积');
    expect(done.at(-1)?.options).toMatchObject({ url: expect.stringContaining('roll-import') });
  });

  it('moves a time that is too early to the first lawful one by a tap', async () => {
    const earliest = Date.now() + 20 * DAY;
    api.on(getReadiness, ({ query }) =>
      Number(query['opensAt'] ?? 0) >= earliest
        ? readiness()
        : readiness({
            ready: false,
            checks: [{ check: 'notice-days', state: 'blocks', facts: { days: 20, earliest } }],
          }),
    );
    await show();
    await tap('改到最早的上午九点');
    expect(await screen.findByText('各项检查都通过了，可以发公告')).toBeTruthy();
  });

  it('shows word for word what goes out, once, and then announces it', async () => {
    api.on(getReadiness, () => readiness());
    api.on(publishVote, () => aVote({ status: 'on-notice' }));
    await show();
    await tap('发布公告');
    expect(sheet().getByText(/第 1 项：选聘新的物业公司/)).toBeTruthy();
    expect(sheet().getByText(/600 套房，560 人有投票权，专有部分面积 52,218.75㎡/)).toBeTruthy();
    expect(sheet().getByText(/征求意见/)).toBeTruthy();
    expect(api.asked(publishVote)).toHaveLength(0);
    await tap('发布公告', sheet());
    expect(api.asked(publishVote)[0]?.body).toMatchObject({ rev: 4 });
    expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/desk-vote/index?id=v1' });
  });
});
