import { formatArea } from '@gongyi/shared/kernel/area';
import { dayOfWeek, isoDate, minuteOfDay } from '@gongyi/shared/kernel/time';
import type { Threshold } from '@gongyi/shared/votes/matters';

/** Areas, money, dates and shares of votes in words. Whole hundredths of m² and whole fen in. */
const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');
const decimal = (text: string): string => {
  const [whole = '', decimals = ''] = text.split('.');
  return `${grouped(whole)}.${decimals}`;
};

/** 18642 → 186.42㎡ */
export const areaWords = (hundredths: number): string => `${decimal(formatArea(hundredths))}㎡`;

/** 123450 → 1,234.50 元; whole yuan without decimals. */
export const fenWords = (fen: number): string => {
  const words = decimal(formatArea(fen));
  return `${words.endsWith('.00') ? words.slice(0, -3) : words} 元`;
};

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

/** A date in full, as an end must be: 2026年12月5日（周六）18:00. */
export const fullDate = (at: number): string => {
  const [year = '', month = '', day = ''] = isoDate(at).split('-');
  const minutes = minuteOfDay(at);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${year}年${String(Number(month))}月${String(Number(day))}日（${WEEKDAYS[dayOfWeek(at)] ?? ''}）${clock}`;
};

/** Tenths of a percent: 666 → 66.6% */
export const permilleWords = (permille: number): string =>
  `${String(Math.floor(permille / 10))}.${String(permille % 10)}%`;

/** `part` of `whole` in percent, rounded down to a hundredth, so that nothing reads as reached that is not. */
export const shareWords = (part: number, whole: number): string => {
  if (whole === 0) return '0.00%';
  const hundredths = Number((BigInt(part) * 10_000n) / BigInt(whole));
  return `${String(Math.floor(hundredths / 100))}.${two(hundredths % 100)}%`;
};

/** How much of what must be reached: the least lawful number on each measure (Civil Code art. 278 para. 2). */
export const leastToTakePart = (all: number): number => Number((BigInt(all) * 2n + 2n) / 3n);
export const leastToAgree = (threshold: Threshold, tookPart: number): number =>
  threshold === 'special' ? Number((BigInt(tookPart) * 3n + 3n) / 4n) : Math.floor(tookPart / 2) + 1;
