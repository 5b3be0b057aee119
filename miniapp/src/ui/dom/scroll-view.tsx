import type { CSSProperties, HTMLAttributes, PropsWithChildren, UIEvent } from 'react';

interface ScrollViewProps extends Omit<HTMLAttributes<HTMLDivElement>, 'onScroll'> {
  readonly scrollX?: boolean;
  readonly scrollY?: boolean;
  readonly style?: CSSProperties;
  readonly lowerThreshold?: number;
  readonly enhanced?: boolean;
  readonly showScrollbar?: boolean;
  readonly onScrollToLower?: () => void;
}

export const ScrollView = (props: PropsWithChildren<ScrollViewProps>) => {
  const { scrollX, scrollY, style, lowerThreshold = 50, onScrollToLower, ...rest } = props;
  const { enhanced: _enhanced, showScrollbar: _bar, ...attributes } = rest;
  const atEnd = ({ currentTarget: at }: UIEvent<HTMLDivElement>) => {
    if (at.scrollHeight - at.scrollTop - at.clientHeight < lowerThreshold) onScrollToLower?.();
  };
  // What scrolls must be reachable by keyboard.
  return (
    <div
      tabIndex={0}
      style={{ overflowX: scrollX ? 'auto' : 'hidden', overflowY: scrollY ? 'auto' : 'hidden', ...style }}
      onScroll={atEnd}
      {...attributes}
    />
  );
};
