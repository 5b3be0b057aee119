import { render, screen } from '@testing-library/react';
import { getOverview } from '@gongyi/shared/command/contract';
import type { PartySeat } from '@gongyi/shared/command/contract';
import { listNeeds, listPublicNotices } from '@gongyi/shared/council/contract';
import { DAY, HOUR, startOfDay } from '@gongyi/shared/kernel/time';
import { listMine } from '@gongyi/shared/requests/contract';
import { getMyLines } from '@gongyi/shared/votes/contract-ballots';
import { listMyVotes } from '@gongyi/shared/votes/contract-votes';
import { fakeApi } from '../../../test/fake-api';
import { after, sheet, tap } from '../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../test/samples';
import { done, reset } from '../../../test/taro-stub';
import { aLine, aVoteRow } from '../../../test/vote-samples';
import { chooseCompound, signOut } from '../../platform';
import HomePage from '.';

let api: ReturnType<typeof fakeApi>;
const notice = (sessionId: string, title: string, endsAt: number, endedAt?: number) => ({
  sessionId,
  number: '1128-abcd',
  titles: [title],
  publishedAt: Date.now() - DAY,
  endsAt,
  ...(endedAt === undefined ? {} : { endedAt }),
});

beforeEach(() => {
  reset();
  api = fakeApi();
  chooseCompound(COMPOUND);
  api.on(listMine, () => ({ items: [] }));
});

const aSeat = (party: PartySeat['party'], part: Partial<PartySeat> = {}): PartySeat => ({
  party,
  standIn: false,
  kept: 0,
  due: 0,
  open: 0,
  overdue: 0,
  tasks: { open: 0, overdue: 0 },
  ...part,
});
const committee = { id: 'o1', kind: 'committee-of-residents' as const, name: '幸福居委会' };

describe('首页', () => {
  it('shows at the table what each side has to do in requests and for the council, and who stands in', async () => {
    await signOut();
    const inHand = { organisation: committee, kept: 3, due: 4, open: 1, tasks: { open: 2, overdue: 1 } };
    api.on(getOverview, () => ({
      compound: { place: { id: COMPOUND, name: '幸福小区' }, path: [] },
      demo: false,
      seats: [
        aSeat('committee-of-residents', inHand),
        aSeat('party-branch', { tasks: { open: 1, overdue: 0 } }),
        aSeat('owners-committee', { ...inHand, standIn: true }),
        aSeat('property-company'),
      ],
      duty: [],
      finished: [],
    }));
    await after(() => void render(<HomePage />));
    expect(await screen.findAllByText('在办 3 · 超期 1')).toHaveLength(2);
    expect(screen.getByText('在办 1')).toBeTruthy();
    // One body at two seats kept its promises once.
    expect(screen.getByText('3/4')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: '物业 暂无' })).toHaveLength(2);
    await tap('业委会 按时 3/4');
    expect(sheet().getByText('幸福居委会（代行）')).toBeTruthy();
    expect(sheet().getByText('报事：在办 1 件，其中超期 0 件')).toBeTruthy();
    expect(sheet().getByText('四方议定的任务：在办 2 项，其中超期 1 项')).toBeTruthy();
  });

  it('shows two notices on display with their days left, the one that ends first on top, none that is over', async () => {
    await signOut();
    const now = Date.now();
    api.on(listPublicNotices, () => ({
      items: [
        notice('s4', '绿化', now + 9 * DAY),
        notice('s3', '门禁', startOfDay(now) + 7 * DAY),
        notice('s2', '门灯', now - HOUR),
        notice('s1', '旧事', now - DAY, now - DAY),
      ],
    }));
    await after(() => void render(<HomePage />));
    expect(await screen.findByText('门灯')).toBeTruthy();
    expect(screen.getByText('等答复异议')).toBeTruthy();
    expect(screen.getByText('还剩 7 天')).toBeTruthy();
    expect(screen.queryByText('绿化')).toBeNull();
    expect(screen.queryByText('旧事')).toBeNull();
    expect(api.asked(listNeeds)).toHaveLength(0);
  });

  it('says what the council waits for from me, with the verb that answers it', async () => {
    signInAs(aMe());
    api.on(listPublicNotices, () => ({ items: [] }));
    api.on(listNeeds, () => ({
      items: [
        {
          kind: 'confirm-minutes' as const,
          title: '11 月会议',
          dueAt: Date.now() + 3.5 * HOUR,
          compoundId: COMPOUND,
          compoundName: '和谐家园',
          sessionId: 's1',
        },
      ],
    }));
    await after(() => void render(<HomePage />));
    expect(await screen.findByText('纪要等本方确认：11 月会议')).toBeTruthy();
    await tap('看纪要');
    expect(done.at(-1)?.options).toEqual({ url: '/council/pages/session/index?id=s1' });
  });

  it('puts my pending ballot first, with its verb and how long there is', async () => {
    signInAs(aMe());
    api.on(listPublicNotices, () => ({ items: [] }));
    api.on(listMyVotes, () => ({
      items: [aVoteRow({ id: 'v2', title: '修电梯' }), aVoteRow(), aVoteRow({ id: 'v3', status: 'on-notice' })],
    }));
    api.on(getMyLines, ({ params }) => ({
      status: 'open' as const,
      lines: [params['voteId'] === 'v1' ? aLine() : aLine({ state: 'cast' })],
    }));
    await after(() => void render(<HomePage />));
    expect(await screen.findByText('换物业，装电梯')).toBeTruthy();
    expect(screen.getByText('还剩 3 天')).toBeTruthy();
    expect(screen.queryByText('修电梯')).toBeNull();
    await tap('投出这一票');
    expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/vote/index?id=v1' });
    expect(api.asked(getMyLines).map(({ params }) => params['voteId'])).not.toContain('v3');
  });

  it('has four big rows in 长辈版, and 我要投票 opens the one that waits', async () => {
    signInAs(aMe());
    api.on(listPublicNotices, () => ({ items: [] }));
    api.on(listMyVotes, () => ({ items: [aVoteRow()] }));
    api.on(getMyLines, () => ({ status: 'open' as const, lines: [aLine()] }));
    await after(() => void render(<HomePage />));
    await tap('长辈版');
    await tap('我要投票,有 1 件等您投票');
    expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/vote/index?id=v1' });
    await tap('返回标准版');
  });
});
