import { getItems } from '../platform/table';
import { keys } from '../platform/table-shape';
import { requestIdOf } from './request-item';

/** Which of these ids are requests. */
export const findRequestIds = async (ids: readonly string[]): Promise<Set<string>> => {
  const wanted = [...new Set(ids)].map((id) => keys.request(id));
  const items = wanted.length === 0 ? [] : await getItems(wanted, { consistent: true });
  return new Set(items.map(({ pk }) => requestIdOf(String(pk))));
};
