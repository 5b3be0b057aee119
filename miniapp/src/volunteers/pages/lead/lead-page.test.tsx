import { render, screen } from '@testing-library/react';
import { CODE_STEP } from '@gongyi/shared/kernel/rotating-code';
import {
  cancelShift,
  getCheckInCodes,
  getRoster,
  getShift,
  messageSignedUp,
} from '@gongyi/shared/volunteers/contract-shifts';
import { cancelSignUpFor, markPresence, signUpFor } from '@gongyi/shared/volunteers/contract-sign-ups';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { listVolunteers } from '@gongyi/shared/volunteers/contract-volunteers';
import type { RosterRow, ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { aRosterRow, aShift, aSlot } from '../../../../test/volunteer-samples';
import LeadPage from '.';

const MINUTE = 60_000;
let api: ReturnType<typeof fakeApi>;
const leading = (part: Partial<ShiftView> = {}): ShiftView =>
  aShift({
    mayLead: true,
    maySignUpOthers: true,
    moves: ['change', 'move', 'cancel', 'message'],
    startsAt: Date.now() + 10 * MINUTE,
    slots: [
      aSlot({
        startsAt: Date.now() + 10 * MINUTE,
        endsAt: Date.now() + 130 * MINUTE,
        checkInOpensAt: Date.now() - 50 * MINUTE,
      }),
    ],
    ...part,
  });
const roster = (items: RosterRow[], waiting = 0) => ({
  items,
  fill: [{ slotId: 's1', roleId: 'r1', places: 10, held: items.length, waiting }],
  messages: [],
  insured: 0,
});
const step = () => Math.floor(Date.now() / CODE_STEP) * CODE_STEP;
const codes = () => ({
  codes: Array.from({ length: 20 }, (_, index) => ({
    from: step() + index * CODE_STEP,
    code: String(528_491 + index),
  })),
});
const show = async (view: ShiftView, items = [aRosterRow()]) => {
  api.on(getShift, () => view);
  api.on(getRoster, () => roster(items));
  await after(() => void render(<LeadPage />));
  await screen.findByText(view.title);
};

beforeEach(() => {
  reset();
  openWith({ id: 'h1' });
  api = fakeApi();
  signInAs();
});

describe("a leader's screen", () => {
  it('shows the code of this half minute large, and goes on without a network after coming back', async () => {
    api.on(getCheckInCodes, codes);
    await show(leading());
    expect(screen.getByLabelText('528491').textContent).toBe('528 491');
    expect(screen.getByText(/秒后换新/)).toBeTruthy();
    document.body.innerHTML = '';
    api.on(getCheckInCodes, () => undefined);
    await show(leading());
    expect(screen.getByLabelText('528491')).toBeTruthy();
    expect(screen.getByText(/没有网络，签到码可以用到/)).toBeTruthy();
  });

  it('marks who has no phone, and takes off at their word', async () => {
    await show(leading());
    api.on(markPresence, () =>
      roster([aRosterRow({ state: 'here', in: { at: Date.now(), by: 'leader' }, acts: ['check-out'] })]),
    );
    await tap('记他到了 张**');
    expect(api.asked(markPresence)[0]?.body).toEqual({ volunteerId: 'v1', slotId: 's1', what: 'in' });
    expect(screen.getByRole('button', { name: '记他走了 张**' })).toBeTruthy();
    expect(screen.getByText(/到了 1 \/ 1/)).toBeTruthy();
  });

  it('says how many wait beyond those it lists', async () => {
    api.on(getShift, () => leading());
    api.on(getRoster, () => roster([aRosterRow({ state: 'waiting', ticket: 1 })], 140));
    await after(() => void render(<LeadPage />));
    expect(await screen.findByText('后面还有 139 人候补，轮到了会列出来')).toBeTruthy();
  });

  it('asks once before taking somebody off', async () => {
    await show(leading());
    await tap('取消 张**');
    api.on(cancelSignUpFor, () => roster([]));
    await tap('取消报名', sheet());
    expect(api.asked(cancelSignUpFor)[0]?.body).toEqual({ volunteerId: 'v1', slotId: 's1' });
    expect(screen.getByText('还没有人报名。')).toBeTruthy();
  });

  it('writes to everybody, and cancels with the reason everybody reads', async () => {
    await show(leading());
    await tap('发消息给报名的人');
    api.on(messageSignedUp, () => roster([aRosterRow()]));
    await tap('发消息给报名的人', sheet());
    expect(api.asked(messageSignedUp)).toHaveLength(0);
    await write('要说的话', '请带铁锹。', sheet());
    await tap('发消息给报名的人', sheet());
    expect(api.asked(messageSignedUp)[0]?.body).toEqual({ words: '请带铁锹。' });
    await tap('取消活动');
    api.on(cancelShift, () => leading({ status: 'cancelled', moves: [], cancelledReason: '雪化了' }));
    await write(/为什么取消/, '雪化了', sheet());
    await tap('取消活动', sheet());
    expect(api.asked(cancelShift)[0]?.body).toEqual({ rev: 2, reason: '雪化了' });
    expect(screen.getByText('活动结束了，没有签到码。')).toBeTruthy();
  });

  const steward = {
    id: 'g1',
    role: 'building-steward' as const,
    placeId: `${COMPOUND}.b1`,
    scopeName: '1号楼',
    from: 0,
  };

  it('says that volunteers could not be fetched, and fetches them when asked again', async () => {
    signInAs(aMe({ grants: [steward] }));
    api.on(listVolunteers, () => refuse('too-many-attempts'));
    api.on(getShift, () => leading({ mayLead: false, moves: [] }));
    await after(() => void render(<LeadPage />));
    await tap('替人报名');
    expect(screen.queryByText('队里还没有可选的人，先请他们入队或由社区登记。')).toBeNull();
    api.on(listVolunteers, () => ({ items: [] }));
    await tap('再试一次', sheet());
    expect(screen.getByText('队里还没有可选的人，先请他们入队或由社区登记。')).toBeTruthy();
  });

  it('asks a leader who is staff of another community for nobody there', async () => {
    signInAs(aMe({ grants: [{ ...steward, placeId: 'jn.s02.c01.x01.b1' }] }));
    await show(leading());
    await tap('替人报名');
    expect(api.asked(listVolunteers)).toHaveLength(0);
  });

  it('lets a building steward enter who has no phone, and shows them whom they entered alone', async () => {
    signInAs(aMe({ grants: [steward] }));
    const some = { recorded: true, minor: false, guardianGiven: false, skills: [] };
    api.on(listVolunteers, ({ query }) =>
      query.cursor === 'next'
        ? { items: [{ ...some, volunteerId: 'v9', name: '样大妈' }] }
        : { items: [{ ...some, volunteerId: 'v8', name: '样老伯' }], cursor: 'next' },
    );
    api.on(getShift, () => leading({ mayLead: false, moves: [] }));
    await after(() => void render(<LeadPage />));
    await tap('替人报名');
    await tap('看更多', sheet());
    await tap('样大妈', sheet(), 'radio');
    api.on(signUpFor, () => roster([aRosterRow({ volunteerId: 'v9', name: '样大妈', recorded: true })]));
    await tap('替人报名', sheet());
    expect(api.asked(signUpFor)[0]?.body).toMatchObject({ volunteerId: 'v9', slotId: 's1', roleId: 'r1' });
    expect(screen.getByText('样大妈')).toBeTruthy();
    expect(api.asked(getRoster)).toHaveLength(0);
  });

  it('is nobody else’s', async () => {
    api.on(getShift, () => aShift());
    await after(() => void render(<LeadPage />));
    expect(await screen.findByText('这个班次不由您带队。')).toBeTruthy();
    expect(api.asked(getRoster)).toHaveLength(0);
  });
});
