import { mediaTasks } from '../media/schedule';
import type { Task } from '../platform/schedule';
import { scheduleHandler } from '../platform/schedule-loop';

/** Every minute's work: the slices' lists, one after another. */
const tasks: readonly Task[] = [...mediaTasks];

export const handler = scheduleHandler(tasks);
