import { councilTasks } from '../council/schedule';
import { mediaTasks } from '../media/schedule';
import type { Task } from '../platform/schedule';
import { scheduleHandler } from '../platform/schedule-loop';
import { requestsTasks } from '../requests/schedule';

/** Every minute's work: the slices' lists, one after another. */
const tasks: readonly Task[] = [...mediaTasks, ...requestsTasks, ...councilTasks];

export const handler = scheduleHandler(tasks);
