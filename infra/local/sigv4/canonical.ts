import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signature version 4 as the receiving side computes it. Source: AWS, "Create a signed AWS API request" and
 * "Authenticating Requests: Using Query Parameters".
 */
export interface SignedParts {
  readonly method: string;
  /** Path as sent, percent-encoded. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Scope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export const sha256Hex = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => encode(decodeURIComponent(segment)))
    .join('/');

const canonicalQuery = (query: SignedParts['query']): string =>
  query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');

/** The hex digest that goes into the text to sign. */
export const canonicalDigest = (parts: SignedParts, signedHeaders: readonly string[], payloadHash: string): string => {
  const headers = signedHeaders.map((name) => `${name}:${(parts.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`);
  return sha256Hex(
    [
      parts.method,
      canonicalPath(parts.path),
      canonicalQuery(parts.query),
      headers.join(''),
      signedHeaders.join(';'),
      payloadHash,
    ].join('\n'),
  );
};

export const scopeText = ({ date, region, service }: Scope): string => `${date}/${region}/${service}/aws4_request`;

const signingKey = (secret: string, { date, region, service }: Scope): Buffer =>
  hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');

/** Hex signature of `text` under a secret's key for a scope. */
export const signatureOf = (secret: string, scope: Scope, text: string): string =>
  hmac(signingKey(secret, scope), text).toString('hex');

export const textToSign = (amzDate: string, scope: Scope, digest: string): string =>
  ['AWS4-HMAC-SHA256', amzDate, scopeText(scope), digest].join('\n');

/** Compares without telling by time how much was right. */
export const sameSignature = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** `20261123T081500Z` as milliseconds since the epoch; undefined if it is no such date. */
export const parseAmzDate = (text: string): number | undefined => {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!match) return undefined;
  const instant = Date.parse(text.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(instant) ? undefined : instant;
};
