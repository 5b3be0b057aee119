import type { TopicView } from '@gongyi/shared/council/contract-view';
import { clockWords } from '../ui/time-words';
import { NEXT, PARTY } from './topic-copy';

/** One sentence on what happens next, and the instant it hangs on, if there is one. */
export interface TopicNext {
  readonly words: string;
  readonly at?: number;
}

/** A date that is nobody's duty: counted down to, never overdue. */
const coming = (words: string, at: number, now: number): TopicNext => (now < at ? { words, at } : { words });

const screening = (view: TopicView, now: number): TopicNext => {
  if (view.screenBy === undefined)
    return { words: NEXT.gathering(Math.max(1, view.rules.rules.secondsBeforeScreening - view.seconds)) };
  const when = clockWords(view.screenBy, now);
  return { words: now < view.screenBy ? NEXT.screening(when) : NEXT.screeningLate(when), at: view.screenBy };
};

const meeting = ({ session }: TopicView, now: number): TopicNext => {
  if (session === undefined) return { words: NEXT.noSession };
  if (session.status === 'in-session') return { words: NEXT.inSession };
  if (session.status === 'adjourned') return { words: NEXT.adjourned };
  return coming(NEXT.scheduled(clockWords(session.startsAt, now), session.venue), session.startsAt, now);
};

const working = (view: TopicView, now: number): TopicNext => {
  const open = view.taskList.filter(({ doneAt }) => doneAt === undefined).sort((a, b) => a.dueAt - b.dueAt);
  const [first] = open;
  if (first === undefined) return { words: NEXT.done };
  const party = PARTY[first.party];
  const words = now < first.dueAt ? NEXT.task(party, clockWords(first.dueAt, now)) : NEXT.taskLate(party);
  return { words, at: first.dueAt };
};

/** What happens next with a topic, in server time. */
export const topicNext = (view: TopicView, now: number): TopicNext => {
  switch (view.status) {
    case 'proposed':
      return screening(view, now);
    case 'accepted':
      return { words: NEXT.accepted(view.rules.rules.noticeDays) };
    case 'scheduled':
      return meeting(view, now);
    case 'on-notice':
      return view.notice === undefined
        ? { words: NEXT.agreed }
        : coming(NEXT.onNotice(clockWords(view.notice.endsAt, now)), view.notice.endsAt, now);
    case 'carrying-out':
      return working(view, now);
    case 'redirected':
      return { words: NEXT.redirected[view.redirectedTo ?? 'street'] };
    case 'returned':
      return { words: view.mergedFrom.length > 0 ? NEXT.returnedWithOthers : NEXT.returned };
    case 'merged':
    case 'withdrawn':
    case 'agreed':
    case 'done':
    case 'referred':
      return { words: NEXT[view.status] };
  }
};
