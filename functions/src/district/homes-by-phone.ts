import { keys } from '../platform/table-shape';
import { queryAll } from '../platform/table';

/** Homes on a roll whose owners have the number of this keyed hash. */
export const homesByPhone = async (phoneHash: string): Promise<string[]> => {
  const items = await queryAll({ pk: keys.rollOwner(phoneHash, '').pk, consistent: true });
  return items.map((item) => String(item['sk']));
};
