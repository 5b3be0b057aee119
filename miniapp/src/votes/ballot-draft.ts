import * as z from 'zod/mini';
import { Choices, questionsOf } from '@gongyi/shared/votes/ballot';
import type { Choice } from '@gongyi/shared/votes/ballot';
import type { MatterView } from '@gongyi/shared/votes/contract-view';

/** Answers as far as they are given, and the key of the one casting they go with. Only on this device. */
export const BallotDraft = z.object({
  choices: Choices,
  key: z.string(),
  /** It was sent and no answer came: whether it counts is not known, so nothing may be changed. */
  unknown: z.boolean(),
  /** The version that this casting replaces, as it was seen; 0 for the first. */
  seen: z.int(),
});
export type BallotDraft = z.output<typeof BallotDraft>;

type Asked = readonly Pick<MatterView, 'id' | 'election'>[];

/** The questions still to be answered, in the order of the paper. */
export const unansweredIn = (matters: Asked, choices: Choices): readonly string[] =>
  questionsOf(matters)
    .map(({ id }) => id)
    .filter((id) => choices[id] === undefined);

/** Candidates of a matter that are agreed to so far. */
export const agreedIn = (matterId: string, choices: Choices): number =>
  Object.entries(choices).filter(([id, choice]) => id.startsWith(`${matterId}.`) && choice === 'for').length;

/** Whether one more 同意 would be more than there are seats: such a ballot is not lawful. */
export const seatsFull = (matter: Asked[number], questionId: string, choice: Choice, choices: Choices): boolean =>
  choice === 'for' &&
  matter.election !== undefined &&
  choices[questionId] !== 'for' &&
  agreedIn(matter.id, choices) >= matter.election.seats;

/** A question in words, for the sheet that repeats everything once. */
export interface Answer {
  readonly id: string;
  readonly words: string;
  readonly choice: Choice | undefined;
}
export const answersOf = (matters: readonly MatterView[], choices: Choices): Answer[] =>
  matters.flatMap(({ id, title, election }): Answer[] =>
    election === undefined
      ? [{ id, words: title, choice: choices[id] }]
      : election.candidates.map((one) => ({
          id: `${id}.${one.id}`,
          words: `${title}：${one.name}`,
          choice: choices[`${id}.${one.id}`],
        })),
  );
