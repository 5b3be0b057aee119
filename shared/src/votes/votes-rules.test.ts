import { DAY, MINUTE } from '../kernel/time';
import { shareOf } from './apportionment';
import { canonicalChoices, choiceProblem, questionsOf } from './ballot';
import { electorByCoOwners, electorByRoll } from './elector-rules';
import { electionOutcome, seatsLawful, seatsWords } from './election-rules';
import type { Tally } from './assembly-rules';
import { nextTurnout, permille } from './turnout-rules';
import type { Vote } from './vote';
import { extended } from './vote-effects';
import { nextVoteStatus, timeProblem } from './vote-rules';
import { DEFAULT_VOTING_RULES, signaturesNeeded } from './voting-rules';

const election = { seats: 1, candidates: [{ id: 'c1' }, { id: 'c2' }] };
const matters = [{ id: 'm1' }, { id: 'm2', election }];

describe('a ballot', () => {
  it('answers every question, in the order of the paper', () => {
    expect(questionsOf(matters).map(({ id }) => id)).toEqual(['m1', 'm2.c1', 'm2.c2']);
    expect(choiceProblem(matters, { m1: 'for', 'm2.c1': 'for' })).toEqual({ why: 'unanswered', questionId: 'm2.c2' });
    expect(choiceProblem(matters, { m1: 'for', 'm2.c1': 'for', 'm2.c2': 'abstain' })).toBeUndefined();
  });

  it('answers nothing that was not asked, and no more candidates than seats', () => {
    const full = { m1: 'for', 'm2.c1': 'for', 'm2.c2': 'against' } as const;
    expect(choiceProblem(matters, { ...full, m3: 'for' })).toEqual({ why: 'not-asked', questionId: 'm3' });
    expect(choiceProblem(matters, { ...full, 'm2.c2': 'for' })).toEqual({ why: 'too-many-for', questionId: 'm2' });
  });

  it('has one canonical text', () => {
    const a = canonicalChoices(matters, { m1: 'for', 'm2.c1': 'for', 'm2.c2': 'against' });
    const b = canonicalChoices(matters, { 'm2.c2': 'against', 'm2.c1': 'for', m1: 'for' });
    expect(a).toBe(b);
  });
});

describe('who casts a head’s ballot', () => {
  it('is the one owner when exactly one person holds their numbers', () => {
    expect(electorByRoll({ coOwners: 1 }, ['p1', 'p1'])).toBe('p1');
    expect(electorByRoll({ coOwners: 1 }, ['p1', 'p2'])).toBeUndefined();
    expect(electorByRoll({ coOwners: 2 }, ['p1'])).toBeUndefined();
    expect(electorByRoll({ coOwners: 0 }, ['p1'])).toBeUndefined();
  });

  const each = (personId: string) => [`owner of ${personId}`];

  it('is whom all co-owners named', () => {
    expect(electorByCoOwners({ coOwners: 2, named: { p1: 'p1', p2: 'p1' } }, each)).toBe('p1');
    expect(electorByCoOwners({ coOwners: 2, named: { p1: 'p1', p2: 'p2' } }, each)).toBeUndefined();
    expect(electorByCoOwners({ coOwners: 2, named: { p1: 'p1' } }, each)).toBeUndefined();
  });

  it('is nobody while one co-owner has not spoken, however many people hold the other’s numbers', () => {
    const line = { coOwners: 2, named: { p1: 'p1', p1again: 'p1' } };
    expect(electorByCoOwners(line, () => ['one owner'])).toBeUndefined();
    const both = { ...line, named: { ...line.named, p2: 'p1' } };
    expect(electorByCoOwners(both, (id) => (id === 'p2' ? ['another'] : ['one owner']))).toBe('p1');
    // Whose number is another's by now has no word any more, for or against.
    const gone = { coOwners: 2, named: { p1: 'p1', p2: 'p1', before: 'before' } };
    expect(electorByCoOwners(gone, (id) => (id === 'before' ? [] : each(id)))).toBe('p1');
    expect(
      electorByCoOwners({ coOwners: 2, named: { p1: 'p1', before: 'p1' } }, (id) => (id === 'p1' ? each(id) : [])),
    ).toBeUndefined();
  });
});

