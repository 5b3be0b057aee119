import type { IncomingMessage } from 'node:http';
import type { RecordedCall } from './recorder';

const folderOf = (key: string): string => `${key.split('/')[0] ?? ''}/x`;
const OPERATIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

/** The call to the store that an HTTP request is; a form counts as the put that its signature allows. */
export const s3Calls = (by: string, incoming: IncomingMessage, body: Buffer, status: number): RecordedCall[] => {
  const call = (operation: string, input: object): RecordedCall => ({ by, service: 's3', operation, input });
  const [path = ''] = (incoming.url ?? '').split('?');
  const key = decodeURIComponent(path).split('/').slice(2).join('/');
  const { method = '' } = incoming;
  if (method === 'POST') {
    const named = /name="key"\r\n\r\n([^\r]*)\r\n/.exec(body.toString('latin1'))?.[1];
    return named === undefined ? [] : [call('PutObject', { Key: folderOf(named) })];
  }
  const operation = OPERATIONS[method];
  if (operation === undefined || key === '') return [];
  const Key = folderOf(key);
  const source = incoming.headers['x-amz-copy-source'];
  if (typeof source === 'string') {
    const [, bucket = '', from = ''] = /^\/?([^/]+)\/(.+)$/.exec(decodeURIComponent(source)) ?? [];
    return [call('CopyObject', { Key, CopySource: `${bucket}/${folderOf(from)}` })];
  }
  // Without the right to list, S3 would answer 403 here, and the function could not tell.
  const absent = status === 404 ? [call('ListBucket', { Key: '' })] : [];
  return [call(operation, { Key }), ...absent];
};
