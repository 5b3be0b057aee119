import type { Notice } from '@gongyi/shared/notices/contract';
import { derivedId } from '../platform/idempotency';
import { deliver } from './inbox-store';
import type { Push } from './notice-item';

export interface Telling extends Pick<Notice, 'kind' | 'title' | 'words' | 'subject'> {
  readonly personIds: readonly string[];
  /** What happened: one cause tells one person once, however often it is told. */
  readonly causeId: string;
  readonly push?: Push | undefined;
}

/** Inboxes written at once. */
const AT_ONCE = 8;

/**
 * Puts one notice into each person's inbox, once for its cause. The message to the phone follows from the
 * notice by the stream. Safe to run again: who was told is not told twice.
 */
export const tell = async (telling: Telling, now: number): Promise<void> => {
  const { causeId, kind, title, words, subject, push } = telling;
  const personIds = [...new Set(telling.personIds)];
  for (let start = 0; start < personIds.length; start += AT_ONCE) {
    await Promise.all(
      personIds
        .slice(start, start + AT_ONCE)
        .map((personId) =>
          deliver(
            personId,
            { id: derivedId('notice', personId, causeId), causeId, kind, title, words, subject, push },
            now,
          ),
        ),
    );
  }
};
