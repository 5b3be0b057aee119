const PAGE = 'council/pages/session/index';

/** What the QR code says: the session's own page with the code, so that any scanner leads there. */
export const signInAddress = (origin: string, sessionId: string, code: string): string =>
  `${origin}/${PAGE}?id=${encodeURIComponent(sessionId)}&code=${encodeURIComponent(code)}`;
