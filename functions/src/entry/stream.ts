import { councilReactions } from '../council/on';
import { mediaReactions } from '../media/on';
import { noticeReactions } from '../notices/on';
import { peopleReactions } from '../people/on';
import type { Reaction } from '../platform/reaction';
import { streamHandler } from '../platform/stream-loop';
import { requestsReactions } from '../requests/on';
import { votesReactions } from '../votes/on';
import { volunteerReactions } from '../volunteers/on';

/** Every reaction to a change of the table: the slices' lists, one after another. */
const reactions: readonly Reaction[] = [
  ...peopleReactions,
  ...mediaReactions,
  ...requestsReactions,
  ...votesReactions,
  ...councilReactions,
  ...volunteerReactions,
  ...noticeReactions,
];

export const handler = streamHandler(reactions);
