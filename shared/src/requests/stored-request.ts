import * as z from 'zod/mini';
import { ancestorOf, placeKind } from '../district/place';
import { cut } from '../kernel/schema';
import { numberOf } from '../kernel/number';
import { CATEGORIES, isCategoryKey } from './category';
import { Request, RequestEvent } from './request';

/**
 * A request as it is stored: what can be told from the rest, or is as usual, is left out, so that an
 * ordinary one stays within 1 KB and costs one write unit a copy.
 */
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

/** `照明 · 3号楼 2单元`: the category and where, without the compound's name. */
export const titleOf = (category: string, placeName: string): string => {
  const [, ...within] = placeName.split(' ');
  const name = isCategoryKey(category) ? CATEGORIES[category].name : category;
  return cut([name, ...(within.length > 0 ? [within.join(' ')] : [])].join(' · '), 60);
};

/** What is told from the rest. */
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

/** The attributes to store of a request. */
export const storedForm = (request: Request): Record<string, unknown> => {
  const usual: Readonly<Record<string, unknown>> = {
    ...USUAL,
    firstHolderId: request.holderId,
    answerableIds: [request.firstHolderId],
  };
  return Object.fromEntries(
    Object.entries(request).filter(
      ([name, value]) => value !== undefined && !DERIVED.includes(name) && !same(value, usual[name]),
    ),
  );
};

const Basis = z.object({
  holderId: z.string(),
  category: z.string(),
  filedAt: z.int(),
  spot: Request.shape.spot,
  firstHolderId: z.optional(z.string()),
});

/** The request of these attributes; undefined if they are not one's. */
export const readStoredRequest = (id: string, attributes: unknown): Request | undefined => {
  const basis = z.safeParse(Basis, attributes);
  if (!basis.success || typeof attributes !== 'object') return undefined;
  const firstHolderId = basis.data.firstHolderId ?? basis.data.holderId;
  const request = z.safeParse(Request, {
    ...USUAL,
    firstHolderId,
    answerableIds: [firstHolderId],
    ...derivedOf(id, basis.data),
    ...attributes,
  });
  return request.success ? request.data : undefined;
};

/** A step as stored: with the operation that made it, and what it adds to the figures. */
export const StoredEvent = z.extend(RequestEvent, {
  photos: z._default(RequestEvent.shape.photos, []),
  facts: z._default(RequestEvent.shape.facts, {}),
  op: z.string(),
  opHash: z.optional(z.string()),
  counts: z._default(
    z.array(z.object({ organisationId: z.string(), day: z.string(), figure: z.string(), by: z.int() })),
    [],
  ),
});
export type StoredEvent = z.output<typeof StoredEvent>;
