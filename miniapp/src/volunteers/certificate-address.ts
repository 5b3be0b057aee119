const PAGE = 'volunteers/pages/certificate/index';

/** Where anybody checks a certificate: what its QR code says, too. */
export const certificateAddress = (origin: string, code: string): string =>
  `${origin}/${PAGE}?code=${encodeURIComponent(code)}`;
