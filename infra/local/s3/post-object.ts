import { parseAmzDate, sameSignature, signatureOf } from '../sigv4/canonical';
import type { Judge } from '../sigv4/verify';
import { NotAuthentic, scopeOf } from '../sigv4/verify';
import { S3Error } from './errors';
import { readForm } from './multipart';
import { judgePolicy } from './policy';
import type { Entry, ObjectStore } from './store';

const KEPT = ['cache-control', 'content-disposition', 'content-encoding'];

const headersOf = (fields: ReadonlyMap<string, string>): Record<string, string> => {
  const kept = [...fields].filter(([name]) => KEPT.includes(name) || name.startsWith('x-amz-meta-'));
  return { 'content-type': fields.get('content-type') ?? 'binary/octet-stream', ...Object.fromEntries(kept) };
};

const judgeSignature = (fields: ReadonlyMap<string, string>, policy: string, judge: Judge): void => {
  const scope = scopeOf(fields.get('x-amz-credential') ?? '', judge);
  const date = fields.get('x-amz-date') ?? '';
  if (parseAmzDate(date) === undefined || !date.startsWith(scope.date)) {
    throw new NotAuthentic('AccessDenied', 'the date is missing, malformed or not the scope’s');
  }
  const expected = signatureOf(judge.credentials.secretAccessKey, scope, policy);
  if (!sameSignature(expected, fields.get('x-amz-signature') ?? '')) {
    throw new NotAuthentic('SignatureDoesNotMatch', 'the signature does not match the policy');
  }
};

/** A browser's or WeChat's upload under a signed policy. Throws unless the policy allows exactly this form. */
export const postObject = async (
  bucket: string,
  store: ObjectStore,
  contentType: string,
  body: Buffer,
  judge: Judge,
): Promise<{ readonly entry: Entry; readonly status: number }> => {
  const { fields, file } = readForm(contentType, body);
  const policy = fields.get('policy');
  if (policy === undefined) throw new S3Error(403, 'AccessDenied', 'uploads need a signed policy');
  judgeSignature(fields, policy, judge);
  const key = (fields.get('key') ?? '').replaceAll('${filename}', file.name);
  if (key === '') throw new S3Error(400, 'InvalidArgument', 'Bucket POST must contain a field named key');
  // What the policy speaks of: the form as sent, the bucket of the address, the key as it will be.
  const judged = new Map([...fields, ['bucket', bucket] as const, ['key', key] as const]);
  judgePolicy(policy, judged, file.bytes.length, judge.now());
  const entry = await store.put(key, file.bytes, headersOf(fields));
  const asked = Number(fields.get('success_action_status'));
  return { entry, status: [200, 201].includes(asked) ? asked : 204 };
};
