import { setTimeout as sleep } from 'node:timers/promises';
import { TABLE_SHAPE } from '@gongyi/functions/platform/table-shape';
import * as z from 'zod/mini';
import { AwsJsonError, awsJson } from './aws-json';

const Description = z.object({
  Table: z.object({ TableStatus: z.string(), LatestStreamArn: z.optional(z.string()) }),
});

const keySchema = (keys: { readonly pk: string; readonly sk: string }) => [
  { AttributeName: keys.pk, KeyType: 'HASH' },
  { AttributeName: keys.sk, KeyType: 'RANGE' },
];

const attributeNames = (): string[] => [
  ...new Set([TABLE_SHAPE.keys, ...TABLE_SHAPE.indexes].flatMap(({ pk, sk }) => [pk, sk])),
];

const definition = (tableName: string) => ({
  TableName: tableName,
  KeySchema: keySchema(TABLE_SHAPE.keys),
  AttributeDefinitions: attributeNames().map((name) => ({ AttributeName: name, AttributeType: 'S' })),
  GlobalSecondaryIndexes: TABLE_SHAPE.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index),
    Projection: { ProjectionType: index.projection === 'all' ? 'ALL' : 'KEYS_ONLY' },
  })),
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
});

const describe = async (endpoint: string, tableName: string) =>
  Description.parse(await awsJson(endpoint, 'DynamoDB_20120810.DescribeTable', { TableName: tableName })).Table;

/** Makes the table as `table-shape.ts` describes it, unless it is there; resolves with its stream's name. */
export const createTable = async (endpoint: string, tableName: string): Promise<{ readonly streamArn: string }> => {
  try {
    await awsJson(endpoint, 'DynamoDB_20120810.CreateTable', definition(tableName));
  } catch (fault) {
    if (!(fault instanceof AwsJsonError && fault.code === 'ResourceInUseException')) throw fault;
  }
  for (;;) {
    const table = await describe(endpoint, tableName);
    if (table.TableStatus === 'ACTIVE' && table.LatestStreamArn !== undefined) {
      return { streamArn: table.LatestStreamArn };
    }
    await sleep(10);
  }
};
