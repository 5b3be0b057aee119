import type { Reaction } from '../platform/reaction';
import { onHeld } from './on-held';
import { onPerson } from './on-person';
import { onRequest } from './on-request';
import { onNotice } from './push-notice';

export const noticeReactions: readonly Reaction[] = [onRequest, onPerson, onHeld, onNotice];
