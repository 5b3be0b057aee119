import { PARTIES } from '../district/organisation';
import type { Party } from '../district/organisation';
import { DAY, HOUR } from '../kernel/time';
import {
  ALL_BODIES,
  NOW,
  SEATS,
  START,
  acceptedTopic,
  applyTo,
  must,
  refusedOf,
  sessionFor,
  withSignIns,
  withStances,
} from './council-for-tests';
import { draftMinutes } from './minutes';
import { needsOfSession } from './needs';
import { seatsOf } from './seats';
import { tableOf } from './table-of-four';
import { MOST_SIGNED_IN, MOST_SITTINGS } from './session';
import type { CouncilSession } from './session';
import type { Topic } from './topic';
import { itemConcluded, itemSetAside, positionStated, resolutionOn, voteCalled, itemOpened } from './agenda-effects';
import {
  minutesConfirmed,
  minutesConfirmedFor,
  minutesDisputed,
  minutesEdited,
  minutesLockedWithout,
  minutesRecalled,
  minutesSent,
} from './minutes-effects';
import { objected, objectionAnswered, published } from './notice-effects';
import {
  called,
  calledAgain,
  cancelled,
  ended,
  failed,
  opened,
  sessionDue,
  signedIn,
  signedInByChair,
  adjourned,
  resumed,
} from './session-effects';
import {
  SIGN_IN_COUNTS,
  nextSessionStatus,
  partiesOfSession,
  quorumOf,
  sessionDeadline,
  unconfirmedOf,
} from './session-rules';

const THREE: readonly Party[] = ['committee-of-residents', 'party-branch', 'owners-committee'];
const FOUR = PARTIES;
const ALL_AGREE = Object.fromEntries(FOUR.map((party) => [party, 'agree'])) as Record<Party, 'agree'>;

describe('the call', () => {
  it('is refused a millisecond too early, with the lawful earliest time', () => {
    const call = { ...sessionFor(), topics: [], startsAt: START - 1 };
    const refused = called(call, NOW);
    expect(refused).toEqual({ refused: 'notice-too-short', facts: { earliest: START, noticeDays: 5 } });
    expect(refusedOf(called({ ...call, startsAt: START }, NOW))).toBeUndefined();
  });

  it('is refused where the seats are of fewer bodies than could reach a quorum, naming those to fill', () => {
    const call = { ...sessionFor(), topics: [] };
    const two = seatsOf([ALL_BODIES[0], ALL_BODIES[3]]);
    expect(called({ ...call, seats: two }, NOW)).toEqual({
      refused: 'too-few-bodies',
      facts: { bodies: 2, parties: 'party-branch,owners-committee' },
    });
    const three = seatsOf(ALL_BODIES.filter(({ kind }) => kind !== 'owners-committee'));
    expect(refusedOf(called({ ...call, seats: three }, NOW))).toBeUndefined();
  });

  it('is online only where the template allows it', () => {
    const call = { ...sessionFor(), topics: [], online: true };
    expect(refusedOf(called(call, NOW))).toBe('online-not-allowed');
  });
});

describe('a second calling', () => {
  const failedIn = (session: CouncilSession) => applyTo(session, failed(session, START));
  const first = failedIn(sessionFor());
  const callOf = (topic: Topic, of: CouncilSession) =>
    called({ ...sessionFor(), id: 's3', topics: [topic], first: of, startsAt: START + 6 * DAY }, START);

  it('is of topics that the failed session was the last to have', () => {
    const topic = acceptedTopic({ sessionId: 's1' });
    expect(must(callOf(topic, first)).secondOf).toBe('s1');
    // Another session met about it since, with everybody there, and put it off.
    expect(refusedOf(callOf({ ...topic, sessionId: 's2' }, first))).toBe('topic-not-ready');
  });

  it('is made once', () => {
    const followed = applyTo(first, calledAgain(first, { id: 's2', startsAt: START + 6 * DAY }));
    expect(followed).toMatchObject({ status: 'failed', followedBy: 's2' });
    expect(refusedOf(callOf(acceptedTopic({ sessionId: 's1' }), followed))).toBe('second-calling-made');
  });
});

