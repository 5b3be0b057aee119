import { TOPIC_EVENT_KINDS } from '@gongyi/shared/council/topic';
import type { StoredStep } from '../platform/record-item';
import { stepsBefore } from './record-store';

/** Seconds are counted, not listed. */
export const LISTED = TOPIC_EVENT_KINDS.filter((kind) => kind !== 'seconded');
const isListed = ({ kind }: StoredStep): boolean => LISTED.some((one) => one === kind);

/** Steps shown at once. */
const SHOWN = 50;
/** Steps read at once, and how often for one page: hundreds of seconds may lie between two steps that are shown. */
const READ = 100;
const MOST_READS = 4;

export interface TimelinePage {
  readonly steps: readonly StoredStep[];
  /** What came before this revision is not here. */
  readonly earlier: number | undefined;
}

/**
 * The last steps that are shown before a revision. However long a record has become, a page of it reads so many
 * steps and no more: where few of them are shown the page is short, and what is earlier is another.
 */
export const timelinePage = async (topicId: string, before: number | undefined): Promise<TimelinePage> => {
  let steps: readonly StoredStep[] = [];
  let from = before;
  for (let reads = 0; reads < MOST_READS && steps.length < SHOWN; reads += 1) {
    const page = await stepsBefore(topicId, READ, from);
    const listed = [...page.steps.filter(isListed), ...steps];
    steps = listed.slice(-SHOWN);
    if (listed.length > SHOWN) return { steps, earlier: steps[0]?.rev };
    if (!page.more) return { steps, earlier: undefined };
    from = page.steps[0]?.rev;
  }
  return { steps, earlier: from };
};
