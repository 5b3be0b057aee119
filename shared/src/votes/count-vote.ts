import { tallyOf, verdictOf, withSilence } from './assembly-rules';
import type { Counted, Measure } from './assembly-rules';
import { questionsOf } from './ballot';
import { electionOutcome } from './election-rules';
import type { Matter, VoteResult } from './vote';

type Question = VoteResult['questions'][number];

/** The counted answers of a vote: every question by itself, then who is elected. Pure and the same at every recount. */
export const countVote = (
  matters: readonly Pick<Matter, 'id' | 'kind' | 'election'>[],
  all: Measure,
  counted: readonly Counted[],
  silenceWithMajority: boolean,
): Pick<VoteResult, 'questions' | 'elections'> => {
  const questions = matters.flatMap((matter) =>
    questionsOf([matter]).map(({ id, matterId, candidateId }): Question => {
      const tally = tallyOf(all, id, counted);
      const silent = withSilence(tally);
      return {
        questionId: id,
        matterId,
        ...(candidateId === undefined ? {} : { candidateId }),
        tally,
        ...verdictOf(matter.kind, tally),
        ...(silenceWithMajority
          ? { withSilence: { tally: silent, outcome: verdictOf(matter.kind, silent).outcome } }
          : {}),
      };
    }),
  );
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
