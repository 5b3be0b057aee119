import { AccessEntry } from '@gongyi/shared/people/contract';
import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { queryPage, queryAll, table, TableName } from '../platform/table';
import { PutCommand } from '@aws-sdk/lib-dynamodb';

/** Looks at a person's data by others, kept three years and shown to that person. */
const KEEP_S = 3 * 366 * 86_400;

export interface Look {
  /** Whose data. */
  readonly personId: string;
  readonly at: number;
  /** The operation, to tell looks of one instant apart. */
  readonly id: string;
  /** In which role somebody looked; never who, so that staff need not fear the neighbours. */
  readonly role: string;
  readonly what: 'phone' | 'name' | 'home-claim' | 'vote';
  readonly place?: string;
}

/** Written before the data is shown: what could not be logged is not shown. */
export const logAccess = async ({ personId, at, id, role, what, place }: Look): Promise<void> => {
  const key = keys.access(personId, at, id);
  await table().send(
    new PutCommand({
      TableName: TableName(),
      Item: { ...key, at, role, what, place, expiresAt: Math.ceil(at / 1000) + KEEP_S },
    }),
  );
};

export const pageOfAccess = async (
  personId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<{
  readonly entries: z.output<typeof AccessEntry>[];
  readonly lastKey: Record<string, unknown> | undefined;
}> => {
  const page = await queryPage({ pk: keys.accessOf(personId), newestFirst: true, limit, after, consistent: true });
  return { entries: page.items.map((item) => z.parse(AccessEntry, item)), lastKey: page.lastKey };
};

/** Everything logged about a person, for their copy and for deleting. */
export const allAccessOf = async (personId: string) => {
  const items = await queryAll({ pk: keys.accessOf(personId), consistent: true });
  return items.map((item) => ({
    entry: z.parse(AccessEntry, item),
    key: { pk: String(item['pk']), sk: String(item['sk']) },
  }));
};