describe('a second calling that was cancelled', () => {
  it('leaves the right to it where it was, with the same topics', () => {
    const gone = applyTo(sessionFor({ second: true }), cancelled(sessionFor({ second: true }), '停电', START));
    const call = (of: CouncilSession) =>
      called(
        {
          ...sessionFor(),
          id: 's9',
          topics: [acceptedTopic({ sessionId: of.id })],
          first: of,
          startsAt: START + 9 * DAY,
        },
        START,
      );
    expect(must(call(gone)).secondOf).toBe(gone.id);
    const plain = applyTo(sessionFor(), cancelled(sessionFor(), '停电', START));
    expect(refusedOf(call(plain))).toBe('second-calling-unknown');
    expect(refusedOf(call({ ...gone, followedBy: 's8' }))).toBe('second-calling-made');
  });
});

describe('the quorum', () => {
  it('is all four parties at a first calling, three at a second', () => {
    const first = withSignIns(sessionFor(), THREE);
    expect(opened(first, START)).toEqual({
      refused: 'no-quorum',
      facts: { present: 3, needed: 4, absent: 'property-company' },
    });
    expect(refusedOf(failed(first, START))).toBeUndefined();
    const second = withSignIns(sessionFor({ second: true }), THREE);
    expect(refusedOf(opened(second, START))).toBeUndefined();
    expect(refusedOf(failed(second, START))).toBe('quorum-reached');
  });

  it('counts a body once that holds two seats, and then is all three', () => {
    const seats = seatsOf(ALL_BODIES.filter(({ kind }) => kind !== 'owners-committee'));
    const session = withSignIns(sessionFor({ seats }), ['committee-of-residents', 'owners-committee', 'party-branch']);
    expect(quorumOf(session, START)).toMatchObject({ needed: 3, reached: false, absent: ['property-company'] });
    const full = withSignIns(session, ['property-company']);
    expect(quorumOf(full, START)).toMatchObject({ needed: 3, reached: true });
  });

  it('is never two bodies', () => {
    const seats = seatsOf([ALL_BODIES[0], ALL_BODIES[3]]);
    const left: CouncilSession = { ...sessionFor({ second: true }), seats };
    const session = withSignIns(left, ['committee-of-residents', 'property-company']);
    expect(refusedOf(opened(session, START))).toBe('no-quorum');
  });

  it('does not open before its time', () => {
    const session = withSignIns(sessionFor(), FOUR);
    expect(refusedOf(opened(session, START - 1))).toBe('not-yet');
  });
});

describe('sign-in', () => {
  it('begins an hour before, is for delegates, and happens once', () => {
    const session: CouncilSession = {
      ...sessionFor(),
      delegates: [{ personId: 'd1', party: 'property-company', name: '李*', substitute: false }],
    };
    expect(refusedOf(signedIn(session, 'd1', START - HOUR - 1))).toBe('sign-in-not-open');
    expect(refusedOf(signedIn(session, 'd2', START))).toBe('not-a-delegate');
    const there = applyTo(session, signedIn(session, 'd1', START - HOUR));
    expect(there.attendance).toMatchObject([{ personId: 'd1', by: 'code' }]);
    expect(refusedOf(signedIn(there, 'd1', START))).toBe('already-signed-in');
  });

  it('takes no more people than a day has room for, by code either', () => {
    const all = Array.from({ length: MOST_SIGNED_IN }, (_, index) => ({
      party: 'party-branch' as const,
      name: `甲${String(index)}`,
      at: START,
      by: 'chair' as const,
    }));
    const delegate = { personId: 'd1', party: 'party-branch', name: '赵**', substitute: false } as const;
    const full: CouncilSession = { ...sessionFor(), attendance: all, delegates: [delegate] };
    expect(refusedOf(signedIn(full, 'd1', START))).toBe('too-many-delegates');
  });

  it('by the chair is marked, and not for an empty seat', () => {
    const seats = seatsOf(ALL_BODIES.filter(({ kind }) => kind !== 'party-branch'));
    const session = sessionFor({ seats });
    expect(refusedOf(signedInByChair(session, { party: 'party-branch', name: '某' }, START))).toBe('seat-empty');
    const there = applyTo(session, signedInByChair(session, { party: 'property-company', name: '某' }, START));
    expect(there.attendance).toMatchObject([{ by: 'chair' }]);
  });
});

