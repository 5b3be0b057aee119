import type { TopicRow } from '@gongyi/shared/council/contract';
import { ownsTopic } from '@gongyi/shared/council/topic-rules';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type * as z from 'zod/mini';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { listedPage } from '../platform/list-rows';
import { FollowedTopic, MINE } from './council-lists';
import { findTopics } from './record-store';
import { ListedTopic, topicRow } from './topic-row';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Listed<S extends z.core.$ZodType> {
  readonly list: string;
  readonly ownerId: string;
  readonly newestFirst: boolean;
  readonly schema: S;
  /** The topics of a page's rows, in their order. */
  readonly topicsOf: (rows: z.output<S>[]) => ListedTopic[] | Promise<ListedTopic[]>;
}

/** One page of a list of topics as its asker may see it; the caller answers for their right to the list. */
const pageOf = async <S extends z.core.$ZodType>(
  { list, ownerId, newestFirst, schema, topicsOf }: Listed<S>,
  { cursor, limit }: Query,
  { who }: Call,
): Promise<{ items: TopicRow[]; cursor?: string } | Refusal> => {
  const name = `council/${list}/${ownerId}`;
  const from = await readCursor(cursor, name, who.personId);
  if (isRefusal(from)) return from;
  const page = await listedPage(schema, { list, ownerId, limit, after: from.after, newestFirst });
  const next = await makeCursor(page.lastKey, name, who.personId);
  const topics = await topicsOf(page.rows);
  return {
    // In lists a party's words that nobody has checked yet are read by nobody.
    items: topics.map((topic) => topicRow(topic, ownsTopic(topic, who.personId, []))),
    ...(next === undefined ? {} : { cursor: next }),
  };
};

/** A list whose rows are kept as their topics stand. */
export const listTopicRows = (list: string, ownerId: string, query: Query, call: Call, newestFirst = true) =>
  pageOf({ list, ownerId, newestFirst, schema: ListedTopic, topicsOf: (rows) => rows }, query, call);

/** What somebody follows: the rows say which topics, and those are read as they stand. */
export const listFollowedTopics = (query: Query, call: Call) =>
  pageOf(
    {
      list: MINE,
      ownerId: call.who.personId,
      newestFirst: true,
      schema: FollowedTopic,
      topicsOf: (rows) => findTopics(rows.map(({ id }) => id)),
    },
    query,
    call,
  );
