import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly key: string;
  /** What happened: 物业已接单. */
  readonly title: string;
  /** Who and when, in words. */
  readonly by: string;
  readonly when: string;
  readonly tone?: 'plain' | 'success' | 'warning' | 'danger';
  readonly body?: ReactNode;
}

/** Every event with who and when, newest first. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <View className="timeline" role="list">
    {entries.map((entry, index) => (
      <View key={entry.key} className={`timeline-step timeline-${entry.tone ?? 'plain'}`} role="listitem">
        <View className="timeline-rail" aria-hidden="true">
          <View className={`timeline-dot${index === 0 ? ' timeline-now' : ''}`} />
        </View>
        <View className="timeline-words">
          <View className="t16 timeline-title">{entry.title}</View>
          <View className="t14 quiet figure">
            {entry.when} · {entry.by}
          </View>
          {entry.body ? <View className="timeline-body">{entry.body}</View> : null}
        </View>
      </View>
    ))}
  </View>
);
