import { cut } from '@gongyi/shared/kernel/schema';
import { ancestorOf } from '@gongyi/shared/district/place';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { CATEGORIES, guessCategory } from '@gongyi/shared/requests/category';
import { HOTLINE_MOST_ROWS } from '@gongyi/shared/requests/contract';
import type { HotlineRow } from '@gongyi/shared/requests/contract';
import { findHotlineHeader, ordersOf, readDue, readMoment } from '@gongyi/shared/requests/hotline-sheet';
import type { HotlineOrder } from '@gongyi/shared/requests/hotline-sheet';
import { resolveDue } from '@gongyi/shared/requests/request-rules';
import { readSheets } from '../district/public';
import { readOwnFile } from '../media/public';
import { derivedId } from '../platform/idempotency';
import type { Call } from '../platform/router';
import { compoundNameOf, spotFinder } from './hotline-spot';
import { findRequestIds } from './hotline-store';

/** One hotline number is one request in the whole district, whoever hands the sheet in and how often. */
export const hotlineRequestId = (compoundId: string, number: string): string =>
  derivedId('hotline', ancestorOf(compoundId, 'district') ?? compoundId, number);

const MOST_AHEAD_MS = 366 * 86_400_000;

export interface ReadHotline {
  readonly headerLine: number;
  readonly rows: readonly { readonly order: HotlineOrder; readonly row: HotlineRow }[];
}

const dueOf = (order: HotlineOrder, now: number): number | undefined => {
  const due = readDue(order.due, readMoment(order.called) ?? now);
  return due === undefined || due > now + MOST_AHEAD_MS ? undefined : due;
};

type FindSpot = ReturnType<typeof spotFinder>;

/** What becomes of one order, before it is known whether it was filed already. */
const readOrder = async (
  order: HotlineOrder,
  repeated: boolean,
  findSpot: FindSpot,
  now: number,
): Promise<HotlineRow> => {
  const { line, number, address } = order;
  const words = cut(order.words, 1000).trim();
  const row: HotlineRow = { line, number, is: 'rejected', doubts: [], words: words.slice(0, 120), address };
  if (number === '') return { ...row, why: 'number-missing' };
  if (repeated) return { ...row, why: 'number-repeated' };
  if (words === '') return { ...row, why: 'words-missing' };
  const spot = await findSpot(address);
  if ('why' in spot) return { ...row, why: spot.why };
  const guess = guessCategory(words);
  const category = guess ?? 'other';
  const due = dueOf(order, now);
  const { placeId, placeName, compoundOnly } = spot;
  return {
    ...row,
    is: 'ready',
    doubts: [
      ...(compoundOnly ? (['compound-only'] as const) : []),
      ...(guess === undefined ? (['category-guessed-other'] as const) : []),
      ...(due === undefined ? (['due-missing'] as const) : []),
    ],
    category,
    placeId,
    placeName: placeName.slice(0, 120),
    dueAt: due ?? resolveDue(CATEGORIES[category].urgency, now),
  };
};

/** The uploaded sheet of the asker, every row with what would become of it. The caller answers for their right. */
export const readHotline = async (
  compoundId: string,
  mediaId: string,
  { who, now }: Call,
): Promise<ReadHotline | Refusal> => {
  const compoundName = await compoundNameOf(compoundId);
  if (compoundName === undefined) return refuse('place-unknown', { placeId: compoundId });
  const file = await readOwnFile(mediaId, who.personId);
  if (file === undefined) return refuse('sheet-unreadable', { reason: 'no-file' });
  const sheets = await readSheets(file.bytes);
  if (isRefusal(sheets)) return sheets;
  const header = findHotlineHeader(sheets);
  if (header === undefined) return refuse('sheet-no-header');
  const orders = ordersOf(header);
  if (orders.length > HOTLINE_MOST_ROWS) return refuse('sheet-too-large', { limit: 'rows', most: HOTLINE_MOST_ROWS });
  const findSpot = spotFinder(compoundId, compoundName);
  const first = new Map(orders.map(({ number, line }) => [number, line] as const).reverse());
  const rows: { order: HotlineOrder; row: HotlineRow }[] = [];
  for (const order of orders) {
    const repeated = first.get(order.number) !== order.line;
    rows.push({ order, row: await readOrder(order, repeated, findSpot, now) });
  }
  const ids = rows.filter(({ row }) => row.is === 'ready').map(({ row }) => hotlineRequestId(compoundId, row.number));
  const filed = await findRequestIds(ids);
  return {
    headerLine: header.line,
    rows: rows.map(({ order, row }) => {
      const requestId = hotlineRequestId(compoundId, row.number);
      const is = row.is === 'ready' && filed.has(requestId);
      return { order, row: is ? { ...row, is: 'filed', doubts: [], requestId } : row };
    }),
  };
};
