import { createContext, useContext } from 'react';

export type TextSize = 'standard' | 'large' | 'largest';

/** How the reader wants to see everything: chosen once, read by every page's shell. */
export interface Look {
  readonly textSize: TextSize;
  readonly elder: boolean;
}

export const LookContext = createContext<Look>({ textSize: 'standard', elder: false });
export const useLook = (): Look => useContext(LookContext);

/** 长辈版 never reads smaller than 大. */
export const lookClass = ({ textSize, elder }: Look): string => {
  const size = elder && textSize === 'standard' ? 'large' : textSize;
  return `look-${size}${elder ? ' look-elder' : ''}`;
};
