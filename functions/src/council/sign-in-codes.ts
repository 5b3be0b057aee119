import { createHmac, timingSafeEqual } from 'node:crypto';
import { SIGN_IN_STEP, signInStep } from '@gongyi/shared/council/session-rules';
import { localMac } from '../platform/keyed-hash';

/**
 * Rotating sign-in codes of a session: a keyed hash of the half minute under a key of the session's own, so that
 * no code tells of another and none can be made up. Six characters without look-alikes (30 bits, ten tries in ten minutes), to be typed
 * where a camera fails.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 6;
const AHEAD = 10 * 60_000;

const secretOf = async (sessionId: string): Promise<Buffer> =>
  createHmac('sha256', await localMac('session-sign-in'))
    .update(sessionId)
    .digest();

const codeAt = (secret: Buffer, step: number): string =>
  [...createHmac('sha256', secret).update(String(step)).digest().subarray(0, LENGTH)]
    .map((byte) => ALPHABET[byte & 31] ?? '')
    .join('');

/** One code for each half minute of the next ten minutes, the one that counts now first. */
export const codesFrom = async (sessionId: string, now: number): Promise<{ from: number; code: string }[]> => {
  const secret = await secretOf(sessionId);
  const first = signInStep(now);
  return Array.from({ length: AHEAD / SIGN_IN_STEP }, (_, index) => ({
    from: (first + index) * SIGN_IN_STEP,
    code: codeAt(secret, first + index),
  }));
};

/** The code of now, or of the half minute before for who was slow. Takes as long for a wrong one as for a right. */
export const isCodeNow = async (sessionId: string, offered: string, now: number): Promise<boolean> => {
  const secret = await secretOf(sessionId);
  const given = createHmac('sha256', secret).update(offered.toLowerCase()).digest();
  const step = signInStep(now);
  const fits = [step, step - 1].map((one) =>
    timingSafeEqual(given, createHmac('sha256', secret).update(codeAt(secret, one)).digest()),
  );
  return fits.includes(true);
};
