import { Claim } from '@gongyi/shared/people/contract';
import * as z from 'zod/mini';
import { findBinding } from './binding-store';
import type { StoredClaim } from './claim-store';
import { findPerson } from './person-store';
import { masked, openPhone } from './phone-store';

/** A claim as staff see it: the name as given, the number masked. Undefined when its person is gone. */
export const claimSeen = async (claim: StoredClaim): Promise<Claim | undefined> => {
  const [person, binding] = await Promise.all([findPerson(claim.personId), findBinding(claim.personId, claim.homeId)]);
  if (person === undefined || binding === undefined) return undefined;
  const phone = await openPhone(person);
  return z.parse(Claim, {
    ...claim,
    name: binding.name,
    ...(phone === undefined ? {} : { phoneMasked: masked(phone) }),
  });
};
