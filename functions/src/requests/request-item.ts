import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import { isoDate } from '@gongyi/shared/kernel/time';
import { CATEGORIES, isCategoryKey } from '@gongyi/shared/requests/category';
import { nextDeadline } from '@gongyi/shared/requests/effects-clock';
import { Request, RequestEvent } from '@gongyi/shared/requests/request';
import { OPEN } from '@gongyi/shared/requests/request-rules';
import * as z from 'zod/mini';
import { PREFIX, keys } from '../platform/table-shape';
import type { Item } from '../platform/table';

/**
 * A request as it lies in the table: what can be told from the rest, or is as usual, is left out, so that
 * an ordinary one stays within 1 KB and costs one write unit a copy (table, `queue`, `due`).
 */
export const REQUEST_DUE = 'request';

const USUAL = {
  answers: {},
  photos: [],
  anonymous: false,
  channel: 'app',
  contact: 'message',
  called12345: false,
  passedBy: [],
  joined: 0,
  nudges: 0,
  round: 1,
} as const;

/** Number to say on the phone: month, day and four letters of its id: `1123-K7QM`. */
export const numberOf = (id: string, filedAt: number): string =>
  `${isoDate(filedAt).slice(5).replace('-', '')}-${id.slice(0, 4).toUpperCase()}`;

/** `照明 · 3号楼 2单元`: the category and where, without the compound's name. */
export const titleOf = (category: string, placeName: string): string => {
  const [, ...within] = placeName.split(' ');
  const name = isCategoryKey(category) ? CATEGORIES[category].name : category;
  return [name, ...(within.length > 0 ? [within.join(' ')] : [])].join(' · ').slice(0, 60);
};

/** What is told from the rest; `spot`, `category`, `filedAt`, `holderId` given. */
export const derivedOf = (id: string, { spot, category, filedAt }: Pick<Request, 'spot' | 'category' | 'filedAt'>) => ({
  id,
  number: numberOf(id, filedAt),
  title: titleOf(category, spot.placeName),
  net: isCategoryKey(category) ? CATEGORIES[category].net : 'public-service',
  compoundId: ancestorOf(spot.placeId, 'compound') ?? spot.placeId,
  ...(placeKind(spot.placeId) === 'home' ? { homeId: spot.placeId } : {}),
});

const DERIVED = ['id', 'number', 'title', 'net', 'compoundId', 'homeId'];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The attributes to store of a request, without keys. */
export const attributesOf = (request: Request): Item => {
  const usual: Readonly<Record<string, unknown>> = {
    ...USUAL,
    firstHolderId: request.holderId,
    answerableIds: [request.firstHolderId],
  };
  return {
    ...Object.fromEntries(
      Object.entries(request).filter(
        ([name, value]) => value !== undefined && !DERIVED.includes(name) && !same(value, usual[name]),
      ),
    ),
    ...indexesOf(request),
  };
};

/** Its place in the indexes: work of its holder by due time, and its next deadline. */
const indexesOf = (request: Request): Item => {
  const deadline = nextDeadline(request);
  return {
    ...(OPEN.includes(request.status) ? keys.queue(request.holderId, request.dueAt, request.id) : {}),
    ...(deadline === undefined ? {} : keys.due(REQUEST_DUE, deadline.at, request.id)),
  };
};

const Basis = z.object({
  pk: z.string(),
  holderId: z.string(),
  category: z.string(),
  filedAt: z.int(),
  spot: Request.shape.spot,
  firstHolderId: z.optional(z.string()),
});

/** A request read from the table or from the `queue` index. */
export const requestOf = (item: Item): Request => {
  const basis = z.parse(Basis, item);
  const firstHolderId = basis.firstHolderId ?? basis.holderId;
  return z.parse(Request, {
    ...USUAL,
    firstHolderId,
    answerableIds: [firstHolderId],
    ...derivedOf(basis.pk.slice(PREFIX.request.length), basis),
    ...item,
  });
};

/** Attributes that differ between two states, for an update; `undefined` takes one away. */
export const differenceOf = (before: Request, after: Request): Item => {
  const old = attributesOf(before);
  const fresh = attributesOf(after);
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return Object.fromEntries(names.filter((name) => !same(old[name], fresh[name])).map((name) => [name, fresh[name]]));
};

/** A step as stored: with the operation that made it, and what it adds to the figures. */
export const StoredEvent = z.extend(RequestEvent, {
  op: z.string(),
  opHash: z.optional(z.string()),
  counts: z._default(
    z.array(z.object({ organisationId: z.string(), day: z.string(), figure: z.string(), by: z.int() })),
    [],
  ),
});
export type StoredEvent = z.output<typeof StoredEvent>;

export const eventOf = (item: Item): StoredEvent => z.parse(StoredEvent, { photos: [], facts: {}, ...item });

/** Keys of the slice's items, for reactions. */
export const isRequestKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.request) && sk === 'REQ';
export const isEventKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.request) && sk.startsWith('EV#');
export const requestIdOf = (pk: string): string => pk.slice(PREFIX.request.length);
