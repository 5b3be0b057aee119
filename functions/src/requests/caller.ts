import * as z from 'zod/mini';
import { open, seal } from '../platform/envelope';

/** Name and number of somebody who called, sealed to their request. */
const Contact = z.object({ name: z.string(), phone: z.string() });
export type Contact = z.output<typeof Contact>;

const contextOf = (requestId: string): string => `request:${requestId}`;

export const sealContact = (requestId: string, contact: Contact): Promise<string> =>
  seal(JSON.stringify(contact), contextOf(requestId));

export const openContact = async (requestId: string, sealed: string): Promise<Contact> =>
  z.parse(Contact, JSON.parse(await open(sealed, contextOf(requestId))));

/** Digits alone: the form a number is looked up by. */
export const digitsOf = (phone: string): string => phone.replaceAll('-', '');
