import { randomUUID } from 'node:crypto';
import { withServices } from '../../../infra/local/services-for-tests';
import type * as wechatModule from './wechat';
import type * as tokenModule from './wechat-token';
import { getItem, put, writeTogether } from './table';
import { keys } from './table-shape';

const services = withServices();
// Every instance loads its modules anew.
jest.setTimeout(30_000);
type Client = typeof wechatModule & typeof tokenModule;

/** The modules as another instance of the function has them: nothing in memory. */
const instance = async (): Promise<Client> => {
  let loaded: Client | undefined;
  await jest.isolateModulesAsync(async () => {
    loaded = { ...(await import('./wechat')), ...(await import('./wechat-token')) };
  });
  if (loaded === undefined) throw new Error('not loaded');
  return loaded;
};
const instances = async (count: number): Promise<Client[]> => {
  const made: Client[] = [];
  for (let i = 0; i < count; i += 1) made.push(await instance());
  return made;
};

const active = (): string => {
  const openid = `o${randomUUID()}`;
  services.wechat.touch(openid);
  return openid;
};

/** How often WeChat was asked for a token while `run` ran. Calls go through as they are. */
const tokensAsked = async (run: () => Promise<unknown>): Promise<number> => {
  const spy = jest.spyOn(globalThis, 'fetch');
  try {
    await run();
    return spy.mock.calls.filter(([url]) => url instanceof URL && url.pathname === '/cgi-bin/stable_token').length;
  } finally {
    spy.mockRestore();
  }
};

describe('the access token', () => {
  it('is asked for once by instances that start together', async () => {
    const clients = await instances(5);
    let tokens: (string | undefined)[] = [];
    const asked = await tokensAsked(async () => {
      tokens = await Promise.all(clients.map((client) => client.accessToken()));
    });
    expect(asked).toBe(1);
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toEqual(expect.any(String));
  });

  it('lies in the table sealed', async () => {
    const [client] = await instances(1);
    const token = (await client?.accessToken()) ?? '';
    expect(token).not.toBe('');
    expect(JSON.stringify(await getItem(keys.lease('wechat-token')))).not.toContain(token);
  });

  it('is renewed once when WeChat no longer takes it', async () => {
    const clients = await instances(4);
    const before = await Promise.all(clients.map((client) => client.accessToken()));
    const { appId, appSecret } = services.wechat.app;
    services.wechat.answer('POST', '/cgi-bin/stable_token', new URLSearchParams(), {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
      force_refresh: true,
    });
    const openid = active();
    let answers: unknown[] = [];
    const asked = await tokensAsked(async () => {
      answers = await Promise.all(clients.map((client) => client.msgSecCheck('楼道灯坏了', openid)));
    });
    expect(answers).toEqual(clients.map(() => ({ ok: true, verdict: 'clear' })));
    expect(asked).toBe(1);
    expect(await clients[0]?.accessToken()).not.toBe(before[0]);
  });

  it('is brought by another when the holder of the lease died', async () => {
    const dead = { ...keys.lease('wechat-token'), leaseUntil: Date.now() + 600, lastOp: 'dead' };
    await writeTogether([put(dead)]);
    const started = Date.now();
    const clients = await instances(3);
    let tokens: (string | undefined)[] = [];
    const asked = await tokensAsked(async () => {
      tokens = await Promise.all(clients.map((client) => client.accessToken()));
    });
    expect(Date.now() - started).toBeGreaterThanOrEqual(500);
    expect(asked).toBe(1);
    expect(new Set(tokens).size).toBe(1);
  });
});

describe('WeChat', () => {
  it('tells whose code it is, once, and its session key goes nowhere', async () => {
    const client = await instance();
    const openid = active();
    const code = services.wechat.login(openid);
    expect(await client.codeToOpenid(code)).toEqual({ ok: true, openid });
    expect(await client.codeToOpenid(code)).toEqual({ ok: false, cause: 'refused', errcode: 40163 });
    expect(await client.codeToOpenid('0made-up')).toEqual({ ok: false, cause: 'refused', errcode: 40029 });
  });

  it('tells the number behind the phone button', async () => {
    const client = await instance();
    const code = services.wechat.givePhone(active(), '19900000172');
    expect(await client.phoneOfCode(code)).toEqual({ ok: true, phone: '19900000172', countryCode: '86' });
  });

  it.each([
    ['门口的灯坏了', 'clear'],
    ['这里有违规内容', 'held'],
    ['这一句待审', 'person'],
  ])('judges %s: %s', async (text, verdict) => {
    const client = await instance();
    expect(await client.msgSecCheck(text, active())).toEqual({ ok: true, verdict });
  });

  it('does not judge for somebody it has not seen', async () => {
    const client = await instance();
    expect(await client.msgSecCheck('灯坏了', 'o-unknown')).toMatchObject({ ok: false, cause: 'refused' });
  });

  it('sends one message for one grant', async () => {
    const client = await instance();
    const openid = active();
    const templateId = services.wechat.app.templates['new-order'] ?? '';
    services.wechat.messages.grant(openid, templateId, 1);
    const send = () => client.sendSubscribe(openid, templateId, 'pages/me/index', { thing2: '照明' });
    expect(await send()).toEqual({ ok: true });
    expect(await send()).toEqual({ ok: false, cause: 'no-grant' });
    const sent = services.wechat.outbox().filter((message) => message.openid === openid);
    expect(sent).toMatchObject([{ page: 'pages/me/index', data: { thing2: '照明' } }]);
  });

  it('is unavailable, not a fault, when nobody answers', async () => {
    const base = process.env['WECHAT_API_BASE'];
    process.env['WECHAT_API_BASE'] = 'http://127.0.0.1:9';
    const client = await instance();
    const answer = await client.codeToOpenid('x');
    process.env['WECHAT_API_BASE'] = base;
    expect(answer).toEqual({ ok: false, cause: 'unavailable', errcode: -1 });
  });
});
