import { accessRequestsOf } from './sdk-requests';
import type { Arns, SdkCall } from './sdk-requests';

const ARNS: Arns = { table: 'T', bucket: 'B', keys: { data: 'K' }, secret: 'S' };
const dynamo = (operation: string, input: unknown): SdkCall => ({ service: 'dynamodb', operation, input });
const asked = (call: SdkCall): string[] =>
  accessRequestsOf(call, ARNS).map(
    ({ action, resource, context }) => `${action} ${resource} ${(context['dynamodb:LeadingKeys'] ?? []).join(',')}`,
  );

describe('what IAM is asked for a call', () => {
  it.each<[string, SdkCall, string[]]>([
    ['a put', dynamo('PutItem', { Item: { pk: 'REQ#1', sk: 'REQ' } }), ['dynamodb:PutItem T REQ#1']],
    ['a get in wire form', dynamo('GetItem', { Key: { pk: { S: 'ORG#1' } } }), ['dynamodb:GetItem T ORG#1']],
    [
      'a query of the table',
      dynamo('Query', {
        KeyConditionExpression: '#p = :p AND begins_with(sk, :s)',
        ExpressionAttributeNames: { '#p': 'pk' },
        ExpressionAttributeValues: { ':p': 'PERSON#1', ':s': 'ID#' },
      }),
      ['dynamodb:Query T PERSON#1'],
    ],
    [
      'a query of an index',
      dynamo('Query', {
        IndexName: 'queue',
        KeyConditionExpression: 'queuePk=:h',
        ExpressionAttributeValues: { ':h': { S: 'HOLDER#1' } },
      }),
      ['dynamodb:Query T/index/queue HOLDER#1'],
    ],
    [
      'a transaction, item by item',
      dynamo('TransactWriteItems', {
        TransactItems: [
          { Put: { Item: { pk: 'REQ#1' } } },
          { Update: { Key: { pk: 'JOB#1' } } },
          { ConditionCheck: { Key: { pk: 'ORG#1' } } },
          { Delete: { Key: { pk: 'CODE#1' } } },
        ],
      }),
      [
        'dynamodb:PutItem T REQ#1',
        'dynamodb:UpdateItem T JOB#1',
        'dynamodb:ConditionCheckItem T ORG#1',
        'dynamodb:DeleteItem T CODE#1',
      ],
    ],
    [
      'a batch of reads, all keys at once',
      dynamo('BatchGetItem', { RequestItems: { t: { Keys: [{ pk: 'ORG#1' }, { pk: 'PLACE#1' }] } } }),
      ['dynamodb:BatchGetItem T ORG#1,PLACE#1'],
    ],
    [
      'a batch of writes',
      dynamo('BatchWriteItem', {
        RequestItems: {
          t: [{ PutRequest: { Item: { pk: 'ROLL#1' } } }, { DeleteRequest: { Key: { pk: 'OWNER#1' } } }],
        },
      }),
      ['dynamodb:BatchWriteItem T ROLL#1,OWNER#1'],
    ],
    ['a scan, which has no key', dynamo('Scan', {}), ['dynamodb:Scan T ']],
    [
      'a copy of an object',
      { service: 's3', operation: 'CopyObject', input: { Key: 'media/1', CopySource: 'b/incoming/a%20b' } },
      ['s3:GetObject B/incoming/a b ', 's3:PutObject B/media/1 '],
    ],
    [
      'a look at an object',
      { service: 's3', operation: 'HeadObject', input: { Key: 'media/1' } },
      ['s3:GetObject B/media/1 '],
    ],
    [
      'a data key',
      { service: 'kms', operation: 'GenerateDataKey', input: { KeyId: 'data' } },
      ['kms:GenerateDataKey K '],
    ],
    [
      'a secret',
      { service: 'secretsmanager', operation: 'GetSecretValue', input: {} },
      ['secretsmanager:GetSecretValue S '],
    ],
  ])('%s', (_, call, expected) => {
    expect(asked(call)).toEqual(expected);
  });

  it('refuses to pass over what it cannot read', () => {
    expect(() => asked({ service: 'kms', operation: 'Decrypt', input: { KeyId: 'other' } })).toThrow('other');
    expect(() => asked(dynamo('UpdateItem', {}))).toThrow('UpdateItem key');
    expect(() => asked(dynamo('Query', { KeyConditionExpression: 'sk = :s', ExpressionAttributeValues: {} }))).toThrow(
      'sk',
    );
  });
});
