import * as fc from 'fast-check';
import { isRefusal } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { DAY, HOUR, MINUTE } from '../kernel/time';
import { afterEffect } from './effect';
import type { Effect } from './effect';
import { nextDeadline, whenDue } from './effects-clock';
import { accepted, assigned, declined, escalatedBy, markedDuplicate, passedOn } from './effects-desk';
import {
  calledBack,
  confirmed,
  halfFixed,
  joined,
  nudged,
  priceAnswered,
  reopened,
  replied,
  withdrawn,
} from './effects-resident';
import { paused, quoted, resolved, resumed, runningClock, started, taken, visitPlanned } from './effects-work';
import type { Request } from './request';
import { LIFECYCLE, MOVES, OPEN, nextStatus } from './request-rules';
import type { Move } from './request-rules';
import { newRequest } from './request-for-tests';
import { readStoredRequest, storedForm } from './stored-request';

const T0 = Date.UTC(2026, 10, 23, 2);
const committee = { id: 'committee', name: '居委会' };
const street = { id: 'street', name: '街道物业办' };
const centre = { id: 'centre', name: '指挥中心' };
const LEVELS = [committee, street, centre];
const water = { id: 'water', name: '自来水公司' };

/** The levels not yet reached. */
const levelsLeft = ({ escalation }: Request) =>
  LEVELS.slice(LEVELS.findIndex(({ id }) => id === escalation?.organisationId) + 1);

/** Every move with an input that is in order, so that only the lifecycle and the rules refuse. */
const EVERY: Readonly<Record<Move, (request: Request, now: number) => Effect | Refusal>> = {
  accept: accepted,
  assign: (r, now) => assigned(r, { id: 'hands', name: '孙师傅' }, now),
  take: (r) => taken(r, { id: 'hands', name: '孙师傅' }),
  start: started,
  'plan-visit': (r, now) => visitPlanned(r, { from: now + HOUR, until: now + 2 * HOUR }, now),
  pause: (r, now) => paused(r, { reason: '等配件', until: now + DAY }, now),
  resume: (r, now) => resumed(r, now),
  quote: (r, now) => quoted(r, { fen: 5000, words: '换阀门' }, now),
  'answer-quote': (r) => priceAnswered(r, true),
  resolve: (r, now) => resolved(r, { words: '好了', before: [], after: ['photo'] }, now),
  confirm: (r, now) => confirmed(r, { satisfied: true }, now),
  'half-fix': (r, now) => halfFixed(r, { words: '还有一盏' }, now),
  reopen: (r, now) => reopened(r, { words: '没好', above: levelsLeft(r)[0] }, now),
  decline: (r, now) => declined(r, '不在范围', now),
  'pass-on': (r, now) => passedOn(r, { to: water, reason: '归自来水', decides: false, committee }, now),
  'mark-duplicate': (r, now) => markedDuplicate(r, { id: 'other', number: '1123-AAAA' }, now),
  withdraw: (r) => withdrawn(r),
  reply: (r, now) => replied(r, { words: '好的' }, true, now),
  nudge: (r, now) => nudged(r, now),
  join: (r) => joined(r, 'neighbour'),
  'call-back': (r, now) => calledBack(r, { reached: true, outcome: 'confirmed', satisfied: true }, false, now),
  escalate: (r, now) => escalatedBy(r, levelsLeft(r)[0] ?? centre, '再不办', now),
};

/** The request after an effect that must be lawful. */
const after = (request: Request, effect: Effect | Refusal | undefined): Request => {
  if (effect === undefined || isRefusal(effect)) throw new Error(`refused: ${JSON.stringify(effect)}`);
  return afterEffect(request, effect);
};
const code = (effect: Effect | Refusal): string => (isRefusal(effect) ? effect.refused : effect.event.kind);

