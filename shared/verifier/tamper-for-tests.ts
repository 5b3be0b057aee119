import type { Random } from '../src/kernel/random-for-tests';
import { commitmentOf } from '../src/votes/log/commitment';
import type { Opening } from '../src/votes/log/commitment';
import type { BallotLeaf, CloseLeaf, VoteLogLeaf } from '../src/votes/log/leaf';
import type { VoteForTests } from './vote-for-tests';

/**
 * What somebody inside could do who holds the log's key and the witnesses', too: the vote is changed first and
 * signed afterwards, so that tree and signatures are good. Undefined where a vote offers nothing to change.
 */
export type Tamper = (random: Random, vote: VoteForTests) => VoteForTests | undefined;

type Indexed = readonly [BallotLeaf, number];
export const ballotsOf = ({ leaves }: VoteForTests): Indexed[] =>
  leaves.flatMap((leaf, at): Indexed[] => (leaf.kind === 'ballot' ? [[leaf, at]] : []));
export const aBallot = (random: Random, vote: VoteForTests): Indexed | undefined => {
  const all = ballotsOf(vote);
  return all.length === 0 ? undefined : random.pick(all);
};

export const withLeaf = (vote: VoteForTests, at: number, ...put: VoteLogLeaf[]): VoteForTests => ({
  ...vote,
  leaves: [...vote.leaves.slice(0, at), ...put, ...vote.leaves.slice(at + 1)],
});
export const beforeClose = (vote: VoteForTests, leaf: VoteLogLeaf): VoteForTests => ({
  ...vote,
  leaves: [...vote.leaves.slice(0, -1), leaf, ...vote.leaves.slice(-1)],
});
export const changeOpen = (vote: VoteForTests, change: Partial<VoteForTests['open']>): VoteForTests => {
  const open = { ...vote.open, ...change };
  return { ...withLeaf(vote, 0, open), open };
};
export const changeClose = (vote: VoteForTests, change: (close: CloseLeaf) => Partial<CloseLeaf>): VoteForTests => ({
  ...vote,
  leaves: vote.leaves.map((leaf) => (leaf.kind === 'close' ? { ...leaf, ...change(leaf) } : leaf)),
});
export const changeOpening = (vote: VoteForTests, at: number, change: Partial<Opening>): VoteForTests => ({
  ...vote,
  openings: vote.openings.map((one, index) => (index === at ? { ...one, ...change } : one)),
});
export const anOpening = (random: Random, { openings }: VoteForTests): readonly [Opening, number] | undefined =>
  openings.length === 0 ? undefined : random.pick(openings.map((one, at) => [one, at] as const));
export const otherOf = <T>(random: Random, all: readonly T[], not: T): T =>
  random.pick(all.filter((one) => one !== not));

/** The log says of this line's last ballot what its changed answers say, as if it had been cast so. */
export const recommitted = (vote: VoteForTests, line: string, choices: Opening['choices']): VoteForTests => {
  const [ballot, at] = ballotsOf(vote).findLast(([leaf]) => leaf.line === line) ?? [];
  const opening = vote.openings.find((one) => one.line === line);
  if (ballot === undefined || at === undefined || opening === undefined) throw new Error('no such ballot');
  const { version } = ballot;
  const commitment = commitmentOf({
    vote: vote.open.vote,
    line,
    version,
    salt: opening.salt,
    choices: JSON.stringify(choices),
  });
  const openings = vote.openings.map((one) => (one.line === line ? { ...one, choices } : one));
  return { ...withLeaf(vote, at, { ...ballot, commitment }), openings };
};
