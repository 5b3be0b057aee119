import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { ErrorState, Skeleton } from './states';
import { WORDS } from './words';

export interface ListState<T> {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly items: readonly T[];
  /** There is more to fetch. */
  readonly more: boolean;
  readonly fetchingMore: boolean;
  /** Why it failed, in screen words. */
  readonly error?: string | undefined;
}

interface ListViewProps<T> {
  readonly state: ListState<T>;
  readonly keyOf: (item: T) => string;
  readonly row: (item: T) => ReactNode;
  readonly empty: ReactNode;
  readonly onRefresh: () => Promise<void>;
  readonly onMore: () => void;
}

const Tail = ({ more, fetchingMore, onMore }: { more: boolean; fetchingMore: boolean; onMore: () => void }) => {
  if (!more) return <View className="t14 quiet list-tail">{WORDS.noMore}</View>;
  return (
    <Button kind="quiet" wide loading={fetchingMore} onTap={onMore}>
      {fetchingMore ? WORDS.more : '看更多'}
    </Button>
  );
};

interface ListMoreProps {
  readonly state: ListState<unknown>;
  readonly onRefresh: () => Promise<void>;
  readonly onMore: () => void;
}

/** What ends a list that is a part of its page: why no more came, or a button for more. */
export const ListMore = ({ state, onRefresh, onMore }: ListMoreProps) => {
  if (state.status === 'failed') return <ErrorState words={state.error ?? ''} onRetry={() => void onRefresh()} />;
  if (!state.more) return null;
  return (
    <Button kind="quiet" wide loading={state.fetchingMore} onTap={onMore}>
      看更多
    </Button>
  );
};

/**
 * A list of a page: skeleton, empty, error with what is already there kept, pull to refresh, more on scroll
 * (and by button, for the keyboard). The page's config sets `enablePullDownRefresh`. One to a page.
 */
export function ListView<T>({ state, keyOf, row, empty, onRefresh, onMore }: ListViewProps<T>) {
  usePullDownRefresh(() => {
    void onRefresh().finally(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => {
    if (state.more && !state.fetchingMore) onMore();
  });
  const nothing = state.items.length === 0;
  if (nothing && state.status === 'loading') return <Skeleton rows={4} />;
  if (nothing && state.status === 'ready') return <>{empty}</>;
  return (
    <View className="stack">
      {state.items.map((item) => (
        <Fragment key={keyOf(item)}>{row(item)}</Fragment>
      ))}
      {state.status === 'failed' ? (
        <ErrorState words={state.error ?? ''} onRetry={() => void onRefresh()} />
      ) : (
        <Tail more={state.more} fetchingMore={state.fetchingMore} onMore={onMore} />
      )}
    </View>
  );
}
