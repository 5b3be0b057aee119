import { PREFIX } from '@gongyi/functions/platform/table-shape';
import { FUNCTION_NAMES } from './function-specs';
import { judge } from './policy-check';
import { accessRequestsOf } from './sdk-requests';
import type { Arns, SdkCall } from './sdk-requests';
import { synthesise } from './synth-for-tests';

const { templates } = synthesise('aws-cn');
const ARNS: Arns = {
  table: templates.one('AWS::DynamoDB::Table').arn,
  bucket: templates.one('AWS::S3::Bucket', 'Media').arn,
  keys: {
    data: templates.one('AWS::KMS::Key', 'DataKey').arn,
    mac: templates.one('AWS::KMS::Key', 'MacKey').arn,
    ballot: templates.one('AWS::KMS::Key', 'BallotKey').arn,
    log: templates.one('AWS::KMS::Key', 'LogKey').arn,
    store: templates.one('AWS::KMS::Key', 'StoreKey').arn,
  },
  secret: templates.one('AWS::SecretsManager::Secret').arn,
};
const may = (name: (typeof FUNCTION_NAMES)[number], call: SdkCall): boolean =>
  accessRequestsOf(call, ARNS).every((request) => judge(templates.statementsOf(name), request).allowed);

const put = (pk: string): SdkCall => ({ service: 'dynamodb', operation: 'PutItem', input: { Item: { pk, sk: 's' } } });
const get = (pk: string): SdkCall => ({ service: 'dynamodb', operation: 'GetItem', input: { Key: { pk, sk: 's' } } });
const queryIndex = (IndexName: string, key: string): SdkCall => ({
  service: 'dynamodb',
  operation: 'Query',
  input: {
    IndexName,
    KeyConditionExpression: `${IndexName}Pk = :k`,
    ExpressionAttributeValues: { ':k': key },
  },
});
const s3 = (operation: string, Key: string): SdkCall => ({ service: 's3', operation, input: { Key } });
const kms = (operation: string, KeyId: string): SdkCall => ({ service: 'kms', operation, input: { KeyId } });
const unwrap = (use: string): SdkCall => ({
  service: 'kms',
  operation: 'Decrypt',
  input: { KeyId: 'ballot', EncryptionContext: { vote: 'v', use } },
});
const secret: SdkCall = { service: 'secretsmanager', operation: 'GetSecretValue', input: {} };