describe('the lifecycle', () => {
  it.each(MOVES)('%s is lawful exactly where the table says so', (move) => {
    for (const status of Object.keys(LIFECYCLE)) {
      const known = (Object.keys(LIFECYCLE) as (keyof typeof LIFECYCLE)[]).find((one) => one === status);
      if (known === undefined) continue;
      const quote = move === 'answer-quote' ? { quote: { fen: 1, words: '价', state: 'open' as const, at: T0 } } : {};
      const effect = EVERY[move](newRequest(T0, { status: known, resolvedAt: T0, ...quote }), T0 + HOUR);
      const lawful = nextStatus(known, move) !== undefined;
      expect([known, isRefusal(effect)]).toEqual([known, !lawful]);
      if (isRefusal(effect)) expect(effect.refused).toBe('move-not-allowed');
    }
  });

  it('never leaves the table, loses the first holder or stores what it cannot read, on any walk', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...MOVES, 'clock' as const), fc.nat(3 * DAY)), { maxLength: 60 }),
        (steps) => {
          let request = newRequest(T0);
          let now = T0;
          for (const [move, wait] of steps) {
            now += wait;
            const before = request;
            if (move === 'clock') {
              const deadline = nextDeadline(request);
              if (deadline === undefined || deadline.at > now) continue;
              request = after(request, whenDue(request, deadline, now, levelsLeft(request)));
              expect(['paused', before.status]).toContain(before.status);
              expect((request.escalation?.level ?? 0) - (before.escalation?.level ?? 0)).toBeLessThanOrEqual(1);
            } else {
              const effect = EVERY[move](request, now);
              if (isRefusal(effect)) continue;
              expect(nextStatus(before.status, move)).toBeDefined();
              request = afterEffect(request, effect);
            }
            expect(request.rev).toBe(before.rev + 1);
            expect(request.firstHolderId).toBe('property');
            expect(request.answerableIds).toContain('property');
            expect(request.passedBy).not.toContain(request.holderId);
            expect(readStoredRequest(request.id, storedForm(request))).toEqual(request);
            expect(nextDeadline(request) === undefined || OPEN.includes(request.status)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the clock', () => {
  it('gives back exactly what a pause found, whenever and however often it pauses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4 * DAY), fc.integer({ min: 1, max: 50 * DAY })), { maxLength: 6 }),
        (waits) => {
          let request = after(newRequest(T0), accepted(newRequest(T0), T0));
          let now = T0;
          let worked = 0;
          for (const [work, rest] of waits) {
            now += work;
            worked += work;
            request = after(request, paused(request, { reason: '等', until: now + rest }, now));
            now += rest;
            request = after(request, resumed(request, now, true));
          }
          // Time beyond the deadline is not owed back: a spent clock stands at zero.
          const left = Math.max(0, 7 * DAY - worked);
          expect(Math.max(0, runningClock(request) - now)).toBe(left);
        },
      ),
    );
  });

  it('shows while paused by when it is due if it goes on at the end', () => {
    const request = after(newRequest(T0), accepted(newRequest(T0), T0));
    const resting = after(request, paused(request, { reason: '等', until: T0 + 3 * DAY }, T0 + DAY));
    expect(resting.dueAt).toBe(T0 + 3 * DAY + 6 * DAY);
    expect(nextDeadline(resting)).toEqual({ kind: 'pause-end', at: T0 + 3 * DAY });
    expect(after(resting, resumed(resting, T0 + 2 * DAY)).dueAt).toBe(T0 + 2 * DAY + 6 * DAY);
  });

  it('goes one level a missed deadline, the next only after another day, and stops at the top', () => {
    let request = after(newRequest(T0), accepted(newRequest(T0), T0));
    // The clock stood for three days past the deadline.
    let now = T0 + 10 * DAY;
    const levels: (string | undefined)[] = [];
    for (let look = 0; look < 8; look += 1) {
      for (let step = 0; step < 8; step += 1) {
        const deadline = nextDeadline(request);
        if (deadline === undefined || deadline.at > now) break;
        request = after(request, whenDue(request, deadline, now, LEVELS.slice(request.escalation?.level ?? 0)));
      }
      levels.push(request.escalation?.organisationId);
      now += 12 * HOUR;
    }
    expect(levels).toEqual(['committee', 'committee', 'street', 'street', 'centre', 'centre', 'centre', 'centre']);
    expect(request.overdueSince).toBe(T0 + 7 * DAY);
    expect(request.answerableIds).toEqual(['property', 'committee', 'street', 'centre']);
    expect(nextDeadline(request)).toBeUndefined();
  });

  it.each([
    ['emergency', 30 * MINUTE, 2 * HOUR],
    ['utilities', 2 * HOUR, 24 * HOUR],
    ['general', DAY, 7 * DAY],
    ['complex', DAY, 15 * DAY],
  ] as const)('%s: first answer and resolution fall due in their order', (urgency, first, resolve) => {
    const request = newRequest(T0, { urgency, firstAnswerDueAt: T0 + first, dueAt: T0 + resolve });
    expect(nextDeadline(request)).toEqual({ kind: 'first-answer', at: T0 + first });
    const missed = after(request, whenDue(request, { kind: 'first-answer', at: T0 + first }, T0 + first, LEVELS));
    expect(nextDeadline(missed)).toEqual({ kind: 'resolve', at: T0 + resolve });
    expect(missed.overdueSince).toBeUndefined();
  });
});

