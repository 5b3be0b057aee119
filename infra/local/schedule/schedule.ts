import type { Clock } from '../clock/clock';
import type { LambdaFunction } from '../lambda/pool';

/** Every rule of the cloud's scheduler: each fires once a minute. */
const RULES = [
  { task: 'deadlines', target: 'schedule' },
  { task: 'content-checks', target: 'schedule' },
  { task: 'grants', target: 'schedule' },
  { task: 'jobs', target: 'jobs' },
  { task: 'ballots', target: 'ballots-work' },
] as const;

const MINUTE = 60_000;
const LOOK_MS = 500;

export interface ScheduleParts {
  readonly targets: Readonly<Record<'schedule' | 'jobs' | 'ballots-work', Pick<LambdaFunction, 'invoke'>>>;
  readonly clock: Pick<Clock, 'now' | 'onAdvance'>;
  readonly report: (fault: unknown) => void;
}

export interface Schedule {
  /** Runs every rule now and resolves when all have ended. */
  readonly fire: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * Fires the rules at every minute of the system's time, and at once when time is moved on. A rule whose last
 * run is still going is not started again: its next run finds what this one left.
 */
export const startSchedule = ({ targets, clock, report }: ScheduleParts): Schedule => {
  const running = new Map<string, Promise<void>>();
  const run = async (task: string, target: keyof typeof targets): Promise<void> => {
    const time = new Date(Math.floor(clock.now() / MINUTE) * MINUTE).toISOString().replace('.000Z', 'Z');
    const event = { version: '0', source: 'aws.events', 'detail-type': 'Scheduled Event', time, detail: { task } };
    const outcome = await targets[target].invoke(event);
    if (outcome.kind !== 'answered') report(`schedule ${task}: ${JSON.stringify(outcome)}`);
  };
  const startRule = (task: string, target: keyof typeof targets): Promise<void> => {
    const going = running.get(task);
    if (going !== undefined) return going;
    const work = run(task, target)
      .catch(report)
      .finally(() => running.delete(task));
    running.set(task, work);
    return work;
  };
  const fireRules = async (): Promise<void> => {
    await Promise.all(RULES.map(({ task, target }) => startRule(task, target)));
  };
  let minute = Math.floor(clock.now() / MINUTE);
  const timer = setInterval(() => {
    const current = Math.floor(clock.now() / MINUTE);
    if (current === minute) return;
    minute = current;
    void fireRules();
  }, LOOK_MS);
  const fire = async (): Promise<void> => {
    // A run that began before the call may have looked at the old time.
    await Promise.all(running.values());
    minute = Math.floor(clock.now() / MINUTE);
    await fireRules();
  };
  clock.onAdvance(fire);
  return {
    fire,
    stop: () => {
      clearInterval(timer);
    },
  };
};
