import { thresholdOf } from '../matters';
import type { Vote } from '../vote';
import { LEAF_FORM } from './leaf';
import type { LoggedMatter, OpenLeaf } from './leaf';

const loggedMatter = ({ id, kind, title, words, election }: Vote['matters'][number]): LoggedMatter => ({
  id,
  kind,
  title,
  words,
  rule: { takesPart: '>=2/3', agrees: thresholdOf(kind) === 'special' ? '>=3/4' : '>1/2' },
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

/**
 * Leaf 0: what is asked of whom by which rule, fixed at the opening.
 *
 * @param notice SHA-256 of the public notice, hexadecimal
 * @param roll the frozen roll; `digest` from `rollDigest`
 */
export const openLeafOf = (
  vote: Pick<Vote, 'id' | 'title' | 'compoundId' | 'compoundName' | 'scope' | 'matters' | 'rulesInForce'>,
  times: Pick<OpenLeaf, 'opensAt' | 'closesAt'>,
  notice: string,
  roll: OpenLeaf['roll'],
): OpenLeaf => ({
  leaf: LEAF_FORM,
  vote: vote.id,
  kind: 'open',
  title: vote.title,
  compound: vote.compoundName,
  scope: vote.scope.kind === 'compound' ? [vote.compoundId] : vote.scope.placeIds,
  legalForce: vote.rulesInForce.rules.legalForce,
  mayChange: vote.rulesInForce.rules.mayChange,
  silenceWithMajority: vote.rulesInForce.rules.silenceWithMajority,
  opensAt: times.opensAt,
  closesAt: times.closesAt,
  notice,
  roll,
  matters: vote.matters.map(loggedMatter),
});
