import type { Rating } from '@gongyi/shared/council/topic';
import * as z from 'zod/mini';
import { getItem, put, putNew, queryAll } from '../platform/table';
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

/** The version of its words that somebody seconded; undefined if they did not. */
export const secondedVersion = async (topicId: string, personId: string): Promise<number | undefined> => {
  const second = z.safeParse(Second, await getItem(keys.topicSecond(topicId, personId), { consistent: true }));
  return second.success ? second.data.version : undefined;
};
export const hasRated = async (topicId: string, personId: string): Promise<boolean> =>
  (await getItem(keys.topicRating(topicId, personId), { consistent: true })) !== undefined;

/** Everybody who hears of a topic's steps. */
export const followersOf = async (topicId: string): Promise<string[]> => {
  const { pk, sk: prefix } = keys.topicFollower(topicId, '');
  return (await queryAll({ pk, prefix, consistent: true })).map((item) => String(item['personId']));
};
