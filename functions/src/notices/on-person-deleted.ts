import { deletedPersonOf } from '../platform/reaction';
import type { Reaction } from '../platform/reaction';
import { queryAll, remove, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';

const AT_ONCE = 100;

/** Who deleted their account keeps no inbox: what they were told, what is unread, what they still allowed. */
export const onPersonDeleted: Reaction = {
  name: 'notices/on-person-deleted',
  async on(change) {
    const personId = deletedPersonOf(change);
    if (personId === undefined) return;
    const inbox = keys.unread(personId).pk;
    const rows = await queryAll({ pk: inbox, consistent: true });
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      await writeTogether(some.map((row) => remove({ pk: inbox, sk: String(row['sk']) })));
    }
  },
};
