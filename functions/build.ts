import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { allRoutes } from './src/entry/all-routes';
import { apiRoutes } from './src/entry/api-routes';
import { indexOfSlices } from './src/entry/slices';
import { PAPER_FONT, paperFontPath } from './src/platform/paper-font';
import { openApiOf } from './src/platform/openapi';

/**
 * Bundles every function with all it needs, the SDK included, so that what runs is what was tested.
 * ESM for Node 20 and later; `openapi.json` is made from the same route list that serves.
 */
const here = new URL('.', import.meta.url).pathname;
const ENTRIES = ['api', 'ballots', 'ballots-work', 'stream', 'schedule', 'jobs', 'wechat-callback'];

// Some CommonJS dependencies call require() for node's own modules.
const REQUIRE = "import{createRequire as __gyRequire}from'node:module';const require=__gyRequire(import.meta.url);";

await mkdir(`${here}dist`, { recursive: true });
const openapi = openApiOf(allRoutes.map(({ route }) => route));
await writeFile(`${here}dist/openapi.json`, `${JSON.stringify(openapi, null, 1)}\n`);

// Which slice answers where stands in the API's bundle; what the tests ask and what is served are the same routes.
const index = await indexOfSlices();
const places = (all: readonly { readonly method: string; readonly path: string }[]): string =>
  all
    .map(({ method, path }) => `${method} ${path}`)
    .sort()
    .join();
if (places(index) !== places(apiRoutes.map(({ route }) => route)))
  throw new Error('entry/slices.ts and entry/api-routes.ts do not hold the same routes');

// Split, so that a part which hardly any call needs (the spreadsheet reader) is not loaded at the start.
await Promise.all(
  ENTRIES.map(async (name) => {
    await rm(`${here}dist/${name}`, { recursive: true, force: true });
    await build({
      entryPoints: [{ in: `${here}src/entry/${name}.ts`, out: 'index' }],
      outdir: `${here}dist/${name}`,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      banner: { js: REQUIRE },
      define: { ROUTE_INDEX: JSON.stringify(index) },
      minify: true,
      keepNames: true,
      sourcemap: 'linked',
      logLevel: 'warning',
    });
  }),
);
await copyFile(`${here}dist/openapi.json`, `${here}dist/api/openapi.json`);
// Beside the bundle that sets papers in it.
await copyFile(paperFontPath(), `${here}dist/api/${PAPER_FONT}`);
process.stdout.write(`functions: ${ENTRIES.join(', ')}, openapi.json\n`);
