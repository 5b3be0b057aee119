import type { Reaction } from '../platform/reaction';
import { onCommitteeLists } from './committee-lists';
import { onVoteLists } from './on-vote-lists';
import { onPersonDeleted, onResidentSpoke } from './on-person-deleted';
import { onVotesContent } from './on-votes-content';
import { onVotesWords } from './on-votes-words';

/** Lists first: people look for what they just did. */
export const votesReactions: readonly Reaction[] = [
  onVoteLists,
  onCommitteeLists,
  onResidentSpoke,
  onPersonDeleted,
  onVotesWords,
  onVotesContent,
];
