import type { Me } from '@gongyi/shared/people/contract';
import { inTerm } from '@gongyi/shared/people/role';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { asSeen, bindingsOf } from './binding-store';
import { grantsOf } from './grant-store';
import { findPerson } from './person-store';
import { masked, openPhone } from './phone-store';
import { unreadOf } from './unread-store';

/** A person as they see themself, read afresh. `not-found` when the account was deleted meanwhile. */
export const meOf = async (personId: string, now: number): Promise<Me | Refusal> => {
  const [person, bindings, grants, unread] = await Promise.all([
    findPerson(personId),
    bindingsOf(personId),
    grantsOf(personId),
    unreadOf(personId),
  ]);
  if (person === undefined) return refuse('not-found');
  const phone = await openPhone(person);
  return {
    personId,
    ...(person.name === undefined ? {} : { name: person.name }),
    ...(phone === undefined ? {} : { phoneMasked: masked(phone) }),
    textSize: person.textSize,
    elderMode: person.elderMode,
    consents: person.consents,
    grants: grants.filter((grant) => inTerm({ from: 0, until: grant.until }, now)),
    homes: bindings.map((binding) => asSeen(binding, now)),
    unread,
  };
};
