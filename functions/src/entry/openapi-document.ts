import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

/** The description made at build time from the routes that serve; it lies beside the bundle. */
export const openapi = async (): Promise<object> =>
  z.parse(z.looseObject({}), JSON.parse(await readFile(new URL('./openapi.json', import.meta.url), 'utf8')));
