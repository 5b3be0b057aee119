import Taro from '@tarojs/taro';
import * as z from 'zod/mini';

/**
 * What is kept on the device, as JSON under our own prefix. What does not fit its schema (an older version
 * wrote it, somebody changed it) counts as not there.
 */
const PREFIX = 'gongyi.';

export const readStored = <T extends z.core.$ZodType>(key: string, schema: T): z.output<T> | undefined => {
  const stored: unknown = Taro.getStorageSync(PREFIX + key);
  if (typeof stored !== 'string' || stored === '') return undefined;
  try {
    const parsed = z.safeParse(schema, JSON.parse(stored));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/** False when the device has no room: the caller says so instead of losing words silently. */
export const writeStored = (key: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

export const removeStored = (key: string): void => Taro.removeStorageSync(PREFIX + key);
