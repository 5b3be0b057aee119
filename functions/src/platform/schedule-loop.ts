import * as z from 'zod/mini';
import { log } from './log';
import { TASK_NAMES } from './schedule';
import type { Task } from './schedule';

/** The clock's event; `time` is when it ticked, which is what tasks count by. */
const Tick = z.object({ source: z.literal('aws.events'), detail: z.object({ task: z.enum(TASK_NAMES) }) });

export const isTick = (event: unknown): boolean => z.safeParse(Tick, event).success;

/** A handler over ticks: runs every slice's part of the task although one fails, then fails if one did. */
export const scheduleHandler =
  (tasks: readonly Task[]) =>
  async (event: unknown): Promise<void> => {
    const { task } = z.parse(Tick, event).detail;
    const now = Date.now();
    const results = await Promise.allSettled(tasks.filter((one) => one.task === task).map((one) => one.run(now)));
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    for (const reason of failed) {
      log.error('task failed', { task, name: reason instanceof Error ? reason.name : typeof reason });
    }
    if (failed.length > 0) throw new Error(`task ${task} failed in ${String(failed.length)} part(s)`);
  };
