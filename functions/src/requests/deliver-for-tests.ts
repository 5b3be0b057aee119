import type { Change } from '../platform/reaction';
import { getItem, queryAll } from '../platform/table';
import type { Item } from '../platform/table';
import { keys } from '../platform/table-shape';
import { requestsReactions } from './on';

/** Changes of a request as the stream would tell them, told in any order and as often as a test wants. */
export const changesOf = async (requestId: string, old?: Item): Promise<Change[]> => {
  const items = await queryAll({ pk: keys.request(requestId).pk, consistent: true });
  return items.map((item) => ({
    pk: String(item['pk']),
    sk: String(item['sk']),
    old: item['sk'] === 'REQ' ? old : undefined,
    new: item,
    at: Date.now(),
    eventId: `${String(item['pk'])}${String(item['sk'])}${String(item['rev'])}`,
    expired: false,
  }));
};

/** The request's item as it stands, to be told later as what was before. */
export const imageOf = async (requestId: string): Promise<Item | undefined> =>
  getItem(keys.request(requestId), { consistent: true });

export const tell = async (changes: readonly Change[]): Promise<void> => {
  for (const change of changes) {
    for (const reaction of requestsReactions) await reaction.on(change);
  }
};

/** Tells everything once: what the stream brings within a second. */
export const deliver = async (requestId: string, old?: Item): Promise<void> => tell(await changesOf(requestId, old));
