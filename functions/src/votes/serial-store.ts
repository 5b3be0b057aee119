import * as z from 'zod/mini';
import { getItem, queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';

const Serial = z.object({ no: z.int() });

/** The line a numbered paper was given to; undefined while nobody has it. */
export const findSerial = async (voteId: string, serial: number): Promise<number | undefined> => {
  const item = await getItem(keys.ballotPaper(voteId, serial), { consistent: true });
  return item && z.parse(Serial, item).no;
};

/** The lines that papers were given out for, each once. */
export const linesWithPaper = async (voteId: string): Promise<number[]> => {
  const items = await queryAll({ ...keys.ballotSerials(voteId), consistent: true });
  return [...new Set(items.map((item) => z.parse(Serial, item).no))];
};
