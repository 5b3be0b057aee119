import { contentWaiting } from '../media/public';
import { stepOwner } from './on-council-words';
import { findSession, findTopic, stepsAfter } from './record-store';

/** Words and photos of the council that no machine cleared come before a person. */
export const onCouncilContent = contentWaiting({
  name: 'council/content-waiting',
  stepOwner,
  compoundOf: async ({ kind, id }) => (await (kind === 'topic' ? findTopic(id) : findSession(id)))?.compoundId,
  stepsOf: ({ kind, id }, after) => stepsAfter(kind, id, after),
  // A session shows no photos of its own.
  shownIn: (id) => [{ kind: 'topic', id }],
});
