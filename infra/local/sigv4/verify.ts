import type { Scope, SignedParts } from './canonical';
import { canonicalDigest, parseAmzDate, sameSignature, sha256Hex, signatureOf, textToSign } from './canonical';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Why a request is not believed. `code` is AWS's error code. */
export class NotAuthentic extends Error {
  override readonly name = 'NotAuthentic';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Judge {
  readonly credentials: Credentials;
  readonly service: string;
  /** The system's time in milliseconds. */
  readonly now: () => number;
}

const SKEW_MS = 15 * 60_000;
const LONGEST_EXPIRY_S = 7 * 86_400;

/** Reads `key/date/region/service/aws4_request`, refusing another key or another service's scope. */
export const scopeOf = (credential: string, { credentials, service }: Judge): Scope => {
  const [accessKeyId, date = '', region = '', named, end] = credential.split('/');
  if (accessKeyId !== credentials.accessKeyId) throw new NotAuthentic('InvalidAccessKeyId', 'no such access key');
  if (named !== service || end !== 'aws4_request') {
    throw new NotAuthentic('AuthorizationHeaderMalformed', `the credential is not scoped to ${service}`);
  }
  return { date, region, service };
};

const instantOf = (amzDate: string, scope: Scope): number => {
  const instant = parseAmzDate(amzDate);
  if (instant === undefined || !amzDate.startsWith(scope.date)) {
    throw new NotAuthentic('AccessDenied', 'the date is missing, malformed or not the scope’s');
  }
  return instant;
};

interface Claim {
  readonly scope: Scope;
  readonly amzDate: string;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
  readonly signature: string;
}

const judgeSignature = (parts: SignedParts, claim: Claim, judge: Judge): void => {
  if (!claim.signedHeaders.includes('host')) throw new NotAuthentic('AccessDenied', 'the host must be signed');
  const unsigned = Object.keys(parts.headers).find(
    (name) => name.startsWith('x-amz-') && !claim.signedHeaders.includes(name),
  );
  if (unsigned !== undefined) throw new NotAuthentic('AccessDenied', `header ${unsigned} is not signed`);
  const digest = canonicalDigest(parts, claim.signedHeaders, claim.payloadHash);
  const text = textToSign(claim.amzDate, claim.scope, digest);
  const expected = signatureOf(judge.credentials.secretAccessKey, claim.scope, text);
  if (!sameSignature(expected, claim.signature)) {
    throw new NotAuthentic('SignatureDoesNotMatch', 'the signature does not match the request');
  }
};

const headerClaim = (parts: SignedParts, judge: Judge): Claim => {
  const header = parts.headers['authorization'] ?? '';
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
    header,
  );
  if (!match) throw new NotAuthentic('AccessDenied', 'the request is not signed');
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  return {
    scope: scopeOf(credential, judge),
    amzDate: parts.headers['x-amz-date'] ?? '',
    signedHeaders: signedHeaders.split(';'),
    payloadHash: parts.headers['x-amz-content-sha256'] ?? '',
    signature,
  };
};

const verifyHeader = (parts: SignedParts, body: Uint8Array, judge: Judge): void => {
  const claim = headerClaim(parts, judge);
  if (Math.abs(judge.now() - instantOf(claim.amzDate, claim.scope)) > SKEW_MS) {
    throw new NotAuthentic('RequestTimeTooSkewed', 'the request was signed at another time');
  }
  const bodyHash = sha256Hex(body);
  if (judge.service !== 's3') {
    judgeSignature(parts, { ...claim, payloadHash: bodyHash }, judge);
    return;
  }
  if (claim.payloadHash.startsWith('STREAMING-')) {
    throw new NotAuthentic('NotImplemented', 'chunked signatures are not understood here');
  }
  if (claim.payloadHash !== 'UNSIGNED-PAYLOAD' && claim.payloadHash !== bodyHash) {
    throw new NotAuthentic('XAmzContentSHA256Mismatch', 'the body is not the one that was signed');
  }
  judgeSignature(parts, claim, judge);
};

const verifyQuery = (parts: SignedParts, judge: Judge): void => {
  const query = new Map(parts.query);
  const scope = scopeOf(query.get('X-Amz-Credential') ?? '', judge);
  const amzDate = query.get('X-Amz-Date') ?? '';
  const signedAt = instantOf(amzDate, scope);
  const expires = query.get('X-Amz-Expires') ?? '';
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > LONGEST_EXPIRY_S) {
    throw new NotAuthentic('AuthorizationQueryParametersError', 'the expiry must be 1 to 604800 seconds');
  }
  if (judge.now() > signedAt + Number(expires) * 1000) throw new NotAuthentic('AccessDenied', 'Request has expired');
  if (signedAt - judge.now() > SKEW_MS) throw new NotAuthentic('AccessDenied', 'Request is not yet valid');
  judgeSignature(
    parts,
    {
      scope,
      amzDate,
      signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
      payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
      signature: query.get('X-Amz-Signature') ?? '',
    },
    judge,
  );
};

/** Throws `NotAuthentic` unless the request was signed, by header or by query, with our key and in time. */
export const verifyRequest = (parts: SignedParts, body: Uint8Array, judge: Judge): void => {
  const byQuery = parts.query.some(([name]) => name === 'X-Amz-Signature' || name === 'X-Amz-Algorithm');
  if (byQuery) verifyQuery(parts, judge);
  else verifyHeader(parts, body, judge);
};
