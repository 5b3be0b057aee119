import { CODE_STEP } from '@gongyi/shared/kernel/rotating-code';

/** A code that stands on somebody's screen for one step of time, from `from` on. */
export interface RotatingCode {
  readonly from: number;
  readonly code: string;
}

/** The code to show at `now` (server time); undefined if none of those at hand is. */
export const codeAt = (codes: readonly RotatingCode[], now: number): string | undefined =>
  codes.find(({ from }) => from <= now && now < from + CODE_STEP)?.code;

/** Until when the codes at hand last, without the network. */
export const lastsUntil = (codes: readonly RotatingCode[]): number =>
  codes.reduce((until, { from }) => Math.max(until, from + CODE_STEP), 0);

/** The code in an address that was scanned (`code=`); undefined in other words. */
export const scannedCode = (words: string): string | undefined => {
  const [, query = ''] = words.split('?');
  const [, code] = /(?:^|&)code=([^&#]+)/.exec(query) ?? [];
  if (code === undefined) return undefined;
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
};

/** The code that was scanned, or typed: phones begin a word with a capital, these codes have none. */
export const codeIn = (words: string): string => scannedCode(words) ?? words.replace(/\s/g, '').toLowerCase();
