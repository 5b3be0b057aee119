import * as z from 'zod/mini';
import { S3Error } from './errors';

/**
 * A POST policy and its conditions. Source: Amazon S3, "POST policy": every field of the form except those
 * named here must be covered by a condition.
 */
const UNCOVERED = new Set(['x-amz-signature', 'file', 'policy']);

const Policy = z.object({
  expiration: z.string(),
  conditions: z.array(
    z.union([
      z.record(z.string(), z.string()),
      z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
      z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
    ]),
  ),
});
type Condition = z.output<typeof Policy>['conditions'][number];

const denied = (why: string): S3Error => new S3Error(403, 'AccessDenied', `Invalid according to Policy: ${why}`);

const parsePolicy = (encoded: string): z.output<typeof Policy> => {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    return Policy.parse(value);
  } catch {
    throw new S3Error(400, 'InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
  }
};

const judgeSize = (least: number, most: number, size: number): void => {
  if (size < least)
    throw new S3Error(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed');
  if (size > most) throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
};

/** The fields a condition covers, having judged it. */
const judgeCondition = (condition: Condition, fields: ReadonlyMap<string, string>, size: number): string[] => {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).flatMap(([name, value]) =>
      judgeCondition(['eq', `$${name}`, value], fields, size),
    );
  }
  const [kind, first, second] = condition;
  if (kind === 'content-length-range') {
    judgeSize(first, second, size);
    return [];
  }
  const name = first.replace(/^\$/, '').toLowerCase();
  const value = fields.get(name) ?? '';
  const holds = kind === 'eq' ? value === second : value.startsWith(second);
  if (!holds) throw denied(`Policy Condition failed: ["${kind}", "${first}", "${second}"]`);
  return [name];
};

/**
 * Throws unless the policy allows the form: not expired at `now`, every condition kept, no field beyond them.
 * `fields` are the form's, with the bucket and the final key put in; `size` counts the file's bytes.
 */
export const judgePolicy = (encoded: string, fields: ReadonlyMap<string, string>, size: number, now: number): void => {
  const policy = parsePolicy(encoded);
  const expires = Date.parse(policy.expiration);
  if (!(expires > now)) throw denied('Policy expired.');
  const covered = new Set(policy.conditions.flatMap((condition) => judgeCondition(condition, fields, size)));
  const extra = [...fields.keys()].filter(
    (name) => !UNCOVERED.has(name) && !name.startsWith('x-ignore-') && !covered.has(name),
  );
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
};
