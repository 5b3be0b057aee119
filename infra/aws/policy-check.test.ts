import { judge } from './policy-check';
import type { AccessRequest, Statement } from './policy-check';

const TABLE = 'arn:aws-cn:dynamodb:cn-north-1:1:table/t';

const statement = (over: Partial<Statement>): Statement => ({
  sid: 's',
  effect: 'Allow',
  actions: ['dynamodb:PutItem'],
  resources: [TABLE],
  conditions: {},
  ...over,
});

const put = (leadingKeys: readonly string[] | undefined, over: Partial<AccessRequest> = {}): AccessRequest => ({
  action: 'dynamodb:PutItem',
  resource: TABLE,
  context: leadingKeys === undefined ? {} : { 'dynamodb:LeadingKeys': leadingKeys },
  ...over,
});

const onPrefixes = statement({
  conditions: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['REQ#*', 'LIST#*'] },
    Null: { 'dynamodb:LeadingKeys': ['false'] },
  },
});

describe('judging a call', () => {
  it('refuses when no statement speaks', () => {
    expect(judge([], put(['REQ#1']))).toEqual({ allowed: false, by: [] });
  });

  it.each([
    ['its own prefix', ['REQ#1'], true],
    ['several of its prefixes', ['REQ#1', 'LIST#mine#p'], true],
    ['one foreign key among its own', ['REQ#1', 'BALLOT#1'], false],
    ['a foreign prefix', ['BALLOT#1'], false],
    ['a prefix in the middle', ['X#REQ#1'], false],
    ['an empty list of keys', [], false],
    ['no key at all', undefined, false],
  ])('with %s', (_, keys, allowed) => {
    expect(judge([onPrefixes], put(keys)).allowed).toBe(allowed);
  });

  it('lets a call without keys through when Null does not stand beside ForAllValues', () => {
    const open = statement({ conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['REQ#*'] } } });
    expect(judge([open], put(undefined)).allowed).toBe(true);
  });

  it('refuses another action and another resource', () => {
    expect(judge([onPrefixes], put(['REQ#1'], { action: 'dynamodb:Scan' })).allowed).toBe(false);
    expect(judge([onPrefixes], put(['REQ#1'], { resource: `${TABLE}/index/due` })).allowed).toBe(false);
  });

  it('compares actions without and resources with regard to case', () => {
    const shouted = statement({ actions: ['DynamoDB:putitem'] });
    expect(judge([shouted], put(undefined)).allowed).toBe(true);
    expect(judge([shouted], put(undefined, { resource: TABLE.toUpperCase() })).allowed).toBe(false);
  });

  it('treats everything but * and ? as literal', () => {
    const dots = statement({ resources: ['arn:a.c/*'] });
    expect(judge([dots], put(undefined, { resource: 'arn:abc/x' })).allowed).toBe(false);
    expect(judge([dots], put(undefined, { resource: 'arn:a.c/x\ny' })).allowed).toBe(true);
    expect(judge([statement({ resources: ['arn:?'] })], put(undefined, { resource: 'arn:ab' })).allowed).toBe(false);
  });

  it('lets a deny win and names it', () => {
    const deny = statement({ sid: 'no', effect: 'Deny' });
    expect(judge([onPrefixes, deny], put(['REQ#1']))).toEqual({ allowed: false, by: [deny] });
  });

  it('asks for every condition of a statement', () => {
    const through = statement({
      conditions: {
        StringEquals: { 'kms:ViaService': ['s3.x', 'dynamodb.x'] },
        Bool: { 'aws:SecureTransport': ['true'] },
      },
    });
    const context = { 'kms:ViaService': ['dynamodb.x'], 'aws:SecureTransport': ['true'] };
    expect(judge([through], put(undefined, { context })).allowed).toBe(true);
    expect(judge([through], put(undefined, { context: { 'kms:ViaService': ['dynamodb.x'] } })).allowed).toBe(false);
    expect(judge([through], put(undefined, { context: { ...context, 'kms:ViaService': ['sns.x'] } })).allowed).toBe(
      false,
    );
  });

  it('needs one fitting value for ForAnyValue', () => {
    const any = statement({ conditions: { 'ForAnyValue:StringEquals': { k: ['a'] } } });
    expect(judge([any], put(undefined, { context: { k: ['b', 'a'] } })).allowed).toBe(true);
    expect(judge([any], put(undefined, { context: {} })).allowed).toBe(false);
  });

  it('does not guess at words it does not know', () => {
    const odd = statement({ conditions: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } });
    expect(() => judge([odd], put(undefined))).toThrow('IpAddress');
  });
});
