import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './button';
import { WORDS } from './words';

/** The shape of rows to come. */
export const Skeleton = ({ rows = 3 }: { rows?: number }) => (
  <View className="stack" role="status" aria-label={WORDS.loading}>
    {Array.from({ length: rows }, (_, row) => (
      <View key={row} className="skeleton" aria-hidden="true">
        <View className="skeleton-bar skeleton-head" />
        <View className="skeleton-bar" />
      </View>
    ))}
  </View>
);

/** Nothing here, and what to do about it. */
export const EmptyState = ({ words, hint, action }: { words: string; hint?: string; action?: ReactNode }) => (
  <View className="state">
    <View className="state-table" aria-hidden="true" />
    <View className="t16">{words}</View>
    {hint ? <View className="t14 quiet">{hint}</View> : null}
    {action}
  </View>
);

/** What happened, said plainly, and again. What was typed is the page's to keep. */
export const ErrorState = ({ words, onRetry }: { words: string; onRetry?: (() => void) | undefined }) => (
  <View className="state" role="alert">
    <View className="t16">{words}</View>
    {onRetry ? (
      <Button kind="secondary" onTap={onRetry}>
        {WORDS.retry}
      </Button>
    ) : null}
  </View>
);
