import * as z from 'zod/mini';
import { Id } from '../kernel/schema';

/** What an owner may say of one question. The three look alike everywhere and none is preselected. */
export const CHOICES = ['for', 'against', 'abstain'] as const;
export const Choice = z.enum(CHOICES);
export type Choice = z.output<typeof Choice>;

/**
 * Everything a ballot answers, question by question: the id of a matter (`m1`), or of a candidate within an
 * election (`m2.c3`). A ballot answers every question of its vote.
 */
export const Choices = z.record(Id, Choice);
export type Choices = z.output<typeof Choices>;

/** What everybody can read of a ballot after the result: in the notice, and before it is cast. */
export const OPENED_WORDS =
  '结果公布后，任何人都可以下载核验包重新计票。里面按面积列出每一票的选择，不写房号和姓名；面积和别家都不一样的房，可能被认出来。';

/** A question as it is counted: a matter, or one candidate of an election. */
export interface Question {
  readonly id: string;
  readonly matterId: string;
  readonly candidateId?: string;
}

interface Asked {
  readonly id: string;
  readonly election?: { readonly candidates: readonly { readonly id: string }[] } | undefined;
}

/** The questions of a vote, in the order they stand on the paper. */
export const questionsOf = (matters: readonly Asked[]): Question[] =>
  matters.flatMap(({ id, election }): Question[] =>
    election === undefined
      ? [{ id, matterId: id }]
      : election.candidates.map((candidate) => ({
          id: `${id}.${candidate.id}`,
          matterId: id,
          candidateId: candidate.id,
        })),
  );

export const CHOICE_PROBLEMS = ['unanswered', 'not-asked', 'too-many-for'] as const;
export type ChoiceProblem = { readonly why: (typeof CHOICE_PROBLEMS)[number]; readonly questionId: string };

/**
 * What is wrong with `choices` as answers to `matters`; undefined if nothing. More candidates in favour than
 * there are seats would spoil a paper, so a phone does not let it come to that.
 */
export const choiceProblem = (
  matters: readonly (Asked & { readonly election?: { readonly seats: number } | undefined })[],
  choices: Choices,
): ChoiceProblem | undefined => {
  const asked = questionsOf(matters);
  const missing = asked.find(({ id }) => choices[id] === undefined);
  if (missing !== undefined) return { why: 'unanswered', questionId: missing.id };
  const ids = new Set(asked.map(({ id }) => id));
  const extra = Object.keys(choices).find((id) => !ids.has(id));
  if (extra !== undefined) return { why: 'not-asked', questionId: extra };
  for (const { id, election } of matters) {
    if (election === undefined) continue;
    const infavour = asked.filter((one) => one.matterId === id && choices[one.id] === 'for').length;
    if (infavour > election.seats) return { why: 'too-many-for', questionId: id };
  }
  return undefined;
};

/** One text for one set of answers, whatever order they were given in: what is committed to and encrypted. */
export const canonicalChoices = (matters: readonly Asked[], choices: Choices): string =>
  JSON.stringify(questionsOf(matters).map(({ id }) => [id, choices[id] ?? '']));
