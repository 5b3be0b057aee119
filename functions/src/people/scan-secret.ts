import { secretFrom } from './session-store';
import type { Scan } from './scan-store';

/** The web page's session is made by the phone's confirmation and told to the page, so both derive its secret. */
export const scanSecret = (code: string, { pollHash }: Pick<Scan, 'pollHash'>): Promise<string> =>
  secretFrom('scan', code, pollHash);
