import { randomUUID } from 'node:crypto';
import { TransactionConflictException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { listNotices, readNotices } from '@gongyi/shared/notices/contract';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { table } from '../platform/table';
import { tell } from './tell';

const services = withServices();
jest.setTimeout(30_000);

const page = async (who: Someone, query = '') =>
  z.parse(listNotices.reply, (await who.get(`/notices?limit=50${query}`)).body);
const read = async (who: Someone, until: number): Promise<number> =>
  z.parse(readNotices.reply, (await who.post('/notices/read', { until })).body).unread;
const unreadOfMe = async (who: Someone): Promise<number> =>
  z.parse(z.object({ unread: z.int() }), (await who.get('/me')).body).unread;
const news = (who: Someone, causeId: string = randomUUID()) =>
  tell({ personIds: [who.personId], causeId, kind: 'request-accepted', title: '已接单', words: '好' }, Date.now());

describe('an inbox', () => {
  it('is told once of one cause, however often and at once it is told', async () => {
    const lan = await newPerson(services, '兰');
    const cause = randomUUID();
    await Promise.all([news(lan, cause), news(lan, cause), news(lan, cause)]);
    await news(lan, cause);
    await news(lan);
    const { items, unread } = await page(lan);
    expect(items).toHaveLength(2);
    expect(unread).toBe(2);
    expect(await unreadOfMe(lan)).toBe(2);
  });

  it('tells everybody of a long list, each once', async () => {
    const people = await Promise.all([newPerson(services, '一'), newPerson(services, '二')]);
    const strangers = Array.from({ length: 20 }, () => randomUUID().slice(0, 8));
    const personIds = [...people.map(({ personId }) => personId), ...strangers, people[0].personId];
    await tell({ personIds, causeId: 'flood', kind: 'request-reply', title: '有新回复', words: '好' }, Date.now());
    for (const person of people) expect((await page(person)).unread).toBe(1);
  });

  it('keeps the count exact while it is read and written at once', async () => {
    const wei = await newPerson(services, '伟');
    const writes = Array.from({ length: 30 }, () => news(wei));
    const reads = Array.from({ length: 5 }, () => read(wei, Date.now()));
    await Promise.all([...writes, ...reads]);
    const { items, unread } = await page(wei);
    expect(items).toHaveLength(30);
    expect(unread).toBe(items.filter((notice) => !notice.read).length);
    expect(await read(wei, Date.now() + 60_000)).toBe((await page(wei)).unread);
  });

  it('is read up to an instant, never back and never into the future', async () => {
    const lan = await newPerson(services, '兰');
    await news(lan);
    const between = Date.now();
    await new Promise((done) => setTimeout(done, 5));
    await news(lan);
    expect(await read(lan, between)).toBe(1);
    expect((await page(lan)).items.map((notice) => notice.read)).toEqual([false, true]);
    expect(await read(lan, 253_370_736_000_000)).toBe(0);
    expect(await read(lan, between)).toBe(0);
    await new Promise((done) => setTimeout(done, 5));
    await news(lan);
    expect(await unreadOfMe(lan)).toBe(1);
  });

  it('is read past a delivery under way', async () => {
    const lan = await newPerson(services, '兰');
    await news(lan);
    let met = 0;
    const name = 'conflicts';
    // Neither engine reports conflicts: the first writes of the count meet one.
    table().middlewareStack.add(
      (next, context) => (args) => {
        if (context['commandName'] === 'UpdateCommand' || context['commandName'] === 'UpdateItemCommand') met += 1;
        if (met === 1 || met === 2) throw new TransactionConflictException({ message: 'busy', $metadata: {} });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name },
    );
    try {
      expect(await read(lan, Date.now())).toBe(0);
    } finally {
      table().middlewareStack.remove(name);
    }
    expect(met).toBe(3);
  });

  it('goes on by its own cursor and nobody else’s', async () => {
    const [lan, wei] = [await newPerson(services, '兰'), await newPerson(services, '伟')];
    for (let i = 0; i < 5; i += 1) await news(lan);
    const first = z.parse(listNotices.reply, (await lan.get('/notices?limit=3')).body);
    const rest = z.parse(listNotices.reply, (await lan.get(`/notices?limit=3&cursor=${first.cursor ?? ''}`)).body);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(5);
    const foreign = await wei.get(`/notices?cursor=${first.cursor ?? ''}`);
    expect(foreign).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
  });
});
