import { hexToBytes } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { EMPTY_FRONTIER, Frontier, append, appendAll, rootOf } from './frontier';
import { leafHash, leafHashOfBytes } from './merkle';
import { checkConsistency, checkInclusion } from './proof-check';
import { CONSISTENCY, INCLUSION, LEAVES, ROOTS } from './rfc6962-for-tests';
import { treeOf } from './tree';

const published = LEAVES.map((leaf) => leafHashOfBytes(hexToBytes(leaf)));
const manyLeaves = (count: number): string[] => Array.from({ length: count }, (_, at) => leafHash(String(at)));
const MANY = manyLeaves(300);
const many = treeOf(MANY);

describe('the published vectors', () => {
  const tree = treeOf(published);

  it('has their roots, in one go and leaf by leaf', () => {
    let frontier = EMPTY_FRONTIER;
    ROOTS.forEach((root, size) => {
      expect(tree.root(size)).toBe(root);
      expect(rootOf(frontier)).toBe(root);
      frontier = append(frontier, published[size] ?? '');
    });
  });

  it.each(INCLUSION)('has the audit path of leaf $index of $size', ({ index, size, proof }) => {
    expect(tree.inclusion(index, size)).toEqual(proof);
    const claim = { leaf: published[index] ?? '', index, size, proof, root: ROOTS[size] ?? '' };
    expect(checkInclusion(claim)).toBe(true);
  });

  it.each(CONSISTENCY)('has the proof from $size1 to $size2', ({ size1, size2, proof }) => {
    expect(tree.consistency(size1, size2)).toEqual(proof);
    const claim = { size1, size2, root1: ROOTS[size1] ?? '', root2: ROOTS[size2] ?? '', proof };
    expect(checkConsistency(claim)).toBe(true);
  });
});

it('appends from a frontier at any size to the root of the whole, with a hash for each bit of the size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (a, b) => {
      const [before, size] = [Math.min(a, b), Math.max(a, b)];
      const stored = Frontier.parse(appendAll(EMPTY_FRONTIER, MANY.slice(0, before)));
      expect(rootOf(appendAll(stored, MANY.slice(before, size)))).toBe(many.root(size));
    }),
  );
  expect(Frontier.safeParse({ size: 3, hashes: MANY.slice(0, 3) }).success).toBe(false);
});

it('proves every leaf, and no other leaf, place, size or root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), (size, one, other) => {
      const index = one % size;
      const claim = {
        leaf: MANY[index] ?? '',
        index,
        size,
        proof: many.inclusion(index, size),
        root: many.root(size),
      };
      expect(checkInclusion(claim)).toBe(true);
      const wrong = other % size;
      if (wrong !== index) {
        expect(checkInclusion({ ...claim, index: wrong })).toBe(false);
        expect(checkInclusion({ ...claim, leaf: MANY[wrong] ?? '' })).toBe(false);
      }
      expect(checkInclusion({ ...claim, root: many.root(size - 1) })).toBe(false);
      expect(checkInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
      expect(checkInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(size === 1);
    }),
  );
});

it('proves that each tree continues each earlier one, and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (size2, nat) => {
      const size1 = 1 + (nat % size2);
      const claim = {
        size1,
        size2,
        root1: many.root(size1),
        root2: many.root(size2),
        proof: many.consistency(size1, size2),
      };
      expect(checkConsistency(claim)).toBe(true);
      if (size1 === size2) return;
      expect(checkConsistency({ ...claim, root1: many.root(size1 - 1) })).toBe(false);
      expect(checkConsistency({ ...claim, root2: many.root(size2 - 1) })).toBe(false);
      expect(checkConsistency({ ...claim, proof: [...claim.proof, claim.root1] })).toBe(false);
      expect(checkConsistency({ ...claim, proof: claim.proof.slice(0, -1) })).toBe(false);
      expect(checkConsistency({ ...claim, size1: size2, size2: size1 })).toBe(false);
    }),
  );
});

it('refuses sizes and places that no tree has', () => {
  expect(() => many.inclusion(5, 5)).toThrow(RangeError);
  expect(() => many.consistency(0, 5)).toThrow(RangeError);
  expect(() => many.root(301)).toThrow(RangeError);
  const claim = { leaf: MANY[0] ?? '', index: 0, size: 1, proof: [], root: many.root(1) };
  for (const size of [0, -1, NaN, 1.5, Infinity]) expect(checkInclusion({ ...claim, size })).toBe(false);
  for (const index of [-1, 1, NaN, 0.5]) expect(checkInclusion({ ...claim, index })).toBe(false);
});
