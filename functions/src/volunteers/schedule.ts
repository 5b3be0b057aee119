import { walkDue } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { handleOfferDue } from './offers-due';
import { WISH_DUE, WORDS_DUE, recordKey } from './record-store';
import { SERIES_DUE } from './series-store';
import { handleSeriesDue } from './series-shifts';
import { SLOT_DUE } from './slot-clock-store';
import { handleSlotDue } from './slots-due';
import { OFFER_DUE } from './ticket-store';
import { handleWishDue } from './wishes-due';
import { settleWords } from './words-store';

/** Reminders and ends of slots, offers that nobody answered, dates of series, and words that no machine has judged. */
export const volunteerTasks: readonly Task[] = [
  { task: 'deadlines', run: (now) => walkDue(SLOT_DUE, now, (due) => handleSlotDue(due, now)) },
  { task: 'deadlines', run: (now) => walkDue(OFFER_DUE, now, (due) => handleOfferDue(due, now)) },
  { task: 'deadlines', run: (now) => walkDue(SERIES_DUE, now, (due) => handleSeriesDue(due, now)) },
  { task: 'deadlines', run: (now) => walkDue(WISH_DUE, now, (due) => handleWishDue(due, now)) },
  {
    task: 'deadlines',
    run: (now) =>
      walkDue(WORDS_DUE, now, async ({ key }) => {
        const step = recordKey(key.pk, key.sk);
        if (step !== undefined) await settleWords(step.kind, step.id, Number(key.sk.slice('EV#'.length)), 'person');
      }),
  },
];
