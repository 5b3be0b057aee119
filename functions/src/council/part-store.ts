import type { Rating, Topic } from '@gongyi/shared/council/topic';
import * as z from 'zod/mini';
import { getItem, getItems, put, putNew, queryAll } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** What somebody has had a part in: whom they seconded, what they rated, what they hear of. */
export const secondWrite = (topicId: string, personId: string, version: number, at: number): TransactItem =>
  putNew({ ...keys.topicSecond(topicId, personId), personId, version, at });
export const ratingWrite = (topicId: string, personId: string, rating: Rating, at: number): TransactItem =>
  putNew({ ...keys.topicRating(topicId, personId), personId, rating, at });
export const followWrite = (topicId: string, personId: string, at: number): TransactItem =>
  put({ ...keys.topicFollower(topicId, personId), personId, at });

const Second = z.object({ version: z.int() });

type Merged = Pick<Topic, 'id' | 'mergedFrom'>;

/** What somebody seconded: the topic itself, in a version of its words, or one that was merged into it. */
export interface OwnSecond {
  readonly version?: number;
}

/**
 * The second that somebody gave to a topic or to one that was merged into it. Those stay where they were given:
 * nobody seconds what is merged, so that what is read here still holds in a write that asks for the topic as it is.
 */
export const ownSecond = async ({ id, mergedFrom }: Merged, personId: string): Promise<OwnSecond | undefined> => {
  const own = keys.topicSecond(id, personId);
  const others = mergedFrom.map((topicId) => keys.topicSecond(topicId, personId));
  const found = await getItems([own, ...others], { consistent: true });
  const mine = z.safeParse(
    Second,
    found.find(({ pk }) => pk === own.pk),
  );
  return mine.success ? mine.data : found.length > 0 ? {} : undefined;
};

/** Everybody who seconded a topic or one that was merged into it, each once. */
export const secondersOf = async ({ id, mergedFrom }: Merged): Promise<ReadonlySet<string>> => {
  const seconds = await Promise.all(
    [id, ...mergedFrom].map((topicId) => {
      const { pk, sk: prefix } = keys.topicSecond(topicId, '');
      return queryAll({ pk, prefix, consistent: true });
    }),
  );
  return new Set(seconds.flat().map((item) => String(item['personId'])));
};
export const hasRated = async (topicId: string, personId: string): Promise<boolean> =>
  (await getItem(keys.topicRating(topicId, personId), { consistent: true })) !== undefined;
