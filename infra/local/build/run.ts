import { fileURLToPath } from 'node:url';
import { buildChanged } from './build';

/** Builds everything whose sources changed: functions, the mini-program and the web app. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
await buildChanged(root, ['functions', 'weapp', 'web'], (line) => process.stdout.write(`${line}\n`));
