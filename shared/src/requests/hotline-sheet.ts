import type { Sheet, SheetRow } from '../district/roll';
import { plainText } from '../district/roll-text';
import { cut } from '../kernel/schema';
import { DAY, HOUR, startOfDay } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';

/** The 12345 hotline's sheet of orders, as platforms export it: which column holds what, and what a cell says. */
export const HOTLINE_COLUMNS = ['number', 'calledAt', 'caller', 'phone', 'address', 'words', 'dueAt'] as const;
export type HotlineColumn = (typeof HOTLINE_COLUMNS)[number];

/** The first pattern that fits a header decides, so the narrow ones stand before the wide ones. */
const NAMES: readonly (readonly [HotlineColumn | 'other', RegExp])[] = [
  ['other', /^(?:序号|状态|.*(?:类别|类型|分类|部门|单位|标题|满意|结果|反馈|答复|是否).*)$/],
  ['dueAt', /办结(?:时限|期限|截止|时间)|截止|到期|时限|期限/],
  ['number', /(?:工单|热线|受理|派单|诉求|投诉|案件|任务)?(?:编号|单号|流水号)$|^(?:工单|编码)$/],
  ['calledAt', /(?:来电|来话|受理|登记|诉求|派单|创建|反映)(?:时间|日期)/],
  ['phone', /电话|手机|联系方式|来电号码/],
  ['caller', /联系人|来电人|诉求人|反映人|姓名|市民/],
  ['address', /地址|地点|位置|住址|事发/],
  ['words', /诉求(?:内容|描述|详情)|内容|描述|反映问题|问题|诉求$|事项/],
];

const headerKind = (cell: string): HotlineColumn | 'other' | undefined => {
  const words = plainText(cell).replace(/[\s*:()/-]/g, '');
  return words.length > 14 ? undefined : NAMES.find(([, pattern]) => pattern.test(words))?.[0];
};

export type HotlineLayout = Readonly<Partial<Record<HotlineColumn, number>>>;
export interface HotlineHeader {
  readonly sheet: Sheet;
  readonly line: number;
  readonly columns: HotlineLayout;
}

const columnsOf = ({ cells }: SheetRow): HotlineLayout => {
  const columns: Partial<Record<HotlineColumn, number>> = {};
  cells.forEach((cell, column) => {
    const kind = headerKind(cell);
    if (kind !== undefined && kind !== 'other' && columns[kind] === undefined) columns[kind] = column;
  });
  return columns;
};

/** Without these three there is nothing to file. */
export const HOTLINE_REQUIRED = ['number', 'address', 'words'] as const;
const HEADER_WITHIN = 20;

const known = (columns: HotlineLayout): number => Object.keys(columns).length;
const needed = (columns: HotlineLayout): boolean => HOTLINE_REQUIRED.every((kind) => columns[kind] !== undefined);

/** The header row: the one that names most, below titles; visible sheets before hidden ones. */
export const findHotlineHeader = (sheets: readonly Sheet[]): HotlineHeader | undefined => {
  let best: HotlineHeader | undefined;
  for (const sheet of [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))) {
    for (const row of sheet.rows.slice(0, HEADER_WITHIN)) {
      const columns = columnsOf(row);
      if (needed(columns) && (best === undefined || known(columns) > known(best.columns))) {
        best = { sheet, line: row.line, columns };
      }
    }
  }
  return best;
};

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const SHANGHAI = 8 * HOUR;

/** An instant from `2026-11-23 14:30`, `2026/11/23`, `2026年11月23日 9时`, or a spreadsheet's serial number. */
export const readMoment = (cell: string): number | undefined => {
  const plain = plainText(cell);
  if (/^[3-7]\d{4}(?:\.\d+)?$/.test(plain)) {
    return Math.round((EXCEL_EPOCH + Number(plain) * DAY) / 1000) * 1000 - SHANGHAI;
  }
  const match =
    /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:时点](?:(\d{1,2}))?(?:[:分](\d{1,2}))?)?/.exec(plain);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second) - SHANGHAI;
};

/**
 * When the hotline wants it done: a moment, or a length counted from the call (`5个工作日`, `3天`, `24小时`). A
 * date without a time means the end of that day.
 */
export const readDue = (cell: string, calledAt: number): number | undefined => {
  const plain = plainText(cell);
  const moment = readMoment(plain);
  if (moment !== undefined) return moment === startOfDay(moment) ? moment + DAY - 1000 : moment;
  const length = /^(\d{1,3})(个?工作日|小时|天|日|h)(?:内|以内)?$/.exec(plain.replace(/\s/g, ''));
  if (!length) return undefined;
  const count = Number(length[1]);
  const unit = length[2] ?? '';
  if (unit.endsWith('工作日')) return addWorkingDays(calledAt, count);
  return calledAt + count * (unit === '小时' || unit === 'h' ? HOUR : DAY);
};

/** One order of the sheet, in its own words. */
export interface HotlineOrder {
  readonly line: number;
  readonly number: string;
  readonly address: string;
  readonly words: string;
  readonly caller?: string;
  readonly phone?: string;
  readonly due: string;
  readonly called: string;
}

/** What somebody said keeps its own signs; only what cannot be stored is taken out. */
const spoken = (raw: string): string => cut(raw.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ').trim(), 1000);

const PHONE = /1\d{10}|\d{3,4}-?\d{7,8}/;

/** The orders below the header; blank rows and a header printed again are passed over. */
export const ordersOf = ({ sheet, line, columns }: HotlineHeader): HotlineOrder[] =>
  sheet.rows
    .filter((row) => row.line > line)
    .flatMap((row) => {
      const cell = (kind: HotlineColumn): string => {
        const column = columns[kind];
        return column === undefined ? '' : plainText(row.cells[column] ?? '');
      };
      const [number, address, words] = [cell('number'), cell('address'), spoken(row.cells[columns.words ?? -1] ?? '')];
      if ([number, address, words].every((part) => part === '') || headerKind(number) === 'number') return [];
      const phone = PHONE.exec(cell('phone').replace(/\s/g, ''))?.[0];
      const caller = cell('caller').slice(0, 40);
      return [
        {
          line: row.line,
          number: number.slice(0, 40),
          address,
          words,
          ...(caller === '' ? {} : { caller }),
          ...(phone === undefined ? {} : { phone }),
          due: cell('dueAt'),
          called: cell('calledAt'),
        },
      ];
    });
