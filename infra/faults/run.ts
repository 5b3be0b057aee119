import { faults, figureTable } from './faults';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const scale = Number(process.env['SCALE'] ?? 1);
say(`faults: SEED=${String(seed)} SCALE=${String(scale)}`);
const figures = await faults({ seed, scale, only: process.env['ONLY'], say });
say(figureTable(figures));
process.exit(figures.every(({ wrong }) => wrong === 0) ? 0 : 1);
