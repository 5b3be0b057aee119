import * as z from 'zod/mini';
import { defineRoute } from '@gongyi/shared/kernel/define-route';
import { Nothing, text } from '@gongyi/shared/kernel/schema';
import { log } from './log';
import { appOf, openTo } from './router';

Object.assign(process.env, {
  TABLE_NAME: 'none',
  BUCKET_NAME: 'none',
  DATA_KEY_ID: 'none',
  MAC_KEY_ID: 'none',
  BALLOT_KEY_ID: 'none',
  LOG_KEY_ID: 'none',
  WECHAT_SECRET_ID: 'none',
  PUBLIC_BASE_URL: 'http://127.0.0.1',
});

const route = defineRoute({
  id: 'platform.echo',
  method: 'POST',
  path: '/echo',
  summary: 'Says the words again',
  access: 'anyone',
  params: Nothing,
  query: Nothing,
  body: z.object({ words: text(20) }),
  reply: z.object({ words: z.string() }),
  refusals: [],
});
const app = appOf([
  openTo(route, ({ body }) => {
    if (body.words === 'break') throw new Error('王小明 13900000000');
    return Promise.resolve({ words: body.words });
  }),
]);
const post = async (body: unknown) => {
  const response = await app.request('/api/echo', {
    method: 'POST',
    headers: { 'idempotency-key': 'k'.repeat(20) },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
};

it('takes a body for what a client wrote, never for a refusal of its own', async () => {
  expect(await post({ words: 'hello', refused: 'not-found', facts: {} })).toEqual({
    status: 200,
    answer: { words: 'hello' },
  });
  const forged = await post({ refused: 'made-up', facts: { by: 'a client' } });
  expect(forged).toMatchObject({ status: 400, answer: { code: 'invalid-input' } });
});

it('logs where a fault was, not what it says', async () => {
  const said = jest.spyOn(log, 'error').mockImplementation(() => undefined);
  expect(await post({ words: 'break' })).toMatchObject({ status: 500, answer: { code: 'fault', facts: {} } });
  const logged = JSON.stringify(said.mock.calls);
  said.mockRestore();
  expect(logged).toContain('router.test');
  expect(logged).not.toContain('王小明');
});
