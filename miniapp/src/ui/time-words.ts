import { DAY, HOUR, MINUTE, dayOfWeek, isoDate, minuteOfDay, startOfDay } from '@gongyi/shared/kernel/time';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

const hourWords = (at: number): string => {
  const minutes = minuteOfDay(at);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const dateWords = (at: number, now: number): string => {
  const [year = '', month = '', day = ''] = isoDate(at).split('-');
  const short = `${Number(month)}月${Number(day)}日`;
  return isoDate(now).startsWith(year) ? short : `${year}年${short}`;
};

/** Days of the calendar until an instant: 0 today, 1 tomorrow, -1 yesterday. */
const daysUntil = (at: number, now: number): number => Math.round((startOfDay(at) - startOfDay(now)) / DAY);

/** How long something stays that ends on a day to come: 还剩 3 天, 今天结束. */
export const daysLeftWords = (endsAt: number, now: number): string => {
  const days = daysUntil(endsAt, now);
  return days <= 0 ? '今天结束' : `还剩 ${days} 天`;
};

/** An instant as a neighbour says it: 今天 14:00, 昨天 09:30, 周三 14:00 (the next six days), 4月3日 08:00. */
export const clockWords = (at: number, now: number): string => {
  const days = daysUntil(at, now);
  const near = days === 0 ? '今天' : days === 1 ? '明天' : days === -1 ? '昨天' : undefined;
  const week = days > 1 && days < 7 ? WEEKDAYS[dayOfWeek(at)] : undefined;
  return `${near ?? week ?? dateWords(at, now)} ${hourWords(at)}`;
};

/** From when until when: 明天 09:00–11:00; over midnight the end says its day too. */
export const spanWords = (from: number, until: number, now: number): string =>
  `${clockWords(from, now)}–${startOfDay(from) === startOfDay(until) ? hourWords(until) : clockWords(until, now)}`;

/** A length of time in its one or two largest units: 40 分钟, 3 小时, 2 天 5 小时. Milliseconds in. */
export const lengthWords = (ms: number): string => {
  const minutes = Math.max(1, Math.floor(ms / MINUTE));
  if (ms < HOUR) return `${minutes} 分钟`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} 小时`;
  const hours = Math.floor((ms % DAY) / HOUR);
  const days = `${Math.floor(ms / DAY)} 天`;
  return hours > 0 && ms < 3 * DAY ? `${days} ${hours} 小时` : days;
};

export interface Countdown {
  readonly words: string;
  readonly tone: 'plain' | 'warning' | 'danger';
}

/** How long until `due`: 还剩 3 小时, 已超期 2 小时; a warning in the last quarter day. Both in server time. */
export const countdown = (due: number, now: number): Countdown => {
  if (now >= due) return { words: `已超期 ${lengthWords(now - due)}`, tone: 'danger' };
  return { words: `还剩 ${lengthWords(due - now)}`, tone: due - now <= 6 * HOUR ? 'warning' : 'plain' };
};
