import { render, screen, within } from '@testing-library/react';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import {
  attendCommittee,
  getCommitteeVote,
  publishCommittee,
  stateInCommittee,
} from '@gongyi/shared/votes/contract-committee';
import type { CommitteeView } from '@gongyi/shared/votes/contract-committee';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import DeskMeetingPage from '.';

const member = (name: string, part: Partial<CommitteeView['members'][number]> = {}) => ({
  name,
  director: false,
  attending: false,
  mine: false,
  ...part,
});
const aMeeting = (part: Partial<CommitteeView> = {}): CommitteeView => ({
  id: 'c1',
  number: '1128-CCCC',
  rev: 3,
  status: 'called',
  compoundId: COMPOUND,
  compoundName: '幸福小区',
  title: '第三次委员会会议',
  meetsAt: Date.now(),
  endsAt: Date.now() + 86_400_000,
  legalForce: DEFAULT_VOTING_RULES.legalForce,
  venue: '活动室',
  calledAt: Date.now() - 8 * 86_400_000,
  members: [member('王*', { mine: true, director: true }), member('李*'), member('张*')],
  formerMember: false,
  quorate: false,
  matters: [{ id: 'm1', title: '聘请审计', words: '聘请示例事务所审计账目。', stated: 0 }],
  fingerprint: 'f',
  moves: ['attend'],
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const show = async (meeting: CommitteeView) => {
  api.on(getCommitteeVote, () => meeting);
  await after(() => void render(<DeskMeetingPage />));
};

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs(aMe());
  openWith({ id: 'c1' });
});

describe('a meeting of the owners’ committee', () => {
  it('is signed in to by oneself first', async () => {
    await show(aMeeting({ moves: ['attend', 'open'] }));
    api.on(attendCommittee, () => aMeeting({ moves: ['open'] }));
    await tap('我到会签到');
    expect(sheet().getByText('只能本人签到，不能代签。')).toBeTruthy();
    await tap('我到会签到', sheet());
    expect(api.asked(attendCommittee)).toHaveLength(1);
  });

  it('takes a member’s own position, read back once, and only after signing in', async () => {
    await show(aMeeting({ status: 'open', moves: ['attend', 'state'] }));
    expect(screen.getByText('请先签到，再表决。')).toBeTruthy();
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });

  it('says why who has left the committee takes no part', async () => {
    await show(aMeeting({ moves: [], formerMember: true }));
    expect(screen.getByText('您已经不是业委会委员，不能签到和表决。')).toBeTruthy();
  });

  it('shows how many have stated while it runs, never how', async () => {
    const here = [member('王*', { mine: true, attending: true }), member('李*', { attending: true })];
    const open = aMeeting({ status: 'open', moves: ['state'], members: here, quorate: true });
    await show({ ...open, matters: open.matters.map((one) => ({ ...one, stated: 1 })) });
    expect(screen.getByText(/已表决 1 人，全体委员 2 人/)).toBeTruthy();
    api.on(stateInCommittee, () => open);
    await tap('反对', within(screen.getByRole('radiogroup', { name: '聘请审计' })), 'radio');
    await tap('表决这一项');
    expect(api.asked(stateInCommittee)).toHaveLength(0);
    await tap('表决这一项', sheet());
    expect(api.asked(stateInCommittee)[0]?.body).toEqual({ matterId: 'm1', choice: 'against' });
  });

  it('shows the roll-call after the close and is published once', async () => {
    const closed = aMeeting({
      status: 'closed',
      moves: ['publish'],
      matters: [
        {
          id: 'm1',
          title: '聘请审计',
          words: '聘请示例事务所审计账目。',
          stated: 2,
          tally: { for: 2, against: 0, abstain: 0, members: 3, attending: 2, outcome: 'passed' },
          rollCall: [{ name: '王*', choice: 'for' }, { name: '周*' }],
        },
      ],
    });
    await show(closed);
    expect(screen.getByText('同意 2 人，全体委员 3 人')).toBeTruthy();
    expect(screen.getByText('周*').nextElementSibling?.textContent).toBe('未表决');
    api.on(publishCommittee, () => ({ ...closed, status: 'published' as const, moves: [] }));
    await tap('公布结果');
    expect(sheet().getByText(/不能收回/)).toBeTruthy();
    await tap('公布结果', sheet());
    expect(screen.getByText('已公布', { selector: '.chip *' })).toBeTruthy();
  });
});
