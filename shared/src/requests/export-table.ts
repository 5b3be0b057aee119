import * as z from 'zod/mini';
import { Instant } from '../kernel/schema';
import { isoDate, minuteOfDay } from '../kernel/time';
import { CATEGORIES, isCategoryKey } from './category';
import { Status } from './request';
import type { Request } from './request';

/** An office's list of requests as a table to take away: what and how long, never who. */
export const EXPORT_HEADER = [
  '编号',
  '热线工单号',
  '提交时间',
  '类别',
  '地点',
  '办理单位',
  '状态',
  '办结时限',
  '完工时间',
  '是否超期',
  '居民评价',
] as const;

const STATUS: Record<Status, string> = {
  submitted: '待接单',
  'passed-on': '已转办',
  accepted: '已接单',
  'in-progress': '处理中',
  paused: '暂缓办理',
  resolved: '已完工，待确认',
  confirmed: '已修好',
  'half-fixed': '修好一部分',
  reopened: '没修好，重新办理',
  declined: '不予受理',
  withdrawn: '已撤回',
  duplicate: '与另一件重复',
};

const two = (part: number): string => String(part).padStart(2, '0');
const momentWords = (at: number | undefined): string => {
  if (at === undefined) return '';
  const minute = minuteOfDay(at);
  return `${isoDate(at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

/** A cell no spreadsheet takes for a formula: what begins like one is led by an apostrophe. */
export const safeCell = (words: string): string => (/^[\s]*[=+\-@\t\r|]/.test(words) ? `'${words}` : words);

/** One line of the book lists are made of: nothing in it tells who. */
export const BookLine = z.object({
  number: z.string(),
  hotlineNumber: z.optional(z.string()),
  filedAt: Instant,
  category: z.string(),
  place: z.string(),
  holderName: z.string(),
  status: Status,
  dueAt: Instant,
  resolvedAt: z.optional(Instant),
  late: z.boolean(),
  satisfied: z.optional(z.boolean()),
});
export type BookLine = z.output<typeof BookLine>;

// A home's own number says who: what is private is named down to its building.
const placeOf = ({ spot, visibility, homeId }: Request): string =>
  homeId !== undefined || visibility === 'private' ? spot.placeName.split(' ').slice(0, 2).join(' ') : spot.placeName;

export const bookLineOf = (request: Request): BookLine => {
  const { number, hotline, filedAt, category, holderName, status, dueAt, resolvedAt, overdueSince, satisfied } =
    request;
  return {
    number,
    ...(hotline === undefined ? {} : { hotlineNumber: hotline.number }),
    filedAt,
    category: isCategoryKey(category) ? CATEGORIES[category].name : category,
    place: placeOf(request),
    holderName,
    status,
    dueAt,
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    late: overdueSince !== undefined || (resolvedAt !== undefined && resolvedAt > dueAt),
    ...(satisfied === undefined ? {} : { satisfied }),
  };
};

const outcomeOf = ({ status, satisfied }: BookLine): string => {
  if (status === 'resolved') return '未评价';
  if (satisfied !== undefined) return satisfied ? '满意' : '不满意';
  return status === 'confirmed' ? '已确认' : '';
};

export const exportRow = (line: BookLine): string[] =>
  [
    line.number,
    line.hotlineNumber ?? '',
    momentWords(line.filedAt),
    line.category,
    line.place,
    line.holderName,
    STATUS[line.status],
    momentWords(line.dueAt),
    momentWords(line.resolvedAt),
    line.late ? '是' : '否',
    outcomeOf(line),
  ].map(safeCell);
