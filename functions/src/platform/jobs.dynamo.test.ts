import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withServices } from '../../../infra/local/services-for-tests';
import { advanceJob, findJob, isStalled, jobsTask, startJob } from './jobs';
import type { Job, JobKind } from './jobs';
import { getItem } from './table';
import { keys } from './table-shape';

withServices();

let shift = 0;
const realNow = Date.now.bind(Date);
beforeEach(() => {
  shift = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => realNow() + shift);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const TOTAL = 5;
const start = async (): Promise<string> => {
  const id = randomUUID();
  const job = { id, kind: 'count', input: { what: id }, total: TOTAL };
  expect((await startJob(job, id, Date.now())).done).toBe(true);
  return id;
};

/** Counts to five, a number a step; `before` may hold a step up or fail it. */
const counting = (before: (step: number) => Promise<unknown> = () => Promise.resolve()) => {
  const done: number[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const kind: JobKind = {
    kind: 'count',
    step: async (job: Job) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      const at = Number(job.cursor['at'] ?? 0);
      try {
        await before(at);
      } finally {
        atOnce -= 1;
      }
      done.push(at);
      const next = at + 1;
      return { cursor: { at: next }, progress: { done: next, total: TOTAL }, finished: next === TOTAL };
    },
  };
  return { kind, done, mostAtOnce: () => mostAtOnce };
};

describe('a job', () => {
  it('goes to its end and then out of the clock’s sight', async () => {
    const id = await start();
    const { kind, done } = counting();
    await advanceJob(id, [kind]);
    expect(done).toEqual([0, 1, 2, 3, 4]);
    expect(await findJob(id)).toMatchObject({ state: 'done', progress: { done: 5, total: 5 } });
    expect(await getItem(keys.job('jobs', id))).not.toHaveProperty('duePk');
    await advanceJob(id, [kind]);
    expect(done).toHaveLength(5);
  });

  it('is started once', async () => {
    const id = await start();
    const again = await startJob({ id, kind: 'count', input: { what: id }, total: TOTAL }, id, Date.now());
    expect(again.done).toBe(true);
    const other = await startJob({ id, kind: 'count', input: {}, total: 9 }, 'another', Date.now());
    expect(other.done).toBe(false);
    await advanceJob(id, [counting().kind]);
  });

  it('never runs a step in two places at once', async () => {
    const id = await start();
    const { kind, done, mostAtOnce } = counting(() => sleep(20));
    await Promise.all(Array.from({ length: 8 }, () => advanceJob(id, [kind])));
    expect(mostAtOnce()).toBe(1);
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('is taken up by the clock where a run that was killed left it', async () => {
    const id = await start();
    // A process that ends in the middle of step 2 never comes back from it.
    const killed = counting((step) => (step === 2 ? new Promise(() => undefined) : Promise.resolve()));
    void advanceJob(id, [killed.kind]);
    while (killed.done.length < 2) await sleep(10);
    while ((await findJob(id))?.cursor['at'] !== 2) await sleep(10);
    const next = counting();
    await jobsTask([next.kind]).run(Date.now());
    expect(next.done).toEqual([]);
    shift = 3 * 60_000;
    await jobsTask([next.kind]).run(Date.now());
    expect(next.done).toEqual([2, 3, 4]);
    expect(await findJob(id)).toMatchObject({ state: 'done' });
  });

  it('cannot be moved on by a run that lost it', async () => {
    const id = await start();
    let wake: (() => void) | undefined;
    const asleep = counting((step) => (step === 1 ? new Promise<void>((done) => (wake = done)) : Promise.resolve()));
    const lost = advanceJob(id, [asleep.kind]);
    while (wake === undefined) await sleep(10);
    shift = 3 * 60_000;
    const next = counting();
    await advanceJob(id, [next.kind]);
    expect(await findJob(id)).toMatchObject({ state: 'done' });
    wake();
    await lost;
    expect(await findJob(id)).toMatchObject({ state: 'done', cursor: { at: 5 } });
    expect(asleep.done).toEqual([0, 1]);
  });

  it('is tried again after a fault, and given up after five', async () => {
    const id = await start();
    const told: string[] = [];
    const failing: JobKind = {
      kind: 'count',
      step: () => Promise.reject(new Error('no')),
      failed: (job) => Promise.resolve(void told.push(job.id)),
    };
    for (let minute = 0; minute < 12; minute += 1) {
      await jobsTask([failing]).run(Date.now());
      shift += 61_000;
    }
    expect(await findJob(id)).toMatchObject({ state: 'failed', faults: 5 });
    expect(told).toEqual([id]);
  });

  it('that lasts goes on from where it stood once its cause is gone, however late', async () => {
    const id = await start();
    let broken = true;
    const { kind, done } = counting((step) =>
      broken && step === 2 ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    const lasting: JobKind = { ...kind, lasting: true };
    const minutes = async (count: number): Promise<void> => {
      for (let minute = 0; minute < count; minute += 1) {
        await jobsTask([lasting]).run(Date.now());
        shift += 61_000;
      }
    };
    await minutes(40);
    const job = await findJob(id);
    expect(job).toMatchObject({ state: 'running', cursor: { at: 2 } });
    expect(job && isStalled(job)).toBe(true);
    // Five tries a minute apart, then every ten minutes.
    expect(job?.faults).toBeLessThan(10);
    broken = false;
    await minutes(11);
    expect(done).toEqual([0, 1, 2, 3, 4]);
    expect(await findJob(id)).toMatchObject({ state: 'done', faults: 0 });
  });
});
