import { inPool } from './pool';

/** One thing somebody does at an instant; acts of a lane come one after the other. */
export interface Act {
  readonly at: number;
  readonly lane: string;
  readonly run: () => Promise<void>;
}

const AT_ONCE = 6;

/** Plays all acts through the same days: instant by instant, lanes side by side. */
export const play = async (acts: readonly Act[], moveTo: (instant: number) => Promise<void>): Promise<void> => {
  for (const at of [...new Set(acts.map((act) => act.at))].sort((a, b) => a - b)) {
    await moveTo(at);
    const due = acts.filter((act) => act.at === at);
    await inPool([...new Set(due.map(({ lane }) => lane))], AT_ONCE, async (lane) => {
      for (const act of due) if (act.lane === lane) await act.run();
    });
  }
};
