import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TableName, getItems, queryPage, table } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { Key } from '../platform/table-shape';

/** Words and photos that wait for a person's look: a row under every place whose people may look. */
const LIST = 'content';

/** What has a record of its own whose words and photos are checked. */
const SUBJECT_KINDS = ['topic', 'session', 'team', 'shift', 'wish', 'vote', 'committee-vote', 'repair'] as const;

export const Waiting = z.object({
  /** What they belong to: a request, or what has a record of its own. */
  requestId: z.optional(z.string()),
  subject: z.optional(z.object({ kind: z.enum(SUBJECT_KINDS), id: z.string() })),
  eventRev: z.optional(z.int()),
  mediaId: z.optional(z.string()),
  /** When what waits was written: its place in the list. */
  at: z.int(),
  since: z.int(),
});
export type Waiting = z.output<typeof Waiting>;

const keyOf = (placeId: string, { requestId, subject, eventRev, mediaId, at }: Omit<Waiting, 'since'>): Key =>
  keys.listRow(
    LIST,
    placeId,
    at,
    [requestId ?? subject?.id, eventRev, mediaId].filter((part) => part !== undefined).join('/'),
  );

export const putWaiting = async (placeIds: readonly string[], waiting: Waiting): Promise<void> => {
  for (const placeId of placeIds) {
    const Item = { ...waiting, ...keyOf(placeId, waiting) };
    await table().send(new PutCommand({ TableName: TableName(), Item }));
  }
};

export const removeWaiting = async (placeIds: readonly string[], waiting: Omit<Waiting, 'since'>): Promise<void> => {
  for (const placeId of placeIds) {
    await table().send(new DeleteCommand({ TableName: TableName(), Key: keyOf(placeId, waiting) }));
  }
};

export const waitingPage = async (
  placeId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<{ items: Waiting[]; lastKey: Record<string, unknown> | undefined }> => {
  const page = await queryPage({ pk: keys.listOf(LIST, placeId), limit, after });
  return { items: page.items.map((item) => z.parse(Waiting, item)), lastKey: page.lastKey };
};

/** All that a verdict on words makes visible: a title, and those for the spot too. */
export const checkedTogether = (words: string, spotWords: string | undefined, title?: string): string =>
  [title, words, spotWords].filter((part) => part !== undefined).join('\n');

const Text = z.object({
  pk: z.string(),
  sk: z.string(),
  words: z._default(z.string(), ''),
  spot: z.optional(z.object({ words: z.optional(z.string()) })),
  facts: z.optional(z.object({ title: z.optional(z.string()), spot: z.optional(z.string()) })),
});

const STEP_KEY = {
  topic: keys.topicStep,
  session: keys.sessionStep,
  team: keys.teamStep,
  shift: keys.shiftStep,
  wish: keys.wishStep,
  vote: keys.voteStep,
  'committee-vote': keys.committeeStep,
  repair: keys.repairStep,
} as const satisfies Record<NonNullable<Waiting['subject']>['kind'], (id: string, rev: number) => Key>;

/** The item whose words wait. */
const itemOf = ({ requestId, subject, eventRev }: Waiting): Key | undefined => {
  if (subject !== undefined) {
    return STEP_KEY[subject.kind](subject.id, eventRev ?? 1);
  }
  if (requestId === undefined) return undefined;
  return eventRev === undefined ? keys.request(requestId) : keys.requestEvent(requestId, eventRev);
};

/** The words that wait, by `wordsKey`. */
export const wordsOf = async (waiting: readonly Waiting[]): Promise<Map<string, string>> => {
  const wanted = waiting.flatMap((one) => itemOf(one) ?? []);
  const unique = [...new Map(wanted.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const items = await getItems(unique, { consistent: true });
  const texts = items.map((item) => z.parse(Text, item));
  return new Map(
    texts.map(({ pk, sk, words, spot, facts }) => [
      `${pk} ${sk}`,
      checkedTogether(words, spot?.words ?? facts?.spot, facts?.title),
    ]),
  );
};

export const wordsKey = (waiting: Waiting): string => {
  const key = itemOf(waiting);
  return key === undefined ? '' : `${key.pk} ${key.sk}`;
};
