import fc from 'fast-check';
import type { WireCall } from './wire';

type Twist = (call: WireCall, others: Others) => fc.Arbitrary<WireCall>;

/** What an attacker may have picked up elsewhere. */
export interface Others {
  readonly tokens: readonly string[];
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
}

const MEGABYTE = '长'.repeat(400_000);
const ODD = [
  null,
  0,
  -1,
  1e300,
  true,
  '',
  ' ',
  [],
  {},
  [[]],
  'ᠮᠣᠩᠭᠣᠯ 🏚️',
  '\u0000',
  'constructor',
  '__proto__',
  '../../x',
  "' OR 1=1 --",
];

const parsed = (call: WireCall): Record<string, unknown> => {
  const value: unknown = JSON.parse(call.body ?? '{}');
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
};

const withField = (
  call: WireCall,
  change: (body: Record<string, unknown>, name: string) => Record<string, unknown>,
) => {
  const body = parsed(call);
  const names = Object.keys(body);
  if (call.method === 'GET' || names.length === 0) return fc.constant(call);
  return fc.constantFrom(...names).map((name) => ({ ...call, body: JSON.stringify(change(body, name)) }));
};

const oddField: Twist = (call) =>
  fc.constantFrom(...ODD).chain((odd) => withField(call, (body, name) => ({ ...body, [name]: odd })));
const hugeField: Twist = (call) => withField(call, (body, name) => ({ ...body, [name]: MEGABYTE }));
const longField: Twist = (call) => withField(call, (body, name) => ({ ...body, [name]: '长'.repeat(5000) }));
const missingField: Twist = (call) =>
  withField(call, (body, name) => Object.fromEntries(Object.entries(body).filter(([other]) => other !== name)));
// JSON.stringify escapes a lone surrogate, which a parser brings back: it must be refused at the door.
const loneSurrogate: Twist = (call) => withField(call, (body, name) => ({ ...body, [name]: '坏\ud800字' }));
const extraField: Twist = (call) =>
  fc.constant(
    call.method === 'GET'
      ? call
      : { ...call, body: JSON.stringify({ ...parsed(call), role: 'administrator', personId: 'x' }) },
  );
const brokenBody: Twist = (call) =>
  fc
    .constantFrom('{', '[]', 'null', '"x"', '{"a":', '\u0000', '{"__proto__":{"x":1}}')
    .map((body) => (call.method === 'GET' ? call : { ...call, body }));
const badKey: Twist = (call) =>
  fc
    .constantFrom(undefined, '', 'short', 'x'.repeat(200), '含中文的键含中文的键含中文')
    .map((key) => ({ ...call, key }));
const noToken: Twist = (call) => fc.constant({ ...call, token: undefined });
const forgedToken: Twist = (call) =>
  fc
    .constantFrom(
      'a'.repeat(60),
      `${(call.token ?? 'a.b').split('.')[0] ?? ''}.${'A'.repeat(43)}`,
      (call.token ?? 'ab').split('').reverse().join(''),
      `${call.token ?? ''}x`,
    )
    .map((token) => ({ ...call, token }));
const othersToken: Twist = (call, { tokens }) =>
  tokens.length === 0 ? fc.constant(call) : fc.constantFrom(...tokens).map((token) => ({ ...call, token }));
const segment = (call: WireCall, replacement: fc.Arbitrary<string>) => {
  const [path = '', query] = call.path.split('?');
  const parts = path.split('/');
  return fc.tuple(fc.integer({ min: 1, max: Math.max(1, parts.length - 1) }), replacement).map(([at, word]) => ({
    ...call,
    path: parts.map((part, index) => (index === at ? word : part)).join('/') + (query === undefined ? '' : `?${query}`),
  }));
};
const othersId: Twist = (call, { ids }) =>
  ids.length === 0 ? fc.constant(call) : segment(call, fc.constantFrom(...ids));
const oddPath: Twist = (call) =>
  segment(
    call,
    fc.constantFrom('..%2F..', '%00', 'x'.repeat(500), '%F0%9F%8F%9A', 'jn.s99.c99', '{requestId}', '.', '%E0%A4%A'),
  );
const oddQuery: Twist = (call, { cursors }) =>
  fc
    .constantFrom(
      'limit=-1',
      'limit=abc',
      'limit=1e9',
      'cursor=forged.x',
      'cursor=',
      'words=%F0%9F%8F%9A',
      'lat=NaN',
      'days=99999',
      ...cursors.map((cursor) => `cursor=${encodeURIComponent(cursor)}`),
    )
    .map((query) => ({ ...call, path: `${call.path}${call.path.includes('?') ? '&' : '?'}${query}` }));

const TWISTS: readonly Twist[] = [
  oddField,
  oddField,
  longField,
  hugeField,
  missingField,
  loneSurrogate,
  extraField,
  brokenBody,
  badKey,
  noToken,
  forgedToken,
  othersToken,
  othersToken,
  othersId,
  othersId,
  oddPath,
  oddQuery,
];

/** A call made hostile in one way. */
export const hostile = (call: WireCall, others: Others): fc.Arbitrary<WireCall> =>
  fc.constantFrom(...TWISTS).chain((twist) => twist(call, others));
