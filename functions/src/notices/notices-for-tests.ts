import { randomUUID } from 'node:crypto';
import type { Request, RequestEvent } from '@gongyi/shared/requests/request';
import { storedForm } from '@gongyi/shared/requests/stored-request';
import { DAY } from '@gongyi/shared/kernel/time';
import type { Change } from '../platform/reaction';
import { put, writeTogether } from '../platform/table';
import type { Item } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { Key } from '../platform/table-shape';
import { noticeReactions } from './on';

/** A request as its slice stores it: somebody's home, words and name included, which no notice may carry. */
export const requestOf = (more: Partial<Request>): Request => {
  const now = Date.now();
  return {
    id: randomUUID(),
    number: '1123-KQMZ',
    rev: 1,
    status: 'submitted',
    category: 'lighting',
    urgency: 'general',
    net: 'public-service',
    title: '照明',
    words: '三号楼王小明家门口的灯坏了',
    wordsCheck: 'clear',
    answers: {},
    photos: [],
    spot: { placeId: 'jn.s1.c1.x1.b3.e1.h501', placeName: '3号楼1单元501' },
    compoundId: 'jn.s1.c1.x1',
    visibility: 'public',
    anonymous: false,
    channel: 'app',
    contact: 'message',
    called12345: false,
    filerName: '3号楼 王**',
    holderId: 'company',
    holderName: '阳光物业',
    firstHolderId: 'company',
    passedBy: [],
    filedAt: now,
    firstAnswerDueAt: now + DAY,
    dueAt: now + 7 * DAY,
    answerableIds: [],
    joined: 0,
    nudges: 0,
    round: 1,
    ...more,
  };
};

export const eventOf = (kind: RequestEvent['kind'], more: Partial<RequestEvent> = {}): RequestEvent => ({
  rev: 2,
  kind,
  at: Date.now(),
  byRole: 'dispatcher',
  byName: '李小红',
  words: '马上就到，电话 19900000172',
  photos: [],
  facts: {},
  ...more,
});

/** Stores an item as it is. */
export const store = async (item: Item & Key): Promise<void> => {
  await writeTogether([put(item)]);
};
/** As its slice puts a request into the table. */
export const storedRequest = (request: Request) => ({ ...keys.request(request.id), ...storedForm(request) });
export const storeRequest = (request: Request): Promise<void> => store(storedRequest(request));

export const created = (item: Item & Key): Change => ({
  pk: item.pk,
  sk: item.sk,
  old: undefined,
  new: item,
  at: Date.now(),
  eventId: randomUUID(),
  expired: false,
});
export const changed = (old: Item & Key, next: Item): Change => ({ ...created(old), old, new: { ...old, ...next } });

/** Hands a change to every reaction of the slice, as often as asked, all at once. */
export const deliverChange = async (change: Change, times = 1): Promise<void> => {
  const all = Array.from({ length: times }, () => noticeReactions.map((reaction) => reaction.on(change)));
  await Promise.all(all.flat());
};

/** A step of a stored request's timeline, as the stream tells it. */
export const stepOf = (request: Request, event: RequestEvent): Change =>
  created({ ...keys.requestEvent(request.id, event.rev), ...event, op: randomUUID() });
