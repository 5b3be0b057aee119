import { render, screen } from '@testing-library/react';
import { callSession, getCouncilRules, getSession, listTopics } from '@gongyi/shared/council/contract';
import type { TopicRow } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import type { CouncilRules } from '@gongyi/shared/council/council-rules';
import { DAY, HOUR } from '@gongyi/shared/kernel/time';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { aSession, viewOf } from '../../../../test/council-samples';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { lawfulFrom, usualStart } from '../../calling';
import CallPage from '.';

const aTopic = (part: Partial<TopicRow> = {}): TopicRow => ({
  id: 't1',
  number: '1120-abcd',
  rev: 2,
  status: 'accepted',
  compoundId: COMPOUND,
  compoundName: '和谐家园',
  title: '门灯改造',
  proposerName: '3号楼 王**',
  proposedAt: Date.now() - 3 * DAY,
  since: Date.now() - DAY,
  seconds: 5,
  comments: 0,
  tasks: { done: 0, all: 0, overdue: 0 },
  rulesVersion: 0,
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const rules = (part: Partial<CouncilRules> = {}) =>
  api.on(getCouncilRules, () => ({
    placeId: 'jn.s01.c01',
    version: 0,
    rules: { ...DEFAULT_COUNCIL_RULES, ...part },
    changes: [],
    mayChange: true,
  }));
const open = async () => {
  await after(() => void render(<CallPage />));
  await screen.findByRole('checkbox', { name: /门灯改造/ });
};

beforeEach(() => {
  reset();
  api = fakeApi();
  rules();
  api.on(listTopics, () => ({
    items: [
      aTopic(),
      aTopic({ id: 't2', title: '停车划线' }),
      aTopic({ id: 't3', title: '已排', status: 'scheduled' }),
    ],
  }));
  signInAs(aMe());
  openWith({ compound: COMPOUND });
});

describe('the times a session is called for', () => {
  it('are lawful, with room to send the form: the next half hour, in the evening by itself', () => {
    const now = Date.UTC(2026, 10, 23, 6);
    expect(lawfulFrom(now)).toBe(now + HOUR / 2);
    // Called at 14:00, five days on at 19:00; called at 21:00, the evening after.
    expect(usualStart(DEFAULT_COUNCIL_RULES, now)).toBe(now + 5 * DAY + 5 * HOUR);
    expect(usualStart(DEFAULT_COUNCIL_RULES, now + 7 * HOUR)).toBe(now + 6 * DAY + 5 * HOUR);
  });
});

describe('calling a session', () => {
  it('says what is missing and calls nothing', async () => {
    await open();
    expect(screen.queryByText('已排')).toBeNull();
    await tap('召集会议，通知四方');
    expect(screen.getByText('请至少选一个议题')).toBeTruthy();
    expect(screen.getByText('请写明地点')).toBeTruthy();
    expect(api.asked(callSession)).toHaveLength(0);
  });

  it('offers the lawful earliest time by one tap when the call came too early', async () => {
    await open();
    const earliest = Date.now() + 5 * DAY;
    api.on(callSession, () => refuse('notice-too-short', { earliest, noticeDays: 5 }));
    await tap(/门灯改造/, screen, 'checkbox');
    await write('开会地点', '议事厅');
    await tap('召集会议，通知四方');
    expect(screen.getByText(/要提前 5 天通知，最早可定在/)).toBeTruthy();
    await tap(/^改到 /);
    expect(screen.queryByText(/要提前 5 天通知，最早/)).toBeNull();
    api.on(callSession, () => viewOf(aSession()));
    await tap('召集会议，通知四方');
    expect(api.asked(callSession).at(-1)?.body).toEqual({
      topicIds: ['t1'],
      startsAt: lawfulFrom(earliest),
      venue: '议事厅',
      online: false,
    });
    expect(done.at(-1)?.options).toEqual({ url: '/council/pages/session/index?id=s1' });
  });

  it('has the agenda in the order of choosing, and says so', async () => {
    await open();
    api.on(callSession, () => viewOf(aSession()));
    await tap(/停车划线/, screen, 'checkbox');
    await tap(/门灯改造/, screen, 'checkbox');
    expect(screen.getByText(/议程第 2 项/).textContent).not.toContain('第 1 项');
    await write('开会地点', '议事厅');
    await tap('召集会议，通知四方');
    expect(api.asked(callSession)[0]?.body).toMatchObject({ topicIds: ['t2', 't1'] });
  });

  it('keeps the topic one came from when the place is written before the topics are read', async () => {
    openWith({ compound: COMPOUND, topic: 't2' });
    api.on(listTopics, () => undefined);
    await after(() => void render(<CallPage />));
    await write('开会地点', '议事厅');
    api.on(listTopics, () => ({ items: [aTopic(), aTopic({ id: 't2', title: '停车划线' })] }));
    await tap('再试一次');
    await screen.findByRole('checkbox', { name: /停车划线/ });
    expect(screen.getByRole('checkbox', { name: /停车划线/ }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('checkbox', { name: /门灯改造/ }).getAttribute('aria-checked')).toBe('false');
  });

  it('lets a session be online only where the rules do', async () => {
    await open();
    expect(screen.queryByRole('checkbox', { name: /线上开会/ })).toBeNull();
    expect(screen.getByText('所选议题的议事规则不允许线上开会')).toBeTruthy();
  });

  it('goes by the rules the chosen topics began with, not by those in force', async () => {
    const looser = { ...DEFAULT_COUNCIL_RULES, onlineAllowed: true, noticeDays: 2 };
    api.on(getCouncilRules, () => ({
      placeId: 'jn.s01.c01',
      version: 1,
      rules: looser,
      changes: [{ version: 1, rules: looser, at: 1, byName: '书记', reason: '试行' }],
      mayChange: true,
    }));
    api.on(listTopics, () => ({ items: [aTopic(), aTopic({ id: 't2', title: '停车划线', rulesVersion: 1 })] }));
    await open();
    expect(screen.getByText('要提前 2 天通知四方')).toBeTruthy();
    await tap(/停车划线/, screen, 'checkbox');
    expect(screen.getByRole('checkbox', { name: /线上开会/ })).toBeTruthy();
    await tap(/门灯改造/, screen, 'checkbox');
    expect(screen.queryByRole('checkbox', { name: /线上开会/ })).toBeNull();
    expect(screen.getByText('要提前 5 天通知四方')).toBeTruthy();
  });

  it('calls a second time with the topics and the place of the first', async () => {
    openWith({ compound: COMPOUND, secondOf: 's1' });
    // 停车划线 was on its agenda, too, but another session met about it since.
    const rows = [aTopic({ sessionId: 's1' }), aTopic({ id: 't2', title: '停车划线', sessionId: 's2' })];
    api.on(listTopics, () => ({ items: rows }));
    rules({ onlineAllowed: true });
    api.on(getSession, () =>
      viewOf(
        aSession({
          status: 'failed',
          agenda: rows.map(({ id, title }) => ({ topicId: id, title, state: 'waiting', positions: [] })),
        }),
      ),
    );
    api.on(callSession, () => viewOf(aSession({ id: 's2', secondOf: 's1' })));
    await open();
    expect(screen.queryByRole('checkbox', { name: /停车划线/ })).toBeNull();
    expect(screen.getByRole('checkbox', { name: /线上开会/ })).toBeTruthy();
    await tap('召集会议，通知四方');
    expect(api.asked(callSession)[0]?.body).toMatchObject({
      topicIds: ['t1'],
      venue: '社区一楼议事厅',
      secondOf: 's1',
    });
  });
});