describe('the synthesised rights', () => {
  it.each<[string, (typeof FUNCTION_NAMES)[number], SdkCall, boolean]>([
    ['file a request', 'api', put(`${PREFIX.request}1`), true],
    ['read a roll', 'api', get(`${PREFIX.roll}c`), true],
    ['correct a line of a roll', 'api', put(`${PREFIX.roll}c`), true],
    ['write a roll by the stream', 'stream', put(`${PREFIX.roll}c`), false],
    ['prepare a vote', 'api', put(`${PREFIX.vote}v`), true],
    ['open a vote by the clock', 'schedule', put(`${PREFIX.vote}v`), true],
    ['read how many lines a vote has', 'api', get(`${PREFIX.ballot}v`), true],
    ['read a holder’s queue', 'api', queryIndex('queue', 'HOLDER#o'), true],
    ['walk deadlines', 'api', queryIndex('due', 'DUE#request#1'), false],
    ['walk deadlines by the clock', 'schedule', queryIndex('due', 'DUE#request#1'), true],
    ['change a figure by hand', 'api', put(`${PREFIX.figure}x`), false],
    ['change a figure by the stream', 'stream', put(`${PREFIX.figure}x`), true],
    ['give oneself a role by a callback', 'wechat-callback', put(`${PREFIX.person}p`), false],
    ['read people from a callback', 'wechat-callback', get(`${PREFIX.person}p`), false],
    ['settle a verdict', 'wechat-callback', put(`${PREFIX.media}m`), true],
    ['import a roll', 'jobs', put(`${PREFIX.owner}h`), true],
    ['file a request by a job', 'jobs', put(`${PREFIX.request}1`), false],
    ['take an upload', 'api', s3('PutObject', 'incoming/p/1'), true],
    ['write beside the folders', 'api', s3('PutObject', 'other/1'), false],
    ['remove a photo', 'api', s3('DeleteObject', 'media/1'), false],
    ['keep a copy of a photo by a reaction', 'stream', s3('PutObject', 'media/1'), true],
    ['put an upload by a reaction', 'stream', s3('PutObject', 'incoming/p/1'), false],
    ['overwrite a kept photo by a request', 'api', s3('PutObject', 'media/1'), false],
    ['seal personal fields', 'api', kms('GenerateDataKey', 'data'), true],
    ['use the store key directly', 'api', kms('Decrypt', 'store'), false],
    ['hash a phone', 'jobs', kms('GenerateMac', 'mac'), true],
    ['hash phones from the stream', 'stream', kms('GenerateMac', 'mac'), false],
    ['open personal fields in a callback', 'wechat-callback', kms('Decrypt', 'data'), false],
    ['read WeChat’s secret in a job', 'jobs', secret, false],
    ['cast a ballot', 'ballots', put(`${PREFIX.ballot}v`), true],
    ['end a vote', 'ballots', put(`${PREFIX.vote}v`), true],
    ['see who works for a company beside ballots', 'ballots', get(`${PREFIX.members}o`), true],
    ['give somebody a role by a ballot', 'ballots', put(`${PREFIX.members}o`), false],
    ['give oneself a role by a ballot', 'ballots', put(`${PREFIX.person}p`), false],
    ['change a roll by a ballot', 'ballots', put(`${PREFIX.roll}c`), false],
    ['commit to a ballot', 'ballots', unwrap('cast'), true],
    ['open what was chosen by a call', 'ballots', unwrap('count'), false],
    ['open what was chosen without saying so', 'ballots', kms('Decrypt', 'ballot'), false],
    ['make a vote’s keys by a call', 'ballots', kms('GenerateDataKey', 'ballot'), false],
    ['count the ballots', 'ballots-work', unwrap('count'), true],
    ['sign a checkpoint', 'ballots-work', kms('Sign', 'log'), true],
    ['sign a checkpoint by a call', 'ballots', kms('Sign', 'log'), false],
    ['open personal fields beside ballots', 'ballots', kms('Decrypt', 'data'), false],
    ['keep what a vote is counted again with', 'ballots', s3('PutObject', 'votes/v/bundle.json'), true],
  ])('%s (%s)', (_, name, call, allowed) => {
    expect(may(name, call)).toBe(allowed);
  });

  it.each(FUNCTION_NAMES)('let %s neither scan nor write keys nobody named', (name) => {
    expect(may(name, { service: 'dynamodb', operation: 'Scan', input: {} })).toBe(false);
    expect(may(name, put('NOBODY#v'))).toBe(false);
    expect(may(name, get('NOBODY#v'))).toBe(false);
  });

  const others = FUNCTION_NAMES.filter((name) => !name.startsWith('ballots'));
  it.each(others)('let %s write no ballot, open none and sign for none', (name) => {
    for (const prefix of [PREFIX.ballot, PREFIX.voteLog, PREFIX.ballotJob])
      expect(may(name, put(`${prefix}v`))).toBe(false);
    for (const operation of ['Decrypt', 'GenerateDataKey']) expect(may(name, kms(operation, 'ballot'))).toBe(false);
    expect(may(name, kms('Sign', 'log'))).toBe(false);
    expect(may(name, s3('PutObject', 'votes/v/bundle.json'))).toBe(false);
  });

  it.each(FUNCTION_NAMES)('give %s no wildcard resource but the list of streams', (name) => {
    const statements = templates.statementsOf(name);
    expect(statements.length).toBeGreaterThan(3);
    for (const { sid, actions, resources } of statements) {
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      if (resources.includes('*'))
        expect({ sid, actions }).toEqual({ sid: 'ListStreams', actions: ['dynamodb:ListStreams'] });
      for (const resource of resources) expect(resource).not.toMatch(/^arn:[^/]*\*|(Table|index)[^/]*\/\*/);
    }
  });

  it.each(FUNCTION_NAMES)('bind every data action of %s to prefixes', (name) => {
    const onItems = templates
      .statementsOf(name)
      .filter(({ resources }) => resources.some((each) => each.startsWith(ARNS.table) && !each.includes('StreamArn')));
    expect(onItems.length).toBeGreaterThan(0);
    for (const { conditions } of onItems) {
      expect(conditions['Null']).toEqual({ 'dynamodb:LeadingKeys': ['false'] });
      const patterns = conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
      expect(patterns.length).toBeGreaterThan(0);
      expect(patterns.filter((pattern) => !/^[A-Z]+#\*$/.test(pattern))).toEqual([]);
    }
  });
});
