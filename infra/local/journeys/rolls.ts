import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { listRoll } from '@gongyi/shared/district/roll-contract';
import * as z from 'zod/mini';
import type { LocalSystem } from '../boot';
import { callAs } from './api';
import type { Screen } from './screen';

const SAMPLES = fileURLToPath(new URL('../../../functions/src/district/fixtures/rolls', import.meta.url));
const TYPES = { 'compound-a.xlsx': 'application/vnd.ms-excel', 'compound-b.csv': 'text/csv' } as const;
const Expected = z.object({
  accepted: z.object({ homes: z.number(), areaHundredthsM2: z.number(), heads: z.number() }),
  rejected: z.array(z.object({ line: z.number() })),
  warnings: z.array(z.object({ line: z.number() })),
});

/** Imports a sample roll on the page and holds totals and lines, on the screen and behind it, to what is expected. */
export const importSample = async (
  system: LocalSystem,
  desk: Screen,
  compoundId: string,
  sample: keyof typeof TYPES,
): Promise<void> => {
  const json: unknown = JSON.parse(await readFile(`${SAMPLES}/${sample.replace(/\..*/, '')}.expected.json`, 'utf8'));
  const { accepted, rejected, warnings } = Expected.parse(json);
  await desk.open(`${system.appUrl}/district/pages/roll-import/index?compound=${compoundId}`);
  await desk.see('用物业现成的表格就行');
  const buffer = await readFile(`${SAMPLES}/${sample}`);
  await desk.give(/^选名册文件/, { name: sample, mimeType: TYPES[sample], buffer });
  await desk.see('核对总数');
  await desk.see(`${String(accepted.homes)} 套`);
  await desk.see(`${(accepted.areaHundredthsM2 / 100).toFixed(2)} 平方米`);
  await desk.see(`${String(accepted.heads)} 人`);
  for (const { line } of rejected) await desk.see(`第 ${String(line)} 行`);
  if (warnings.length > 0) {
    await desk.tap(/^存疑/);
    for (const { line } of warnings) await desk.see(`第 ${String(line)} 行`);
  }
  await desk.tap(`写入 ${String(accepted.homes)} 套`);
  await desk.tap('写入');
  await desk.see('名册已写入');
  const admin = await callAs(system, 'demo-admin');
  const { totals } = await admin.send(listRoll, { params: { compoundId } });
  expect(totals).toMatchObject({ homes: accepted.homes, area: accepted.areaHundredthsM2, heads: accepted.heads });
};
