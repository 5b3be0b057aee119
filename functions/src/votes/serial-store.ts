import * as z from 'zod/mini';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** The line a numbered paper was given to; undefined while nobody has it. */
export const findSerial = async (voteId: string, serial: number): Promise<number | undefined> => {
  const item = await getItem(keys.ballotPaper(voteId, serial), { consistent: true });
  return item && z.parse(z.object({ no: z.int() }), item).no;
};
