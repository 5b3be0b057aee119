import type { Reaction } from '../platform/reaction';
import { queryAll, remove, writeTogether } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';

const AT_ONCE = 100;

/** Who deleted their account keeps no inbox: what they were told, what is unread, what they still allowed. */
export const onPersonDeleted: Reaction = {
  name: 'notices/on-person-deleted',
  async on({ pk, sk, old, new: now }) {
    if (!pk.startsWith(PREFIX.person) || sk !== keys.profile('').sk) return;
    if (now?.['deletedAt'] === undefined || old?.['deletedAt'] !== undefined) return;
    const inbox = keys.unread(pk.slice(PREFIX.person.length)).pk;
    const rows = await queryAll({ pk: inbox, consistent: true });
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      await writeTogether(some.map((row) => remove({ pk: inbox, sk: String(row['sk']) })));
    }
  },
};
