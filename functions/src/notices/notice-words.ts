import { isoDate, minuteOfDay } from '@gongyi/shared/kernel/time';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (instant: number): string => {
  const minutes = minuteOfDay(instant);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** `11月30日 18:00`, in Shanghai. */
export const shortTime = (instant: number): string => {
  const [, month = '', day = ''] = isoDate(instant).split('-');
  return `${String(Number(month))}月${String(Number(day))}日 ${clock(instant)}`;
};

/** `2026年11月30日 18:00`: the form that a `time` field of a subscribe template takes. */
export const templateTime = (instant: number): string => {
  const [year = '', month = '', day = ''] = isoDate(instant).split('-');
  return `${year}年${month}月${day}日 ${clock(instant)}`;
};

/** Cut to what a template's `thing` field takes: 20 characters. */
export const thing = (words: string): string => {
  const characters = [...words];
  return characters.length <= 20 ? words : `${characters.slice(0, 19).join('')}…`;
};
