import { mediaReactions } from '../media/on';
import { noticeReactions } from '../notices/on';
import type { Reaction } from '../platform/reaction';
import { streamHandler } from '../platform/stream-loop';

/** Every reaction to a change of the table: the slices' lists, one after another. */
const reactions: readonly Reaction[] = [...mediaReactions, ...noticeReactions];

export const handler = streamHandler(reactions);
