import { walkDue } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { handleDue } from './mark-overdue';
import { REQUEST_DUE } from './request-item';

/** Deadlines of requests, of pauses, and of words that no machine has judged: one walk over what fell due. */
export const requestsTasks: readonly Task[] = [
  { task: 'deadlines', run: (now) => walkDue(REQUEST_DUE, now, (due) => handleDue(due, now)) },
];
