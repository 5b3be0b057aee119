import { councilTasks } from '../council/schedule';
import { mediaTasks } from '../media/schedule';
import type { Task } from '../platform/schedule';
import { scheduleHandler } from '../platform/schedule-loop';
import { requestsTasks } from '../requests/schedule';
import { volunteerTasks } from '../volunteers/schedule';
import { votesTasks } from '../votes/schedule';

/** Every minute's work: the slices' lists, one after another. */
const tasks: readonly Task[] = [...mediaTasks, ...requestsTasks, ...votesTasks, ...councilTasks, ...volunteerTasks];

export const handler = scheduleHandler(tasks);
