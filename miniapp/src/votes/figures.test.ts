import { atLeast, moreThanHalf } from '@gongyi/shared/votes/assembly-rules';
import { areaWords, fenWords, fullDate, leastToAgree, leastToTakePart, permilleWords, shareWords } from './figures';

it('says areas and money exactly', () => {
  expect(areaWords(18_642)).toBe('186.42㎡');
  expect(areaWords(5_221_875)).toBe('52,218.75㎡');
  expect(areaWords(5)).toBe('0.05㎡');
  expect(fenWords(123_450)).toBe('1,234.50 元');
  expect(fenWords(100_000_000)).toBe('1,000,000 元');
});

it('says an end in full, in the time of the place', () => {
  expect(fullDate(Date.parse('2026-12-05T18:00:00+08:00'))).toBe('2026年12月5日（周六）18:00');
});

it('never rounds a share up to what was not reached', () => {
  expect(shareWords(199_999, 300_000)).toBe('66.66%');
  expect(shareWords(2, 3)).toBe('66.66%');
  expect(permilleWords(1000)).toBe('100.0%');
  expect(shareWords(0, 0)).toBe('0.00%');
});

it('names the least that is lawful: one less is not', () => {
  for (const all of [1, 2, 3, 4, 5, 6, 7, 100, 5_221_875]) {
    const part = leastToTakePart(all);
    expect([atLeast(part, all, 2, 3), atLeast(part - 1, all, 2, 3)]).toEqual([true, false]);
    const special = leastToAgree('special', all);
    expect([atLeast(special, all, 3, 4), atLeast(special - 1, all, 3, 4)]).toEqual([true, false]);
    const general = leastToAgree('general', all);
    expect([moreThanHalf(general, all), moreThanHalf(general - 1, all)]).toEqual([true, false]);
  }
});
