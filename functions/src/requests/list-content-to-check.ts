import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { placeKind } from '@gongyi/shared/district/place';
import type { ContentToCheck, listContentToCheck as route } from '@gongyi/shared/requests/contract';
import { DEFAULT_TERMS } from '@gongyi/shared/requests/request-rules';
import { photosToDecide, waitingPage, waitingWords, wordsKey } from '../media/public';
import type { Waiting } from '../media/public';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';

const show = async (waiting: readonly Waiting[]): Promise<ContentToCheck[]> => {
  const ids = waiting.flatMap(({ mediaId }) => mediaId ?? []);
  const [words, photos] = await Promise.all([waitingWords(waiting), ids.length === 0 ? [] : photosToDecide(ids)]);
  const urls = new Map(photos.map(({ mediaId, url }) => [mediaId, url]));
  return waiting.map((one) => {
    const { requestId, subject, eventRev, mediaId, since } = one;
    const url = urls.get(mediaId ?? '');
    const text = mediaId === undefined ? words.get(wordsKey(one)) : undefined;
    return {
      ...(requestId === undefined ? {} : { requestId }),
      ...(subject === undefined ? {} : { subject }),
      rev: eventRev ?? 1,
      ...(eventRev === undefined ? {} : { eventRev }),
      ...(text === undefined ? {} : { words: text }),
      photos: mediaId === undefined || url === undefined ? [] : [{ mediaId, url }],
      since,
      dueAt: since + DEFAULT_TERMS.contentCheck,
    };
  });
};

/** Words and photos below a place that wait for a person's look, oldest first. */
export const listContentToCheck = async (
  { params: { placeId }, query }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const gridId = placeKind(placeId) === 'grid' ? placeId : undefined;
  if (!may(call.who, 'request.check-content', { placeId, gridId }, call.now)) return refuse('not-found');
  const name = `requests/content/${placeId}`;
  const from = await readCursor(query.cursor, name, call.who.personId);
  if (isRefusal(from)) return from;
  const page = await waitingPage(placeId, query.limit, from.after);
  const cursor = await makeCursor(page.lastKey, name, call.who.personId);
  return { items: await show(page.items), ...(cursor === undefined ? {} : { cursor }) };
};
