import { S3Error, escapeXml } from './errors';
import type { Entry, ObjectStore } from './store';

const contents = (entry: Entry): string =>
  `<Contents><Key>${escapeXml(entry.key)}</Key><LastModified>${new Date(entry.modifiedAt).toISOString()}</LastModified>` +
  `<ETag>${escapeXml(entry.etag)}</ETag><Size>${String(entry.size)}</Size><StorageClass>STANDARD</StorageClass></Contents>`;

/** ListObjectsV2 without delimiters: prefix, max-keys and continuation. */
export const listObjects = (bucket: string, store: ObjectStore, query: ReadonlyMap<string, string>): string => {
  if (query.has('delimiter')) throw new S3Error(501, 'NotImplemented', 'delimiters are not understood here');
  const prefix = query.get('prefix') ?? '';
  const most = Math.min(1000, Number(query.get('max-keys') ?? 1000));
  const token = query.get('continuation-token');
  const after = token === undefined ? query.get('start-after') : Buffer.from(token, 'base64url').toString('utf8');
  const all = store.list(prefix).filter(({ key }) => after === undefined || key > after);
  const page = all.slice(0, most);
  const more = all.length > page.length;
  const last = page.at(-1)?.key ?? '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    `<Name>${escapeXml(bucket)}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${String(page.length)}</KeyCount>`,
    `<MaxKeys>${String(most)}</MaxKeys><IsTruncated>${String(more)}</IsTruncated>`,
    more ? `<NextContinuationToken>${Buffer.from(last).toString('base64url')}</NextContinuationToken>` : '',
    ...page.map(contents),
    '</ListBucketResult>',
  ].join('');
};
