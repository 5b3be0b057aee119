import { BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Everything that lies in a table, as an operator's export has it. */
export type StoredItem = Record<string, AttributeValue>;

const KEYS = { accessKeyId: 'local', secretAccessKey: 'local' };
const clientAt = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: 'cn-north-1', credentials: KEYS });

export const exportTable = async (endpoint: string, TableName: string): Promise<StoredItem[]> => {
  const client = clientAt(endpoint);
  const items: StoredItem[] = [];
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
};

const AT_A_TIME = 25;

/** Puts exported items into a table; they come as they were. */
export const restoreTable = async (
  endpoint: string,
  TableName: string,
  items: readonly StoredItem[],
): Promise<void> => {
  const client = clientAt(endpoint);
  for (let from = 0; from < items.length; from += AT_A_TIME) {
    let asked = items.slice(from, from + AT_A_TIME).map((Item) => ({ PutRequest: { Item } }));
    while (asked.length > 0) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [TableName]: asked } }),
      );
      asked = (UnprocessedItems?.[TableName] ?? []).flatMap(({ PutRequest }) =>
        PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
      );
    }
  }
};
