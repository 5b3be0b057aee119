import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClock } from './clock';

const HOUR = 3_600_000;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clock-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the clock', () => {
  it('moves on, tells, and keeps its shift over a restart', async () => {
    const path = join(folder, 'clock.json');
    const clock = await openClock(path);
    const heard: number[] = [];
    clock.onAdvance(async () => {
      heard.push(clock.shiftMs());
    });
    await clock.advance(HOUR);
    await clock.advance(2 * HOUR);
    expect(heard).toEqual([HOUR, 3 * HOUR]);
    expect(clock.now() - Date.now()).toBeGreaterThanOrEqual(3 * HOUR - 5);
    expect((await openClock(path)).shiftMs()).toBe(3 * HOUR);
    expect(new BigInt64Array(clock.shared)[0]).toBe(BigInt(3 * HOUR));
  });

  it('may begin behind the machine, once', async () => {
    const path = join(folder, 'clock.json');
    expect((await openClock(path, -6 * HOUR)).shiftMs()).toBe(-6 * HOUR);
    const again = await openClock(path, -9 * HOUR);
    await again.advance(HOUR);
    expect(again.shiftMs()).toBe(-5 * HOUR);
  });

  it('never goes back, nor out of the calendar', async () => {
    const clock = await openClock(join(folder, 'clock.json'));
    await expect(clock.advance(-1)).rejects.toThrow('only moves on');
    await expect(clock.advance(0.5)).rejects.toThrow('whole milliseconds');
    await expect(clock.advance(Number.MAX_SAFE_INTEGER)).rejects.toThrow('far enough');
    expect(clock.shiftMs()).toBe(0);
  });
});
