import { useCallback, useRef, useState } from 'react';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import { call } from './api-client';
import type { CallInput, Outcome } from './api-client';
import { newKey } from './key';
import { outcomeWords } from './refusal-copy';

export interface Act {
  readonly busy: boolean;
  /** What went wrong last, in screen words. */
  readonly words: string | undefined;
  /** The value, or undefined when it was refused or no answer came (see `words`). */
  readonly run: <T extends Route>(route: T, input: CallInput<T>) => Promise<RouteReply<T> | undefined>;
  readonly attempt: <T extends Route>(route: T, input: CallInput<T>) => Promise<Outcome<RouteReply<T>>>;
  readonly clear: () => void;
}

/** Refusals that mean: what the screen shows is no longer so. */
const OUTDATED: readonly string[] = ['changed-meanwhile', 'amended-since', 'move-not-allowed', 'already-held'];

/**
 * One act of a screen (接单, 催办, 确认). While no answer has come, the same act with the same words keeps its
 * key, so tapping again cannot do it twice. `onOutdated` reads anew what somebody else has changed meanwhile.
 */
export function useAct(onOutdated?: () => void): Act {
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string>();
  const pending = useRef<{ readonly what: string; readonly key: string }>();
  const outdated = useRef(onOutdated);
  outdated.current = onOutdated;

  const attempt = useCallback(async <T extends Route>(route: T, input: CallInput<T>) => {
    const what = `${route.id} ${JSON.stringify(input)}`;
    const key = pending.current?.what === what ? pending.current.key : newKey();
    pending.current = { what, key };
    setBusy(true);
    setWords(undefined);
    const outcome = await call(route, input, { key });
    if (outcome.ok || outcome.refusal) pending.current = undefined;
    setBusy(false);
    setWords(outcomeWords(outcome));
    if (!outcome.ok && outcome.refusal && OUTDATED.includes(outcome.refusal.refused)) outdated.current?.();
    return outcome;
  }, []);
  const run = useCallback(
    async <T extends Route>(route: T, input: CallInput<T>) => {
      const outcome = await attempt(route, input);
      return outcome.ok ? outcome.value : undefined;
    },
    [attempt],
  );
  const clear = useCallback(() => setWords(undefined), []);
  return { busy, words, run, attempt, clear };
}
