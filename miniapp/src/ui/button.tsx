import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Press } from './press';

export interface ButtonProps {
  /** One primary a screen; `danger` is outlined with words, never a red fill; `quiet` is words alone. */
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly label?: string;
  readonly onTap?: () => void;
  readonly children: ReactNode;
}

/** A button with a verb on it. While loading it keeps its width and takes no second tap. */
export const Button = ({ kind = 'primary', loading, disabled, wide, label, onTap, children }: ButtonProps) => (
  <Press
    className={`button button-${kind}${wide ? ' button-wide' : ''}${loading ? ' button-loading' : ''}`}
    disabled={disabled === true || loading === true}
    label={label}
    onTap={onTap}
  >
    {loading ? <View className="button-spinner" aria-hidden="true" /> : null}
    <Text>{children}</Text>
  </Press>
);
