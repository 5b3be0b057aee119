import type { CSSProperties, ReactNode } from 'react';

export interface PressProps {
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch';
  /** What a screen reader says; needed where the words inside do not say it. */
  readonly label?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly checked?: boolean | undefined;
  readonly selected?: boolean | undefined;
  readonly onTap?: (() => void) | undefined;
  readonly children?: ReactNode;
}
