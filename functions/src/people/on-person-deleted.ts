import type { Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { clearPerson } from './clear-person';

/** What a request that ran beside the deletion wrote is cleared again once the tombstone stands. */
export const onPersonDeleted: Reaction = {
  name: 'people.person-deleted',
  on: async ({ pk, sk, old, new: now, at }) => {
    if (!pk.startsWith(PREFIX.person) || sk !== 'ID#PROFILE') return;
    if (now?.['deletedAt'] === undefined || old?.['deletedAt'] !== undefined) return;
    await clearPerson(pk.slice(PREFIX.person.length), at);
  },
};
