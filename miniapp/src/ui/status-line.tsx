import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Tone } from './chip';
import { Icon } from './icon';
import type { IconName } from './icon';

const ICONS: Record<Tone, IconName> = {
  plain: 'clock',
  brand: 'bell',
  success: 'check',
  warning: 'clock',
  danger: 'warning',
};

interface StatusLineProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  /** A way on, right of or below the words. */
  readonly action?: ReactNode;
}

/** What is going on, in place: 待发送, 没有网络, 已保存. Read out when it changes. */
export const StatusLine = ({ tone = 'plain', children, action }: StatusLineProps) => (
  <View className={`status status-${tone}`} role="status" aria-live="polite">
    <Icon name={ICONS[tone]} size={20} />
    <View className="grow">{children}</View>
    {action}
  </View>
);
