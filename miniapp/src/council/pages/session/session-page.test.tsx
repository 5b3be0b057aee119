import { render, screen } from '@testing-library/react';
import {
  answerInvitation,
  confirmMinutes,
  disputeMinutes,
  getSession,
  nameSubstitute,
  signIn,
  statePosition,
} from '@gongyi/shared/council/contract';
import type { SessionView } from '@gongyi/shared/council/contract';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { aSession, delegateMoves, viewOf } from '../../../../test/council-samples';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { codeAt, codeIn } from '../../../platform';
import { signInAddress } from '../../sign-in-code';
import SessionPage from '.';

let api: ReturnType<typeof fakeApi>;
let session: CouncilSession;
/** As the delegate of the owners' committee sees it. */
const mine = (part: Partial<SessionView> = {}): SessionView => {
  const view = viewOf(session, { chairedByMe: false, myParty: 'owners-committee', moves: delegateMoves(session) });
  return { ...view, delegates: view.delegates.map((one) => ({ ...one, mine: one.personId === 'd3' })), ...part };
};
const here = (...ids: string[]) =>
  session.delegates
    .filter(({ personId }) => ids.includes(personId))
    .map(({ personId, party, name }) => ({ personId, party, name, at: Date.now(), by: 'code' as const }));
const open = async (part: Partial<SessionView> = {}) => {
  api.on(getSession, () => mine(part));
  await after(() => void render(<SessionPage />));
  await screen.findByText('和谐家园 1128-abcd');
};
const bottom = () => document.querySelector('.shell-action')?.textContent;

beforeEach(() => {
  reset();
  openWith({ id: 's1' });
  api = fakeApi();
  session = aSession();
  signInAs(aMe());
});

describe('a sign-in code', () => {
  it('stands for half a minute, and is found in what was scanned or typed', () => {
    const codes = [
      { from: 0, code: 'a1' },
      { from: 30_000, code: 'b2' },
    ];
    expect([codeAt(codes, 29_999), codeAt(codes, 30_000), codeAt(codes, 60_000)]).toEqual(['a1', 'b2', undefined]);
    expect(codeIn(signInAddress('https://gongyi.example', 's1', 'a1-9'))).toBe('a1-9');
    expect(codeIn(' Zxt b5h ')).toBe('zxtb5h');
  });
});

