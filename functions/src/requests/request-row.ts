import type { RequestRow } from '@gongyi/shared/requests/contract';
import { isCategoryKey } from '@gongyi/shared/requests/category';
import type { Request } from '@gongyi/shared/requests/request';
import type { Identity } from '@gongyi/shared/people/role';
import { maskName } from '../people/public';
import { photoViews } from '../media/public';
import { mayRead, seesNames } from './request-subject';

/** Who looks, and when. */
export interface Viewer {
  readonly who: Identity;
  readonly now: number;
}

/** Its author sees words before they are cleared; nobody else does. */
export const seesWords = (request: Request, personId: string): boolean =>
  request.wordsCheck === 'clear' || request.filerId === personId || request.enteredById === personId;

/** A request as a row for somebody who may read it. */
export const rowOf = (request: Request, { who, now }: Viewer): RequestRow => {
  const { id, number, rev, status, category, urgency, title, spot, holderName, filedAt, dueAt, joined, nudges } =
    request;
  const { assigneeId, assigneeName, pausedUntil, overdueSince, visit } = request;
  const names = seesNames(request, who, now);
  return {
    id,
    number,
    rev,
    status,
    category: isCategoryKey(category) ? category : 'other',
    urgency,
    title,
    ...(seesWords(request, who.personId) ? { words: request.words } : {}),
    placeName: spot.placeName,
    holderName,
    ...(assigneeId === undefined || !names ? {} : { assigneeId }),
    ...(assigneeName === undefined ? {} : { assigneeName: names ? assigneeName : maskName(assigneeName) }),
    filedAt,
    dueAt,
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
    ...(overdueSince === undefined ? {} : { overdueSince }),
    joined,
    nudges,
    ...(visit === undefined ? {} : { visit }),
  };
};

/** Rows with the first photo of each where it may be shown, without those that may not be read. */
export const rowsOf = async (requests: readonly Request[], viewer: Viewer): Promise<RequestRow[]> => {
  const readable = requests.filter((request) => mayRead(request, viewer.who, viewer.now));
  const ids = readable.flatMap(({ photos }) => photos.slice(0, 1));
  const views = ids.length === 0 ? [] : await photoViews([...new Set(ids)], viewer.who.personId);
  const urls = new Map(views.map(({ mediaId, url }) => [mediaId, url]));
  return readable.map((request) => {
    const thumbnailUrl = urls.get(request.photos[0] ?? '');
    return { ...rowOf(request, viewer), ...(thumbnailUrl === undefined ? {} : { thumbnailUrl }) };
  });
};
