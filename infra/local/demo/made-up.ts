/**
 * People who are recognisably made up, and telephone numbers that reach nobody: every number is
 * 199 0000 xxxx. The sample rolls use numbers of the same block; those free of them are listed here, so
 * that no demo person is matched to a home of a sample roll.
 */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const TAILS = ['小样', '示例', '样例', '演示', '测试', '模拟', '范例', '样本', '假名', '试用'] as const;
const SERIES = '甲乙丙丁戊己庚辛壬癸';

/** Number of different names that `madeUpName` has. */
export const MADE_UP_NAMES = SURNAMES.length * TAILS.length * (SERIES.length + 1);

/** A made-up name, different for every index below `MADE_UP_NAMES`. */
export const madeUpName = (index: number): string => {
  const surname = SURNAMES[index % SURNAMES.length] ?? '';
  const rest = Math.floor(index / SURNAMES.length);
  const round = Math.floor(rest / TAILS.length);
  return `${surname}${TAILS[rest % TAILS.length] ?? ''}${round === 0 ? '' : (SERIES[round - 1] ?? '')}`;
};

/** Whether a name can be told to be made up by anybody who reads it. */
export const isMadeUp = (name: string): boolean => /小样|示例|样例|演示|测试|模拟|范例|样本|假名|试用/.test(name);

const PHONE_PREFIX = '1990000';
const phone = (lastFour: number): string => `${PHONE_PREFIX}${String(lastFour).padStart(4, '0')}`;
export const isDemoPhone = (number: string): boolean => /^1990000\d{4}$/.test(number);

/** Ends of runs of numbers that no sample roll uses. The first is for the people of the demonstration. */
const CAST_RUN = [1, 41] as const;
const ORGANISATION_RUNS = [
  [1763, 1828],
  [1987, 2037],
  [2039, 2088],
  [2454, 2519],
  [3216, 3263],
  [3299, 3352],
  [4379, 4437],
] as const;
const OWNER_RUNS = [
  [664, 720],
  [722, 768],
  [770, 807],
  [810, 841],
  [5470, 5530],
  [5642, 5692],
  [6373, 6433],
  [7672, 7723],
  [7997, 8094],
  [8099, 8171],
  [9783, 9852],
  [9884, 9934],
] as const;

const nth = (runs: readonly (readonly [number, number])[], index: number): string => {
  let left = index;
  for (const [first, last] of runs) {
    if (left <= last - first) return phone(first + left);
    left -= last - first + 1;
  }
  throw new RangeError(`the demonstration has no telephone number ${String(index)} of this kind`);
};

export const castPhone = (index: number): string => nth([CAST_RUN], index);
export const organisationPhone = (index: number): string => nth(ORGANISATION_RUNS, index);
export const ownerPhone = (index: number): string => nth(OWNER_RUNS, index);
