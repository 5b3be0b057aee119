import type { Reaction } from '../platform/reaction';
import { onCouncilContent } from './on-council-content';
import { onCouncilLists } from './on-council-lists';
import { onCouncilWords } from './on-council-words';
import { onPersonDeleted } from './on-person-deleted';
import { onSeatsChanged } from './on-seats-changed';
import { sessionReactions } from './on-sessions';

/** Lists first: people look for what they just did. */
export const councilReactions: readonly Reaction[] = [
  onCouncilLists,
  onSeatsChanged,
  ...sessionReactions,
  onCouncilWords,
  onCouncilContent,
  onPersonDeleted,
];
