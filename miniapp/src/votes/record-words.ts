import { VOTE_STEPS } from '@gongyi/shared/votes/vote-steps';
import { RECORD } from '../platform/record-copy';
import type { RecordWords } from '../platform/record-lines';
import { RELATION, ROLE } from '../people/copy';
import { VOTE_ACTOR, VOTE_STEP } from './copy';

/** Everything that a step can have been made as; the record names it in code. */
const AS: Readonly<Record<string, string>> = { ...ROLE, ...RELATION, ...RECORD.as, ...VOTE_ACTOR };

export const VOTE_RECORD: RecordWords = {
  step: ({ kind }) => {
    const known = VOTE_STEPS.find((each) => each === kind);
    return known === undefined ? kind : VOTE_STEP[known];
  },
  actor: ({ as }) => AS[as] ?? RECORD.someone,
};
