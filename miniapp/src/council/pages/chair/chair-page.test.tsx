import { render, screen } from '@testing-library/react';
import {
  answerObjection,
  callVote,
  confirmMinutesFor,
  deferItem,
  conclude,
  editMinutes,
  endSession,
  failSession,
  getSession,
  getSignInCodes,
  lockMinutesWithout,
  openItem,
  openSession,
  publishNotice,
  recallMinutes,
  referItem,
  sendMinutes,
  signInFor,
  statePosition,
} from '@gongyi/shared/council/contract';
import { draftMinutes } from '@gongyi/shared/council/minutes';
import { DAY, HOUR, isoDate } from '@gongyi/shared/kernel/time';
import type { CouncilSession } from '@gongyi/shared/council/session';
import {
  itemConcluded,
  itemOpened,
  itemSetAside,
  positionStated,
  resolutionOn,
  voteCalled,
} from '@gongyi/shared/council/agenda-effects';
import {
  minutesConfirmed,
  minutesConfirmedFor,
  minutesEdited,
  minutesLockedWithout,
  minutesRecalled,
  minutesSent,
} from '@gongyi/shared/council/minutes-effects';
import { objected, objectionAnswered, published } from '@gongyi/shared/council/notice-effects';
import {
  afterSessionEffect,
  ended,
  failed,
  opened,
  signedIn,
  signedInByChair,
} from '@gongyi/shared/council/session-effects';
import type { SessionEffect } from '@gongyi/shared/council/session-effects';
import { SIGN_IN_COUNTS } from '@gongyi/shared/council/session-rules';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { aSession, viewOf } from '../../../../test/council-samples';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { aMe, signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import ChairPage from '.';

let api: ReturnType<typeof fakeApi>;
let session: CouncilSession;

/** The server's session goes on by the shared rules. */
const does = (effect: SessionEffect | Refusal): Refusal | undefined => {
  if (isRefusal(effect)) return effect;
  session = afterSessionEffect(session, effect);
  return undefined;
};
const view = () =>
  viewOf(session, {
    timeline: session.openObjections.map((rev) => ({
      rev,
      kind: 'objected' as const,
      at: 1,
      by: '王**',
      mine: false,
      words: '灯太亮了',
      hidden: false,
      photos: [],
      facts: {},
    })),
  });
const open = async () => {
  await after(() => void render(<ChairPage />));
  await screen.findByText('和谐家园', { exact: false });
};
/** The one button at the bottom. */
const step = () => document.querySelector('.shell-action')?.textContent;
const takeStep = () => tap(step() ?? '');
const asksToSignAnew = () => {
  const hours = String(SIGN_IN_COUNTS / HOUR);
  const words = `换了一天或签到超过 ${hours} 小时，请到会的各方重新签到：到了 0 方，需要 4 方`;
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
  expect(screen.getByText('528491')).toBeTruthy();
  expect(step()).toBeUndefined();
};
const arrive = (...ids: string[]) => ids.forEach((id) => does(signedIn(session, id, Date.now())));
beforeEach(() => {
  reset();
  openWith({ id: 's1' });
  session = aSession();
  api = fakeApi();
  api.on(getSession, () => view());
  api.on(getSignInCodes, () => ({ codes: [{ from: Date.now() - 1000, code: '528491' }] }));
  const now = () => Date.now();
  api.on(openSession, () => does(opened(session, now())) ?? view());
  api.on(failSession, () => does(failed(session, now())) ?? view());
  api.on(openItem, () => does(itemOpened(session, 't1', now())) ?? view());
  api.on(callVote, () => does(voteCalled(session, 't1', now())) ?? view());
  api.on(endSession, () => does(ended(session, draftMinutes(session, now()), now())) ?? view());
  api.on(sendMinutes, () => does(minutesSent(session, now())) ?? view());
  api.on(publishNotice, () => does(published(session, now())) ?? view());
  signInAs(
    aMe({
      grants: [{ id: 'g1', role: 'community-secretary', placeId: 'jn.s01.c01', scopeName: '第一社区', from: 1 }],
      homes: [],
    }),
  );
});

describe('the chair’s screen', () => {
  it('says in words that too few parties came, records it, and leads to the second calling', async () => {
    arrive('d1', 'd2', 'd3');
    await open();
    expect(screen.getByText('到了 3 方，需要 4 方；物业还没到')).toBeTruthy();
    expect(screen.getByText('528491')).toBeTruthy();
    await takeStep();
    expect(screen.getByText('到了 3 方，需要 4 方；物业未到，不能开会。')).toBeTruthy();
    await tap('宣布流会');
    expect(sheet().getByRole('button', { name: '宣布流会' })).toBeTruthy();
    await tap('宣布流会', sheet());
    expect(session.status).toBe('failed');
    expect(step()).toBe('二次召集');
    await takeStep();
    expect(done.at(-1)?.options).toEqual({
      url: '/council/pages/call/index?compound=jn.s01.c01.x01&secondOf=s1',
    });
  });

  it('offers no second calling of a session that was called a second time', async () => {
    session = aSession({ status: 'failed', followedBy: 's2' });
    await open();
    expect(screen.getByText('这次流会了，已经二次召集。')).toBeTruthy();
    expect(step()).toBeUndefined();
  });

  it('signs in somebody without a phone by party and name', async () => {
    await open();
    api.on(
      signInFor,
      () => does(signedInByChair(session, { party: 'property-company', name: '周师傅' }, Date.now())) ?? view(),
    );
    await tap('代签到');
    await tap('代签到', sheet());
    expect(api.asked(signInFor)).toHaveLength(0);
    await tap('物业', sheet(), 'radio');
    await write('姓名', '周师傅', sheet());
    await tap('代签到', sheet());
    expect(api.asked(signInFor)[0]?.body).toEqual({ rev: 1, party: 'property-company', name: '周师傅' });
    expect(screen.getByText('周师傅 已签到（主持人代签）', { exact: false })).toBeTruthy();
  });

  it('has one button for every step of a session, from opening it to the last answer', async () => {
    arrive('d2', 'd3', 'd4');
    does(signedInByChair(session, { party: 'committee-of-residents', name: '李姐' }, Date.now()));
    await open();
    expect(step()).toBe('开会');
    await takeStep();
    expect(step()).toBe('议下一题：3 号楼门灯改造');
    await takeStep();
    expect(step()).toBe('请各方表态（还差 4 方）');

    // A party without a phone: nothing is chosen beforehand, and reasons are asked for.
    api.on(statePosition, () => {
      const said = { topicId: 't1', party: 'committee-of-residents', stance: 'agree', reasons: '早该换' } as const;
      return does(positionStated(session, { ...said, byName: '李**', byChair: true }, Date.now())) ?? view();
    });
    await takeStep();
    expect(sheet().queryByRole('radio', { name: '物业' })).toBeNull();
    for (const radio of sheet().getAllByRole('radio')) expect(radio.getAttribute('aria-checked')).toBe('false');
    await tap('居委会', sheet(), 'radio');
    await tap('同意', sheet(), 'radio');
    await tap('提交表态', sheet());
    expect(sheet().getByText('请写明理由')).toBeTruthy();
    await write('理由', '早该换', sheet());
    await tap('提交表态', sheet());
    expect(api.asked(statePosition)[0]?.body).toMatchObject({ party: 'committee-of-residents', stance: 'agree' });
    expect(step()).toBe('请各方表态（还差 3 方）');

    // The others speak on their own phones; one objects, so there is a vote.
    const others = ['party-branch', 'owners-committee', 'property-company'] as const;
    const speak = (
      stances: readonly ('agree' | 'object')[],
      parties: readonly CouncilSession['seats'][number]['party'][],
    ) => {
      parties.forEach((party, at) =>
        does(
          positionStated(
            session,
            { topicId: 't1', party, stance: stances[at] ?? 'agree', reasons: '理由', byName: '孙**', byChair: false },
            Date.now(),
          ),
        ),
      );
    };
    speak(['agree', 'agree', 'object'], others);
    await screen.findByText('没有一致，每方一票', {}, { timeout: 9000 });
    await takeStep();
    expect(step()).toBe('每方一票（还差 4 方）');
    speak(['agree', 'agree', 'agree', 'object'], ['committee-of-residents', ...others]);
    await screen.findByRole('button', { name: '议定' }, { timeout: 9000 });

    api.on(conclude, ({ body }) => {
      const words = '换成声控灯';
      expect(body).toMatchObject({
        words,
        tasks: [{ words: '换灯', party: 'property-company', steps: ['买灯', '装灯'] }],
      });
      const resolution = resolutionOn(session, 't1', words, Date.now());
      return isRefusal(resolution)
        ? resolution
        : (does(itemConcluded(session, 't1', resolution, Date.now())) ?? view());
    });
    await takeStep();
    await write('议定事项', '换成声控灯', sheet());
    await tap('加一项任务', sheet());
    await tap('记下议定事项', sheet());
    expect(api.asked(conclude)).toHaveLength(0);
    await write('办什么', '换灯', sheet());
    await tap('物业', sheet(), 'radio');
    // Work begins when the public notice has ended.
    const first = isoDate(Date.now() + 7 * DAY);
    await write('哪天办完', isoDate(Date.now() + 6 * DAY), sheet());
    await tap('记下议定事项', sheet());
    expect(sheet().getByText(`请选 ${first} 或以后的日子`)).toBeTruthy();
    expect(api.asked(conclude)).toHaveLength(0);
    await write('哪天办完', first, sheet());
    await write('分几步（一行一步）', '买灯\n\n装灯', sheet());
    await tap('记下议定事项', sheet());
    expect(session.agenda[0]?.state).toBe('agreed');

    expect(step()).toBe('散会');
    await takeStep();
    await tap('散会', sheet());
    expect(step()).toBe('送各方确认');
    await takeStep();
    await tap('送各方确认', sheet());
    // While the parties confirm, there is nothing for the chair to do.
    expect(step()).toBeUndefined();
    expect(screen.getByText('等各方确认纪要：居委会、党组织、业委会、物业')).toBeTruthy();
    for (const personId of ['d1', 'd2', 'd3', 'd4'])
      does(minutesConfirmed(session, { personId, name: '李**' }, () => 'abc123', Date.now()));
    await screen.findByRole('button', { name: '公示' }, { timeout: 9000 });
    await takeStep();
    await tap('公示', sheet());
    expect(step()).toBeUndefined();
  }, 45_000);

  it('keeps the chair’s words of the minutes, and saves them before they go to the parties', async () => {
    session = aSession({
      status: 'ended',
      rev: 20,
      attendance: [{ party: 'party-branch', name: '赵**', at: 1, by: 'chair' }],
      minutes: { words: '草稿全文', version: 1, confirmations: [] },
    });
    await open();
    await write('草稿', '改过的全文');
    expect(screen.getByText('改过的还没保存')).toBeTruthy();
    api.on(editMinutes, ({ body }) => {
      expect(body).toEqual({ rev: 20, words: '改过的全文' });
      return does(minutesEdited(session, '改过的全文', Date.now())) ?? view();
    });
    await takeStep();
    await tap('送各方确认', sheet());
    expect(api.asked(sendMinutes)[0]?.body).toEqual({ rev: 21 });
    expect(session.status).toBe('confirming');
    expect(screen.getByText('改过的全文')).toBeTruthy();
  });

  it('says how somebody whose phone gave out is heard when all signed in with theirs', async () => {
    const item = { topicId: 't1', title: '门灯', state: 'open' as const, positions: [] };
    session = aSession({ status: 'in-session', agenda: [item] });
    arrive('d1', 'd2', 'd3', 'd4');
    await open();
    await takeStep();
    expect(sheet().getByText('先给他“代签到”，再代录', { exact: false })).toBeTruthy();
    expect(sheet().queryByRole('radio')).toBeNull();
  });

  it('asks what becomes of a topic without agreement, and why', async () => {
    const item = { topicId: 't1', title: '门灯', state: 'open' as const, positions: [] };
    session = aSession({ status: 'in-session', agenda: [item] });
    arrive('d1', 'd2', 'd3', 'd4');
    await open();
    api.on(referItem, () => does(itemSetAside(session, 't1', 'referred', '要区里出钱', Date.now())) ?? view());
    await tap('留待或报街道');
    await write('原因', '要区里出钱', sheet());
    await tap('记下', sheet());
    expect(sheet().getByText('请选一项')).toBeTruthy();
    await tap(/^报街道/, sheet(), 'radio');
    await tap('记下', sheet());
    expect(api.asked(referItem)[0]?.body).toMatchObject({ topicId: 't1', reason: '要区里出钱' });
    expect(screen.getByText('报街道')).toBeTruthy();
    expect(step()).toBe('散会');
  });

  it('on another day has the parties sign in anew before a topic is taken up', async () => {
    session = aSession({ status: 'in-session', attendance: [], resumedAt: Date.now() });
    await open();
    asksToSignAnew();
    arrive('d1', 'd2', 'd3', 'd4');
    await screen.findByRole('button', { name: /^议下一题/ }, { timeout: 9000 });
  }, 20_000);

  it('has them sign in anew when a session was left open overnight, with its topic still on', async () => {
    const yesterday = Date.now() - SIGN_IN_COUNTS;
    session = aSession({
      status: 'in-session',
      startsAt: yesterday,
      agenda: [{ topicId: 't1', title: '门灯', state: 'open', positions: [] }],
      attendance: session.delegates.map(({ personId, party, name }) => ({
        personId,
        party,
        name,
        at: yesterday,
        by: 'code' as const,
      })),
    });
    await open();
    asksToSignAnew();
    arrive('d1', 'd2', 'd3', 'd4');
    expect(session.sittings).toHaveLength(1);
    await screen.findByRole('button', { name: /^议下一题/ }, { timeout: 9000 });
  }, 20_000);

  it('sets a topic aside that too few parties are there for', async () => {
    session = aSession({ status: 'in-session', attendance: [], resumedAt: Date.now() });
    await open();
    api.on(deferItem, () => does(itemSetAside(session, 't1', 'deferred', '人没到齐', Date.now())) ?? view());
    await tap('留待或报街道');
    await write('原因', '人没到齐', sheet());
    await tap(/^留待以后再议/, sheet(), 'radio');
    await tap('记下', sheet());
    expect(api.asked(deferItem)[0]?.body).toMatchObject({ topicId: 't1', reason: '人没到齐' });
    expect(step()).toBe('散会');
  });

  it('enters the confirmation of a party that was there without a phone, and of no other', async () => {
    session = aSession({
      status: 'confirming',
      attendance: [
        { party: 'party-branch', name: '赵**', at: 1, by: 'chair' },
        { personId: 'd4', party: 'property-company', name: '周**', at: 1, by: 'code' },
      ],
      minutes: { words: '纪要全文', version: 1, confirmations: [] },
    });
    await open();
    await tap('代录确认');
    expect(sheet().queryByRole('radio', { name: '物业' })).toBeNull();
    await tap('党组织', sheet(), 'radio');
    await tap('代录确认', sheet());
    expect(sheet().getByText('请填姓名')).toBeTruthy();
    await write('姓名', '赵大爷', sheet());
    const by = { party: 'party-branch', name: '赵**' } as const;
    api.on(confirmMinutesFor, () => does(minutesConfirmedFor(session, by, () => 'abc', Date.now())) ?? view());
    await tap('代录确认', sheet());
    expect(api.asked(confirmMinutesFor)[0]?.body).toEqual({ rev: 1, party: 'party-branch', name: '赵大爷' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(session.minutes?.confirmations).toMatchObject([{ party: 'party-branch', byChair: true }]);
  });

  it('takes the minutes back with the reason, or locks them without the one party that let its days go by', async () => {
    const sentAt = Date.now() - 3 * 86_400_000;
    const parties = session.delegates.map(({ party, name }) => ({ party, name, at: sentAt, by: 'code' as const }));
    session = aSession({
      status: 'confirming',
      since: sentAt,
      minutesDueAt: sentAt,
      attendance: parties,
      minutes: { words: '纪要全文', version: 1, confirmations: parties.slice(0, 3) },
    });
    await open();
    expect(screen.getByText('等各方确认纪要：物业。期限已过，可以在“其他”里逾期锁定')).toBeTruthy();
    await tap('收回修改');
    await write('为什么收回', '写错了', sheet());
    const before = session;
    api.on(recallMinutes, () => does(minutesRecalled(session, '写错了', Date.now())) ?? view());
    await tap('收回修改', sheet());
    expect(api.asked(recallMinutes)[0]?.body).toEqual({ rev: 1, reason: '写错了' });
    expect(step()).toBe('送各方确认');

    api.on(sendMinutes, () => {
      session = { ...before, rev: 3 };
      return view();
    });
    await takeStep();
    await tap('送各方确认', sheet());
    await tap('逾期锁定');
    expect(sheet().getByText('逾期未确认：物业。', { exact: false })).toBeTruthy();
    await write('这一方为什么没有确认，联系过几次', '三次电话', sheet());
    api.on(
      lockMinutesWithout,
      () => does(minutesLockedWithout(session, '三次电话', () => 'abc', Date.now())) ?? view(),
    );
    await tap('逾期锁定', sheet());
    expect(api.asked(lockMinutesWithout)[0]?.body).toEqual({ rev: 3, reason: '三次电话' });
    expect(session).toMatchObject({ status: 'confirmed', minutes: { lockedWithout: 'property-company' } });
  }, 20_000);

  it('goes on showing codes without the network, from those it has', async () => {
    const from = Date.now() - 1000;
    api.on(getSignInCodes, () => ({
      codes: [0, 1, 2].map((at) => ({ from: from + at * 30_000, code: `c${String(at)}` })),
    }));
    await open();
    expect(screen.getByText('c0')).toBeTruthy();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(from + 31_000);
    api.on(getSignInCodes, () => undefined);
    expect(await screen.findByText('c1', {}, { timeout: 5000 })).toBeTruthy();
    clock.mockReturnValue(from + 91_000);
    expect(await screen.findByText('没有可用的签到码，正在重新取', {}, { timeout: 5000 })).toBeTruthy();
    clock.mockRestore();
  });

  it('is for who chairs, and leads everybody else to the session', async () => {
    api.on(getSession, () => viewOf(session, { chairedByMe: false, moves: [] }));
    await after(() => void render(<ChairPage />));
    await tap('看会议页面');
    expect(done.at(-1)?.options).toEqual({ url: '/council/pages/session/index?id=s1' });
  });

  it('answers the objections of the notice one by one', async () => {
    const now = Date.now();
    session = aSession({ status: 'on-notice', notice: { publishedAt: now, endsAt: now + 7 * 86_400_000 } });
    does(objected(session, { words: '灯太亮了', signature: '王小明' }, now));
    await open();
    expect(step()).toBe('答复异议');
    await takeStep();
    expect(sheet().getByText('异议：灯太亮了')).toBeTruthy();
    api.on(answerObjection, () => does(objectionAnswered(session, 2, '换暖光', now)) ?? view());
    await write('答复', '换暖光', sheet());
    await tap('答复异议', sheet());
    expect(api.asked(answerObjection)[0]?.body).toEqual({ rev: 2, objectionRev: 2, words: '换暖光' });
    expect(step()).toBeUndefined();
  });
});
