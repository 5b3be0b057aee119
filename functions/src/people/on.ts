import type { Reaction } from '../platform/reaction';
import { onOwnerListed } from './on-owner-listed';
import { onPersonDeleted } from './on-person-deleted';

export const peopleReactions: readonly Reaction[] = [onOwnerListed, onPersonDeleted];