describe('a sign-in', () => {
  const thursday = START + 3 * DAY;

  it('counts for twelve hours: who came on Monday does not open the session on Thursday', () => {
    const monday = withSignIns(sessionFor(), THREE);
    expect(quorumOf(monday, START + SIGN_IN_COUNTS - 1).present).toEqual(THREE);
    expect(quorumOf(monday, START + SIGN_IN_COUNTS).present).toEqual([]);
    const last = withSignIns(monday, ['property-company'], thursday);
    expect(quorumOf(last, thursday).present).toEqual(['property-company']);
    expect(refusedOf(opened(last, thursday))).toBe('no-quorum');
    const all = withSignIns(last, THREE, thursday);
    expect(applyTo(all, opened(all, thursday)).attendance).toHaveLength(4);
  });

  it('that came too early to count at the opening is not of the session', () => {
    const early = withSignIns(sessionFor({ second: true }), ['property-company'], START - HOUR);
    const late = withSignIns(early, THREE, START + 2 * HOUR);
    const at = START + SIGN_IN_COUNTS;
    expect(applyTo(late, opened(late, at)).attendance.map(({ party }) => party)).toEqual(THREE);
  });

  it('of a party that came is no absence, however late the session is recorded as failed', () => {
    const monday = withSignIns(sessionFor(), THREE);
    expect(must(failed(monday, thursday)).event.facts).toEqual({
      present: THREE.join(','),
      absent: 'property-company',
    });
    // Nor is theirs who came on Monday, when the fourth comes on Thursday.
    const last = withSignIns(monday, ['property-company'], thursday);
    expect(must(failed(last, thursday)).event.facts).toEqual({ present: FOUR.join(','), absent: '' });
  });

  it('of yesterday begins a new sitting with the first of today: nobody speaks from home', () => {
    const running = withStances(withSignIns(sessionFor(), FOUR), { 'party-branch': 'agree' });
    const next = START + DAY;
    const said = { topicId: 't1', stance: 'agree', reasons: '好', byName: '某', byChair: false } as const;
    expect(refusedOf(positionStated(running, { ...said, party: 'owners-committee' }, next))).toBe('not-signed-in');
    expect(refusedOf(voteCalled(running, 't1', next))).toBe('no-quorum');
    expect(refusedOf(resolutionOn(running, 't1', '延到十点', next))).toBe('no-quorum');
    const one = withSignIns(running, ['party-branch'], next);
    expect(one).toMatchObject({
      attendance: [{ party: 'party-branch', at: next }],
      sittings: [{ from: START, until: START, attendance: [{}, {}, {}, {}] }],
      resumedAt: next,
      agenda: [{ state: 'waiting', positions: [] }],
    });
    const all = withSignIns(
      one,
      FOUR.filter((party) => party !== 'party-branch'),
      next,
    );
    expect(all.sittings).toHaveLength(1);
    expect(refusedOf(itemOpened(all, 't1', next))).toBeUndefined();
  });

  it('past midnight is of the same sitting, and once it has lapsed is made anew beside the others', () => {
    const open = withStances(withSignIns(sessionFor(), FOUR), {});
    const late = signedInByChair(open, { party: 'property-company', name: '郑经理' }, START + 11 * HOUR);
    const evening = applyTo(open, late);
    expect(evening.sittings).toBeUndefined();
    const again = withSignIns(evening, THREE, START + 13 * HOUR);
    expect(again.sittings).toBeUndefined();
    expect(quorumOf(again, START + 13 * HOUR).present).toEqual(FOUR);
    // What was settled in the evening was settled before them; the minutes name each once.
    const settled = {
      ...again,
      agenda: again.agenda.map((item) => ({ ...item, state: 'deferred' as const, settledAt: START + HOUR })),
    };
    const sides = tableOf(acceptedTopic(), settled, settled.seats, START + 13 * HOUR);
    expect(sides.every(({ signedIn: there }) => there)).toBe(true);
    expect(draftMinutes(settled, START + 14 * HOUR)).toMatch(
      /签到：(居委会[^、\n]*、小区党组织[^、\n]*、业委会[^、\n]*、物业公司[^、\n]*、物业公司郑经理[^、\n]*)\n/,
    );
  });

  it('begins no more sittings than a session has', () => {
    const running = withStances(withSignIns(sessionFor(), FOUR), {});
    const sitting = { from: START, until: START, attendance: [] };
    const full: CouncilSession = { ...running, sittings: Array.from({ length: MOST_SITTINGS }, () => sitting) };
    const late = signedInByChair(full, { party: 'party-branch', name: '某' }, START + DAY);
    expect(refusedOf(late)).toBe('too-many-sittings');
  });
});

