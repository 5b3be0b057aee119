import { contentWaiting } from '../media/public';
import { RECORD_KINDS, compoundOf, stepOwner, stepsOf } from './record-subject';

/** Words and photos of votes and repairs that no machine cleared come before a person. */
export const onVotesContent = contentWaiting({
  name: 'votes/content-waiting',
  stepOwner,
  compoundOf,
  stepsOf,
  shownIn: (id) => RECORD_KINDS.map((kind) => ({ kind, id })),
});
