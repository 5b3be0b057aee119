import { aBallot, beforeClose, changeClose, withLeaf } from './tamper-for-tests';
import type { Tamper } from './tamper-for-tests';

export const LEAF_TAMPERS: Readonly<Record<string, Tamper>> = {
  'a second ballot for a line': (random, vote) => {
    const [ballot] = aBallot(random, vote) ?? [];
    return ballot && beforeClose(vote, { ...ballot, version: random.pick([ballot.version, 1, ballot.version + 2]) });
  },
  'a changed ballot where none may change': (random, vote) => {
    const [ballot] = vote.open.mayChange ? [] : (aBallot(random, vote) ?? []);
    return ballot && beforeClose(vote, { ...ballot, version: 2 });
  },
  'a ballot after the close': (random, vote) => {
    const [ballot, at] = aBallot(random, vote) ?? [];
    if (ballot === undefined || at === undefined) return undefined;
    const moved = { ...vote, leaves: [...vote.leaves.filter((_, index) => index !== at), ballot] };
    return random.chance(0.5)
      ? moved
      : { ...vote, leaves: [...vote.leaves, { ...ballot, version: ballot.version + 1 }] };
  },
  'a ballot left out': (random, vote) => {
    const [, at] = aBallot(random, vote) ?? [];
    return at === undefined ? undefined : withLeaf(vote, at);
  },
  'a ballot of a line that is not in the roll': (random, vote) => {
    const [ballot, at] = aBallot(random, vote) ?? [];
    if (ballot === undefined || at === undefined) return undefined;
    return withLeaf(vote, at, {
      ...ballot,
      line: 'f'.repeat(32),
    });
  },
  'another area on a ballot': (random, vote) => {
    const [ballot, at] = aBallot(random, vote) ?? [];
    if (ballot === undefined || at === undefined) return undefined;
    const more = random.pick([1, 10_000, ballot.area]);
    return changeClose(withLeaf(vote, at, { ...ballot, area: ballot.area + more }), ({ area }) => ({
      area: area + more,
    }));
  },
  'versions with a gap': (random, vote) => {
    const [ballot, at] = aBallot(random, vote) ?? [];
    return ballot && at !== undefined ? withLeaf(vote, at, { ...ballot, version: ballot.version + 1 }) : undefined;
  },
  'a ballot of another vote': (random, vote) => {
    const [ballot, at] = aBallot(random, vote) ?? [];
    return ballot && at !== undefined ? withLeaf(vote, at, { ...ballot, vote: `${ballot.vote}x` }) : undefined;
  },
  'no close': (_, vote) => ({ ...vote, leaves: vote.leaves.slice(0, -1) }),
  'two closes': (_, vote) => ({ ...vote, leaves: [...vote.leaves, ...vote.leaves.slice(-1)] }),
  'no opening': (_, vote) => ({ ...vote, leaves: vote.leaves.slice(1) }),
  'two openings': (_, vote) => beforeClose(vote, vote.open),
  'closed before its time': (_, vote) => changeClose(vote, () => ({ closedAt: vote.open.closesAt - 1 })),
  'an end moved to earlier': (_, vote) =>
    beforeClose(vote, { leaf: vote.open.leaf, vote: vote.open.vote, kind: 'extension', closesAt: vote.open.closesAt }),
  'other counts at the close': (random, vote) =>
    changeClose(vote, (close) => {
      const which = random.pick(['heads', 'area', 'ballots'] as const);
      return { [which]: close[which] + 1 };
    }),
  'a witness who is not in the log': (_, vote) =>
    vote.cosigners.length === 0
      ? undefined
      : { ...vote, leaves: vote.leaves.filter((leaf) => leaf.kind !== 'witness') },
};
