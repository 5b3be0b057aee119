import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Route } from '@gongyi/shared/kernel/define-route';
import type { ListState } from '../ui';
import { call } from './api-client';
import type { CallInput, Outcome } from './api-client';
import { outcomeWords } from './refusal-copy';
import { FRESH_MS } from './use-load';

/** What a paged route answers: rows, and where to go on. */
interface PageReply<Row> {
  readonly items: readonly Row[];
  readonly cursor?: string | undefined;
}

export interface PagedList<Row, Reply> {
  readonly state: ListState<Row>;
  readonly refresh: () => Promise<void>;
  readonly more: () => void;
  /** The last page as it came: counts and what else stands beside the rows. */
  readonly last: Reply | undefined;
  /** Puts a row in the place of an older one, without fetching again. */
  readonly replace: (isIt: (row: Row) => boolean, row: Row) => void;
}

type RowOf<T extends Route> =
  T extends Route<infer _P, infer _Q, infer _B, infer R>
    ? R['_zod']['output'] extends PageReply<infer Row>
      ? Row
      : never
    : never;

const EMPTY = { status: 'loading', items: [], more: false, fetchingMore: false } as const;

/** Rows of a route page by page, in the shape `ListView` shows. `undefined` as input: not yet. */
export function usePagedList<T extends Route & { reply: { _zod: { output: PageReply<unknown> } } }>(
  route: T,
  input: CallInput<T> | undefined,
): PagedList<RowOf<T>, T['reply']['_zod']['output']> {
  type Reply = T['reply']['_zod']['output'];
  const [state, setState] = useState<ListState<RowOf<T>>>(EMPTY);
  const [last, setLast] = useState<Reply>();
  const cursor = useRef<string>();
  const turn = useRef(0);
  const askedAt = useRef(Infinity);
  const latest = useRef(input);
  latest.current = input;

  const fetchPage = useCallback(
    async (from: string | undefined) => {
      const at = latest.current;
      if (at === undefined) return;
      const mine = (turn.current += 1);
      askedAt.current = Date.now();
      const query = { ...(at.query ?? {}), ...(from === undefined ? {} : { cursor: from }) };
      const outcome: Outcome<Reply> = await call(route, { ...at, query });
      if (mine !== turn.current) return;
      if (!outcome.ok) {
        setState((before) => ({ ...before, status: 'failed', fetchingMore: false, error: outcomeWords(outcome) }));
        return;
      }
      const page = outcome.value as PageReply<RowOf<T>>;
      cursor.current = page.cursor;
      paged.current = from !== undefined;
      setLast(outcome.value);
      setState((before) => ({
        status: 'ready',
        items: from === undefined ? page.items : [...before.items, ...page.items],
        more: page.cursor !== undefined,
        fetchingMore: false,
      }));
    },
    [route],
  );

  const address = input === undefined ? undefined : JSON.stringify(input);
  useEffect(() => {
    if (address === undefined) return;
    setState(EMPTY);
    void fetchPage(undefined);
  }, [address, fetchPage]);

  const refresh = useCallback(() => fetchPage(undefined), [fetchPage]);
  // Coming back shows what has changed; whoever had scrolled on to further pages finds their place instead.
  const paged = useRef(false);
  useDidShow(() => {
    if (!paged.current && Date.now() - askedAt.current > FRESH_MS) void refresh();
  });
  const more = useCallback(() => {
    if (cursor.current === undefined) return;
    setState((before) => ({ ...before, fetchingMore: true }));
    void fetchPage(cursor.current);
  }, [fetchPage]);
  const replace = useCallback((isIt: (row: RowOf<T>) => boolean, row: RowOf<T>) => {
    setState((before) => ({ ...before, items: before.items.map((each) => (isIt(each) ? row : each)) }));
  }, []);
  return { state, refresh, more, last, replace };
}
