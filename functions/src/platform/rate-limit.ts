import { randomUUID } from 'node:crypto';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { derivedId } from './idempotency';
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

const TRY_LENGTH = 12;

/** One try of an operation: the same key with another input is another try, the same sent again is not. */
export const tryOf = ({ op, opHash }: { readonly op: string; readonly opHash: string }): string =>
  derivedId('try', op, opHash).slice(0, TRY_LENGTH);

/**
 * Spends one of `most` attempts `who` has at `what` in a window of `windowMs`; refused with
 * `too-many-attempts` when none is left. With `attempt` (see `tryOf`) one that is sent again is not spent
 * again, so that a retry is answered as the first time; without, a resent spend may count twice.
 */
export const spendAttempt = async (
  who: string,
  what: string,
  most: number,
  windowMs: number,
  now: number,
  attempt: string = randomUUID().slice(-TRY_LENGTH),
): Promise<Refusal | undefined> => {
  const window = Math.floor(now / windowMs);
  const endsAt = (window + 1) * windowMs;
  try {
    await table().send(
      new UpdateCommand({
        TableName: TableName(),
        Key: keys.rate(who, what, window),
        UpdateExpression: 'ADD #tries :tries SET #expiresAt = :expiresAt',
        // A set of at most `most` short names: adding one twice changes nothing.
        ConditionExpression: 'attribute_not_exists(#tries) OR size(#tries) < :most OR contains(#tries, :try)',
        ExpressionAttributeNames: { '#tries': 'tries', '#expiresAt': 'expiresAt' },
        ExpressionAttributeValues: {
          ':tries': new Set([attempt]),
          ':try': attempt,
          ':most': most,
          ':expiresAt': Math.ceil(endsAt / 1000) + 3600,
        },
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return refuse('too-many-attempts', { retryAfterSeconds: Math.ceil((endsAt - now) / 1000) });
  }
};
