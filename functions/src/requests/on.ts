import type { Reaction } from '../platform/reaction';
import { onRequestChanged } from './on-request-changed';

export const requestsReactions: readonly Reaction[] = [onRequestChanged];
