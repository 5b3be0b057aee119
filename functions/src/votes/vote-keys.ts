import { createHmac, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { lineMark } from '@gongyi/shared/votes/log/line-mark';
import { privateKeyOf, publicBytesOf } from './seal-choices';

/**
 * Two keys a vote, each wrapped by KMS under the votes' own key and bound to vote and use. From `count` comes the
 * private key that opens choices: only the tally unwraps it. From `cast` come the marks of lines in the log and, with
 * what the caster alone knows, the salts of commitments: casting the same again makes the same commitment, and nobody
 * can try choices against one, not even with this key and everything that is stored.
 */
export interface WrappedKeys {
  readonly count: Uint8Array;
  readonly cast: Uint8Array;
  /** X25519, 32 bytes: what choices are sealed to. */
  readonly publicKey: Uint8Array;
}

const useOf = (voteId: string, use: keyof WrappedKeys) => ({ vote: voteId, use });
const derive = (key: Uint8Array, what: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `gongyi-vote/${what}`, 32));

/** Keys for a vote that opens. */
export const newVoteKeys = async (voteId: string): Promise<WrappedKeys> => {
  const { generateBallotKey } = await import('../platform/kms');
  const [count, cast] = await Promise.all([
    generateBallotKey(useOf(voteId, 'count')),
    generateBallotKey(useOf(voteId, 'cast')),
  ]);
  return {
    count: count.wrapped,
    cast: cast.wrapped,
    publicKey: publicBytesOf(privateKeyOf(derive(count.plain, 'private-key'))),
  };
};

/** What casting needs of a vote's secrets. */
export interface CastSecrets {
  readonly markOf: (no: number) => string;
  /** 32 bytes, hexadecimal; the same for the same `secret` on the same line: the key that the caster's device made. */
  readonly saltOf: (no: number, version: number, secret: string) => string;
  /** What two readings of one paper are compared by: nobody can try choices against it. */
  readonly readingOf: (no: number, reading: string) => string;
}

const MOST_KEPT = 200;
const kept = new Map<string, Promise<CastSecrets>>();

const unwrapCast = async (voteId: string, wrapped: Uint8Array): Promise<CastSecrets> => {
  const { unwrapBallotKey } = await import('../platform/kms');
  const key = await unwrapBallotKey(wrapped, useOf(voteId, 'cast'));
  const [marks, salts, readings] = [derive(key, 'line-marks'), derive(key, 'salts'), derive(key, 'readings')];
  return {
    readingOf: (no, reading) =>
      createHmac('sha256', readings)
        .update(`${voteId}|${String(no)}|${reading}`)
        .digest('hex'),
    markOf: (no) => lineMark(marks, voteId, no),
    saltOf: (no, version, secret) =>
      createHmac('sha256', salts)
        .update(`${voteId}|${String(no)}|${String(version)}|${secret}`)
        .digest('hex'),
  };
};

/** Kept on the instance: KMS is asked once a vote. */
export const castSecrets = (voteId: string, { cast }: Pick<WrappedKeys, 'cast'>): Promise<CastSecrets> => {
  const known = kept.get(voteId);
  if (known) return known;
  const made = unwrapCast(voteId, cast);
  made.catch(() => kept.delete(voteId));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(voteId, made);
  return made;
};

/** The key that opens choices; never kept. */
export const countingKey = async (voteId: string, { count }: Pick<WrappedKeys, 'count'>): Promise<KeyObject> => {
  const { unwrapBallotKey } = await import('../platform/kms');
  return privateKeyOf(derive(await unwrapBallotKey(count, useOf(voteId, 'count')), 'private-key'));
};
