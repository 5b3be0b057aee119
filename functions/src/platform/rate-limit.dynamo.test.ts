import { withServices } from '../../../infra/local/services-for-tests';
import { spendAttempt, tryOf } from './rate-limit';

withServices();

const HOUR = 3_600_000;
const spend = (who: string, now: number, attempt?: string) => spendAttempt(who, 'door', 3, HOUR, now, attempt);
const REFUSED = { refused: 'too-many-attempts', facts: { retryAfterSeconds: 3600 } };

it('is spent by every try of its own, and whole again in the next window', async () => {
  const now = 5 * HOUR;
  const all = await Promise.all(Array.from({ length: 10 }, () => spend('a', now)));
  expect(all.filter((refused) => refused === undefined)).toHaveLength(3);
  expect(await spend('a', now)).toEqual(REFUSED);
  expect(await spend('b', now)).toBeUndefined();
  expect(await spend('a', now + HOUR)).toBeUndefined();
});

it('is not spent by the same try sent again, but by the same key with another guess', async () => {
  const now = 5 * HOUR;
  const guess = (opHash: string) => spend('c', now, tryOf({ op: 'one-key', opHash }));
  for (const code of ['1', '2', '3', '1', '2', '3']) expect(await guess(code)).toBeUndefined();
  expect(await guess('4')).toEqual(REFUSED);
  expect(await guess('3')).toBeUndefined();
});
