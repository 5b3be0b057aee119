import { render, screen } from '@testing-library/react';
import { getOverview } from '@gongyi/shared/command/contract';
import { listPublicNotices, listSessions, listTopics } from '@gongyi/shared/council/contract';
import type { PublicNoticeRow, SessionRow } from '@gongyi/shared/council/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { fakeApi } from '../../../test/fake-api';
import { after, tap } from '../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../test/samples';
import { done, reset } from '../../../test/taro-stub';
import { aTopicRow } from '../../../test/topic-samples';
import { chooseCompound } from '../../platform';
import { forgetSession } from '../../platform/session-token';
import Council from '.';

const DAY = 86_400_000;
let api: ReturnType<typeof fakeApi>;

const aNotice = (part: Partial<PublicNoticeRow> = {}): PublicNoticeRow => ({
  sessionId: 's1',
  number: '1120-HUIY',
  titles: ['中心花园补种树'],
  publishedAt: Date.now() - DAY,
  endsAt: Date.now() + 6 * DAY,
  ...part,
});
const aSession = (part: Partial<SessionRow> = {}): SessionRow => ({
  id: 's2',
  number: '1123-EFGH',
  rev: 1,
  status: 'called',
  compoundId: COMPOUND,
  compoundName: '幸福小区',
  startsAt: Date.now() + 5 * DAY,
  venue: '居委会二楼会议室',
  online: false,
  topics: ['南门装路灯'],
  absent: [],
  ...part,
});
const show = () => after(() => void render(<Council />));

beforeEach(() => {
  reset();
  api = fakeApi();
  api.on(listPublicNotices, () => ({ items: [aNotice(), aNotice({ sessionId: 's0', titles: ['旧的'], endedAt: 1 })] }));
  api.on(listSessions, () => ({ items: [aSession(), aSession({ id: 's9', status: 'cancelled', venue: '别处' })] }));
  api.on(listTopics, ({ query }) => ({
    items:
      query['stage'] === 'gathering'
        ? [aTopicRow()]
        : [
            aTopicRow({
              id: 't2',
              title: '修健身器材',
              status: 'carrying-out',
              tasks: { done: 1, all: 3, overdue: 1 },
            }),
          ],
  }));
  signInAs();
  chooseCompound(COMPOUND);
});

describe('议事', () => {
  it('shows the topics of a stage, and of another on a tap', async () => {
    await show();
    expect(await screen.findByText('北门装电动车充电桩')).toBeTruthy();
    await tap('已议定', screen, 'tab');
    expect(await screen.findByText('修健身器材')).toBeTruthy();
    expect(screen.getByText('任务办完 1/3')).toBeTruthy();
    expect(screen.getByText('1 项超期')).toBeTruthy();
    expect(screen.queryByText('北门装电动车充电桩')).toBeNull();
    expect(api.asked(listTopics).map(({ query }) => query['stage'])).toEqual(['gathering', 'resolved']);
  });

  it('shows sessions to come and notices still on display, and opens them', async () => {
    await show();
    expect(await screen.findByText(/居委会二楼会议室/)).toBeTruthy();
    expect(screen.queryByText(/别处/)).toBeNull();
    expect(screen.queryByText('旧的')).toBeNull();
    await tap(/中心花园补种树/);
    await tap('提个议题');
    expect(done.map(({ options }) => options)).toEqual([
      { url: '/council/pages/notice/index?id=s1' },
      { url: '/council/pages/propose/index' },
    ]);
  });

  it('tells who does not live here how to, and still shows notices and the seats', async () => {
    api.on(listSessions, () => refuse('not-found'));
    api.on(listTopics, () => refuse('not-found'));
    api.on(getOverview, () => undefined);
    await show();
    expect(await screen.findByText(/您还没有认领这个小区的住房/)).toBeTruthy();
    expect(screen.getByText('中心花园补种树')).toBeTruthy();
    expect(screen.getByText(/依法由业主大会决定/)).toBeTruthy();
    expect(screen.queryByText('没有找到，可能已被撤回，或不在您能看的范围。')).toBeNull();
    await tap('认领住房');
    expect(done).toContainEqual({ name: 'navigateTo', options: { url: '/people/pages/homes/index' } });
  });

  it('shows a visitor the notices without asking for anything else', async () => {
    forgetSession();
    await show();
    expect(await screen.findByText('中心花园补种树')).toBeTruthy();
    expect(screen.getByRole('button', { name: '登录看看' })).toBeTruthy();
    expect(api.asked(listTopics)).toHaveLength(0);
    expect(api.asked(listSessions)).toHaveLength(0);
  });

  it('leads staff to the desk, and nobody else', async () => {
    await show();
    expect(screen.queryByRole('button', { name: '议事工作台' })).toBeNull();
    const grant = {
      id: 'g1',
      role: 'community-secretary' as const,
      placeId: 'jn.s01.c01',
      scopeName: '幸福社区',
      from: 1,
    };
    await after(() => signInAs(aMe({ grants: [grant] })));
    await tap('议事工作台');
    expect(done).toContainEqual({ name: 'navigateTo', options: { url: '/council/pages/desk/index' } });
  });
});
