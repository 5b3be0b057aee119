import { withServices } from '../../../infra/local/services-for-tests';
import { putAll } from '../platform/table';
import { LINES_A_BUCKET, keys } from '../platform/table-shape';
import { hexBytes } from './ballot-item';
import { findWholeLine, wholeLines } from './ballot-store';

withServices();

const voteId = 'lines-test';
const LINES = 2 * LINES_A_BUCKET + 30;
const HALF_WRITTEN = LINES_A_BUCKET + 7;
/** Most heads have one home, some a few, the developer very many. */
const homesOf = (no: number): number => (no === 3 ? 250 : no % 11 === 0 ? 4 : 1);

const itemsOf = (no: number) => {
  const homes = Array.from({ length: homesOf(no) }, (_, index) => `h-${String(no)}-${String(index + 1)}`);
  const line = { no, mark: hexBytes('ab'), area: 9000, homes: homes.length, coOwners: 1 };
  return [
    ...(no === HALF_WRITTEN ? [] : [{ ...keys.ballotLine(voteId, no), ...line }]),
    ...homes.map((homeId) => ({ ...keys.ballotLineHome(voteId, no, homeId), homeId, name: homeId, area: 9000 })),
  ];
};
const numbers = Array.from({ length: LINES }, (_, index) => index + 1);

beforeAll(async () => putAll(numbers.flatMap(itemsOf)), 60_000);

const read = async (after: number, few?: number) => {
  const lines = [];
  for await (const { line, homes } of wholeLines({ voteId, lines: LINES }, after, few))
    lines.push({ no: line.no, homes: homes.map(({ homeId }) => homeId) });
  return lines;
};
const expected = numbers
  .filter((no) => no !== HALF_WRITTEN)
  .map((no) => ({
    no,
    homes: Array.from({ length: homesOf(no) }, (_, index) => `h-${String(no)}-${String(index + 1)}`),
  }));

it.each([1, 2, 60, undefined])('reads every line once with all its homes, %s items at first', async (few) => {
  expect(await read(0, few)).toEqual(expected);
});

it.each([1, 2, 3, 198, 199, 200, 201, 399, LINES - 1, LINES])('goes on after line %i', async (after) => {
  expect(await read(after, 3)).toEqual(expected.filter(({ no }) => no > after));
});

it('leaves out a line whose homes are written and itself not yet', async () => {
  expect(await findWholeLine(voteId, HALF_WRITTEN)).toBeUndefined();
  expect((await findWholeLine(voteId, 3))?.homes).toHaveLength(250);
});
