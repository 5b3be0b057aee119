import { randomUUID } from 'node:crypto';
import { DAY, HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import { withServices } from '../../../infra/local/services-for-tests';
import { walkDue } from './due-walk';
import type { Due } from './due-walk';
import { changeOnce, getItem, put, writeTogether } from './table';
import { dueCursorKey, keys } from './table-shape';

withServices();

const NOW = Math.floor(Date.now() / HOUR) * HOUR + 30 * MINUTE;
let kind = '';
beforeEach(() => {
  kind = randomUUID();
});

const addDue = async (dueAt: number): Promise<string> => {
  const id = randomUUID();
  await writeTogether([put({ pk: `X#${id}`, sk: 'X', ...keys.due(kind, dueAt, id) })]);
  return id;
};
/** Takes an item out of the index, as whoever handles it does. */
const handled = (seen: string[]) => async (due: Due) => {
  const { done } = await changeOnce({
    key: due.key,
    set: { duePk: undefined, dueSk: undefined },
    when: 'dueSk = :seen',
    values: { ':seen': due.dueSk },
    op: randomUUID(),
  });
  if (done) seen.push(due.key.pk.slice(2));
};
const walk = async (now: number): Promise<string[]> => {
  const seen: string[] = [];
  await walkDue(kind, now, handled(seen));
  return seen;
};

it('hands over what is due, oldest first, and nothing that is not', async () => {
  const [late, soon, now] = [await addDue(NOW - 1), await addDue(NOW + 1), await addDue(NOW)];
  const old = await addDue(NOW - 5 * HOUR);
  expect(await walk(NOW)).toEqual([old, late, now]);
  expect(await walk(NOW)).toEqual([]);
  expect(await walk(NOW + 1)).toEqual([soon]);
});

it('handles each once when two walk at once', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => addDue(NOW - i * 10 * MINUTE)));
  const both = await Promise.all([walk(NOW), walk(NOW)]);
  expect(both.flat().sort()).toEqual([...ids].sort());
});

it('goes on from where it stopped after days, from days it does not walk again', async () => {
  await walk(NOW);
  const ids = [await addDue(NOW + HOUR), await addDue(NOW + 40 * DAY), await addDue(NOW + 70 * DAY)];
  expect(await walk(NOW + 72 * DAY)).toEqual(ids);
  await walk(NOW + 72 * DAY);
  const { bucket } = (await getItem(dueCursorKey(kind))) ?? {};
  expect(bucket).toBe(Math.floor(NOW / DAY) * DAY + 72 * DAY);
});

it('does not let one item that fails hold up the others, and tries it again', async () => {
  const poison = await addDue(NOW - 3 * HOUR);
  const fine = await addDue(NOW - HOUR);
  const seen: string[] = [];
  const fails = (due: Due) => (due.key.pk.endsWith(poison) ? Promise.reject(new Error('no')) : handled(seen)(due));
  await walkDue(kind, NOW, fails);
  expect(seen).toEqual([fine]);
  await walkDue(kind, NOW + 5 * HOUR, fails);
  expect(await walk(NOW + 6 * HOUR)).toEqual([poison]);
});