it('a settled topic shows who had come before it was settled', () => {
  const agreed = withStances(withSignIns(sessionFor({ second: true }), THREE), {});
  const aside = applyTo(agreed, itemSetAside(agreed, 't1', 'deferred', '下次', START + 1));
  const late = withSignIns(aside, ['property-company'], START + HOUR);
  const company = tableOf(acceptedTopic(), late, late.seats, START + HOUR).find(
    ({ party }) => party === 'property-company',
  );
  expect(company).toMatchObject({ signedIn: false, mark: 'none' });
});

describe('positions', () => {
  const open = withStances(withSignIns(sessionFor(), FOUR), {});

  it('come from parties that signed in', () => {
    const three = withStances(withSignIns(sessionFor({ second: true }), THREE), {});
    const said = {
      topicId: 't1',
      party: 'property-company',
      stance: 'agree',
      reasons: '好',
      byName: '',
      byChair: true,
    } as const;
    expect(refusedOf(positionStated(three, said, START))).toBe('not-signed-in');
  });

  it('all in favour are a consensus: no vote is called, none is needed', () => {
    const agreed = withStances(open, ALL_AGREE);
    expect(refusedOf(voteCalled(agreed, 't1', START))).toBe('consensus-reached');
    expect(must(resolutionOn(agreed, 't1', '延到十点', START))).toMatchObject({ agreed: true, by: 'consensus' });
  });

  it('must be said by everybody present before anything is concluded', () => {
    const some = withStances(open, { 'party-branch': 'agree' });
    expect(refusedOf(resolutionOn(some, 't1', '延到十点', START))).toBe('position-missing');
    expect(refusedOf(voteCalled(some, 't1', START))).toBe('position-missing');
  });

  const voted = (votes: Readonly<Partial<Record<Party, 'agree' | 'object' | 'reserve'>>>, base = open) => {
    const split = withStances(base, { ...ALL_AGREE, 'property-company': 'object' });
    expect(refusedOf(resolutionOn(split, 't1', '延到十点', START))).toBe('vote-needed');
    return withStances(applyTo(split, voteCalled(split, 't1', START)), votes);
  };

  it('three of four agree: agreed, unless the template says otherwise', () => {
    const votes = { ...ALL_AGREE, 'property-company': 'object' } as const;
    expect(must(resolutionOn(voted(votes), 't1', '延到十点', START))).toMatchObject({
      agreed: true,
      by: 'vote',
      objecting: ['property-company'],
    });
    const strict = withStances(withSignIns(sessionFor({ rules: { threeOfFourDecides: false } }), FOUR), {});
    expect(must(resolutionOn(voted(votes, strict), 't1', '延到十点', START)).agreed).toBe(false);
  });

  it.each([
    [{ ...ALL_AGREE, 'owners-committee': 'object', 'property-company': 'object' }, false],
    [{ ...ALL_AGREE, 'owners-committee': 'reserve', 'property-company': 'object' }, false],
    [{ ...ALL_AGREE, 'owners-committee': 'reserve', 'property-company': 'reserve' }, true],
    [Object.fromEntries(FOUR.map((party) => [party, 'reserve'])), false],
  ] as const)('decide %j: %s', (votes, agreed) => {
    expect(must(resolutionOn(voted(votes), 't1', '延到十点', START)).agreed).toBe(agreed);
  });

  it('with three present all must agree', () => {
    const three = withStances(withSignIns(sessionFor({ second: true }), THREE), {
      'committee-of-residents': 'agree',
      'party-branch': 'agree',
      'owners-committee': 'reserve',
    });
    const vote = applyTo(three, voteCalled(three, 't1', START));
    const two = withStances(vote, {
      'committee-of-residents': 'agree',
      'party-branch': 'agree',
      'owners-committee': 'reserve',
    });
    expect(must(resolutionOn(two, 't1', '延到十点', START)).agreed).toBe(false);
    const all = withStances(two, { 'owners-committee': 'agree' });
    expect(must(resolutionOn(all, 't1', '延到十点', START)).agreed).toBe(true);
  });
});

