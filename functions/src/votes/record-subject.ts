import { PREFIX } from '../platform/table-shape';
import type { StoredStep } from '../platform/record-item';
import type { Judge, Verdict } from '../platform/step-verdict';
import { settleCommitteeWords } from './committee-store';
import { findCommitteeVote, committeeSteps } from './committee-store';
import { findRepair, repairSteps, settleRepairWords } from './repair-store';
import { findVote, voteSteps } from './vote-store';
import { settleVoteWords } from './vote-words-store';

/** What of this slice has a record whose words are checked. */
export const RECORD_KINDS = ['vote', 'committee-vote', 'repair'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface RecordSubject {
  readonly kind: RecordKind;
  readonly id: string;
}

const PREFIX_OF = { vote: PREFIX.vote, 'committee-vote': PREFIX.committeeVote, repair: PREFIX.repair } as const;

/** Whose step a key is of; undefined if of none of these. */
export const stepOwner = ({ pk, sk }: { readonly pk: string; readonly sk: string }): RecordSubject | undefined => {
  const kind = sk.startsWith('EV#') ? RECORD_KINDS.find((one) => pk.startsWith(PREFIX_OF[one])) : undefined;
  return kind === undefined ? undefined : { kind, id: pk.slice(PREFIX_OF[kind].length) };
};

export const compoundOf = async ({ kind, id }: RecordSubject): Promise<string | undefined> => {
  switch (kind) {
    case 'vote':
      return (await findVote(id))?.compoundId;
    case 'committee-vote':
      return (await findCommitteeVote(id))?.compoundId;
    case 'repair':
      return (await findRepair(id))?.compoundId;
  }
};

export const stepsOf = ({ kind, id }: RecordSubject, after = 0): Promise<StoredStep[]> =>
  ({ vote: voteSteps, 'committee-vote': committeeSteps, repair: repairSteps })[kind](id, after);

export const settleWords = (
  { kind, id }: RecordSubject,
  rev: number,
  verdict: Verdict,
  person?: Judge,
): Promise<boolean> =>
  ({ vote: settleVoteWords, 'committee-vote': settleCommitteeWords, repair: settleRepairWords })[kind](
    id,
    rev,
    verdict,
    person,
  );
