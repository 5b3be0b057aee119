import { hexToBytes } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { leafHash, leafHashOfBytes } from '../src/votes/log/merkle';
import { CONSISTENCY, INCLUSION, LEAVES, ROOTS } from '../src/votes/log/rfc6962-for-tests';
import { treeOf } from '../src/votes/log/tree';
import * as verifier from './verify.mjs';

const { verifyInclusion, verifyConsistency } = verifier;

const published = LEAVES.map((leaf) => leafHashOfBytes(hexToBytes(leaf)));
const inclusions = INCLUSION.map(({ index, size, proof }) => ({
  leafHash: published[index],
  index,
  size,
  proof,
  root: ROOTS[size],
}));
const consistencies = CONSISTENCY.map(({ size1, size2, proof }) => ({
  size1,
  size2,
  root1: ROOTS[size1],
  root2: ROOTS[size2],
  proof,
}));
const MANY = Array.from({ length: 200 }, (_, at) => leafHash(String(at)));
const many = treeOf(MANY);
const EMPTY = ROOTS[0];

/** A proof spoilt as the published vectors spoil theirs. */
const spoilt = (proof: readonly string[], garbage: readonly string[]): string[][] => [
  ...(proof.length > 0 ? [[], proof.slice(0, -1), proof.slice(1), [...proof].reverse()] : []).filter(
    (one) => one.join() !== proof.join(),
  ),
  ...garbage.flatMap((one) => [
    [one, ...proof],
    [...proof, one],
  ]),
];
const turned = (hex: string, bit: number): string => {
  const bytes = hexToBytes(hex);
  bytes[bit >> 3] ^= 1 << (bit & 7);
  return Buffer.from(bytes).toString('hex');
};

it('exports these three and nothing else', () => {
  expect(Object.keys(verifier).sort()).toEqual(['verifyBundle', 'verifyConsistency', 'verifyInclusion']);
});

describe('published vectors of inclusion', () => {
  it.each(inclusions)('accepts leaf $index of $size, in either case of letters', (claim) => {
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, root: claim.root.toUpperCase() })).toBe(true);
  });

  it.each(inclusions)('refuses leaf $index of $size when anything is changed', (claim) => {
    const { index, size, proof, root } = claim;
    for (const changed of [index - 1, index + 1, index ^ 2, index + size, index + 0.5])
      expect(verifyInclusion({ ...claim, index: changed })).toBe(false);
    for (const changed of [0, size * 2, Math.floor(size / 2)])
      expect(verifyInclusion({ ...claim, size: changed })).toBe(false);
    for (const changed of spoilt(proof, ['00'.repeat(32), root, claim.leafHash, '']))
      expect(verifyInclusion({ ...claim, proof: changed })).toBe(false);
    expect(verifyInclusion({ ...claim, root: EMPTY })).toBe(false);
    expect(verifyInclusion({ ...claim, leafHash: EMPTY })).toBe(false);
  });

  it('finds nothing in a tree of nothing', () => {
    expect(verifyInclusion({ leafHash: published[0], index: 0, size: 0, proof: [], root: EMPTY })).toBe(false);
    expect(verifyInclusion({ leafHash: '', index: 0, size: 0, proof: [], root: '' })).toBe(false);
    expect(verifyInclusion({ leafHash: '', index: 0, size: 1, proof: [], root: '' })).toBe(false);
    expect(verifyInclusion({ leafHash: published[0], index: 0, size: 1, proof: [], root: published[0] })).toBe(true);
  });
});

describe('published vectors of consistency', () => {
  it.each(consistencies)('accepts $size1 to $size2', (claim) => {
    expect(verifyConsistency(claim)).toBe(true);
  });

  it.each(consistencies)('refuses $size1 to $size2 when anything is changed', (claim) => {
    const { size1, size2, root1, root2, proof } = claim;
    for (const changed of [0, size1 - 1, size1 + 1, size1 ^ 2, size2 + 1])
      expect(verifyConsistency({ ...claim, size1: changed })).toBe(false);
    for (const changed of [0, size2 * 2, Math.floor(size2 / 2)])
      expect(verifyConsistency({ ...claim, size2: changed })).toBe(false);
    for (const changed of spoilt(proof, ['00'.repeat(32), root1, root2, '']))
      expect(verifyConsistency({ ...claim, proof: changed })).toBe(false);
    if (root1 !== root2) expect(verifyConsistency({ ...claim, root1: root2, root2: root1 })).toBe(false);
    expect(verifyConsistency({ ...claim, root1: EMPTY })).toBe(false);
    expect(verifyConsistency({ ...claim, root2: EMPTY })).toBe(false);
  });

  it('says nothing of the empty tree, and lets equal sizes have equal roots and no proof', () => {
    const text = (words: string): string => Buffer.from(words).toString('hex');
    const [one, other] = [text("don't care 1"), text("don't care 2")];
    const of = (size1: number, size2: number, root1: string, root2: string, proof: string[] = []): boolean =>
      verifyConsistency({ size1, size2, root1, root2, proof });
    expect(of(1, 1, other, other)).toBe(true);
    expect(of(1, 1, one, other)).toBe(false);
    expect(of(1, 1, EMPTY, EMPTY, [EMPTY])).toBe(false);
    expect(of(0, 0, one, one)).toBe(false);
    expect(of(0, 0, EMPTY, EMPTY)).toBe(false);
    expect(of(0, 0, EMPTY, EMPTY, [EMPTY])).toBe(false);
    expect(of(0, 1, EMPTY, published[0])).toBe(false);
    expect(of(0, 1, EMPTY, EMPTY, [EMPTY])).toBe(false);
    expect(of(1, 0, one, other)).toBe(false);
    expect(of(2, 1, one, other)).toBe(false);
    expect(of(1, 2, one, other)).toBe(false);
    expect(of(8, 8, ROOTS[8], ROOTS[8], [ROOTS[8]])).toBe(false);
  });
});

