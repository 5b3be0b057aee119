import type { TopicRow } from '@gongyi/shared/council/contract';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { listedPage } from '../platform/list-rows';
import { ListedTopic, topicRow } from './topic-row';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One page of a list of topics as its asker may see it; the caller answers for their right to the list. */
export const listTopicRows = async (
  list: string,
  ownerId: string,
  { cursor, limit }: Query,
  { who }: Call,
  newestFirst = true,
): Promise<{ items: TopicRow[]; cursor?: string } | Refusal> => {
  const name = `council/${list}/${ownerId}`;
  const from = await readCursor(cursor, name, who.personId);
  if (isRefusal(from)) return from;
  const page = await listedPage(ListedTopic, { list, ownerId, limit, after: from.after, newestFirst });
  const next = await makeCursor(page.lastKey, name, who.personId);
  return {
    items: page.rows.map((topic) => topicRow(topic, who.personId)),
    ...(next === undefined ? {} : { cursor: next }),
  };
};
