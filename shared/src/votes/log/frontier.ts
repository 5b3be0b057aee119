import * as z from 'zod/mini';
import { Hash } from './leaf';
import { EMPTY_ROOT, nodeHash } from './merkle';

/**
 * All that is needed of a tree to append to it: the roots of its perfect subtrees, largest (leftmost) first, one
 * for each bit set in `size`. At most 24 hashes for ten million leaves, so it lives in the log's head item.
 */
export const Frontier = z.strictObject({ size: z.int().check(z.minimum(0)), hashes: z.array(Hash) }).check(
  z.refine(({ size, hashes }) => {
    const ones = size.toString(2).replaceAll('0', '').length;
    return hashes.length === ones;
  }, 'one hash for each perfect subtree'),
);
export type Frontier = z.output<typeof Frontier>;

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** The frontier after one more leaf, given by its hash. */
export const append = ({ size, hashes }: Frontier, leaf: string): Frontier => {
  const next = [...hashes];
  let hash = leaf;
  // Every one at the end of `size` is a full subtree as large as what is carried: the two become one.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(next.pop() ?? '', hash);
  next.push(hash);
  return { size: size + 1, hashes: next };
};

export const appendAll = (frontier: Frontier, leaves: readonly string[]): Frontier => leaves.reduce(append, frontier);

/** The tree's root, hexadecimal. */
export const rootOf = ({ hashes }: Frontier): string =>
  hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
