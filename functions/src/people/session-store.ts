import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { localMac } from '../platform/keyed-hash';
import { secretHash } from '../platform/session';
import { keys } from '../platform/table-shape';
import { getItem, putNew, queryAll, remove, updateOf, writeTogether } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { mustBeAlive } from './person-store';

/**
 * Sessions of a person: thirty days, at most ten, stored by the hash of their secret. Secrets are keyed
 * hashes of what the session was made from, so that a retry whose answer was lost gets the same token
 * without its being stored; the key never leaves KMS and memory.
 */
const LIFE = 30 * DAY;
const RENEW_AFTER = DAY;
const OLD_TOKEN_LIVES = 10 * MINUTE;
const MOST = 10;

const Session = z.object({
  sk: z.string(),
  createdAt: z.int(),
  expiresAtMs: z.int(),
  /** How the person signed in; only who holds the phone may confirm a scan. */
  by: z.enum(['phone', 'scan']),
  /** The hash of the session that took over from this one, and of the one this one took over from. */
  next: z.optional(z.string()),
  previous: z.optional(z.string()),
});
type Session = z.output<typeof Session>;

export interface Token {
  readonly token: string;
  readonly renewAfter: number;
  readonly expiresAt: number;
  readonly personId: string;
}

/** 256 bits that only this system can make from these parts. */
export const secretFrom = async (...parts: readonly string[]): Promise<string> =>
  createHmac('sha256', await localMac('session'))
    .update(JSON.stringify(parts))
    .digest('base64url');

const tokenOf = (personId: string, secret: string, createdAt: number): Token => ({
  token: `${personId}.${secret}`,
  renewAfter: createdAt + RENEW_AFTER,
  expiresAt: createdAt + LIFE,
  personId,
});

// TTL deletes a day late at most, so that a look just after the end still finds the session and says so.
const expiresAtOf = (expiresAtMs: number): number => Math.ceil((expiresAtMs + DAY) / 1000);

const newSession = (
  personId: string,
  secret: string,
  now: number,
  by: Session['by'],
  previous?: string,
): TransactItem => {
  const expiresAtMs = now + LIFE;
  const item: Item = { createdAt: now, expiresAtMs, expiresAt: expiresAtOf(expiresAtMs), by, previous };
  return putNew({ ...item, ...keys.session(personId, secretHash(secret)) });
};

export const findSession = async (personId: string, hash: string): Promise<Session | undefined> => {
  const item = await getItem(keys.session(personId, hash), { consistent: true });
  return item && z.parse(Session, item);
};

/** The token of a session made before from this secret, as it was answered then; undefined if it is over. */
export const tokenAgain = async (personId: string, secret: string, now: number): Promise<Token | undefined> => {
  const session = await findSession(personId, secretHash(secret));
  return session === undefined || session.expiresAtMs <= now ? undefined : tokenOf(personId, secret, session.createdAt);
};

/** Ends the oldest sessions beyond ten; those already taken over do not count. */
const dropOldest = async (personId: string): Promise<void> => {
  const items = await queryAll({ ...keys.sessionsOf(personId), consistent: true });
  const current = items.map((item) => z.parse(Session, item)).filter(({ next }) => next === undefined);
  const surplus = current.sort((a, b) => b.createdAt - a.createdAt || (a.sk < b.sk ? -1 : 1)).slice(MOST);
  if (surplus.length === 0) return;
  const { pk } = keys.sessionsOf(personId);
  await writeTogether(surplus.map(({ sk }) => remove({ pk, sk })));
};

/**
 * Makes a session from `secret`, together with `beside` (first, as they are the ones that may fail).
 * Undefined when one of those writes' conditions failed or the person is gone.
 */
export const makeSession = async (
  made: { readonly personId: string; readonly secret: string; readonly by: Session['by'] },
  now: number,
  beside: readonly TransactItem[],
): Promise<Token | undefined> => {
  const { personId, secret, by } = made;
  const written = await writeTogether([...beside, newSession(personId, secret, now, by), mustBeAlive(personId)]);
  if (!written.done) return undefined;
  await dropOldest(personId);
  return tokenOf(personId, secret, now);
};

/** A fresh session for an old one, which lives ten more minutes; all who renew the same one get the same. */
export const renew = async (personId: string, oldHash: string, now: number, op: string): Promise<Token | undefined> => {
  const old = await findSession(personId, oldHash);
  if (old === undefined) return undefined;
  const secret = await secretFrom('renew', personId, oldHash);
  if (old.next !== undefined) return tokenAgain(personId, secret, now);
  const expiresAtMs = Math.min(old.expiresAtMs, now + OLD_TOKEN_LIVES);
  const written = await writeTogether([
    updateOf({
      key: keys.session(personId, oldHash),
      set: { next: secretHash(secret), expiresAtMs, expiresAt: expiresAtOf(expiresAtMs) },
      when: 'attribute_exists(pk) AND attribute_not_exists(#next)',
      names: { '#next': 'next' },
      op,
    }),
    newSession(personId, secret, now, old.by, oldHash),
  ]);
  return written.done ? tokenOf(personId, secret, now) : tokenAgain(personId, secret, now);
};

const MOST_WRITES = 100;

/** Ends a session and with it all before and after it in rotation: whoever copied a token has renewed it since. */
export const endSessionChain = async (personId: string, hash: string): Promise<void> => {
  const items = await queryAll({ ...keys.sessionsOf(personId), consistent: true });
  const sessions = new Map(items.map((item) => z.parse(Session, item)).map((session) => [session.sk, session]));
  const chain = new Set<string>();
  for (let found: (string | undefined)[] = [hash]; found.length > 0;) {
    const fresh = found.filter((each) => each !== undefined).filter((each) => !chain.has(each));
    fresh.forEach((each) => chain.add(each));
    found = fresh.flatMap((each) => {
      const session = sessions.get(keys.session(personId, each).sk);
      return [session?.previous, session?.next];
    });
  }
  const removals = [...chain].map((each) => remove(keys.session(personId, each)));
  for (let at = 0; at < removals.length; at += MOST_WRITES) await writeTogether(removals.slice(at, at + MOST_WRITES));
};
