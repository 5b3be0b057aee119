import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { listSubscriptions } from '@gongyi/shared/notices/contract';
import type { Template } from '@gongyi/shared/notices/contract';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';
import { created, deliverChange } from './notices-for-tests';
import { tell } from './tell';

const services = withServices();
jest.setTimeout(30_000);

const TEMPLATE: Template = 'request-progress';
const allow = (who: Someone, accepted: readonly Template[] = [TEMPLATE], key?: string) =>
  who.post('/subscriptions', { accepted }, key);
const remaining = async (who: Someone, template: Template = TEMPLATE): Promise<number | undefined> => {
  const { items } = z.parse(listSubscriptions.reply, (await who.get('/subscriptions')).body);
  return items.find((item) => item.template === template)?.remaining;
};
/** What the person allowed in WeChat itself, which is what WeChat goes by. */
const allowInWechat = (who: Someone, count: number): void => {
  services.wechat.messages.grant(who.openid, services.wechat.app.templates[TEMPLATE] ?? '', count);
};
const sentTo = (who: Someone) => services.wechat.outbox().filter(({ openid }) => openid === who.openid);

const push = {
  template: TEMPLATE,
  page: 'requests/pages/detail/index?id=r1',
  data: { character_string1: '1123-KQMZ', thing2: '照明', phrase3: '已接单', time4: '2026年11月23日 19:00' },
};
/** Tells `who` of `count` different things and hands the notices to the stream's reactions `times` times at once. */
const tellAndStream = async (who: Someone, count: number, times = 1): Promise<void> => {
  const about = { personIds: [who.personId], kind: 'request-accepted', title: '已接单', words: '好', push } as const;
  const causes = Array.from({ length: count }, (): string => randomUUID());
  await Promise.all(causes.map((causeId) => tell({ ...about, causeId }, Date.now())));
  const items = await queryAll({ pk: keys.unread(who.personId).pk, prefix: 'N#' });
  const mine = items.filter((item) => causes.includes(String(item['causeId'])));
  expect(mine).toHaveLength(count);
  await Promise.all(
    mine.map((item) => deliverChange(created({ ...item, pk: String(item['pk']), sk: String(item['sk']) }), times)),
  );
};

describe('a grant', () => {
  it('is counted once however often the answer is sent', async () => {
    const lan = await newPerson(services, '兰');
    const key = randomUUID();
    await Promise.all([allow(lan, [TEMPLATE, 'visit-reminder'], key), allow(lan, [TEMPLATE, 'visit-reminder'], key)]);
    await allow(lan);
    await allow(lan, [TEMPLATE, 'visit-reminder'], key);
    expect(await remaining(lan)).toBe(2);
    expect(await remaining(lan, 'visit-reminder')).toBe(1);
    expect(await allow(lan, ['new-order'], key)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('is one message, though twenty are sent at once', async () => {
    const lan = await newPerson(services, '兰');
    await allow(lan);
    allowInWechat(lan, 20);
    await tellAndStream(lan, 20);
    expect(sentTo(lan)).toHaveLength(1);
    expect(sentTo(lan)[0]).toMatchObject({ page: push.page, data: push.data });
    expect(await remaining(lan)).toBe(0);
  });

  it('is spent once by a notice that the stream delivers three times', async () => {
    const lan = await newPerson(services, '兰');
    await allow(lan);
    await allow(lan);
    allowInWechat(lan, 5);
    await tellAndStream(lan, 1, 3);
    expect(sentTo(lan)).toHaveLength(1);
    expect(await remaining(lan)).toBe(1);
  });

  it('that WeChat does not know of sets the count to nothing', async () => {
    const lan = await newPerson(services, '兰');
    await allow(lan);
    await allow(lan);
    await allow(lan);
    await tellAndStream(lan, 1);
    expect(sentTo(lan)).toHaveLength(0);
    expect(await remaining(lan)).toBe(0);
  });

  it('is given back when WeChat cannot be reached', async () => {
    const lan = await newPerson(services, '兰');
    await allow(lan);
    allowInWechat(lan, 1);
    const real = globalThis.fetch;
    const cut = jest.spyOn(globalThis, 'fetch').mockImplementation((...asked) => {
      const [url] = asked;
      const sending = url instanceof URL && url.pathname.endsWith('/subscribe/send');
      return sending ? Promise.reject(new TypeError('fetch failed')) : real(...asked);
    });
    await tellAndStream(lan, 1, 2);
    cut.mockRestore();
    expect(await remaining(lan)).toBe(1);
    await tellAndStream(lan, 1);
    expect(sentTo(lan)).toHaveLength(1);
  });

  it('is not used once its person withdrew consent to messages', async () => {
    const lan = await newPerson(services, '兰');
    await allow(lan);
    allowInWechat(lan, 1);
    await lan.post('/me/consents', { kind: 'subscribe', given: false, version: '1' });
    await tellAndStream(lan, 1);
    expect(sentTo(lan)).toHaveLength(0);
    expect(await remaining(lan)).toBe(1);
  });
});
