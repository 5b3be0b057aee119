import type { LoggedMatter, OpenLeaf } from './leaf';
import { LEAF_FORM, VoteLogLeaf } from './leaf';
import { leafHash } from './merkle';

const matterInOrder = ({ id, kind, title, words, rule, election }: LoggedMatter): object => ({
  id,
  kind,
  title,
  words,
  rule: { takesPart: rule.takesPart, agrees: rule.agrees },
  ...(election === undefined
    ? {}
    : {
        election: {
          seats: election.seats,
          alternates: election.alternates,
          candidates: election.candidates.map((one) => ({ id: one.id, name: one.name })),
        },
      }),
});

const openInOrder = (leaf: OpenLeaf): object => ({
  title: leaf.title,
  compound: leaf.compound,
  scope: leaf.scope,
  legalForce: leaf.legalForce,
  mayChange: leaf.mayChange,
  silenceWithMajority: leaf.silenceWithMajority,
  opensAt: leaf.opensAt,
  closesAt: leaf.closesAt,
  notice: leaf.notice,
  roll: { heads: leaf.roll.heads, area: leaf.roll.area, digest: leaf.roll.digest },
  matters: leaf.matters.map(matterInOrder),
});

const ownInOrder = (leaf: VoteLogLeaf): object => {
  switch (leaf.kind) {
    case 'open':
      return openInOrder(leaf);
    case 'ballot':
      return { line: leaf.line, version: leaf.version, area: leaf.area, commitment: leaf.commitment };
    case 'witness':
      return { party: leaf.party, key: leaf.key };
    case 'extension':
      return { closesAt: leaf.closesAt };
    case 'close':
      return { closedAt: leaf.closedAt, heads: leaf.heads, area: leaf.area, ballots: leaf.ballots };
  }
};

/** One text for one leaf: JSON without spaces, its keys in the order of the schemas in `leaf.ts`. */
export const leafText = (leaf: VoteLogLeaf): string =>
  JSON.stringify({ leaf: LEAF_FORM, vote: leaf.vote, kind: leaf.kind, ...ownInOrder(leaf) });

/** The hash by which a leaf stands in the tree, hexadecimal. */
export const hashOfLeaf = (leaf: VoteLogLeaf): string => leafHash(leafText(leaf));

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The leaf a text says; undefined if it is none, or not written as `leafText` writes it. */
export const parseLeaf = (text: string): VoteLogLeaf | undefined => {
  const { data } = VoteLogLeaf.safeParse(jsonOf(text));
  return data !== undefined && leafText(data) === text ? data : undefined;
};
