import { View } from '@tarojs/components';
import type { PressProps } from './press-props';

/** Anything that can be tapped, in WeChat. On the web the same is a native button (`press.h5.tsx`). */
export const Press = ({
  className = '',
  style,
  role = 'button',
  label,
  disabled,
  checked,
  selected,
  onTap,
  children,
}: PressProps) => (
  <View
    className={`press ${className}`}
    {...(style ? { style } : {})}
    hoverClass={disabled ? 'none' : 'press-down'}
    aria-role={role}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...(checked === undefined ? {} : { 'aria-checked': checked })}
    {...(selected === undefined ? {} : { 'aria-selected': selected })}
    {...(disabled ? { 'aria-disabled': true } : {})}
    onClick={(event) => {
      event.stopPropagation();
      if (!disabled) onTap?.();
    }}
  >
    {children}
  </View>
);
