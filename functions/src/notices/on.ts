import type { Reaction } from '../platform/reaction';
import { onHeld } from './on-held';
import { onPerson } from './on-person';
import { onPersonDeleted } from './on-person-deleted';
import { onRequest } from './on-request';
import { onSession } from './on-session';
import { onNotice } from './push-notice';

export const noticeReactions: readonly Reaction[] = [onRequest, onSession, onPerson, onPersonDeleted, onHeld, onNotice];
