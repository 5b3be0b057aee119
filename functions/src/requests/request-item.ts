import { nextDeadline } from '@gongyi/shared/requests/effects-clock';
import type { Request } from '@gongyi/shared/requests/request';
import { OPEN } from '@gongyi/shared/requests/request-rules';
import { StoredEvent, readStoredRequest, storedForm } from '@gongyi/shared/requests/stored-request';
import * as z from 'zod/mini';
import { PREFIX, keys } from '../platform/table-shape';
import type { Item } from '../platform/table';

/** A request as an item of the table, with its places in the indexes. */
export const REQUEST_DUE = 'request';

/** Its place in the indexes: work of its holder by due time, and its next deadline. */
const indexesOf = (request: Request): Item => {
  const deadline = nextDeadline(request);
  return {
    ...(OPEN.includes(request.status) ? keys.queue(request.holderId, request.dueAt, request.id) : {}),
    ...(deadline === undefined ? {} : keys.due(REQUEST_DUE, deadline.at, request.id)),
  };
};

/** The attributes to store of a request, without keys. */
export const attributesOf = (request: Request): Item => ({ ...storedForm(request), ...indexesOf(request) });

export const requestIdOf = (pk: string): string => pk.slice(PREFIX.request.length);

/** A request read from the table or from the `queue` index. */
export const requestOf = (item: Item): Request => {
  const request = readStoredRequest(requestIdOf(String(item['pk'])), item);
  if (request === undefined) throw new Error('not a stored request');
  return request;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Attributes that differ between two states, for an update; `undefined` takes one away. */
export const differenceOf = (before: Request, after: Request): Item => {
  const old = attributesOf(before);
  const fresh = attributesOf(after);
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return Object.fromEntries(names.filter((name) => !same(old[name], fresh[name])).map((name) => [name, fresh[name]]));
};

export const eventOf = (item: Item): StoredEvent => z.parse(StoredEvent, item);

/** Keys of the slice's items, for reactions. */
export const isRequestKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.request) && sk === 'REQ';
export const isEventKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.request) && sk.startsWith('EV#');
