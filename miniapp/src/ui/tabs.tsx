import { Text, View } from '@tarojs/components';
import { Press } from './press';

export interface Tab<T extends string> {
  readonly value: T;
  readonly words: string;
  /** How many are in it. */
  readonly count?: number | undefined;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Two to four views of the same place, side by side. */
export function SegmentedTabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  return (
    <View className="tabs" role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <Press
          key={tab.value}
          role="tab"
          className={`tab${tab.value === value ? ' tab-on' : ''}`}
          selected={tab.value === value}
          onTap={() => onChange(tab.value)}
        >
          <Text>{tab.words}</Text>
          {tab.count === undefined ? null : <Text className="figure tab-count">{tab.count}</Text>}
        </Press>
      ))}
    </View>
  );
}
