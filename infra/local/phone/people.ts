import { join } from 'node:path';
import * as z from 'zod/mini';
import { readJson } from '../files/write-file';

const DemoPerson = z.object({
  openid: z.string(),
  name: z.string(),
  role: z.string(),
  phone: z.string(),
  /** What can be seen as this person. */
  note: z._default(z.string(), ''),
  /** Offered first. */
  main: z._default(z.boolean(), true),
});
export type DemoPerson = z.output<typeof DemoPerson>;

export const DEMO_PEOPLE_FILE = 'demo-people.json';

/** The made-up people whose WeChat accounts the demo phone may use; none before the district is seeded. */
export const demoPeople = async (stateDir: string): Promise<readonly DemoPerson[]> => {
  const value = await readJson(join(stateDir, DEMO_PEOPLE_FILE));
  return value === undefined ? [] : z.array(DemoPerson).parse(value);
};
