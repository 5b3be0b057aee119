import Taro from '@tarojs/taro';
import * as z from 'zod/mini';
import { changeMe } from '@gongyi/shared/people/contract';
import type { Look, TextSize } from '../ui';
import { call } from './api-client';
import { sessionStore } from './session-token';
import { createStore, useStore } from './store';
import { readStored, writeStored } from './storage';

const Kept = z.object({ textSize: z.enum(['standard', 'large', 'largest']), elder: z.boolean() });
const lookStore = createStore<Look>({ textSize: 'standard', elder: false });

// Newer WeChat gives a factor, older the size of its own text, 16 being the usual.
const FontSize = z.object({ fontSizeScaleFactor: z.optional(z.number()), fontSizeSetting: z.optional(z.number()) });

/** How much larger than usual the device already shows text, 1 when it does not say. */
const systemScale = (): number => {
  if (process.env.TARO_ENV === 'h5') {
    return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  }
  const info = z.safeParse(FontSize, Taro.getAppBaseInfo());
  if (!info.success) return 1;
  return info.data.fontSizeScaleFactor ?? (info.data.fontSizeSetting ?? 16) / 16;
};

const sizeFor = (scale: number): TextSize => (scale >= 1.7 ? 'largest' : scale >= 1.25 ? 'large' : 'standard');

/** Called once when the app starts: what was chosen here, else what the device is set to. */
export const startLook = (): void => {
  lookStore.set(readStored('look', Kept) ?? { textSize: sizeFor(systemScale()), elder: false });
};

export const useLookChoice = (): Look & { readonly choose: (part: Partial<Look>) => void } => ({
  ...useStore(lookStore),
  choose,
});

const choose = (part: Partial<Look>): void => {
  const look = { ...lookStore.get(), ...part };
  writeStored('look', look);
  lookStore.set(look);
  // Kept with the person too; the screen does not wait for it.
  if (sessionStore.get()) void call(changeMe, { body: { textSize: look.textSize, elderMode: look.elder } });
};
