import * as fc from 'fast-check';
import { DEFAULT_VOTING_RULES } from '../voting-rules';
import type { VoteLogLeaf } from './leaf';
import { hashOfLeaf, leafText, parseLeaf } from './leaf-text';
import { lineMark } from './line-mark';
import { leafHash } from './merkle';
import { openLeafOf } from './open-leaf';
import { rollDigest, sortedRoll } from './roll-digest';
import type { RollLine } from './roll-digest';

const SECRET = Uint8Array.of(7);
const HASH = 'ab'.repeat(32);
const base = { leaf: 'gongyi-vote/1', vote: 'v1' } as const;

const open = openLeafOf(
  {
    id: 'v1',
    title: '加装电梯',
    compoundId: 'jn.s01.c01.x01',
    compoundName: '样板小区',
    scope: { kind: 'places', placeIds: ['jn.s01.c01.x01.b3.e1'], basis: '本市办法' },
    matters: [
      { id: 'm1', kind: 'rebuilding', title: '电梯', words: '是否同意加装电梯?\n“三号楼”', attachments: [] },
      {
        id: 'm2',
        kind: 'committee-election',
        title: '选举',
        words: '选举业主委员会',
        attachments: [],
        election: { seats: 5, alternates: 1, candidates: [{ id: 'c1', name: '王小样', about: '…', by: 'self' }] },
      },
    ],
    rulesInForce: { version: 2, rules: { ...DEFAULT_VOTING_RULES, mayChange: true } },
  },
  { opensAt: 1, closesAt: 2 },
  HASH,
  { heads: 3, area: 30_000, digest: HASH },
);
const leaves: VoteLogLeaf[] = [
  open,
  { ...base, kind: 'ballot', line: lineMark(SECRET, 'v1', 1), version: 1, area: 9_000, commitment: HASH },
  { ...base, kind: 'extension', closesAt: 3 },
  { ...base, kind: 'close', closedAt: 4, heads: 1, area: 9_000, ballots: 1 },
];

it('says in leaf 0 what is asked, word for word, and what the law asks for it', () => {
  expect(open.matters.map(({ rule }) => rule.agrees)).toEqual(['>=3/4', '>1/2']);
  expect(leafText(open)).toContain('"words":"是否同意加装电梯?\\n“三号楼”"');
  expect(leafText(open)).toContain('"scope":["jn.s01.c01.x01.b3.e1"]');
});

it('writes a leaf in one way and reads it back', () => {
  for (const leaf of leaves) {
    expect(parseLeaf(leafText(leaf))).toEqual(leaf);
    const turned = Object.fromEntries(Object.entries(leaf).reverse());
    expect(parseLeaf(JSON.stringify(turned))).toBeUndefined();
    expect(parseLeaf(` ${leafText(leaf)}`)).toBeUndefined();
    expect(parseLeaf(leafText(leaf).replace('"vote"', '"more":1,"vote"'))).toBeUndefined();
    expect(hashOfLeaf(leaf)).toBe(leafHash(leafText(leaf)));
  }
  expect(parseLeaf('no leaf')).toBeUndefined();
});

it('does not say of a ballot who, what, how or when', () => {
  expect(leafText(leaves[1]!)).toMatch(
    /^\{"leaf":"[^"]*","vote":"v1","kind":"ballot","line":"[0-9a-f]{32}","version":1,"area":9000,"commitment":"[0-9a-f]{64}"\}$/,
  );
});

it('marks lines differently in every vote, and digests a roll whatever order it came in', () => {
  const mark = lineMark(SECRET, 'v1', 1);
  expect(mark).toMatch(/^[0-9a-f]{32}$/);
  expect(
    new Set([mark, lineMark(SECRET, 'v2', 1), lineMark(SECRET, 'v1', 2), lineMark(Uint8Array.of(8), 'v1', 1)]).size,
  ).toBe(4);
  const lines = Array.from({ length: 30 }, (_, no): RollLine => [lineMark(SECRET, 'v1', no), 9_000 + no]);
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: 30 }), (shuffled) => {
      expect(rollDigest('v1', shuffled)).toBe(rollDigest('v1', lines));
      expect(sortedRoll(shuffled)).toEqual(sortedRoll(lines));
    }),
  );
  expect(rollDigest('v1', lines.slice(1))).not.toBe(rollDigest('v1', lines));
  expect(rollDigest('v2', lines)).not.toBe(rollDigest('v1', lines));
});
