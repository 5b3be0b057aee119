import { randomUUID } from 'node:crypto';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { api, newPerson, sessionIn } from './people-for-tests';

const services = withServices();
const signIn = (openid: string, key?: string) =>
  api.call('POST', '/session/wechat', undefined, { code: services.wechat.login(openid) }, key);
const Scanned = z.object({ code: z.string(), pollSecret: z.string(), expiresAt: z.number(), url: z.string() });
const beginScan = async (key?: string) =>
  z.parse(Scanned, (await api.call('POST', '/session/scan', undefined, {}, key)).body);
const poll = ({ code, pollSecret }: z.output<typeof Scanned>) =>
  api.call('POST', '/session/scan/poll', undefined, { code, pollSecret });

const at = async <T>(now: number, act: () => Promise<T>): Promise<T> => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  try {
    return await act();
  } finally {
    clock.mockRestore();
  }
};

describe('signing in with WeChat', () => {
  it('makes one person of an account however often and however fast it signs in', async () => {
    const openid = `o${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(openid)));
    const sessions = answers.map(({ body }) => sessionIn(body));
    expect(new Set(sessions.map(({ personId }) => personId)).size).toBe(1);
    expect(new Set(sessions.map(({ token }) => token)).size).toBe(8);
  });

  it('answers a retry the same although WeChat takes a code once', async () => {
    const code = services.wechat.login('o-retry');
    const key = randomUUID();
    const call = (given: string) => api.call('POST', '/session/wechat', undefined, { code: given }, key);
    const first = await call(code);
    expect(first.status).toBe(200);
    expect(await call(code)).toEqual(first);
    expect((await call(services.wechat.login('o-retry'))).status).toBe(422);
    const stolen = await api.call('POST', '/session/wechat', undefined, { code });
    expect(stolen).toMatchObject({ status: 400, body: { code: 'wechat-code-refused' } });
  });

  it('keeps ten sessions of a person and drops the oldest', async () => {
    const openid = `o${randomUUID()}`;
    const tokens: string[] = [];
    const start = Date.now();
    for (let i = 0; i < 11; i += 1) {
      const answer = await at(start + i, () => signIn(openid));
      tokens.push(sessionIn(answer.body).token);
    }
    const statuses = await Promise.all(
      tokens.map((token) => api.call('GET', '/me', token).then(({ status }) => status)),
    );
    expect(statuses).toEqual([401, ...Array.from({ length: 10 }, () => 200)]);
  });

  it('counts for thirty days', async () => {
    const { token, expiresAt, renewAfter } = sessionIn((await signIn(`o${randomUUID()}`)).body);
    expect(expiresAt - renewAfter).toBe(29 * DAY);
    expect((await at(expiresAt - 1, () => api.call('GET', '/me', token))).status).toBe(200);
    expect((await at(expiresAt, () => api.call('GET', '/me', token))).status).toBe(401);
  });
});

describe('rotation', () => {
  it('gives all who renew the same token the same new one, and lets the old live ten minutes', async () => {
    const person = await newPerson(services, '轮换');
    const answers = await Promise.all(Array.from({ length: 5 }, () => person.post('/session/renew')));
    const tokens = new Set(answers.map(({ body }) => sessionIn(body).token));
    expect(tokens.size).toBe(1);
    const [token = ''] = tokens;
    expect(token).not.toBe(person.token);
    const now = Date.now();
    expect((await at(now + 9 * MINUTE, () => person.get('/me'))).status).toBe(200);
    expect((await at(now + 11 * MINUTE, () => person.get('/me'))).status).toBe(401);
    expect((await at(now + 11 * MINUTE, () => api.call('GET', '/me', token))).status).toBe(200);
  });

  it('does not bring an ended session back', async () => {
    const person = await newPerson(services, '退出');
    const { token } = sessionIn((await person.post('/session/renew')).body);
    expect((await api.call('POST', '/session/end', token)).status).toBe(200);
    expect((await person.post('/session/renew')).status).toBe(401);
    expect((await api.call('GET', '/me', token)).status).toBe(401);
  });
});

describe('signing in by scanning', () => {
  it('waits, is confirmed once, and answers every poll the same session', async () => {
    const phone = await newPerson(services, '手机');
    const scan = await beginScan();
    expect((await poll(scan)).body).toEqual({ state: 'waiting' });
    const key = randomUUID();
    expect((await phone.post(`/session/scan/${scan.code}/confirm`, {}, key)).status).toBe(200);
    expect((await phone.post(`/session/scan/${scan.code}/confirm`, {}, key)).status).toBe(200);
    const [first, second] = [await poll(scan), await poll(scan)];
    expect(first).toEqual(second);
    const { session } = z.parse(z.object({ session: z.unknown() }), first.body);
    const { token, personId } = sessionIn(session);
    expect(personId).toBe(phone.personId);
    expect((await api.call('GET', '/me', token)).status).toBe(200);
  });

  it('lets one of two phones confirm', async () => {
    const phones = [await newPerson(services, '甲'), await newPerson(services, '乙')];
    const scan = await beginScan();
    const answers = await Promise.all(phones.map((phone) => phone.post(`/session/scan/${scan.code}/confirm`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'scan-code-used' });
  });

  it('tells nothing without the poll secret, and nothing after three minutes', async () => {
    const phone = await newPerson(services, '过期');
    const scan = await beginScan();
    const guess = await poll({ ...scan, pollSecret: 'x'.repeat(43) });
    expect(guess).toMatchObject({ status: 410, body: { code: 'scan-code-expired' } });
    const confirm = () => phone.post(`/session/scan/${scan.code}/confirm`);
    expect((await at(scan.expiresAt, confirm)).status).toBe(410);
  });

  it('does not take a web page’s word for another web page', async () => {
    const phone = await newPerson(services, '网页');
    const scan = await beginScan();
    await phone.post(`/session/scan/${scan.code}/confirm`);
    const { session } = z.parse(z.object({ session: z.unknown() }), (await poll(scan)).body);
    const next = await beginScan();
    const answer = await api.call('POST', `/session/scan/${next.code}/confirm`, sessionIn(session).token);
    expect(answer.status).toBe(404);
    expect((await poll(next)).body).toEqual({ state: 'waiting' });
  });

  it('answers a retried beginning the same', async () => {
    const key = randomUUID();
    expect(await beginScan(key)).toEqual(await beginScan(key));
  });
});

it('stores no token and no secret', async () => {
  const { token } = await newPerson(services, '哈希');
  const { queryAll } = await import('../platform/table');
  const stored = JSON.stringify(await queryAll({ pk: `PERSON#${token.split('.')[0] ?? ''}`, consistent: true }));
  expect(stored).toContain('ID#SESSION#');
  expect(stored).not.toContain(token.split('.')[1]);
});
