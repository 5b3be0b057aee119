import { deletedPersonOf } from '../platform/reaction';
import type { Reaction } from '../platform/reaction';
import { clearPerson } from './clear-person';

/** What a request that ran beside the deletion wrote is cleared again once the tombstone stands. */
export const onPersonDeleted: Reaction = {
  name: 'people.person-deleted',
  on: async (change) => {
    const personId = deletedPersonOf(change);
    if (personId !== undefined) await clearPerson(personId, change.at);
  },
};
