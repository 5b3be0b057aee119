import type { Choice, Choices, Question } from './ballot';

/**
 * A ballot's answers as bytes, one a question in the order of the paper: whatever is chosen, the length is the
 * same, so that what is encrypted tells nothing by its size.
 */
const CODES: Readonly<Record<Choice, number>> = { for: 1, against: 2, abstain: 3 };
const CHOICE_OF = new Map<number, Choice>([
  [1, 'for'],
  [2, 'against'],
  [3, 'abstain'],
]);

export const choicesToBytes = (questions: readonly Question[], choices: Choices): Uint8Array =>
  Uint8Array.from(questions, ({ id }) => {
    const choice = choices[id];
    return choice === undefined ? 0 : CODES[choice];
  });

/** The answers; undefined if these bytes are no ballot of these questions. */
export const choicesFromBytes = (questions: readonly Question[], bytes: Uint8Array): Choices | undefined => {
  if (bytes.length !== questions.length) return undefined;
  const choices: Choices = {};
  for (const [index, { id }] of questions.entries()) {
    const choice = CHOICE_OF.get(bytes[index] ?? 0);
    if (choice === undefined) return undefined;
    choices[id] = choice;
  }
  return choices;
};
