import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { log } from './log';
import { walkDue } from './due-walk';
import { changeOnce, createOnce, getItem, putNew } from './table';
import type { TransactItem, Written } from './table';
import type { Change, Reaction } from './reaction';
import type { Task } from './schedule';
import { PREFIX, keys } from './table-shape';

/**
 * Work over 20 s: a job item with a cursor, advanced in short steps by whoever is told of it first, the
 * stream or the clock. A lease keeps two from running one step at once; a run that died is taken up again
 * when its lease ends, from the last cursor written.
 */
export const JOB_STATES = ['running', 'done', 'failed'] as const;
export const Job = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(JOB_STATES),
  /** What the job is about, as given at its start. Ids only: it lies in the table as it is. */
  input: z.record(z.string(), z.string()),
  /** Where to go on; the kind's own. Empty at the start. */
  cursor: z.record(z.string(), z.union([z.string(), z.number()])),
  progress: z.object({ done: z.int(), total: z.int() }),
  /** Runs that ended in a fault since the last step that succeeded. */
  faults: z.int(),
  leaseUntil: z.int(),
  startedAt: z.int(),
  dueSk: z.optional(z.string()),
});
export type Job = z.output<typeof Job>;

export type JobStep = Pick<Job, 'cursor' | 'progress'> & { readonly finished: boolean };

/** One kind of job. */
export interface JobKind {
  readonly kind: string;
  /**
   * Does a bounded piece of the work from `job.cursor`, a few seconds' worth, and says where to go on. Must
   * be safe to run twice from one cursor: a run may die after its work and before its cursor is written.
   */
  step(job: Job, now: number): Promise<JobStep>;
  /** Told once or more when the job is given up, so that what waits for it can say so. */
  failed?(job: Job, now: number): Promise<void>;
}

const JOB_DUE = 'job';
/** A run takes no new step after this long, and its lease covers the longest last step. */
const RUN_MS = 30_000;
const LEASE_MS = 100_000;
const MOST_FAULTS = 5;
const RETRY_MS = 60_000;

type NewJob = Pick<Job, 'id' | 'kind' | 'input'> & { readonly total: number };

const newItem = ({ id, kind, input, total }: NewJob, now: number) => ({
  ...keys.job(id),
  ...keys.due(JOB_DUE, now + RETRY_MS, id),
  id,
  kind,
  input,
  state: 'running',
  cursor: {},
  progress: { done: 0, total },
  faults: 0,
  leaseUntil: 0,
  startedAt: now,
});

/** A job's creation, to go into the transaction that decides on it; its id is derived from what it is for. */
export const jobOf = (job: NewJob, now: number): TransactItem => putNew(newItem(job, now));

/** Starts a job by itself; done also when it was started before by the same operation. */
export const startJob = (job: NewJob, opHash: string, now: number): Promise<Written> =>
  createOnce({ ...newItem(job, now), opHash });

export const findJob = async (jobId: string): Promise<Job | undefined> => {
  const job = z.safeParse(Job, await getItem(keys.job(jobId), { consistent: true }));
  return job.success ? job.data : undefined;
};

/** Claims the job for one run; undefined while another has it or when it is over. */
const claim = async (jobId: string, holder: string, now: number): Promise<Job | undefined> => {
  const leaseUntil = now + LEASE_MS;
  const claimed = await changeOnce({
    key: keys.job(jobId),
    set: { leaseUntil, ...keys.due(JOB_DUE, leaseUntil, jobId) },
    when: '#state = :running AND leaseUntil <= :now',
    names: { '#state': 'state' },
    values: { ':running': 'running', ':now': now },
    op: holder,
  });
  return claimed.done ? z.parse(Job, claimed.item) : undefined;
};

/** Writes what a run brought, only while the lease is still its own. */
const write = async (job: Job, holder: string, set: Readonly<Record<string, unknown>>): Promise<boolean> => {
  const { done } = await changeOnce({
    key: keys.job(job.id),
    set,
    when: 'lastOp = :holder AND #state = :running',
    names: { '#state': 'state' },
    values: { ':holder': holder, ':running': 'running' },
    op: holder,
  });
  return done;
};

const over = { leaseUntil: 0, duePk: undefined, dueSk: undefined };

/** Steps until the job is finished, the run's time is over or the lease is lost. */
const runSteps = async (kind: JobKind, claimed: Job, holder: string, started: number): Promise<void> => {
  let job = claimed;
  for (;;) {
    const { cursor, progress, finished } = await kind.step(job, Date.now());
    job = { ...job, cursor, progress, faults: 0 };
    const reached = { cursor, progress, faults: 0 };
    if (finished) {
      await write(job, holder, { ...reached, ...over, state: 'done' });
      return;
    }
    const now = Date.now();
    const rest = now - started >= RUN_MS;
    const freed = { leaseUntil: 0, ...keys.due(JOB_DUE, now + RETRY_MS, job.id) };
    const mine = await write(job, holder, rest ? { ...reached, ...freed } : reached);
    // At rest, that very write comes back by the stream and begins the next run.
    if (!mine || rest) return;
  }
};

const noteFault = async (kind: JobKind, jobId: string, holder: string, error: unknown): Promise<void> => {
  const job = await findJob(jobId);
  if (job === undefined) return;
  const faults = job.faults + 1;
  log.error('job step failed', { jobId, kind: job.kind, faults, name: error instanceof Error ? error.name : '' });
  const now = Date.now();
  if (faults >= MOST_FAULTS) {
    await kind.failed?.(job, now);
    await write(job, holder, { ...over, faults, state: 'failed' });
    return;
  }
  // The lease is kept as the pause before the clock's next try.
  const again = now + RETRY_MS;
  await write(job, holder, { faults, leaseUntil: again, ...keys.due(JOB_DUE, again, jobId) });
};

/** One run of one job, unless somebody else is at it. */
export const advanceJob = async (jobId: string, kinds: readonly JobKind[]): Promise<void> => {
  const holder = randomUUID();
  const started = Date.now();
  const job = await claim(jobId, holder, started);
  if (job === undefined) return;
  const kind = kinds.find((one) => one.kind === job.kind);
  if (kind === undefined) throw new Error(`no such kind of job: ${job.kind}`);
  try {
    await runSteps(kind, job, holder, started);
  } catch (error) {
    await noteFault(kind, jobId, holder, error);
  }
};

const freeToRun = ({ pk, new: item }: Change): boolean =>
  pk.startsWith(PREFIX.job) && item?.['state'] === 'running' && item['leaseUntil'] === 0;

/** Jobs by the stream: started, or at rest between two runs. */
export const jobsReaction = (kinds: readonly JobKind[]): Reaction => ({
  name: 'platform/advance-job',
  async on(change) {
    if (freeToRun(change)) await advanceJob(change.pk.slice(PREFIX.job.length), kinds);
  },
});

/** Jobs by the clock: those whose run died or failed. */
export const jobsTask = (kinds: readonly JobKind[]): Task => ({
  task: 'jobs',
  run: (now) => walkDue(JOB_DUE, now, ({ key }) => advanceJob(key.pk.slice(PREFIX.job.length), kinds)),
});
