import * as z from 'zod/mini';
import { MINUTE } from '@gongyi/shared/kernel/time';
import { secretHash } from '../platform/session';
import { keys } from '../platform/table-shape';
import { check, createOnce, getItem, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';

/**
 * A web page that waits to be signed in. What it shows (the code) and what it polls with (the secret) are
 * stored as hashes only. Three minutes to confirm, three more to fetch the answer.
 */
const LIFE = 3 * MINUTE;

const Scan = z.object({
  pollHash: z.string(),
  expiresAtMs: z.int(),
  state: z.enum(['waiting', 'confirmed']),
  personId: z.optional(z.string()),
  lastOp: z.optional(z.string()),
});
export type Scan = z.output<typeof Scan>;

/** Stores a new one, or finds the same one of a retry; answers when it expires. */
export const newScan = async (code: string, pollSecret: string, opHash: string, now: number): Promise<number> => {
  const expiresAtMs = now + LIFE;
  const written = await createOnce({
    ...keys.scanCode(secretHash(code)),
    pollHash: secretHash(pollSecret),
    expiresAtMs,
    expiresAt: Math.ceil(expiresAtMs / 1000),
    state: 'waiting',
    opHash,
  });
  // The code is made from the operation: whatever stands there is this operation's own.
  return z.parse(Scan, written.done ? written.item : written.old).expiresAtMs;
};

export const findScan = async (code: string, now: number): Promise<Scan | undefined> => {
  const item = await getItem(keys.scanCode(secretHash(code)), { consistent: true });
  const scan = item && z.parse(Scan, item);
  return scan !== undefined && scan.expiresAtMs > now ? scan : undefined;
};

/** Confirms it for a person, once; of several who confirm, one's write counts. */
export const confirmation = (code: string, personId: string, now: number, op: string): TransactItem =>
  updateOf({
    key: keys.scanCode(secretHash(code)),
    set: {
      state: 'confirmed',
      personId,
      expiresAtMs: now + LIFE,
      expiresAt: Math.ceil((now + LIFE) / 1000),
    },
    when: '#state = :waiting AND #expiresAtMs > :now',
    names: { '#state': 'state', '#expiresAtMs': 'expiresAtMs' },
    values: { ':waiting': 'waiting', ':now': now },
    op,
  });

/** The session that confirms was made on the phone, and still stands. */
export const fromPhone = (personId: string, sessionHash: string): TransactItem =>
  check({
    key: keys.session(personId, sessionHash),
    when: '#by = :phone',
    names: { '#by': 'by' },
    values: { ':phone': 'phone' },
  });
