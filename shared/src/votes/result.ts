import { tallyOf, verdictOf, withSilence } from './assembly-rules';
import type { Counted, Measure } from './assembly-rules';
import { questionsOf } from './ballot';
import { electionOutcome } from './election-rules';
import type { Matter, QuestionResult, VoteResult } from './vote';

type Results = Pick<VoteResult, 'questions' | 'elections'>;

/**
 * Every question's count and verdict, and who is elected.
 *
 * @param all area and heads of the frozen roll
 * @param counted one entry for each head that took part
 * @param silence whether the compound's own rules count the silent with the majority: a second tally beside the lawful one
 */
export const resultsOf = (
  matters: readonly Matter[],
  all: Measure,
  counted: readonly Counted[],
  silence: boolean,
): Results => {
  const questions = questionsOf(matters).flatMap(({ id, matterId, candidateId }): QuestionResult[] => {
    const matter = matters.find((one) => one.id === matterId);
    if (matter === undefined) return [];
    const tally = tallyOf(all, id, counted);
    const silent = withSilence(tally);
    return [
      {
        questionId: id,
        matterId,
        ...(candidateId === undefined ? {} : { candidateId }),
        tally,
        ...verdictOf(matter.kind, tally),
        ...(silence ? { withSilence: { tally: silent, outcome: verdictOf(matter.kind, silent).outcome } } : {}),
      },
    ];
  });
  const elections = matters.flatMap(({ id, election }) => {
    if (election === undefined) return [];
    const candidates = questions.flatMap(({ matterId, candidateId, tally }) =>
      matterId === id && candidateId !== undefined ? [{ candidateId, tally }] : [],
    );
    const { outcome, elected, alternates, tied } = electionOutcome(candidates, election.seats, election.alternates);
    return [{ matterId: id, outcome, elected: [...elected], alternates: [...alternates], tied: [...tied] }];
  });
  return { questions, elections };
};
