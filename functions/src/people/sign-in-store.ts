import * as z from 'zod/mini';
import { MINUTE } from '@gongyi/shared/kernel/time';
import { keys } from '../platform/table-shape';
import { getItem, putNew } from '../platform/table';
import type { TransactItem } from '../platform/table';

/**
 * Sign-ins of the last ten minutes by operation: WeChat's code counts once, so a retry cannot ask again
 * and is answered from here.
 */
const SignIn = z.object({ personId: z.string(), inputHash: z.string(), until: z.int() });
export type SignIn = z.output<typeof SignIn>;

export const findSignIn = async (op: string, now: number): Promise<SignIn | undefined> => {
  const item = await getItem(keys.signIn(op), { consistent: true });
  const signIn = item && z.parse(SignIn, item);
  return signIn !== undefined && signIn.until > now ? signIn : undefined;
};

export const newSignIn = (op: string, personId: string, inputHash: string, now: number): TransactItem => {
  const until = now + 10 * MINUTE;
  return putNew({ personId, inputHash, until, expiresAt: Math.ceil(until / 1000), ...keys.signIn(op) });
};
