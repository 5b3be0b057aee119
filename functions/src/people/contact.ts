import { logAccess } from './access-store';
import type { Look } from './access-store';
import { findPerson, hasWithdrawn } from './person-store';
import { openPhone } from './phone-store';

/**
 * A person's number in full, for somebody who may call them: the caller has asked the authority table.
 * The look is logged first, and the person can read it under 谁查看过我的信息. Undefined if they gave no
 * number, withdrew their consent to share it, or are gone.
 */
export const phoneOf = async (personId: string, look: Omit<Look, 'personId' | 'what'>): Promise<string | undefined> => {
  const person = await findPerson(personId);
  if (person?.phoneSealed === undefined || hasWithdrawn(person, 'share-with-holders')) return undefined;
  await logAccess({ ...look, personId, what: 'phone' });
  return openPhone(person);
};
