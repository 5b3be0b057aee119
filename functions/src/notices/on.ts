import type { Reaction } from '../platform/reaction';
import { onHeld } from './on-held';
import { onPerson } from './on-person';
import { onPersonDeleted } from './on-person-deleted';
import { onRequest } from './on-request';
import { onSession } from './on-session';
import { onTopic } from './on-topic';
import { onBallotTelling, onCommittee, onRepair, onVote } from './on-vote';
import { onVolunteers } from './on-volunteers';
import { onNotice } from './push-notice';

export const noticeReactions: readonly Reaction[] = [
  onRequest,
  onTopic,
  onSession,
  onVote,
  onBallotTelling,
  onCommittee,
  onRepair,
  onVolunteers,
  onPerson,
  onPersonDeleted,
  onHeld,
  onNotice,
];
