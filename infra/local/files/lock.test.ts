import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bornAt, takeLock } from './lock';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  path = join(folder, 'x.lock');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a lock', () => {
  it('is held by one until given back', async () => {
    const first = await takeLock(path);
    expect(await takeLock(path)).toEqual({ heldBy: process.pid });
    if ('release' in first) await first.release();
    expect(await takeLock(path)).toHaveProperty('release');
  });

  it('is free once its holder was killed, although another has its number, or when it is half-written', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => 0, 60000)']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    await writeFile(path, JSON.stringify({ pid, born: bornAt(pid) }));
    expect(await takeLock(path)).toEqual({ heldBy: pid });
    await writeFile(path, JSON.stringify({ pid, born: 'earlier' }));
    expect(await takeLock(path)).toHaveProperty('release');
    await writeFile(path, JSON.stringify({ pid, born: bornAt(pid) }));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await takeLock(path)).toHaveProperty('release');
    await writeFile(path, '{"pid":');
    expect(await takeLock(path)).toHaveProperty('release');
  });
});
