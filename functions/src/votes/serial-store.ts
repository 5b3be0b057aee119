import * as z from 'zod/mini';
import { getItem, queryPage } from '../platform/table';
import { keys } from '../platform/table-shape';

const Serial = z.object({ no: z.int() });
const Numbered = z.object({ sk: z.string(), no: z.int() });

/** The line a numbered paper was given to; undefined while nobody has it. */
export const findSerial = async (voteId: string, serial: number): Promise<number | undefined> => {
  const item = await getItem(keys.ballotPaper(voteId, serial), { consistent: true });
  return item && z.parse(Serial, item).no;
};

export interface GivenPaper {
  readonly serial: number;
  /** The line it was given to. */
  readonly no: number;
}

/** So many papers that were given out with numbers after this one, in order; `all` if there are no more. */
export const papersGivenAfter = async (
  voteId: string,
  serial: number,
  limit: number,
): Promise<{ readonly given: GivenPaper[]; readonly all: boolean }> => {
  const page = await queryPage({ ...keys.ballotPapersFrom(voteId, serial + 1), limit, consistent: true });
  const given = page.items.map((item) => {
    const { sk, no } = z.parse(Numbered, item);
    return { serial: Number(sk.slice('SERIAL#'.length)), no };
  });
  return { given, all: page.lastKey === undefined };
};
