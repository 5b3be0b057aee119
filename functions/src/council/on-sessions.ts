import type { Reaction } from '../platform/reaction';
import { onSessionChanged } from './on-session-changed';

export const sessionReactions: readonly Reaction[] = [onSessionChanged];
