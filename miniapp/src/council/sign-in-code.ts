import { SIGN_IN_STEP } from '@gongyi/shared/council/session-rules';

/** A code of the chair's screen, and from when it is shown. */
export interface SignInCode {
  readonly from: number;
  readonly code: string;
}

/** The code to show at `now` (server time); undefined if none of those at hand is. */
export const codeAt = (codes: readonly SignInCode[], now: number): string | undefined =>
  codes.find(({ from }) => from <= now && now < from + SIGN_IN_STEP)?.code;

/** Until when the codes at hand last, without the network. */
export const lastsUntil = (codes: readonly SignInCode[]): number =>
  codes.reduce((until, { from }) => Math.max(until, from + SIGN_IN_STEP), 0);

const PAGE = 'council/pages/session/index';

/** What the QR code says: the session's own page with the code, so that any scanner leads there. */
export const signInAddress = (origin: string, sessionId: string, code: string): string =>
  `${origin}/${PAGE}?id=${encodeURIComponent(sessionId)}&code=${encodeURIComponent(code)}`;

/** The code in what was scanned, or typed as it stands. */
export const codeIn = (words: string): string => {
  const [, query = ''] = words.split('?');
  const [, code] = /(?:^|&)code=([^&#]+)/.exec(query) ?? [];
  if (code === undefined) return words.trim();
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
};