it('accepts what the system proves, at every size, and no proof with a single bit turned', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), fc.nat({ max: 255 }), (size, one, other, bit) => {
      const index = one % size;
      const path = many.inclusion(index, size);
      const inclusion = { leafHash: MANY[index], index, size, proof: path, root: many.root(size) };
      expect(verifyInclusion(inclusion)).toBe(true);
      expect(verifyInclusion({ ...inclusion, root: turned(inclusion.root, bit) })).toBe(false);
      expect(verifyInclusion({ ...inclusion, leafHash: turned(inclusion.leafHash, bit) })).toBe(false);

      const size1 = 1 + (other % size);
      const proof = many.consistency(size1, size);
      const consistency = { size1, size2: size, root1: many.root(size1), root2: many.root(size), proof };
      expect(verifyConsistency(consistency)).toBe(true);
      expect(verifyConsistency({ ...consistency, root1: turned(consistency.root1, bit) })).toBe(false);
      expect(verifyConsistency({ ...consistency, root2: turned(consistency.root2, bit) })).toBe(false);

      const spoil = (hashes: readonly string[], at: number): string[] =>
        hashes.map((hash, place) => (place === at ? turned(hash, bit) : hash));
      path.forEach((_, at) => expect(verifyInclusion({ ...inclusion, proof: spoil(path, at) })).toBe(false));
      proof.forEach((_, at) => expect(verifyConsistency({ ...consistency, proof: spoil(proof, at) })).toBe(false));
    }),
    { numRuns: 60 },
  );
});

it('turns every single bit of a proof in vain', () => {
  const size = 7;
  const proof = many.inclusion(4, size);
  const claim = { leafHash: MANY[4], index: 4, size, proof, root: many.root(size) };
  expect(verifyInclusion(claim)).toBe(true);
  for (let at = 0; at < proof.length; at += 1)
    for (let bit = 0; bit < 256; bit += 1) {
      const changed = proof.map((hash, place) => (place === at ? turned(hash, bit) : hash));
      expect(verifyInclusion({ ...claim, proof: changed })).toBe(false);
    }
});

const ODD = [
  ...[undefined, null, '', 'xyz', 'ab', `${published[0]}a`, published[0].replace(/^./, 'g'), ` ${published[0]}`],
  ...[NaN, Infinity, -Infinity, -1, -0.5, 1.5, 2 ** 53, 2 ** 53 - 1, 1e308, 5n, true, [], {}, () => 1, Symbol('x')],
  new Array(1e9),
  Array.from({ length: 200 }, () => published[0]),
  new Proxy([], {
    get: () => {
      throw new Error('trap');
    },
  }),
];

it('answers false to anything that is no claim, and never throws', () => {
  const of = (check: typeof verifyInclusion | typeof verifyConsistency, claim: unknown): unknown =>
    Reflect.apply(check, undefined, [claim]);
  for (const check of [verifyInclusion, verifyConsistency]) for (const odd of ODD) expect(of(check, odd)).toBe(false);
  for (const odd of ODD) {
    for (const key of ['leafHash', 'index', 'size', 'proof', 'root'])
      expect([key, of(verifyInclusion, { ...inclusions[2], [key]: odd })]).toEqual([key, false]);
    for (const key of ['size1', 'size2', 'root1', 'root2', 'proof'])
      expect([key, of(verifyConsistency, { ...consistencies[2], [key]: odd })]).toEqual([key, false]);
  }
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (anything) => {
      expect(of(verifyInclusion, anything)).toBe(false);
      expect(of(verifyConsistency, anything)).toBe(false);
    }),
  );
});
