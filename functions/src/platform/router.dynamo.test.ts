import { defineRoute } from '@gongyi/shared/kernel/define-route';
import { Id, Nothing } from '@gongyi/shared/kernel/schema';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import { log } from './log';
import { appOf, onAhead } from './router';

const services = withServices();

const route = defineRoute({
  id: 'platform.thing',
  method: 'GET',
  path: '/things/{thingId}',
  summary: 'A thing, asked for beside who asks',
  access: 'signed-in',
  params: z.object({ thingId: Id }),
  query: Nothing,
  body: Nothing,
  reply: z.object({ thing: z.string() }),
  refusals: [],
});

let asked: string[];
beforeEach(() => {
  asked = [];
});
const app = appOf([
  onAhead(
    route,
    async ({ thingId }) => {
      asked.push(thingId);
      if (thingId === 'broken') throw new Error('the engine is away');
      return Promise.resolve(`thing ${thingId}`);
    },
    async (_, __, early) => ({ thing: await early }),
  ),
]);
const get = async (thingId: string, token?: string) => {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await app.request(`/api/things/${thingId}`, { headers });
  const body: unknown = await response.json();
  return { status: response.status, body };
};

it('asks what is the same for all beside who calls', async () => {
  const { token } = await newPerson(services, '王小明');
  expect(await get('one', token)).toEqual({ status: 200, body: { thing: 'thing one' } });
  expect(asked).toEqual(['one']);
});

it('asks nothing for a call without a token, nor for an id that cannot be', async () => {
  const { token } = await newPerson(services, '王小明');
  expect(await get('one')).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
  expect(await get('%20', token)).toMatchObject({ status: 404 });
  expect(asked).toEqual([]);
});

it('tells who may not call nothing of it, not even that it failed', async () => {
  const stranger = `nobody.${'a'.repeat(43)}`;
  for (const thingId of ['one', 'broken'])
    expect(await get(thingId, stranger)).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
});

it('answers a fault to who may call when it failed', async () => {
  const { token } = await newPerson(services, '王小明');
  const said = jest.spyOn(log, 'error').mockImplementation(() => undefined);
  expect(await get('broken', token)).toMatchObject({ status: 500, body: { code: 'fault' } });
  said.mockRestore();
});
