import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import { call } from './api-client';
import type { CallInput, Outcome } from './api-client';
import { outcomeWords } from './refusal-copy';
import { sessionToken } from './session-token';

export interface Load<T> {
  /** `failed` keeps the last value where there is one. */
  readonly status: 'loading' | 'ready' | 'failed';
  readonly value: T | undefined;
  /** Why it failed, in screen words. */
  readonly words: string | undefined;
  readonly outcome: Outcome<T> | undefined;
  readonly reload: () => Promise<void>;
  /** A newer value got elsewhere: a move's reply. */
  readonly replace: (value: T) => void;
}

/** What was read so lately is not read again when the page is shown. */
export const FRESH_MS = 1000;

/** Reads a route, and again when its input changes. `undefined` as input: not yet. */
export function useLoad<T extends Route>(route: T, input: CallInput<T> | undefined): Load<RouteReply<T>> {
  const [outcome, setOutcome] = useState<Outcome<RouteReply<T>>>();
  const [value, setValue] = useState<RouteReply<T>>();
  const address = input === undefined ? undefined : JSON.stringify(input);
  const asked = useRef(0);
  const askedAt = useRef(Infinity);
  const latest = useRef(input);
  latest.current = input;

  const reload = useCallback(async () => {
    if (latest.current === undefined) return;
    const turn = (asked.current += 1);
    askedAt.current = Date.now();
    const answer = await call(route, latest.current);
    // An answer to an earlier question is no answer to this one.
    if (turn !== asked.current) return;
    setOutcome(answer);
    if (answer.ok) setValue(answer.value);
  }, [route]);

  const token = sessionToken();
  useEffect(() => {
    if (address !== undefined) void reload();
  }, [address, reload, token]);

  // Coming back to a page shows what has changed meanwhile.
  useDidShow(() => {
    if (Date.now() - askedAt.current > FRESH_MS) void reload();
  });

  const replace = useCallback((next: RouteReply<T>) => {
    asked.current += 1;
    setValue(next);
    setOutcome({ ok: true, value: next });
  }, []);
  const status = outcome === undefined ? 'loading' : outcome.ok ? 'ready' : 'failed';
  return { status, value, words: outcome && outcomeWords(outcome), outcome, reload, replace };
}
