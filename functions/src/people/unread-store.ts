import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { getItem } from '../platform/table';

const Unread = z.object({ count: z._default(z.int(), 0) });

/** How many notices wait, as `notices` counts them; none counted yet is none. */
export const unreadOf = async (personId: string): Promise<number> => {
  const item = await getItem(keys.unread(personId));
  return item === undefined ? 0 : Math.max(0, z.parse(Unread, item).count);
};
