import type { Reaction } from '../platform/reaction';
import { putInBook } from './book-store';
import { isRequestKey, requestOf } from './request-item';

/** Keeps the book that lists out of the house are made of. */
export const onBook: Reaction = {
  name: 'requests/book',
  async on({ pk, sk, new: item }) {
    if (item !== undefined && isRequestKey(pk, sk)) await putInBook(requestOf({ ...item, pk }));
  },
};
