import * as z from 'zod/mini';
import { open, seal } from '../platform/envelope';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** How to reach a wisher without an account, sealed to the wish. */
const Contact = z.object({ name: z.string(), phone: z.string() });
export type Contact = z.output<typeof Contact>;

const contextOf = (wishId: string): string => `wish:${wishId}`;

export const sealWishContact = (wishId: string, contact: Contact): Promise<string> =>
  seal(JSON.stringify(contact), contextOf(wishId));

export const findWishContact = async (wishId: string): Promise<Contact | undefined> => {
  const sealed = (await getItem(keys.wish(wishId), { consistent: true }))?.['contactSealed'];
  if (typeof sealed !== 'string') return undefined;
  return z.parse(Contact, JSON.parse(await open(sealed, contextOf(wishId))));
};
