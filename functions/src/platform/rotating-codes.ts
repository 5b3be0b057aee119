import { createHmac, timingSafeEqual } from 'node:crypto';
import { CODE_STEP, codeStep } from '@gongyi/shared/kernel/rotating-code';
import { localMac } from './keyed-hash';

/**
 * Rotating codes of a place where people meet: a keyed hash of the half minute under a key of the meeting's own, so
 * that no code tells of another and none can be made up. Six characters without look-alikes (30 bits, for a few
 * tries in ten minutes), to be typed where a camera fails.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 6;
const AHEAD = 10 * 60_000;

/** What the codes are for: codes of one purpose never count for another. */
export type CodePurpose = 'session-sign-in' | 'shift-check-in';

const secretOf = async (purpose: CodePurpose, meetingId: string): Promise<Buffer> =>
  createHmac('sha256', await localMac(purpose))
    .update(meetingId)
    .digest();

const codeAt = (secret: Buffer, step: number): string =>
  [...createHmac('sha256', secret).update(String(step)).digest().subarray(0, LENGTH)]
    .map((byte) => ALPHABET[byte & 31] ?? '')
    .join('');

/** One code for each half minute of the next ten minutes, the one that counts now first. */
export const codesFrom = async (
  purpose: CodePurpose,
  meetingId: string,
  now: number,
): Promise<{ from: number; code: string }[]> => {
  const secret = await secretOf(purpose, meetingId);
  const first = codeStep(now);
  return Array.from({ length: AHEAD / CODE_STEP }, (_, index) => ({
    from: (first + index) * CODE_STEP,
    code: codeAt(secret, first + index),
  }));
};

/** The code of now, or of the half minute before for who was slow. Takes as long for a wrong one as for a right. */
export const isCodeNow = async (
  purpose: CodePurpose,
  meetingId: string,
  offered: string,
  now: number,
): Promise<boolean> => {
  const secret = await secretOf(purpose, meetingId);
  const given = createHmac('sha256', secret).update(offered.toLowerCase()).digest();
  const step = codeStep(now);
  const fits = [step, step - 1].map((one) =>
    timingSafeEqual(given, createHmac('sha256', secret).update(codeAt(secret, one)).digest()),
  );
  return fits.includes(true);
};