describe('a resolution', () => {
  const agreed = withStances(withSignIns(sessionFor(), FOUR), ALL_AGREE);

  it('is refused on a matter of art. 278, however it comes in', () => {
    const resolution = must(resolutionOn(agreed, 't1', '向每户续筹维修资金', START));
    expect(itemConcluded(agreed, 't1', resolution, START)).toMatchObject({
      refused: 'owners-decide',
      facts: { item: 6 },
    });
  });

  it.each(['每户补交维修资金两千元。', '门灯坏了。我方同意更换物业公司，另找一家。'])(
    'is refused when what a party agrees to is such a matter: %s',
    (reasons) => {
      const [item] = agreed.agenda;
      const positions = (item?.positions ?? []).map((one, index) => (index === 0 ? { ...one, reasons } : one));
      const session = { ...agreed, agenda: agreed.agenda.map((one) => ({ ...one, positions })) };
      const resolution = must(resolutionOn(session, 't1', '按四方的意见办理', START));
      expect(refusedOf(itemConcluded(session, 't1', resolution, START))).toBe('owners-decide');
    },
  );

  it('without agreement is set aside, not concluded', () => {
    const resolution = { ...must(resolutionOn(agreed, 't1', '延到十点', START)), agreed: false };
    expect(refusedOf(itemConcluded(agreed, 't1', resolution, START))).toBe('not-agreed');
    expect(applyTo(agreed, itemSetAside(agreed, 't1', 'referred', '意见不一', START)).agenda[0]?.state).toBe(
      'referred',
    );
  });
});

