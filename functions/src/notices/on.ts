import type { Reaction } from '../platform/reaction';
import { onHeld } from './on-held';
import { onPerson } from './on-person';
import { onPersonDeleted } from './on-person-deleted';
import { onRequest } from './on-request';
import { onSession } from './on-session';
import { onTopic } from './on-topic';
import { onNotice } from './push-notice';

export const noticeReactions: readonly Reaction[] = [
  onRequest,
  onTopic,
  onSession,
  onPerson,
  onPersonDeleted,
  onHeld,
  onNotice,
];
