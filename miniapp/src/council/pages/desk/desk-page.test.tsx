import { render, screen } from '@testing-library/react';
import { listAway, listNeeds, listTopicsBelow } from '@gongyi/shared/council/contract';
import type { AwayRow, NeedRow } from '@gongyi/shared/council/contract';
import { listOrganisations } from '@gongyi/shared/district/contract';
import { HOUR } from '@gongyi/shared/kernel/time';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { done, reset } from '../../../../test/taro-stub';
import { aTopicRow } from '../../../../test/topic-samples';
import { chooseCompound } from '../../../platform';
import BelowPage from '../below';
import DeskPage from '.';

const aNeed = (part: Partial<NeedRow>): NeedRow => ({
  kind: 'screen',
  title: '门灯改造',
  compoundId: COMPOUND,
  compoundName: '和谐家园',
  dueAt: Date.now() + 3.5 * HOUR,
  topicId: 't1',
  ...part,
});
const anAway = (part: Partial<AwayRow>): AwayRow => ({
  compoundId: COMPOUND,
  compoundName: '和谐家园',
  party: 'party-branch',
  bodyName: '支部',
  missed: 0,
  sessions: 4,
  ...part,
});
const lastOpened = () => done.at(-1)?.options;

let api: ReturnType<typeof fakeApi>;

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe({ grants: [], homes: [] }));
});

describe('the council’s desk', () => {
  const rows = [
    aNeed({}),
    aNeed({ kind: 'hold-session', title: '11 月会议', sessionId: 's1', dueAt: Date.now() - 2.5 * HOUR }),
    aNeed({ kind: 'call-session', title: '停车划线', topicId: 't2', dueAt: undefined, since: Date.now() - 50 * HOUR }),
    aNeed({ kind: 'task', title: '换灯', topicId: 't3', taskId: 't1' }),
  ];

  it('says of each what waits, by when or for how long, and leads to where it is done', async () => {
    api.on(listNeeds, () => ({ items: rows }));
    await after(() => void render(<DeskPage />));
    await screen.findByText('新议题等初审 · 和谐家园');
    expect(screen.getAllByText('还剩 3 小时')).toHaveLength(2);
    expect(screen.getByText('已超期 2 小时')).toBeTruthy();
    expect(screen.getByText('已等 2 天 2 小时')).toBeTruthy();
    await tap('去初审 门灯改造');
    expect(lastOpened()).toEqual({ url: '/council/pages/topic/index?id=t1' });
    await tap('去主持 11 月会议');
    expect(lastOpened()).toEqual({ url: '/council/pages/chair/index?id=s1' });
    await tap('召集会议 停车划线');
    expect(lastOpened()).toEqual({ url: `/council/pages/call/index?compound=${COMPOUND}&topic=t2` });
    await tap('报进展 换灯');
    expect(lastOpened()).toEqual({ url: '/council/pages/topic/index?id=t3' });
  });

  it('shows by kind, with how many of each', async () => {
    api.on(listNeeds, () => ({ items: rows }));
    await after(() => void render(<DeskPage />));
    await screen.findByText('换灯');
    await tap(/^议题\s*2$/, screen, 'tab');
    expect(screen.queryByText('换灯')).toBeNull();
    expect(screen.getByText('停车划线')).toBeTruthy();
  });
});

describe('what is below', () => {
  const below = () => {
    api.on(listTopicsBelow, () => ({ items: [] }));
    api.on(listAway, () => ({
      items: [
        anAway({ party: 'party-branch', bodyName: '支部', missed: 0 }),
        anAway({ party: 'property-company', bodyName: '安居', missed: 3 }),
      ],
    }));
  };

  it('shows who keeps away in numbers, and nobody who came', async () => {
    below();
    const grant = { id: 'g1', role: 'street-officer', placeId: 'jn.s01', scopeName: '一街道', from: 1 } as const;
    signInAs(aMe({ grants: [grant] }));
    await after(() => void render(<BelowPage />));
    expect(await screen.findByText('3 次没来 / 共 4 次会')).toBeTruthy();
    expect(screen.queryByText(/党组织/)).toBeNull();
    expect(api.asked(listTopicsBelow)[0]?.params).toEqual({ placeId: 'jn.s01' });
  });

  it('shows the street what it was given', async () => {
    below();
    api.on(listTopicsBelow, ({ query }) => ({
      items: query['which'] === 'handed-up' ? [aTopicRow({ status: 'referred', title: '公交站南移' })] : [],
    }));
    const grant = { id: 'g1', role: 'street-officer', placeId: 'jn.s01', scopeName: '一街道', from: 1 } as const;
    signInAs(aMe({ grants: [grant] }));
    await after(() => void render(<BelowPage />));
    await tap('报给街道的', screen, 'tab');
    await tap(/公交站南移/);
    expect(lastOpened()).toEqual({ url: '/council/pages/topic/index?id=t1' });
  });

  it('is the street for the street’s property office', async () => {
    below();
    api.on(listOrganisations, () => ({
      items: [{ id: 'o9', kind: 'street-property-office' as const, name: '物业办' }],
    }));
    const grant = { id: 'g1', role: 'manager', organisationId: 'o9', scopeName: '物业办', from: 1 } as const;
    chooseCompound(COMPOUND);
    signInAs(aMe({ grants: [grant], homes: [] }));
    await after(() => void render(<BelowPage />));
    await screen.findByText('没有在办的议题');
    expect(api.asked(listAway)[0]?.params).toEqual({ placeId: 'jn.s01' });
  });
});
