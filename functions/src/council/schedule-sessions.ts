import { walkDue } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { SESSION_DUE } from './record-store';
import { handleSessionDue } from './sessions-due';

/** Ends of notices, minutes that are late, and words of steps that no machine has judged. */
export const sessionTasks: readonly Task[] = [
  { task: 'deadlines', run: (now) => walkDue(SESSION_DUE, now, (due) => handleSessionDue(due, now)) },
];
