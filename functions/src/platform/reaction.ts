import type { Item } from './table';
import { PREFIX, keys } from './table-shape';

/** One change of one item, as the table's stream tells it. */
export interface Change {
  readonly pk: string;
  readonly sk: string;
  /** The item before; undefined when it was created. */
  readonly old: Item | undefined;
  /** The item after; undefined when it was removed (by TTL too: see `expired`). */
  readonly new: Item | undefined;
  /** When the write happened, to the second. */
  readonly at: number;
  /** The same at every delivery of this change, and of no other. */
  readonly eventId: string;
  /** Removed by TTL, not by anybody: never changes a figure. */
  readonly expired: boolean;
}

/**
 * What a slice does about changes. Delivered at least once, in order for one item, at once for different
 * items: it must be safe to run twice. It looks at keys first and returns at once for what is not its own.
 */
export interface Reaction {
  readonly name: string;
  on(change: Change): Promise<void>;
}

/** The person whose account this change deleted: their profile became a tombstone. */
export const deletedPersonOf = ({ pk, sk, old, new: now }: Change): string | undefined => {
  const isProfile = pk.startsWith(PREFIX.person) && sk === keys.profile('').sk;
  const isDeleted = now?.['deletedAt'] !== undefined && old?.['deletedAt'] === undefined;
  return isProfile && isDeleted ? pk.slice(PREFIX.person.length) : undefined;
};
