import fc from 'fast-check';
import { atLeast, moreThanHalf, tallyOf, verdictOf, withSilence } from './assembly-rules';
import type { Counted, Tally } from './assembly-rules';
import type { Choice } from './ballot';
import { RESERVED_MATTERS, articleOf, thresholdOf } from './matters';

const counted = (area: number, m1: Choice): Counted => ({ area, choices: { m1 } });
const many = (heads: number, area: number, choice: Choice): Counted[] =>
  Array.from({ length: heads }, () => counted(area, choice));

const measures = (part: Partial<Tally>): Tally => {
  const none = { area: 0, heads: 0 };
  return { all: none, tookPart: none, for: none, against: none, abstain: none, ...part };
};

describe('fractions of the law', () => {
  it('reaches two thirds exactly at two thirds, and not one hundredth of a square metre before', () => {
    expect(atLeast(200, 300, 2, 3)).toBe(true);
    expect(atLeast(199, 300, 2, 3)).toBe(false);
    expect(atLeast(6_666_667, 10_000_000, 2, 3)).toBe(true);
    expect(atLeast(6_666_666, 10_000_000, 2, 3)).toBe(false);
  });

  it('needs more than the half itself, but three quarters include themselves', () => {
    expect(moreThanHalf(50, 100)).toBe(false);
    expect(moreThanHalf(51, 100)).toBe(true);
    expect(atLeast(75, 100, 3, 4)).toBe(true);
    expect(atLeast(74, 100, 3, 4)).toBe(false);
  });

  it('passes nothing when nobody can vote', () => {
    expect(atLeast(0, 0, 2, 3)).toBe(false);
  });
});

describe('thresholds follow from the matter', () => {
  it('asks three quarters of items six to eight only', () => {
    const special = RESERVED_MATTERS.filter((matter) => thresholdOf(matter) === 'special');
    expect(special).toEqual(['fund-raising', 'rebuilding', 'common-parts-use']);
  });

  it('names the article', () => {
    expect(articleOf('fund-use')).toBe('民法典第二百七十八条第一款第(五)项、第二款');
    expect(articleOf('other-major')).toBe('民法典第二百七十八条第一款第(九)项、第二款');
  });
});

describe('the double majority', () => {
  const all = { area: 30_000, heads: 3 };

  it('has no quorum at exactly two thirds of heads but one hundredth of a square metre short of the area', () => {
    const ballots = [counted(10_000, 'for'), counted(9_999, 'for')];
    const verdict = verdictOf('fund-use', tallyOf(all, 'm1', ballots));
    expect(verdict.participation).toEqual({ area: false, heads: true });
    expect(verdict.outcome).toBe('no-quorum');
  });

  it('lets an abstention make the quorum and not the majority', () => {
    const ballots = [counted(10_000, 'for'), counted(10_000, 'abstain')];
    const verdict = verdictOf('fund-use', tallyOf(all, 'm1', ballots));
    expect(verdict.participation).toEqual({ area: true, heads: true });
    expect(verdict.agreement).toEqual({ area: false, heads: false });
    expect(verdict.outcome).toBe('not-passed');
  });

  it('passes a matter of three quarters at exactly three quarters', () => {
    const ballots = [...many(3, 10_000, 'for'), counted(10_000, 'against')];
    const tally = tallyOf({ area: 40_000, heads: 4 }, 'm1', ballots);
    expect(verdictOf('fund-raising', tally).outcome).toBe('passed');
    expect(verdictOf('fund-use', tally).outcome).toBe('passed');
  });

  it('does not pass by heads alone nor by area alone', () => {
    const small = [...many(5, 1_000, 'for'), counted(10_000, 'against')];
    expect(verdictOf('fund-use', tallyOf({ area: 15_000, heads: 6 }, 'm1', small)).agreement).toEqual({
      area: false,
      heads: true,
    });
    const large = [counted(50_000, 'for'), ...many(5, 1_000, 'against')];
    expect(verdictOf('fund-use', tallyOf({ area: 55_000, heads: 6 }, 'm1', large)).agreement).toEqual({
      area: true,
      heads: false,
    });
  });

  it('does not pass a tie', () => {
    const tie = [...many(2, 10_000, 'for'), ...many(2, 10_000, 'against')];
    expect(verdictOf('covenant', tallyOf({ area: 40_000, heads: 4 }, 'm1', tie)).outcome).toBe('not-passed');
  });

  it('counts a buyer with three homes as one head with all the area', () => {
    const tally = tallyOf({ area: 40_000, heads: 2 }, 'm1', [counted(30_000, 'for'), counted(10_000, 'against')]);
    expect(tally.for).toEqual({ area: 30_000, heads: 1 });
    expect(verdictOf('fund-use', tally).agreement).toEqual({ area: true, heads: false });
  });
});

describe('properties of every count', () => {
  const choice = fc.constantFrom<Choice>('for', 'against', 'abstain');
  const ballots = fc.array(fc.record({ area: fc.integer({ min: 1, max: 200_000 }), m1: choice }), { maxLength: 60 });

  it('adds up: what took part is for, against and abstention together', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        const area = list.reduce((sum, one) => sum + one.area, 0);
        const tally = tallyOf(
          { area: area + 1, heads: list.length + 1 },
          'm1',
          list.map((one) => counted(one.area, one.m1)),
        );
        expect(tally.tookPart).toEqual({ area, heads: list.length });
        expect(tally.for.heads + tally.against.heads + tally.abstain.heads).toBe(list.length);
      }),
    );
  });

  it('never loses by one more ballot in favour', () => {
    fc.assert(
      fc.property(
        ballots,
        fc.integer({ min: 1, max: 200_000 }),
        fc.constantFrom(...RESERVED_MATTERS),
        (list, area, matter) => {
          const cast = list.map((one) => counted(one.area, one.m1));
          const all = { area: list.reduce((sum, one) => sum + one.area, area), heads: list.length + 1 };
          const before = verdictOf(matter, tallyOf(all, 'm1', cast)).outcome;
          const after = verdictOf(matter, tallyOf(all, 'm1', [...cast, counted(area, 'for')])).outcome;
          if (before === 'passed') expect(after).toBe('passed');
        },
      ),
    );
  });
});

describe('silence counted with the majority, where the rules of procedure say so', () => {
  it('adds those who did not vote to the leading side, on each measure by itself', () => {
    const tally = measures({
      all: { area: 100, heads: 10 },
      tookPart: { area: 70, heads: 7 },
      for: { area: 30, heads: 4 },
      against: { area: 40, heads: 3 },
    });
    const both = withSilence(tally);
    expect(both.for).toEqual({ area: 30, heads: 7 });
    expect(both.against).toEqual({ area: 70, heads: 3 });
    expect(both.tookPart).toEqual(tally.all);
  });

  it('counts them with nobody on a tie', () => {
    const tally = measures({
      all: { area: 100, heads: 10 },
      tookPart: { area: 60, heads: 6 },
      for: { area: 30, heads: 3 },
      against: { area: 30, heads: 3 },
    });
    expect(withSilence(tally).tookPart).toEqual(tally.tookPart);
  });
});
