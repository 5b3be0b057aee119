import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { metric } from './figures';
import type { Metric } from './figures';

const KB = 1024;
/** An empty Taro 4.2.1 React app's main package, and what WeChat would let a subpackage weigh for us. */
const EMPTY_APP_KB = 317;
const SUBPACKAGE_KB = 500;
const FIRST_SCREEN_KB = 180;

const AppJson = z.object({ subPackages: z.optional(z.array(z.object({ root: z.string() }))) });

const weigh = async (folder: string, leaveOut: readonly string[] = []): Promise<number> => {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(folder.length + 1);
    if (entry.isFile() && !inside.endsWith('.map') && !leaveOut.some((root) => inside.startsWith(root)))
      bytes += (await stat(path)).size;
  }
  return bytes / KB;
};

const weappSizes = async (dist: string): Promise<Metric[]> => {
  const app = z.parse(AppJson, JSON.parse(await readFile(join(dist, 'app.json'), 'utf8')));
  const roots = (app.subPackages ?? []).map(({ root }) => (root.endsWith('/') ? root : `${root}/`));
  const subpackages = await Promise.all(roots.map((root) => weigh(join(dist, root))));
  return [
    metric('weapp-main', await weigh(dist, roots), EMPTY_APP_KB, 1.6, 'KB'),
    metric('weapp-subpackage', Math.max(0, ...subpackages), SUBPACKAGE_KB, 1, 'KB, largest'),
  ];
};

/** Scripts index.html loads at once; the first page's own part is asked for by the app, so the largest counts too. */
const h5First = async (dist: string): Promise<Metric> => {
  const page = await readFile(join(dist, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script[^>]+src="\/?([^"]+)"/g)].map(([, src = '']) => src);
  let bytes = 0;
  for (const src of scripts) bytes += gzipSync(await readFile(join(dist, src))).length;
  return metric('h5-first', bytes / KB, FIRST_SCREEN_KB, 1, 'KB gzip of entry scripts');
};

export const sizes = async (miniapp: string): Promise<Metric[]> => [
  ...(await weappSizes(join(miniapp, 'dist/weapp'))),
  await h5First(join(miniapp, 'dist/h5')),
];
