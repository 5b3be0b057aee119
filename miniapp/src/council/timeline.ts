import type { TopicStep, TopicView } from '@gongyi/shared/council/contract-view';

/** What of a topic's timeline is here: every step before `rev` and from `earlier` on, or from the first. */
export interface Timeline {
  readonly topicId: string;
  readonly rev: number;
  readonly steps: readonly TopicStep[];
  readonly earlier: number | undefined;
}

const joined = (some: readonly TopicStep[], fresher: readonly TopicStep[]): TopicStep[] => {
  const steps = new Map([...some, ...fresher].map((step) => [step.rev, step]));
  return [...steps.values()].sort((a, b) => a.rev - b.rev);
};

/** What was hidden since a page was read is hidden on it, too. */
const withHidden = (steps: readonly TopicStep[]): TopicStep[] => {
  const hidden = new Set(
    steps.filter(({ kind }) => kind === 'comment-hidden').map(({ facts: { hiddenRev } }) => hiddenRev),
  );
  return steps.map((step) => (hidden.has(step.rev) ? { ...step, hidden: true } : step));
};

/** The topic as it is now, with the earlier steps that are here already. */
export const withNewest = (here: Timeline | undefined, view: TopicView): Timeline => {
  const { id: topicId, rev, timeline, earlier } = view;
  // Where steps between the two are missing, one goes back from the newest again.
  const apart = here?.topicId !== topicId || (earlier !== undefined && earlier > here.rev + 1);
  if (apart || earlier === undefined) return { topicId, rev, steps: withHidden(timeline), earlier };
  const first = here.earlier === undefined ? undefined : Math.min(here.earlier, earlier);
  return { topicId, rev, steps: withHidden(joined(here.steps, timeline)), earlier: first };
};

/** With one page more of what came before. */
export const withEarlier = (here: Timeline, { timeline, earlier }: TopicView): Timeline => ({
  ...here,
  steps: withHidden(joined(timeline, here.steps)),
  earlier,
});
