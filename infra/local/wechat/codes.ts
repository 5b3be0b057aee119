import { randomBytes } from 'node:crypto';
import { WechatRefusal } from './refusals';

/** Codes of `wx.login` and of the phone button live five minutes and work once. */
const LIFE_MS = 5 * 60_000;

export interface Codes<T> {
  readonly issue: (value: T) => string;
  /** Refuses 40029 for unknown or expired codes, 40163 for used ones. */
  readonly redeem: (code: string) => T;
}

export const oneTimeCodes = <T>(now: () => number): Codes<T> => {
  const issued = new Map<string, { readonly value: T; readonly expiresAt: number; used: boolean }>();
  return {
    issue: (value) => {
      const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`;
      for (const [old, { expiresAt }] of issued) if (expiresAt + LIFE_MS < now()) issued.delete(old);
      issued.set(code, { value, expiresAt: now() + LIFE_MS, used: false });
      return code;
    },
    redeem: (code) => {
      const found = issued.get(code);
      if (found?.used === true) throw new WechatRefusal(40163);
      if (found === undefined || found.expiresAt < now()) throw new WechatRefusal(40029);
      found.used = true;
      return found.value;
    },
  };
};
