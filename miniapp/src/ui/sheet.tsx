import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { useModalFocus } from './modal-focus';
import { Press } from './press';
import { WORDS } from './words';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Stays in reach while the rest scrolls: the one primary button. */
  readonly footer?: ReactNode;
  /** `bottom` rises from below; `middle` asks one question. On a wide screen both stand in the middle. */
  readonly place?: 'bottom' | 'middle';
  readonly children?: ReactNode;
}

/** A sheet over the page. It closes by its cross, the veil or Escape, never by time. */
export const Sheet = ({ open, title, onClose, footer, place = 'bottom', children }: SheetProps) => {
  const focus = useModalFocus(open, onClose);
  if (!open) return null;
  return (
    <View className={`sheet sheet-${place}`} catchMove>
      <View className="sheet-veil" aria-hidden="true" onClick={onClose} />
      <View className="sheet-box" {...focus} role="dialog" aria-modal="true" aria-label={title}>
        <View className="sheet-head">
          <View className="t20 grow" role="heading" aria-level={2}>
            {title}
          </View>
          <Press className="sheet-close" label={WORDS.close} onTap={onClose}>
            <Icon name="close" size={22} />
          </Press>
        </View>
        <View className="sheet-body">{children}</View>
        {footer ? <View className="sheet-foot">{footer}</View> : null}
      </View>
    </View>
  );
};
