import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { PublicNoticeRow, SessionRow } from '@gongyi/shared/council/contract';
import type { CouncilSession } from '@gongyi/shared/council/session';
import * as z from 'zod/mini';
import { TableName, queryPage, table } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { Key } from '../platform/table-shape';
import { agreedItems } from './session-topics';
import { sessionRowOf } from './session-row';

/** Rows of a compound's lists: its sessions by when they begin, its public notices by when they were published. */
const SESSIONS = 'council-sessions';
const NOTICES = 'council-notices';

/** A row follows its session forward only, whatever order the stream tells its changes in. */
const putRow = async (key: Key, rev: number, row: SessionRow | PublicNoticeRow): Promise<void> => {
  try {
    await table().send(
      new PutCommand({
        TableName: TableName(),
        Item: { ...key, rev, row },
        ConditionExpression: 'attribute_not_exists(pk) OR #rev < :rev',
        ExpressionAttributeNames: { '#rev': 'rev' },
        ExpressionAttributeValues: { ':rev': rev },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

export const putSessionRows = async (session: CouncilSession): Promise<void> => {
  const { id, number, rev, compoundId, startsAt, notice } = session;
  await putRow(keys.listRow(SESSIONS, compoundId, startsAt, id), rev, sessionRowOf(session));
  if (notice === undefined) return;
  const titles = agreedItems(session).map(({ title }) => title);
  const row = { sessionId: id, number, titles, ...notice };
  await putRow(keys.listRow(NOTICES, compoundId, notice.publishedAt, id), rev, row);
};

interface Page<T> {
  readonly rows: T[];
  readonly lastKey: Record<string, unknown> | undefined;
}

const page = async <S extends z.core.$ZodType>(
  schema: S,
  list: string,
  compoundId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<Page<z.output<S>>> => {
  const found = await queryPage({ pk: keys.listOf(list, compoundId), newestFirst: true, limit, after });
  return { rows: found.items.map(({ row }) => z.parse(schema, row)), lastKey: found.lastKey };
};

type After = Record<string, unknown> | undefined;
export const sessionRows = (compoundId: string, limit: number, after: After): Promise<Page<SessionRow>> =>
  page(SessionRow, SESSIONS, compoundId, limit, after);
export const noticeRows = (compoundId: string, limit: number, after: After): Promise<Page<PublicNoticeRow>> =>
  page(PublicNoticeRow, NOTICES, compoundId, limit, after);