describe('an adjourned session', () => {
  const running = withStances(withSignIns(sessionFor(), FOUR), { 'party-branch': 'agree' });
  const rest = applyTo(running, adjourned(running, START + 3 * HOUR, '吃饭', START + HOUR));

  it('goes on the same day with those who are there', () => {
    const again = applyTo(rest, resumed(rest, START + 3 * HOUR));
    expect(again).toMatchObject({ agenda: [{ state: 'open', positions: [{ party: 'party-branch' }] }] });
    expect(again.sittings).toBeUndefined();
    expect(quorumOf(again, START + 3 * HOUR).reached).toBe(true);
  });

  it('has everybody sign in anew on another day, and takes the topic up again before them', () => {
    const next = applyTo(rest, resumed(rest, START + DAY));
    expect(next).toMatchObject({ attendance: [], agenda: [{ state: 'waiting', positions: [] }] });
    expect(next.sittings).toMatchObject([{ from: START, until: START + HOUR }]);
    expect(refusedOf(itemOpened(next, 't1', START + DAY))).toBe('no-quorum');
    const three = withSignIns(next, THREE, START + DAY);
    const topic = acceptedTopic();
    const absentAt = (session: CouncilSession) =>
      tableOf(topic, session, session.seats, START + DAY).flatMap(({ party, signedIn }) => (signedIn ? [] : party));
    expect(absentAt(three)).toEqual(['property-company']);
    expect(refusedOf(itemOpened(three, 't1', START + DAY))).toBe('no-quorum');
    const four = withSignIns(three, ['property-company'], START + DAY);
    expect(refusedOf(itemOpened(four, 't1', START + DAY))).toBeUndefined();
    // Whoever was there on any day confirms the minutes, which name each of them.
    expect(partiesOfSession(three)).toEqual(FOUR);
    const aside = applyTo(three, itemSetAside(three, 't1', 'deferred', '下次', START + DAY));
    expect(absentAt(aside)).toEqual([]);
    const over = applyTo(aside, ended(aside, draftMinutes(aside, START + DAY), START + DAY));
    expect(unconfirmedOf(over)).toEqual(FOUR);
    expect(quorumOf(over, START + DAY)).toMatchObject({ present: FOUR, absent: [] });
    expect(over.minutes?.words).toMatch(/第 1 次开会.*缺席：无\n第 2 次开会.*缺席：物业公司/);
  });

  it('goes by the day people signed in on, however late it is adjourned', () => {
    const late = applyTo(running, adjourned(running, START + 2 * DAY, '昨天忘了休会', START + DAY));
    expect(applyTo(late, resumed(late, START + DAY + HOUR)).attendance).toEqual([]);
  });

  it('is adjourned to other days so many times, and no more', () => {
    const often = Array.from({ length: MOST_SITTINGS }).reduce<CouncilSession>((now, _, day) => {
      const stopped = applyTo(now, adjourned(now, START + (day + 1) * DAY, '晚了', START + day * DAY));
      return applyTo(stopped, resumed(stopped, START + (day + 1) * DAY));
    }, running);
    expect(refusedOf(adjourned(often, START + 90 * DAY, '晚了', START + 9 * DAY))).toBe('too-many-sittings');
  });
});

