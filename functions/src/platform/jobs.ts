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
 *
 * A job runs in a lane: one function's own work, under keys that only this function may write. Ids are of a lane.
 */
export type Lane = 'jobs' | 'ballots';
const LANE_PREFIX = { jobs: PREFIX.job, ballots: PREFIX.ballotJob } as const;
const LANE_DUE = { jobs: 'job', ballots: 'ballot-job' } as const;
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
  /** `jobs` if left out. */
  readonly lane?: Lane;
  /**
   * Does a bounded piece of the work from `job.cursor`, a few seconds' worth, and says where to go on. Must
   * be safe to run twice from one cursor: a run may die after its work and before its cursor is written.
   */
  step(job: Job, now: number): Promise<JobStep>;
  /** Never given up: what waits for it has no other way on. After the first faults it is tried at longer intervals. */
  readonly lasting?: boolean;
  /** Told once or more when the job is given up, so that what waits for it can say so. */
  failed?(job: Job, now: number): Promise<void>;
}

/** A run takes no new step after this long, and its lease covers the longest last step. */
const RUN_MS = 30_000;
const LEASE_MS = 100_000;
const MOST_FAULTS = 5;
const RETRY_MS = 60_000;
const LONG_RETRY_MS = 10 * RETRY_MS;

/** Whether a job's last tries all failed: it goes on only once the cause is gone. */
export const isStalled = ({ faults, state }: Pick<Job, 'faults' | 'state'>): boolean =>
  state === 'running' && faults >= MOST_FAULTS;

type NewJob = Pick<Job, 'id' | 'kind' | 'input'> & { readonly total: number; readonly lane?: Lane };

const newItem = ({ id, kind, input, total, lane = 'jobs' }: NewJob, now: number) => ({
  ...keys.job(lane, id),
  ...keys.due(LANE_DUE[lane], now + RETRY_MS, id),
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

export const findJob = async (jobId: string, lane: Lane = 'jobs'): Promise<Job | undefined> => {
  const job = z.safeParse(Job, await getItem(keys.job(lane, jobId), { consistent: true }));
  return job.success ? job.data : undefined;
};

/** Claims the job for one run; undefined while another has it or when it is over. */
const claim = async (lane: Lane, jobId: string, holder: string, now: number): Promise<Job | undefined> => {
  const leaseUntil = now + LEASE_MS;
  const claimed = await changeOnce({
    key: keys.job(lane, jobId),
    set: { leaseUntil, ...keys.due(LANE_DUE[lane], leaseUntil, jobId) },
    when: '#state = :running AND leaseUntil <= :now',
    names: { '#state': 'state' },
    values: { ':running': 'running', ':now': now },
    op: holder,
  });
  return claimed.done ? z.parse(Job, claimed.item) : undefined;
};

/** Writes what a run brought, only while the lease is still its own. */
const write = async (
  lane: Lane,
  job: Job,
  holder: string,
  set: Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  const { done } = await changeOnce({
    key: keys.job(lane, job.id),
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
  const { lane = 'jobs' } = kind;
  let job = claimed;
  for (;;) {
    const { cursor, progress, finished } = await kind.step(job, Date.now());
    job = { ...job, cursor, progress, faults: 0 };
    const reached = { cursor, progress, faults: 0 };
    if (finished) {
      await write(lane, job, holder, { ...reached, ...over, state: 'done' });
      return;
    }
    const now = Date.now();
    const rest = now - started >= RUN_MS;
    const freed = { leaseUntil: 0, ...keys.due(LANE_DUE[lane], now + RETRY_MS, job.id) };
    const mine = await write(lane, job, holder, rest ? { ...reached, ...freed } : reached);
    // At rest, that very write comes back by the stream and begins the next run.
    if (!mine || rest) return;
  }
};

const noteFault = async (kind: JobKind, jobId: string, holder: string, error: unknown): Promise<void> => {
  const { lane = 'jobs' } = kind;
  const job = await findJob(jobId, lane);
  if (job === undefined) return;
  const faults = job.faults + 1;
  log.error('job step failed', { jobId, kind: job.kind, faults, name: error instanceof Error ? error.name : '' });
  const now = Date.now();
  if (faults >= MOST_FAULTS && kind.lasting !== true) {
    await kind.failed?.(job, now);
    await write(lane, job, holder, { ...over, faults, state: 'failed' });
    return;
  }
  // The lease is kept as the pause before the clock's next try.
  const again = now + (faults >= MOST_FAULTS ? LONG_RETRY_MS : RETRY_MS);
  await write(lane, job, holder, { faults, leaseUntil: again, ...keys.due(LANE_DUE[lane], again, jobId) });
};

/** One run of one job, unless somebody else is at it. */
export const advanceJob = async (jobId: string, kinds: readonly JobKind[], lane: Lane = 'jobs'): Promise<void> => {
  const holder = randomUUID();
  const started = Date.now();
  const job = await claim(lane, jobId, holder, started);
  if (job === undefined) return;
  const kind = kinds.find((one) => one.kind === job.kind);
  if (kind === undefined) throw new Error(`no such kind of job: ${job.kind}`);
  try {
    await runSteps(kind, job, holder, started);
  } catch (error) {
    await noteFault(kind, jobId, holder, error);
  }
};

const freeToRun = ({ pk, new: item }: Change, lane: Lane): boolean =>
  pk.startsWith(LANE_PREFIX[lane]) && item?.['state'] === 'running' && item['leaseUntil'] === 0;

/** Jobs by the stream: started, or at rest between two runs. */
export const jobsReaction = (kinds: readonly JobKind[], lane: Lane = 'jobs'): Reaction => ({
  name: 'platform/advance-job',
  async on(change) {
    if (freeToRun(change, lane)) await advanceJob(change.pk.slice(LANE_PREFIX[lane].length), kinds, lane);
  },
});

/** Jobs by the clock: those whose run died or failed. */
export const jobsTask = (kinds: readonly JobKind[], lane: Lane = 'jobs'): Task => ({
  task: lane,
  run: (now) =>
    walkDue(LANE_DUE[lane], now, ({ key }) => advanceJob(key.pk.slice(LANE_PREFIX[lane].length), kinds, lane)),
});
