import { getSignInCodes } from '@gongyi/shared/council/contract';
import { useLoad, usePoll, useServerNow } from '../platform';
import { codeAt, lastsUntil } from './sign-in-code';

const FRESH_CODES_MS = 60_000;
const NO_CODE_MS = 5000;

/**
 * The sign-in code of this half minute, counted from server time. Codes for ten minutes are fetched ahead and kept:
 * the screen goes on without the network until they are used up.
 */
export const useSignInCodes = (sessionId: string) => {
  const now = useServerNow(1000);
  const load = useLoad(getSignInCodes, { params: { sessionId } });
  const codes = load.value?.codes ?? [];
  const code = codeAt(codes, now);
  usePoll(load.reload, code === undefined ? NO_CODE_MS : FRESH_CODES_MS);
  const until = lastsUntil(codes);
  return { code, offline: load.status === 'failed', until, now };
};