describe('minutes and notice', () => {
  const withDelegates: CouncilSession = {
    ...sessionFor(),
    delegates: FOUR.map((party) => ({ personId: party, party, name: party, substitute: false })),
  };
  const agreed = withStances(withSignIns(withDelegates, FOUR), ALL_AGREE);
  const concluded = applyTo(
    agreed,
    itemConcluded(agreed, 't1', must(resolutionOn(agreed, 't1', '延到十点', START)), START),
  );
  const over = applyTo(concluded, ended(concluded, draftMinutes(concluded, START + HOUR), START + HOUR));

  it('are drafted from what happened', () => {
    const words = over.minutes?.words ?? '';
    for (const part of ['安居花园', '社区活动室', '主持人代签', '缺席：无', '协商一致', '延到十点'])
      expect(words).toContain(part);
    expect(over.minutesDueAt).toBe(START + HOUR + 3 * DAY);
  });

  it('take no decision that was not taken', () => {
    expect(refusedOf(minutesEdited(over, '会议一致同意续筹维修资金。', START))).toBe('owners-decide');
    expect(refusedOf(minutesEdited(over, `${over.minutes?.words ?? ''}\n散会。`, START))).toBeUndefined();
  });

  const fingerprint = (words: string) => `#${String(words.length)}`;
  const sent = applyTo(over, minutesSent(over, START));
  const locked = FOUR.reduce(
    (now, party) => applyTo(now, minutesConfirmed(now, { personId: party, name: party }, fingerprint, START)),
    sent,
  );

  it('are locked with the last confirmation, each party confirming once', () => {
    const one = applyTo(sent, minutesConfirmed(sent, { personId: 'party-branch', name: '' }, fingerprint, START));
    expect(one.status).toBe('confirming');
    expect(needsOfSession(one).map(({ kind }) => kind)).toEqual(Array(3).fill('confirm-minutes'));
    expect(refusedOf(minutesConfirmed(one, { personId: 'party-branch', name: '' }, fingerprint, START))).toBe(
      'already-confirmed',
    );
    expect(locked).toMatchObject({ status: 'confirmed', minutes: { lockedAt: START } });
  });

  it('the notice ends by the clock only when every objection is answered', () => {
    const shown = applyTo(locked, published(locked, START));
    const endsAt = START + 7 * DAY;
    expect(sessionDeadline(shown)).toEqual({ kind: 'notice-end', at: endsAt });
    const doubted = applyTo(shown, objected(shown, { words: '太吵', signature: '王小样' }, endsAt - 1));
    expect(sessionDeadline(doubted)).toBeUndefined();
    expect(refusedOf(objected(shown, { words: '太吵', signature: '王小样' }, endsAt))).toBe('deadline-passed');
    const [rev = 0] = doubted.openObjections;
    const settled = applyTo(doubted, objectionAnswered(doubted, rev, '会注意', endsAt + 1));
    expect(refusedOf(objectionAnswered(settled, rev, '会注意', endsAt + 1))).toBe('objection-unknown');
    const due = sessionDeadline(settled);
    expect(due).toEqual({ kind: 'notice-end', at: endsAt });
    expect(applyTo(settled, sessionDue(settled, { kind: 'notice-end', at: endsAt }, endsAt + 2)).status).toBe(
      'in-force',
    );
  });

  it('nobody confirms for a party that disputed them by itself, nor keeps what it confirmed before', () => {
    const mine = { personId: 'owners-committee', party: 'owners-committee', name: '乙**', substitute: false } as const;
    const before: CouncilSession = { ...sent, delegates: [mine] };
    const forThem = (session: CouncilSession) =>
      minutesConfirmedFor(session, { party: 'owners-committee', name: '乙**' }, fingerprint, START);
    const entered = applyTo(before, forThem(before));
    const disputed = applyTo(entered, minutesDisputed(entered, 'owners-committee', '没这样说', START));
    expect(disputed).toMatchObject({ status: 'ended', minutes: { confirmations: [] } });
    const again = applyTo(disputed, minutesEdited(disputed, '改过的纪要', START));
    const resent = applyTo(again, minutesSent(again, START));
    expect(refusedOf(forThem(resent))).toBe('party-not-yours');
    const byThem = minutesConfirmed(resent, { personId: 'owners-committee', name: '乙**' }, fingerprint, START);
    expect(refusedOf(byThem)).toBeUndefined();
  });

  describe('that one party does not confirm', () => {
    const confirm = (session: CouncilSession, party: Party) =>
      applyTo(session, minutesConfirmed(session, { personId: party, name: party }, fingerprint, sentAt));
    const sentAt = START + 2 * DAY;
    const late = applyTo(over, minutesSent(over, sentAt));
    const three = THREE.reduce(confirm, late);
    const lock = (session: CouncilSession, at = sentAt + 3 * DAY) =>
      minutesLockedWithout(session, '没有答复', fingerprint, at);

    it('are locked without it after their due time and three days from when they were sent, saying which', () => {
      expect(lock(three, sentAt + 3 * DAY - 1)).toEqual({ refused: 'not-yet', facts: { from: sentAt + 3 * DAY } });
      const done = lock(three);
      expect(must(done).event).toMatchObject({ words: '没有答复', facts: { without: 'property-company' } });
      expect(applyTo(three, done)).toMatchObject({
        status: 'confirmed',
        minutes: { lockedWithout: 'property-company', fingerprint: fingerprint(over.minutes?.words ?? '') },
      });
      // Sent at once, they are due no sooner.
      const early = THREE.reduce(confirm, sent);
      expect(refusedOf(lock(early, START + 3 * DAY))).toBe('not-yet');
      expect(refusedOf(lock(early, START + HOUR + 3 * DAY))).toBeUndefined();
    });

    it('wait while two are missing', () => {
      expect(lock(THREE.slice(1).reduce(confirm, late))).toEqual({
        refused: 'minutes-open',
        facts: { parties: 'committee-of-residents,property-company' },
      });
    });

    it('are not locked over a party that disputes them as they stand; changed, it reads them anew', () => {
      const disputed = applyTo(three, minutesDisputed(three, 'property-company', '没这样说', sentAt));
      const again = applyTo(disputed, minutesSent(disputed, sentAt));
      expect(refusedOf(lock(again))).toBe('minutes-open');
      const edited = applyTo(disputed, minutesEdited(disputed, '改过的纪要', sentAt));
      const resent = THREE.reduce(confirm, applyTo(edited, minutesSent(edited, sentAt)));
      expect(refusedOf(lock(resent))).toBeUndefined();
    });

    it('may be recalled by the chair, and what was confirmed of them falls', () => {
      const effect = must(minutesRecalled(three, '写错了', sentAt));
      expect(effect.event).toMatchObject({ kind: 'minutes-recalled', facts: { confirmed: THREE.join(',') } });
      expect(applyTo(three, effect)).toMatchObject({ status: 'ended', minutes: { confirmations: [] } });
    });

    it('are a need of whom it named in its place, too', () => {
      const substitute = { personId: 'x', party: 'property-company', name: '外*', substitute: true } as const;
      const named: CouncilSession = { ...three, delegates: [...three.delegates, substitute] };
      expect(needsOfSession(named).flatMap(({ scopes }) => scopes)).toEqual(['body/company', 'person/x']);
    });
  });

  it('an objection on paper counts as any other, and is marked', () => {
    const shown = applyTo(locked, published(locked, START));
    const effect = must(objected(shown, { words: '太吵', signature: '王**', onPaper: true }, START + 1));
    expect(effect.event).toMatchObject({ kind: 'objected', facts: { signature: '王**', onPaper: true } });
    expect(applyTo(shown, effect)).toMatchObject({ objections: 1, openObjections: [shown.rev + 1] });
  });

  it('the chair confirms for a party that was there without a phone, and for no other', () => {
    const byPhone: CouncilSession = {
      ...sent,
      attendance: sent.attendance.map((one) => (one.party === 'party-branch' ? { ...one, by: 'code' } : one)),
    };
    const enter = (session: CouncilSession, party: Party) =>
      minutesConfirmedFor(session, { party, name: '甲**' }, fingerprint, START);
    expect(refusedOf(enter(byPhone, 'party-branch'))).toBe('party-not-yours');
    const once = applyTo(byPhone, enter(byPhone, 'owners-committee'));
    expect(once.minutes?.confirmations).toEqual([
      { party: 'owners-committee', name: '甲**', at: START, byChair: true },
    ]);
    expect(refusedOf(enter(once, 'owners-committee'))).toBe('already-confirmed');
    const all = FOUR.reduce(
      (now, party) => (unconfirmedOf(now).includes(party) ? applyTo(now, enter(now, party)) : now),
      sent,
    );
    expect(all).toMatchObject({ status: 'confirmed', minutes: { lockedAt: START } });
  });

  it('a locked session takes no more positions', () => {
    expect(nextSessionStatus('confirmed', 'state-position')).toBeUndefined();
    expect(nextSessionStatus('in-force', 'edit-minutes')).toBeUndefined();
  });
});

it('seats of a compound name stand-ins', () => {
  expect(SEATS.every(({ standIn }) => !standIn)).toBe(true);
  const bare = seatsOf([ALL_BODIES[0], { id: 'office', kind: 'street-property-office', name: '物业办' }]);
  expect(bare).toEqual([
    { party: 'committee-of-residents', bodyId: 'committee', bodyName: '居委会', standIn: false },
    { party: 'party-branch', standIn: false },
    { party: 'owners-committee', bodyId: 'committee', bodyName: '居委会', standIn: true },
    { party: 'property-company', bodyId: 'office', bodyName: '物业办', standIn: true },
  ]);
});
