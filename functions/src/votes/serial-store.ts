import * as z from 'zod/mini';
import { LAST_SERIAL, serialOf } from '@gongyi/shared/votes/contract-paper';
import { getItem, getItems, queryPage } from '../platform/table';
import type { Item } from '../platform/table';
import { keys } from '../platform/table-shape';

const Serial = z.object({ no: z.int() });
const Numbered = z.object({ sk: z.string(), no: z.int() });

/** The line a numbered paper was given to; undefined while nobody has it. */
export const findSerial = async (voteId: string, serial: number): Promise<number | undefined> => {
  const item = await getItem(keys.ballotPaper(voteId, serial), { consistent: true });
  return item && z.parse(Serial, item).no;
};

interface GivenPaper {
  readonly serial: number;
  /** The line it was given to. */
  readonly no: number;
}

const givenOf = (item: Item): GivenPaper => {
  const { sk, no } = z.parse(Numbered, item);
  return { serial: Number(sk.slice('SERIAL#'.length)), no };
};

/** So many papers that were given out with numbers after this one, in order; `all` if there are no more. */
export const papersGivenAfter = async (
  voteId: string,
  serial: number,
  limit: number,
): Promise<{ readonly given: GivenPaper[]; readonly all: boolean }> => {
  const page = await queryPage({ ...keys.ballotPapersFrom(voteId, serial + 1), limit, consistent: true });
  return { given: page.items.map(givenOf), all: page.lastKey === undefined };
};

/**
 * The number to print on the paper of each line: one that was never given out. What was given out once is either
 * somebody's good paper or void, and no second paper bears its number.
 */
export const freeSerials = async (
  voteId: string,
  lines: number,
  nos: readonly number[],
): Promise<Map<number, number>> => {
  const free = new Map<number, number>();
  let waiting = [...nos];
  for (let issue = 0; waiting.length > 0; issue += 1) {
    const wanted = waiting.map((no) => ({ no, serial: serialOf(no, lines, issue) }));
    if (wanted.some(({ serial }) => serial > LAST_SERIAL)) throw new Error('a line has used up its numbers');
    const items = await getItems(
      wanted.map(({ serial }) => keys.ballotPaper(voteId, serial)),
      { consistent: true },
    );
    const given = new Set(items.map((item) => givenOf(item).serial));
    for (const { no, serial } of wanted) if (!given.has(serial)) free.set(no, serial);
    waiting = waiting.filter((no) => !free.has(no));
  }
  return free;
};
