import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TableName, table } from './table';
import { env } from './env';
import { keys } from './table-shape';

/**
 * Two limits. `tooManyCalls` is a cheap brake on one instance against a hot client. `spendAttempt`
 * counts durably what must not be tried often: codes, claims, invitations.
 */
const MINUTE = 60_000;
const calls = new Map<string, { window: number; count: number }>();

export const tooManyCalls = (who: string, now: number): boolean => {
  const window = Math.floor(now / MINUTE);
  const seen = calls.get(who);
  if (seen?.window !== window) {
    if (calls.size > 10_000) calls.clear();
    calls.set(who, { window, count: 1 });
    return false;
  }
  seen.count += 1;
  return seen.count > env().CALLS_PER_MINUTE;
};

/**
 * Spends one of `most` attempts `who` has at `what` in a window of `windowMs`; refused with
 * `too-many-attempts` when none is left. A resent spend may count twice, which only errs to the safe side.
 */
export const spendAttempt = async (
  who: string,
  what: string,
  most: number,
  windowMs: number,
  now: number,
): Promise<Refusal | undefined> => {
  const window = Math.floor(now / windowMs);
  const { Attributes } = await table().send(
    new UpdateCommand({
      TableName: TableName(),
      Key: keys.rate(who, what, window),
      UpdateExpression: 'ADD #count :one SET #expiresAt = :expiresAt',
      ExpressionAttributeNames: { '#count': 'count', '#expiresAt': 'expiresAt' },
      ExpressionAttributeValues: { ':one': 1, ':expiresAt': Math.ceil(((window + 1) * windowMs) / 1000) + 3600 },
      ReturnValues: 'ALL_NEW',
    }),
  );
  const retryAt = (window + 1) * windowMs;
  return Number(Attributes?.['count'] ?? 0) > most
    ? refuse('too-many-attempts', { retryAfterSeconds: Math.ceil((retryAt - now) / 1000) })
    : undefined;
};
