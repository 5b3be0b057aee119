import type { Reaction } from '../platform/reaction';
import { onDays } from './on-days';
import { onHours } from './on-hours';
import { onVolunteerLists } from './on-lists';
import { onPersonDeleted } from './on-person-deleted';
import { onSeats } from './on-seats';
import { onLateLines, onShiftChanged } from './on-shift-changed';
import { onVolunteerContent, onVolunteerWords } from './on-words';

/** Lists first: people look for what they just did. */
export const volunteerReactions: readonly Reaction[] = [
  onVolunteerLists,
  onDays,
  onSeats,
  onShiftChanged,
  onLateLines,
  onHours,
  onVolunteerWords,
  onVolunteerContent,
  onPersonDeleted,
];
