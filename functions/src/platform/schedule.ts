export const TASK_NAMES = ['deadlines', 'jobs', 'content-checks', 'grants', 'ballots'] as const;
export type TaskName = (typeof TASK_NAMES)[number];

/** What a slice does every minute under one of the clock's tasks; safe to run twice and to be cut off. */
export interface Task {
  readonly task: TaskName;
  run(now: number): Promise<void>;
}
