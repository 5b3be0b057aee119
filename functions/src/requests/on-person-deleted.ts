import { deletedPersonOf } from '../platform/reaction';
import type { Reaction } from '../platform/reaction';
import { listPage } from './listed';
import { forgetPerson } from './request-store';

const AT_ONCE = 25;

/** Who deletes their account leaves their requests behind without a name or a number to call. */
export const onPersonDeleted: Reaction = {
  name: 'requests/person-deleted',
  async on(change) {
    const personId = deletedPersonOf(change);
    if (personId === undefined) return;
    let after: Record<string, unknown> | undefined;
    do {
      const { requests, lastKey } = await listPage('mine', personId, AT_ONCE, after);
      for (const { id } of requests) await forgetPerson(id, personId);
      after = lastKey;
    } while (after !== undefined);
  },
};