describe('rules of single moves', () => {
  const open = after(newRequest(T0), accepted(newRequest(T0), T0));
  const working = after(open, started(open, T0));

  it('names the next holder, begins its first answer anew and keeps the deadline', () => {
    const passed = after(open, passedOn(open, { to: water, reason: '归水', decides: false }, T0 + DAY));
    expect(passed).toMatchObject({
      status: 'passed-on',
      holderId: 'water',
      firstHolderId: 'property',
      passedBy: ['property'],
      dueAt: open.dueAt,
    });
    expect(passed.firstAnsweredAt).toBeUndefined();
    expect(passed.firstAnswerDueAt).toBeGreaterThan(T0 + DAY);
  });

  it('cannot be played back and forth; the committee decides', () => {
    const passed = after(open, passedOn(open, { to: water, reason: '归水', decides: false }, T0));
    const back = { to: { id: 'property', name: '和谐物业' }, reason: '还是归您', committee };
    const refused = passedOn(passed, { ...back, decides: false }, T0);
    expect(refused).toMatchObject({ refused: 'passed-before', facts: { offerOrganisationId: 'committee' } });
    const withCommittee = after(passed, passedOn(passed, { to: committee, reason: '请定', decides: false }, T0));
    const decided = after(withCommittee, passedOn(withCommittee, { ...back, decides: true }, T0));
    expect(decided.holderId).toBe('property');
    expect(code(passedOn(decided, { to: committee, reason: '又来', decides: false, committee }, T0))).toBe(
      'passed-before',
    );
    expect(code(passedOn(decided, { to: { id: 'property', name: '' }, reason: '', decides: false }, T0))).toBe(
      'holder-same',
    );
  });

  it('needs proof: words in a home, a photo after elsewhere, and no price waiting', () => {
    const home = { spot: { placeId: 'jn.s1.c1.x1.b1.e1.h101', placeName: '阳光小区 1号楼 1单元 101' } };
    const words = { words: '好了', before: [], after: [] };
    expect(code(resolved(working, words, T0))).toBe('proof-needed');
    expect(code(resolved(newRequest(T0, { ...home, status: 'in-progress' }), words, T0))).toBe('resolved');
    const priced = after(working, quoted(working, { fen: 100, words: '件' }, T0));
    expect(code(resolved(priced, { ...words, after: ['p'] }, T0))).toBe('quote-not-open');
    const agreed = after(priced, priceAnswered(priced, true));
    expect(code(resolved(agreed, { ...words, after: ['p'] }, T0))).toBe('resolved');
    expect(code(priceAnswered(agreed, true))).toBe('quote-not-open');
  });

  it('begins another round with a fresh deadline when half fixed', () => {
    const done = after(working, resolved(working, { words: '好了', before: [], after: ['p'] }, T0 + 9 * DAY));
    const again = after(done, halfFixed(done, { words: '还有一盏' }, T0 + 10 * DAY));
    expect(again).toMatchObject({ status: 'half-fixed', round: 2, dueAt: T0 + 17 * DAY });
    expect([again.proof, again.resolvedAt, again.overdueSince]).toEqual([undefined, undefined, undefined]);
  });

  it('brings an objection against a decline one level up', () => {
    const no = after(open, declined(open, '不在范围', T0));
    const objected = after(no, reopened(no, { words: '在范围里', above: committee }, T0));
    expect(objected).toMatchObject({
      status: 'reopened',
      holderId: 'committee',
      firstHolderId: 'property',
      escalation: { level: 1 },
      round: 2,
    });
    expect(objected.answerableIds).toEqual(['property', 'committee']);
    expect(after(no, reopened(no, { words: '在' }, T0)).holderId).toBe('property');
  });

  it('takes one nudge a day, no join of one’s own, no visit or pause in the past', () => {
    const once = after(open, nudged(open, T0));
    expect(nudged(once, T0 + DAY - 1)).toMatchObject({ refused: 'nudge-too-soon', facts: { retryAt: T0 + DAY } });
    expect(code(nudged(once, T0 + DAY))).toBe('nudged');
    expect(code(joined(open, 'filer'))).toBe('own-request');
    expect(code(visitPlanned(open, { from: T0 - 2, until: T0 }, T0))).toBe('until-not-future');
    expect(code(paused(open, { reason: '等', until: T0 }, T0))).toBe('until-not-future');
    expect(code(paused(open, { reason: '等', until: T0 + 61 * DAY }, T0))).toBe('invalid-input');
    const held = after(open, taken(open, { id: 'a', name: '甲' }));
    expect(code(taken(held, { id: 'b', name: '乙' }))).toBe('already-held');
  });

  it('counts a call that reached nobody as nothing', () => {
    const done = after(working, resolved(working, { words: '好了', before: [], after: ['p'] }, T0));
    expect(after(done, calledBack(done, { reached: false }, false, T0)).status).toBe('resolved');
    expect(code(calledBack(done, { reached: true }, false, T0))).toBe('answers-incomplete');
    expect(code(calledBack(done, { reached: true, outcome: 'confirmed' }, false, T0))).toBe('answers-incomplete');
    expect(after(done, calledBack(done, { reached: true, outcome: 'reopened' }, false, T0)).round).toBe(2);
  });
});
