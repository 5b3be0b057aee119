import * as z from 'zod/mini';
import { env } from './env';

/** WeChat answers 200 whatever happened; `errcode` tells, absent or 0 when it went well. */
export type Failed = { readonly ok: false; readonly cause: 'refused' | 'unavailable'; readonly errcode: number };

/** System busy, too frequent, quota spent: nothing is wrong with what was asked. */
const PASSING: readonly number[] = [-1, 45009, 45011];
const TIMEOUT_MS = 5000;

const Head = z.object({ errcode: z._default(z.int(), 0) });

export const failed = (errcode: number): Failed => ({
  ok: false,
  cause: PASSING.includes(errcode) ? 'unavailable' : 'refused',
  errcode,
});

const UNREACHED: Failed = { ok: false, cause: 'unavailable', errcode: -1 };

/**
 * One call to WeChat: GET without a body, POST with one. A time-out, a broken connection or an answer that
 * is not what the endpoint documents is `unavailable`. Addresses carry secrets: they are never logged.
 */
export const callWechat = async <S extends z.core.$ZodType>(
  path: string,
  query: Readonly<Record<string, string>>,
  reply: S,
  body?: object,
): Promise<{ readonly ok: true; readonly reply: z.output<S> } | Failed> => {
  const url = new URL(path, env().WECHAT_API_BASE);
  url.search = new URLSearchParams(query).toString();
  let answer: unknown;
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    answer = await response.json();
  } catch {
    return UNREACHED;
  }
  const head = z.safeParse(Head, answer);
  if (!head.success) return UNREACHED;
  if (head.data.errcode !== 0) return failed(head.data.errcode);
  const parsed = z.safeParse(reply, answer);
  return parsed.success ? { ok: true, reply: parsed.data } : UNREACHED;
};
