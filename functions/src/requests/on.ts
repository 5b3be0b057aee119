import type { Reaction } from '../platform/reaction';
import { onBook } from './on-book';
import { onContentWaiting } from './on-content-waiting';
import { onPersonDeleted } from './on-person-deleted';
import { onQueueChanged } from './on-queue-changed';
import { onRequestChanged } from './on-request-changed';
import { onStepCounted } from './on-step-counted';
import { onWords } from './on-words';

/** Lists first: people look for what they just did. */
export const requestsReactions: readonly Reaction[] = [
  onRequestChanged,
  onQueueChanged,
  onWords,
  onContentWaiting,
  onStepCounted,
  onBook,
  onPersonDeleted,
];
