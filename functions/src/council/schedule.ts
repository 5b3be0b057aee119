import { walkDue } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { TOPIC_DUE } from './record-store';
import { sessionTasks } from './schedule-sessions';
import { handleTopicDue } from './topics-due';

/** Screenings and tasks that are late, ends of notices, and words that no machine has judged. */
export const councilTasks: readonly Task[] = [
  { task: 'deadlines', run: (now) => walkDue(TOPIC_DUE, now, (due) => handleTopicDue(due, now)) },
  ...sessionTasks,
];
