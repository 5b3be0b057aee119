import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { Press } from './press';

interface CardProps {
  readonly title?: string;
  /** What stands right of the title. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** White ground for what belongs together. */
export const Card = ({ title, aside, className = '', children }: CardProps) => (
  <View className={`card ${className}`}>
    {title === undefined ? null : (
      <View className="card-head">
        <View className="card-title" role="heading" aria-level={2}>
          {title}
        </View>
        {aside}
      </View>
    )}
    {children}
  </View>
);

/** A whole card that opens something. */
export const CardLink = ({ label, onTap, children }: { label?: string; onTap: () => void; children: ReactNode }) => (
  <Press className="card card-link" label={label} onTap={onTap}>
    <View className="grow">{children}</View>
    <Icon name="chevron" size={18} />
  </Press>
);
