import { Text, View } from '@tarojs/components';
import { Icon } from './icon';
import type { IconName } from './icon';

export type Tone = 'plain' | 'brand' | 'success' | 'warning' | 'danger';

const ICONS: Partial<Record<Tone, IconName>> = { success: 'check', warning: 'clock', danger: 'warning' };

/** A state in a word. A tone never stands alone: it comes with its sign and its words. */
export const Chip = ({ tone = 'plain', children }: { tone?: Tone; children: string }) => {
  const icon = ICONS[tone];
  return (
    <View className={`chip chip-${tone}`}>
      {icon ? <Icon name={icon} size={14} /> : null}
      <Text>{children}</Text>
    </View>
  );
};
