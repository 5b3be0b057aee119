import type { AccessRequest } from './policy-check';

/** A call as the SDK was given it: `{service: 'dynamodb', operation: 'PutItem', input: {...}}`. */
export interface SdkCall {
  readonly service: 'dynamodb' | 's3' | 'kms' | 'secretsmanager';
  readonly operation: string;
  readonly input: unknown;
}

/** ARNs by the names that functions know resources by (their environment). */
export interface Arns {
  readonly table: string;
  readonly bucket: string;
  /** Key ARNs by key id. */
  readonly keys: Readonly<Record<string, string>>;
  readonly secret: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fields = (value: unknown, what: string): Fields => {
  if (!isFields(value)) throw new Error(`${what} is not an object`);
  return value;
};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An attribute as plain text, whether written plainly or as `{S: text}`. */
const text = (value: unknown, what: string): string => {
  const plain = isFields(value) ? value['S'] : value;
  if (typeof plain !== 'string') throw new Error(`${what} is not a text`);
  return plain;
};

const leading = (action: string, resource: string, keys: readonly string[]): AccessRequest => ({
  action: `dynamodb:${action}`,
  resource,
  context: { 'dynamodb:LeadingKeys': keys },
});

/** The partition key a query is about, from `pk = :value` or `#name = :value` in its key condition. */
const queriedKey = (input: Fields): string => {
  const condition = text(input['KeyConditionExpression'], 'KeyConditionExpression');
  const names = fields(input['ExpressionAttributeNames'] ?? {}, 'ExpressionAttributeNames');
  const values = fields(input['ExpressionAttributeValues'], 'ExpressionAttributeValues');
  for (const [, name, value] of condition.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)) {
    const attribute = names[name ?? ''] ?? name;
    if (typeof attribute === 'string' && /pk$/i.test(attribute)) return text(values[value ?? ''], attribute);
  }
  throw new Error(`No partition key in "${condition}"`);
};

const itemRequest = (operation: string, input: Fields, arns: Arns): AccessRequest => {
  const key = fields(operation === 'PutItem' ? input['Item'] : input['Key'], `${operation} key`);
  return leading(operation, arns.table, [text(key['pk'], 'pk')]);
};

const TRANSACTION_PARTS = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const transactionRequests = (input: Fields, arns: Arns): AccessRequest[] =>
  list(input['TransactItems']).flatMap((item) =>
    Object.entries(TRANSACTION_PARTS).flatMap(([part, action]) => {
      const body = fields(item, 'TransactItem')[part];
      return body === undefined ? [] : [itemRequest(action, fields(body, part), arns)];
    }),
  );

const batchRequests = (operation: string, input: Fields, arns: Arns): AccessRequest[] =>
  Object.values(fields(input['RequestItems'], 'RequestItems')).map((asked) => {
    const keys = operation === 'BatchGetItem' ? list(fields(asked, 'Keys')['Keys']) : list(asked).map(writtenKey);
    return leading(
      operation,
      arns.table,
      keys.map((key) => text(fields(key, 'key')['pk'], 'pk')),
    );
  });

const writtenKey = (write: unknown): unknown => {
  const { PutRequest, DeleteRequest } = fields(write, 'write');
  return PutRequest === undefined
    ? fields(DeleteRequest, 'DeleteRequest')['Key']
    : fields(PutRequest, 'PutRequest')['Item'];
};

const dynamoRequests = (operation: string, input: Fields, arns: Arns): AccessRequest[] => {
  if (operation.startsWith('TransactWrite') || operation.startsWith('TransactGet'))
    return transactionRequests(input, arns);
  if (operation.startsWith('Batch')) return batchRequests(operation, input, arns);
  if (operation === 'Query') {
    const index = input['IndexName'] === undefined ? '' : `/index/${text(input['IndexName'], 'IndexName')}`;
    return [leading('Query', `${arns.table}${index}`, [queriedKey(input)])];
  }
  if (operation === 'Scan') return [{ action: 'dynamodb:Scan', resource: arns.table, context: {} }];
  return [itemRequest(operation, input, arns)];
};

/** S3 asks for the rights to read a source and write a target when it copies; its other actions are named as called. */
const s3Requests = (operation: string, input: Fields, arns: Arns): AccessRequest[] => {
  // Asked of the bucket itself, whatever name was looked for.
  if (operation === 'ListBucket') return [{ action: 's3:ListBucket', resource: arns.bucket, context: {} }];
  const key = text(input['Key'], 'Key');
  const on = (action: string, objectKey: string): AccessRequest => ({
    action: `s3:${action}`,
    resource: `${arns.bucket}/${objectKey}`,
    context: {},
  });
  if (operation === 'HeadObject') return [on('GetObject', key)];
  if (operation !== 'CopyObject') return [on(operation, key)];
  const source = decodeURIComponent(text(input['CopySource'], 'CopySource')).replace(/^\/?[^/]+\//, '');
  return [on('GetObject', source), on('PutObject', key)];
};

const kmsRequest = (operation: string, input: Fields, arns: Arns): AccessRequest => {
  const keyId = text(input['KeyId'], `KeyId of ${operation}`);
  const resource = arns.keys[keyId];
  if (resource === undefined) throw new Error(`Key ${keyId} is not one of the system's`);
  const said = Object.entries(fields(input['EncryptionContext'] ?? {}, 'EncryptionContext'));
  const context = said.map(([name, value]) => [`kms:EncryptionContext:${name}`, [text(value, name)]]);
  return { action: `kms:${operation}`, resource, context: Object.fromEntries(context) as AccessRequest['context'] };
};

/**
 * What IAM would be asked for a recorded call: one request an item in transactions, one a table in batches.
 *
 * @throws Error when the call is not of a kind the system makes, so that nothing is passed over in a replay
 */
export const accessRequestsOf = (call: SdkCall, arns: Arns): AccessRequest[] => {
  const input = fields(call.input, 'input');
  switch (call.service) {
    case 'dynamodb':
      return dynamoRequests(call.operation, input, arns);
    case 's3':
      return s3Requests(call.operation, input, arns);
    case 'kms':
      return [kmsRequest(call.operation, input, arns)];
    case 'secretsmanager':
      return [{ action: `secretsmanager:${call.operation}`, resource: arns.secret, context: {} }];
  }
};
