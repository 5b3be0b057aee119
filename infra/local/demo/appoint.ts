import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TOOL = 'functions/src/entry/appoint-administrator.ts';
const CLOCK = fileURLToPath(new URL('../clock/shift-date.mjs', import.meta.url));

export interface Appointment {
  readonly phone: string;
  readonly placeId: string;
  readonly placeName: string;
  /** How far the system's clock is from the machine's. */
  readonly shiftMs: number;
  readonly env: Readonly<Record<string, string>>;
}

/** Appoints the first administrator as an operator does: with the tool, under the operator's credentials. */
export const appoint = async ({ phone, placeId, placeName, shiftMs, env }: Appointment): Promise<void> => {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', '--import', CLOCK, TOOL, phone, placeId, placeName], {
    cwd: ROOT,
    env: { ...env, PATH: process.env['PATH'] ?? '', CLOCK_SHIFT_MS: String(shiftMs) },
  });
};
