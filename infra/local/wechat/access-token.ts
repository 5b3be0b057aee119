import { randomBytes } from 'node:crypto';
import type { WechatMemory } from './memory';
import { WechatRefusal } from './refusals';

const LIFE_S = 7200;

/** The stable access token: the same for everybody who asks until it expires, or until one forces a new one. */
export const stableToken = (memory: WechatMemory, now: () => number) => {
  const { state } = memory;
  const renew = (): string => {
    const value = randomBytes(96).toString('base64url');
    state.token = { value, expiresAt: now() + LIFE_S * 1000 };
    memory.changed();
    return value;
  };
  return {
    give: (force: boolean): { readonly access_token: string; readonly expires_in: number } => {
      const current = state.token;
      if (!force && current !== undefined && current.expiresAt > now()) {
        return { access_token: current.value, expires_in: Math.floor((current.expiresAt - now()) / 1000) };
      }
      return { access_token: renew(), expires_in: LIFE_S };
    },
    /** Refuses 41001, 42001 or 40001. */
    check: (token: string | null): void => {
      if (token === null || token === '') throw new WechatRefusal(41001);
      const isCurrent = state.token?.value === token;
      if (isCurrent && (state.token?.expiresAt ?? 0) > now()) return;
      // A token replaced before its time is "not latest"; only one that ran out is "expired".
      throw new WechatRefusal(isCurrent ? 42001 : 40001);
    },
  };
};
export type StableToken = ReturnType<typeof stableToken>;
