import { cut } from '@gongyi/shared/kernel/schema';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { fileOnBehalf as onBehalf } from '@gongyi/shared/requests/contract';
import type { HotlineRow, fileHotline as route } from '@gongyi/shared/requests/contract';
import type { HotlineOrder } from '@gongyi/shared/requests/hotline-sheet';
import * as z from 'zod/mini';
import type { Call } from '../platform/router';
import { fileOnBehalf } from './file-on-behalf';
import { mayFileIn } from './preview-hotline';
import { hotlineRequestId, readHotline } from './read-hotline';
import type { ReadHotline } from './read-hotline';

type Answer = RouteReply<typeof route>['items'][number];

const bodyOf = ({ caller, phone, words }: HotlineOrder, { category, placeId, number, dueAt }: HotlineRow): unknown => ({
  category,
  words: cut(words, 1000),
  placeId,
  contact: phone === undefined ? 'none' : 'phone',
  called12345: true,
  channel: 'hotline-12345',
  ...(caller === undefined ? {} : { callerName: caller }),
  ...(phone === undefined ? {} : { callerPhone: phone }),
  hotline: { number, dueAt },
});

/** Files one row by the same use case as any recorded call; the number makes its id, so twice is once. */
const fileRow = async (
  compoundId: string,
  { order, row }: ReadHotline['rows'][number],
  call: Call,
): Promise<Answer> => {
  const { line } = row;
  if (row.is === 'filed')
    return { line, filed: false, ...(row.requestId === undefined ? {} : { requestId: row.requestId }) };
  if (row.is === 'rejected') return { line, filed: false, refused: row.why ?? 'place-unmatched' };
  const body = z.safeParse(onBehalf.body, bodyOf(order, row));
  if (!body.success) return { line, filed: false, refused: 'invalid-input' };
  const op = hotlineRequestId(compoundId, row.number);
  const made = await fileOnBehalf({ params: {}, query: {}, body: body.data }, { ...call, op, opHash: op }, false);
  return isRefusal(made) ? { line, filed: false, refused: made.refused } : { line, filed: true, requestId: made.id };
};

const AT_ONCE = 8;

/** Files lines of a hotline sheet. Each line answers for itself. */
export const fileHotline = async (
  { params: { compoundId }, body: { mediaId, lines } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!(await mayFileIn(compoundId, call))) return refuse('not-found');
  const read = await readHotline(compoundId, mediaId, call);
  if (isRefusal(read)) return read;
  const wanted = read.rows.filter(({ row }) => lines.includes(row.line));
  const items: Answer[] = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    items.push(...(await Promise.all(wanted.slice(at, at + AT_ONCE).map((each) => fileRow(compoundId, each, call)))));
  }
  return { items };
};
