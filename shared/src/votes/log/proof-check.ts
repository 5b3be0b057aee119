import { nodeHash } from './merkle';

/**
 * Checks of proofs, for devices that trust no server: a delegate's before it cosigns, an owner's when a receipt
 * arrives. Roots are rebuilt from the proof by the tree's own recursion (RFC 6962, 2.1); anything that does not
 * fit exactly is false.
 */
const splitOf = (count: number): number => {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
};

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

/** Takes hashes from the end of a proof, where the one nearest the root stands. */
const takerOf = (proof: readonly string[]) => {
  let left = proof.length;
  return {
    next: (): string | undefined => {
      left -= 1;
      return proof[left];
    },
    done: (): boolean => left === 0,
  };
};
type Taker = ReturnType<typeof takerOf>;

const rootByPath = (leaf: string, index: number, count: number, taker: Taker): string | undefined => {
  if (count === 1) return leaf;
  const split = splitOf(count);
  const sibling = taker.next();
  const inner =
    index < split ? rootByPath(leaf, index, split, taker) : rootByPath(leaf, index - split, count - split, taker);
  if (sibling === undefined || inner === undefined) return undefined;
  return index < split ? nodeHash(inner, sibling) : nodeHash(sibling, inner);
};

/** Whether `leaf` (its hash) stands at `index` in the tree of `size` leaves with this root. */
export const checkInclusion = (spec: {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly string[];
  readonly root: string;
}): boolean => {
  const { leaf, index, size, proof, root } = spec;
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size || proof.length > 53) return false;
  const taker = takerOf(proof);
  return rootByPath(leaf, index, size, taker) === root && taker.done();
};

/** Roots of the older and of the newer tree over a part of `count` leaves, `older` of which the older tree has. */
const rootsBy = (
  older: number,
  count: number,
  known: string | undefined,
  taker: Taker,
): [string, string] | undefined => {
  if (older === count) {
    const hash = known ?? taker.next();
    return hash === undefined ? undefined : [hash, hash];
  }
  const split = splitOf(count);
  const sibling = taker.next();
  if (sibling === undefined) return undefined;
  if (older <= split) {
    const inner = rootsBy(older, split, known, taker);
    return inner && [inner[0], nodeHash(inner[1], sibling)];
  }
  const inner = rootsBy(older - split, count - split, undefined, taker);
  return inner && [nodeHash(sibling, inner[0]), nodeHash(sibling, inner[1])];
};

/** Whether the tree of `size1` leaves is the beginning of that of `size2`. */
export const checkConsistency = (spec: {
  readonly size1: number;
  readonly root1: string;
  readonly size2: number;
  readonly root2: string;
  readonly proof: readonly string[];
}): boolean => {
  const { size1, root1, size2, root2, proof } = spec;
  if (!isSize(size1) || !isSize(size2) || size1 > size2 || proof.length > 54) return false;
  const taker = takerOf(proof);
  const roots = rootsBy(size1, size2, root1, taker);
  return roots?.[0] === root1 && roots[1] === root2 && taker.done();
};
