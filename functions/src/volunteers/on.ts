import type { Reaction } from '../platform/reaction';
import { onDays } from './on-days';
import { onVolunteerLists } from './on-lists';
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
  onVolunteerWords,
  onVolunteerContent,
];
