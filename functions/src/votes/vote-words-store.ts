import type { Vote } from '@gongyi/shared/votes/vote';
import { changeOnce, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { stepVerdict } from '../platform/step-verdict';
import type { Judge, Verdict } from '../platform/step-verdict';
import { keys } from '../platform/table-shape';
import type { StoredStep } from '../platform/record-item';
import { findVote, isVoteText, voteSteps, voteStepsAt } from './vote-store';

/** Verdicts on words of a vote: on those of one step, and where they are the vote's own, on the vote too. */
const TRIES = 8;

const isNewestText = (steps: readonly StoredStep[], step: StoredStep): boolean =>
  steps.findLast(isVoteText)?.rev === step.rev;

/** The words a vote has now, and the step that holds them: one verdict for both. */
const textWrites = (vote: Vote, step: StoredStep, verdict: Verdict, person: Judge | undefined): TransactItem[] => [
  updateOf({
    key: keys.vote(vote.id),
    set: { wordsCheck: verdict },
    when: '#rev = :rev AND wordsCheck = :seen',
    names: { '#rev': 'rev' },
    values: { ':rev': vote.rev, ':seen': vote.wordsCheck },
    op: person?.op ?? `words.${verdict}`,
  }),
  updateOf(stepVerdict(keys.voteStep(vote.id, step.rev), verdict, person)),
];

/** A verdict is on the words that were looked at: those of an earlier version no longer speak for the vote. */
const settleText = async (voteId: string, step: StoredStep, verdict: Verdict, person?: Judge): Promise<boolean> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [vote, steps] = await Promise.all([findVote(voteId), voteSteps(voteId)]);
    if (vote === undefined) return false;
    if (!isNewestText(steps, step)) {
      return (await changeOnce(stepVerdict(keys.voteStep(voteId, step.rev), verdict, person))).done;
    }
    if (vote.wordsCheck === verdict) return true;
    if (person === undefined && vote.wordsCheck !== 'pending') return true;
    if ((await writeTogether(textWrites(vote, step, verdict, person))).done) return true;
  }
  throw new Error('a vote changed too often for a verdict on its words');
};

/** Writes a verdict on the words of one step; false if there is no such step with words. */
export const settleVoteWords = async (
  voteId: string,
  rev: number,
  verdict: Verdict,
  person?: Judge,
): Promise<boolean> => {
  const [step] = await voteStepsAt(voteId, [rev]);
  if (step?.words === undefined) return false;
  if (isVoteText(step)) return settleText(voteId, step, verdict, person);
  return (await changeOnce(stepVerdict(keys.voteStep(voteId, rev), verdict, person))).done;
};
