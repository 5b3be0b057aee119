import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '../http/serve';
import { readBody } from '../http/serve';
import { signedParts } from '../sigv4/parts';
import type { Judge } from '../sigv4/verify';
import { NotAuthentic, verifyRequest } from '../sigv4/verify';
import { S3Error, errorXml } from './errors';
import { listObjects } from './list';
import { postObject } from './post-object';
import type { Entry, ObjectStore } from './store';

/** More than any policy of ours allows, so that a policy and not this limit refuses an upload. */
const BODY_LIMIT = 64 * 1024 * 1024;
const KEPT = /^(content-type|cache-control|content-disposition|content-encoding|x-amz-meta-.+)$/;
const STATUS: Readonly<Record<string, number>> = { NotImplemented: 501, XAmzContentSHA256Mismatch: 400 };

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bucket: string;
  readonly store: ObjectStore;
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const getEntry = ({ store, key }: Asked): Entry => {
  const entry = store.find(key);
  if (entry === undefined) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  return entry;
};

const kept = (request: IncomingMessage): Record<string, string> => {
  const pairs = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && KEPT.test(name) ? [[name, value]] : [],
  );
  return { 'content-type': 'binary/octet-stream', ...Object.fromEntries(pairs) };
};

const describe = (response: ServerResponse, entry: Entry, query: ReadonlyMap<string, string>): void => {
  for (const [name, value] of Object.entries(entry.headers)) response.setHeader(name, value);
  for (const name of ['content-type', 'content-disposition', 'cache-control']) {
    const asked = query.get(`response-${name}`);
    if (asked !== undefined) response.setHeader(name, asked);
  }
  response.setHeader('etag', entry.etag);
  response.setHeader('last-modified', new Date(entry.modifiedAt).toUTCString());
};

const get = async (asked: Asked): Promise<void> => {
  const entry = getEntry(asked);
  const match = asked.request.headers['if-match'];
  if (match !== undefined && match !== '*' && match !== entry.etag) {
    throw new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  describe(asked.response, entry, asked.query);
  if (asked.request.method === 'HEAD') {
    asked.response.setHeader('content-length', entry.size);
    asked.response.writeHead(200).end();
    return;
  }
  const bytes = await asked.store.read(entry);
  asked.response.setHeader('content-length', bytes.length);
  asked.response.writeHead(200).end(bytes);
};

const copySource = async (asked: Asked, source: string): Promise<void> => {
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decodeURIComponent(source)) ?? [];
  const entry = bucket === asked.bucket && key !== undefined ? asked.store.find(key) : undefined;
  if (entry === undefined) throw new S3Error(404, 'NoSuchKey', 'The copied key does not exist.');
  const headers = asked.request.headers['x-amz-metadata-directive'] === 'REPLACE' ? kept(asked.request) : entry.headers;
  const made = await asked.store.put(asked.key, await asked.store.read(entry), headers);
  const modified = new Date(made.modifiedAt).toISOString();
  asked.response.writeHead(200, { 'content-type': 'application/xml' });
  asked.response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<CopyObjectResult><ETag>${made.etag}</ETag><LastModified>${modified}</LastModified></CopyObjectResult>`,
  );
};

const put = async (asked: Asked): Promise<void> => {
  const source = asked.request.headers['x-amz-copy-source'];
  if (typeof source === 'string') {
    await copySource(asked, source);
    return;
  }
  if (asked.request.headers['if-none-match'] === '*' && asked.store.find(asked.key) !== undefined) {
    throw new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  const entry = await asked.store.put(asked.key, asked.body, kept(asked.request));
  asked.response.writeHead(200, { etag: entry.etag }).end();
};

const operate = async (asked: Asked): Promise<void> => {
  const { method } = asked.request;
  if (asked.key === '' && method === 'GET' && asked.query.get('list-type') === '2') {
    asked.response.writeHead(200, { 'content-type': 'application/xml' });
    asked.response.end(listObjects(asked.bucket, asked.store, asked.query));
  } else if (asked.key !== '' && (method === 'GET' || method === 'HEAD')) await get(asked);
  else if (asked.key !== '' && method === 'PUT') await put(asked);
  else if (asked.key !== '' && method === 'DELETE') {
    await asked.store.remove(asked.key);
    asked.response.writeHead(204).end();
  } else throw new S3Error(501, 'NotImplemented', 'This operation is not understood here.');
};

const refusal = (fault: unknown): S3Error => {
  if (fault instanceof S3Error) return fault;
  if (fault instanceof NotAuthentic) return new S3Error(STATUS[fault.code] ?? 403, fault.code, fault.message);
  if (fault instanceof URIError) return new S3Error(400, 'InvalidURI', 'The address is malformed.');
  throw fault;
};

/**
 * Buckets by name over HTTP, path style. Every request is verified; nothing is public. The web app's pages come
 * from another origin, so CORS allows reads and policy uploads from anywhere: the signature is what protects.
 */
export const s3Handler = (buckets: ReadonlyMap<string, ObjectStore>, judge: Judge): Handler => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts = signedParts(request);
    const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(decodeURIComponent(parts.path)) ?? [];
    const body = await readBody(request, BODY_LIMIT);
    const isForm = request.method === 'POST' && key === '' && parts.query.length === 0;
    if (!isForm) verifyRequest(parts, body, judge);
    const store = buckets.get(bucket);
    if (store === undefined) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
    const asked = { request, response, bucket, store, key, query: new Map(parts.query), body };
    if (!isForm) {
      await operate(asked);
      return;
    }
    const { entry, status } = await postObject(bucket, store, request.headers['content-type'] ?? '', body, judge);
    response.writeHead(status, { etag: entry.etag }).end();
  };
  return async (request, response) => {
    response.setHeader('date', new Date(judge.now()).toUTCString());
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'etag');
    if (request.method === 'OPTIONS') {
      response.setHeader('access-control-allow-methods', 'GET, HEAD, POST');
      response.setHeader('access-control-allow-headers', '*');
      response.writeHead(200).end();
      return;
    }
    try {
      await answer(request, response);
    } catch (fault) {
      const { status, code, message } = refusal(fault);
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(request.method === 'HEAD' ? undefined : errorXml(code, message));
    }
  };
};
