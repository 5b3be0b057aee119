import { createHmac } from 'node:crypto';
import { Certificate } from '@gongyi/shared/volunteers/hours';
import * as z from 'zod/mini';
import { localMac } from '../platform/keyed-hash';
import { getItem, putNew, queryAll, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Certificates: one item under its code, for whoever checks it, and one under the volunteer. */
const Stored = z.extend(Certificate, { volunteerId: z.string(), op: z.string(), opHash: z.string() });
export type StoredCertificate = z.output<typeof Stored>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;

/** Twenty characters without look-alikes (100 bits) of a keyed hash: none can be guessed or made up. */
export const newCode = async (op: string): Promise<string> =>
  [
    ...createHmac('sha256', await localMac('certificate'))
      .update(op)
      .digest()
      .subarray(0, LENGTH),
  ]
    .map((byte) => ALPHABET[byte & 31] ?? '')
    .join('');

/** As people type it: with spaces, dashes and capitals. */
export const plainCode = (code: string): string => code.toLowerCase().replace(/[^0-9a-z]/g, '');

export const findCertificate = async (code: string): Promise<StoredCertificate | undefined> => {
  const item = await getItem(keys.certificate(plainCode(code)), { consistent: true });
  return item && z.parse(Stored, item);
};

export const certificatesOf = async (volunteerId: string): Promise<StoredCertificate[]> => {
  const { pk } = keys.volunteer(volunteerId);
  const items = await queryAll({ pk, prefix: 'CERT#', newestFirst: true, consistent: true });
  return items.map((item) => z.parse(Stored, item));
};

/** Writes a certificate once; false if it is there. */
export const writeCertificate = async (certificate: StoredCertificate): Promise<boolean> => {
  const { volunteerId, issuedAt, code } = certificate;
  const { done } = await writeTogether([
    putNew({ ...keys.certificate(code), ...certificate }),
    putNew({ ...keys.volunteerCertificate(volunteerId, issuedAt, code), ...certificate }),
  ]);
  return done;
};
