import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { LineMark } from './leaf';

/** A line of the frozen roll as it is published: its mark in this vote, and its area in hundredths of a square metre. */
export const RollLine = z.tuple([LineMark, z.int().check(z.minimum(1))]);
export type RollLine = z.output<typeof RollLine>;

/** In the order in which a roll is digested and published: by mark, which says nothing of where a home is. */
export const sortedRoll = (lines: readonly RollLine[]): RollLine[] => [...lines].sort(([a], [b]) => (a < b ? -1 : 1));

/** SHA-256 over `gongyi-roll/1`, the vote's id and every line `mark area`, sorted by mark, each line ended by a newline. */
export const rollDigest = (vote: string, lines: readonly RollLine[]): string => {
  const text = sortedRoll(lines).map(([mark, area]) => `${mark} ${String(area)}\n`);
  return bytesToHex(sha256(utf8ToBytes(`gongyi-roll/1\n${vote}\n${text.join('')}`)));
};
