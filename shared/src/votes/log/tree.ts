import { EMPTY_ROOT, nodeHash } from './merkle';

/**
 * A whole tree from the hashes of its leaves, for roots and proofs at any size up to its own. Perfect subtrees are
 * hashed once and kept; a root or a proof then takes a few dozen hashes whatever the size.
 */
export interface Tree {
  readonly size: number;
  /** Root of the first `size` leaves; of all without it. */
  readonly root: (size?: number) => string;
  /** Audit path of leaf `index` in the tree of the first `size` leaves (RFC 6962, 2.1.1), leaf side first. */
  readonly inclusion: (index: number, size?: number) => string[];
  /** Proof that the tree of `size1` leaves is the beginning of that of `size2` (RFC 6962, 2.1.2). */
  readonly consistency: (size1: number, size2?: number) => string[];
}

/** The largest power of two below `count`, for `count` of at least 2. */
const splitOf = (count: number): number => {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
};

const levelsOf = (leaves: readonly string[]): (readonly string[])[] => {
  const levels: (readonly string[])[] = [leaves];
  for (let below = leaves; below.length > 1;) {
    const level: string[] = [];
    for (let at = 0; at + 1 < below.length; at += 2) level.push(nodeHash(below[at] ?? '', below[at + 1] ?? ''));
    levels.push(level);
    below = level;
  }
  return levels;
};

const isPowerOfTwo = (count: number): boolean => 2 ** Math.round(Math.log2(count)) === count;

export const treeOf = (leaves: readonly string[]): Tree => {
  const levels = levelsOf(leaves);

  /** Hash over `count` leaves from `start`, where `start` is a multiple of the power of two that holds `count`. */
  const over = (start: number, count: number): string => {
    if (isPowerOfTwo(count)) return levels[Math.log2(count)]?.[start / count] ?? '';
    const split = splitOf(count);
    return nodeHash(over(start, split), over(start + split, count - split));
  };

  const path = (index: number, start: number, count: number): string[] => {
    if (count === 1) return [];
    const split = splitOf(count);
    return index < split
      ? [...path(index, start, split), over(start + split, count - split)]
      : [...path(index - split, start + split, count - split), over(start, split)];
  };

  /** `whole`: the verifier has the hash of this subtree already, since the older tree ended with it. */
  const subproof = (older: number, start: number, count: number, whole: boolean): string[] => {
    if (older === count) return whole ? [] : [over(start, count)];
    const split = splitOf(count);
    return older <= split
      ? [...subproof(older, start, split, whole), over(start + split, count - split)]
      : [...subproof(older - split, start + split, count - split, false), over(start, split)];
  };

  const bounded = (value: number, least: number, most: number): void => {
    if (!Number.isInteger(value) || value < least || value > most)
      throw new RangeError(`${String(value)} is not within ${String(least)} and ${String(most)}`);
  };

  return {
    size: leaves.length,
    root: (size = leaves.length) => {
      bounded(size, 0, leaves.length);
      return size === 0 ? EMPTY_ROOT : over(0, size);
    },
    inclusion: (index, size = leaves.length) => {
      bounded(size, 1, leaves.length);
      bounded(index, 0, size - 1);
      return path(index, 0, size);
    },
    consistency: (size1, size2 = leaves.length) => {
      bounded(size2, 1, leaves.length);
      bounded(size1, 1, size2);
      return subproof(size1, 0, size2, true);
    },
  };
};