describe('a session, for a delegate', () => {
  it('is answered: 参加 and 不参加 alike', async () => {
    session = aSession({ startsAt: Date.now() + 5 * 86_400_000 });
    await open();
    expect(bottom()).toBeUndefined();
    api.on(answerInvitation, () => mine());
    await tap('不参加');
    expect(api.asked(answerInvitation)[0]?.body).toEqual({ rev: 1, coming: false });
  });

  it('is signed in to by the code at the venue; a wrong one says so and stays', async () => {
    await open();
    expect(bottom()).toBe('扫码签到');
    await tap('扫码签到');
    api.on(signIn, () => refuse('sign-in-code-wrong'));
    await write('主持台屏幕上的签到码', '111111', sheet());
    await tap('签到', sheet());
    expect(sheet().getByText(/签到码不对或已换新/)).toBeTruthy();
    session = aSession({ attendance: here('d3') });
    api.on(signIn, () => mine({ signedInByMe: true }));
    await write('主持台屏幕上的签到码', '528491', sheet());
    await tap('签到', sheet());
    expect(api.asked(signIn).at(-1)?.body).toEqual({ rev: 1, code: '528491' });
    expect(screen.getByText('到了 1 方，需要 4 方')).toBeTruthy();
  });

  it('opened by the scanned address has the code filled in', async () => {
    openWith({ id: 's1', code: '528491' });
    await open();
    expect(sheet().getByLabelText('主持台屏幕上的签到码')).toHaveProperty('value', '528491');
  });

  it('hears my party’s position: nothing chosen beforehand, reasons always', async () => {
    session = aSession({
      status: 'in-session',
      attendance: here('d1', 'd2', 'd3', 'd4'),
      agenda: [{ topicId: 't1', title: '门灯', state: 'open', positions: [] }],
    });
    await open({ signedInByMe: true });
    expect(bottom()).toBe('本方表态');
    await tap('本方表态');
    const radios = sheet().getAllByRole('radio');
    expect(radios.map(({ textContent }) => textContent)).toEqual(['同意', '不同意', '保留意见']);
    expect(radios.every((radio) => radio.getAttribute('aria-checked') === 'false')).toBe(true);
    await tap('提交表态', sheet());
    expect(sheet().getByText('请选一项')).toBeTruthy();
    expect(sheet().getByText('请写明理由')).toBeTruthy();
    await tap('保留意见', sheet(), 'radio');
    await write('理由', '先看报价', sheet());
    api.on(statePosition, () => mine({ signedInByMe: true }));
    await tap('提交表态', sheet());
    expect(api.asked(statePosition)[0]?.body).toEqual({
      rev: 1,
      topicId: 't1',
      stance: 'reserve',
      reasons: '先看报价',
    });
  });

  it('has its minutes confirmed, or sent back with what is wrong', async () => {
    session = aSession({
      status: 'confirming',
      attendance: here('d2', 'd3'),
      minutes: { words: '纪要全文', version: 1, confirmations: [] },
    });
    await open({ signedInByMe: true });
    await tap('纪要有出入');
    api.on(disputeMinutes, () => mine());
    await write('哪里和会上说的不一样', '日期写错了', sheet());
    await tap('退回主持人修改', sheet());
    expect(api.asked(disputeMinutes)[0]?.body).toEqual({ rev: 1, reason: '日期写错了' });
    await tap('确认纪要');
    api.on(confirmMinutes, () => mine({ unconfirmed: ['party-branch'] }));
    await tap('代表本方确认', sheet());
    expect(api.asked(confirmMinutes)).toHaveLength(1);
    // Confirmed once: neither button is there again.
    expect(screen.queryByRole('button', { name: '确认纪要' })).toBeNull();
    expect(screen.queryByRole('button', { name: '纪要有出入' })).toBeNull();
  });

  it('sees the minutes come that wait for it, without being asked to look again', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    session = aSession({ status: 'ended', attendance: here('d3') });
    await open();
    expect(screen.queryByRole('button', { name: '确认纪要' })).toBeNull();
    const minutes = { words: '会议纪要', version: 1, confirmations: [] };
    session = aSession({ status: 'confirming', attendance: here('d3'), minutes });
    api.on(getSession, () => mine());
    await after(() => jest.advanceTimersByTime(5000));
    expect(await screen.findByRole('button', { name: '确认纪要' })).toBeTruthy();
    jest.useRealTimers();
  });

  it('takes a substitute by phone number', async () => {
    await open();
    await tap('指定代表参会');
    await write('对方的手机号', '1380', sheet());
    await tap('指定', sheet());
    expect(sheet().getByText('请填 11 位手机号')).toBeTruthy();
    await write('对方的手机号', '13800138000', sheet());
    api.on(nameSubstitute, () => mine());
    await tap('指定', sheet());
    expect(api.asked(nameSubstitute).map(({ body }) => body)).toEqual([
      { rev: 1, party: 'owners-committee', phone: '13800138000' },
    ]);
  });
});

describe('a session, for everybody else', () => {
  it('shows who stands in and how, and gives no part in it', async () => {
    session = aSession({
      secondOf: 's0',
      seats: [
        ...aSession().seats.slice(0, 2),
        { party: 'owners-committee', bodyId: 'o1', bodyName: '第一居委会', standIn: true },
        { party: 'property-company', standIn: false },
      ],
      attendance: [{ party: 'committee-of-residents', name: '李**', at: Date.now(), by: 'chair' }],
    });
    await open({ myParty: undefined, moves: [], delegates: [] });
    expect(screen.getByText('代行')).toBeTruthy();
    expect(screen.getByText('空缺')).toBeTruthy();
    expect(screen.getByText('李** 已签到（主持人代签）')).toBeTruthy();
    expect(bottom()).toBeUndefined();
    expect(screen.queryByText('您参加这次会议吗？')).toBeNull();
    await tap('看第一次召集的会议');
    expect(done.at(-1)?.options).toEqual({ url: '/council/pages/session/index?id=s0' });
  });
});