describe('lawful times', () => {
  const now = Date.UTC(2026, 10, 1);
  it('names the earliest opening and the earliest close', () => {
    const opensAt = now + 15 * DAY;
    expect(timeProblem(DEFAULT_VOTING_RULES, { opensAt: opensAt - 1, closesAt: opensAt + 30 * DAY }, now)).toEqual({
      why: 'opens-too-early',
      earliest: opensAt,
    });
    expect(timeProblem(DEFAULT_VOTING_RULES, { opensAt, closesAt: opensAt + 7 * DAY - 1 }, now)).toEqual({
      why: 'closes-too-early',
      earliest: opensAt + 7 * DAY,
    });
    expect(timeProblem(DEFAULT_VOTING_RULES, { opensAt, closesAt: opensAt + 7 * DAY }, now)).toBeUndefined();
  });

  it('moves an end by a whole day at the least, and keeps the first', () => {
    const vote = { closesAt: now } as Vote;
    expect(extended(vote, now + DAY, '人数不足')).toMatchObject({
      change: { closesAt: now + DAY, closedFirstAt: now },
      event: { kind: 'extended', words: '人数不足' },
    });
    const tooSoon = { refused: 'only-later', facts: { closesAt: now, earliest: now + DAY } };
    for (const closesAt of [now - 1, now, now + 1, now + DAY - 1])
      expect(extended(vote, closesAt, '人数不足')).toEqual(tooSoon);
    const again = { closesAt: now + DAY, closedFirstAt: now } as Vote;
    expect(extended(again, now + DAY + 1, '再等一会')).toMatchObject({ refused: 'only-later' });
    expect(extended(again, now + 2 * DAY, '再等一天')).toMatchObject({ change: { closedFirstAt: now } });
  });

  it('asks a fifth of the heads, rounded up', () => {
    expect(signaturesNeeded(DEFAULT_VOTING_RULES, 100)).toBe(20);
    expect(signaturesNeeded(DEFAULT_VOTING_RULES, 101)).toBe(21);
  });
});

describe('turnout in steps', () => {
  it('moves after five more heads and ten minutes, whichever is later', () => {
    const first = nextTurnout(undefined, { heads: 4, area: 400 }, 0);
    expect(first).toBeUndefined();
    const shown = nextTurnout(first, { heads: 5, area: 500 }, 0);
    expect(shown).toEqual({ tookPart: { heads: 5, area: 500 }, at: 0 });
    expect(nextTurnout(shown, { heads: 40, area: 4000 }, 10 * MINUTE - 1)).toBe(shown);
    expect(nextTurnout(shown, { heads: 9, area: 900 }, 20 * MINUTE)).toBe(shown);
    expect(nextTurnout(shown, { heads: 10, area: 1000 }, 10 * MINUTE)?.tookPart.heads).toBe(10);
  });

  it('never shows more than was reached', () => {
    expect(permille(1999, 3000)).toBe(666);
    expect(permille(2000, 3000)).toBe(666);
    expect(permille(3000, 3000)).toBe(1000);
  });
});

describe('an election', () => {
  const tally = (heads: number): Tally => ({
    all: { area: 1000, heads: 10 },
    tookPart: { area: 1000, heads: 10 },
    for: { area: heads * 100, heads },
    against: { area: 1000 - heads * 100, heads: 10 - heads },
    abstain: { area: 0, heads: 0 },
  });
  const stood = (...heads: readonly number[]) =>
    heads.map((count, index) => ({ candidateId: `c${String(index + 1)}`, tally: tally(count) }));

  it('seats those with more than half, most heads first, then alternates', () => {
    expect(electionOutcome(stood(6, 9, 8, 7, 5), 2, 1)).toEqual({
      outcome: 'elected',
      elected: ['c2', 'c3'],
      alternates: ['c4'],
      tied: [],
    });
  });

  it('seats nobody of those who stand level for the last seat', () => {
    expect(electionOutcome(stood(9, 8, 8), 2, 1)).toEqual({
      outcome: 'tie',
      elected: ['c1'],
      alternates: [],
      tied: ['c2', 'c3'],
    });
  });

  it('says when too few reached more than half', () => {
    expect(electionOutcome(stood(9, 5, 4), 2, 0).outcome).toBe('too-few');
  });

  it('fills a committee of five to eleven, odd, or as few of its seats as one', () => {
    expect([4, 5, 6, 7, 11, 12, 13].filter((seats) => seatsLawful({ seats }))).toEqual([5, 7, 11]);
    expect([0, 1, 2, 5, 6, 1.5].filter((seats) => seatsLawful({ seats, size: 5 }))).toEqual([1, 2, 5]);
    expect([1, 3, 6, 13].filter((size) => seatsLawful({ seats: 1, size }))).toEqual([]);
    expect([seatsWords({ seats: 5 }), seatsWords({ seats: 2, size: 7 })]).toEqual([
      '应选 5 名',
      '补选 2 名（业委会共 7 名委员）',
    ]);
  });
});

describe('what my home would pay', () => {
  it('is my part of the budget by area, to the fen', () => {
    const plan = { budget: 30_000_00, fromFund: 20_000_00, apportionment: 'by-area' } as const;
    expect(shareOf(plan, { area: 10_000, homes: 1 }, { area: 30_000, homes: 3 })).toEqual({
      fromFund: 666_667,
      toPay: 333_333,
    });
  });
});

describe('the life of a vote', () => {
  it('cannot be withdrawn once it is open, nor extended before', () => {
    expect(nextVoteStatus('on-notice', 'withdraw')).toBe('withdrawn');
    expect(nextVoteStatus('opening', 'withdraw')).toBe('withdrawn');
    for (const status of ['open', 'sealing', 'counting', 'tallying', 'published'] as const)
      expect(nextVoteStatus(status, 'withdraw')).toBeUndefined();
    expect(nextVoteStatus('on-notice', 'extend')).toBeUndefined();
    expect(nextVoteStatus('open', 'extend')).toBe('open');
  });
});
