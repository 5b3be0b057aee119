import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Hono } from 'hono';
import type { TestServices } from '../../../infra/local/services-for-tests';
import { allRoutes } from '../entry/all-routes';
import { appOf } from '../platform/router';
import { appointAdministrator } from './appoint-administrator';

/** Callers of the built API for tests: people with phones of their own, acting through routes only. */
export interface Answer {
  readonly status: number;
  /** The reply, or the problem. */
  readonly body: unknown;
}

export interface Api {
  call(method: string, path: string, token?: string, body?: object, key?: string): Promise<Answer>;
}

let app: Hono | undefined;

export const api: Api = {
  call: async (method, path, token, body, key = randomUUID()) => {
    app ??= appOf(allRoutes);
    const response = await app.request(`/api${path}`, {
      method,
      headers: {
        'x-forwarded-for': '10.0.0.1',
        'idempotency-key': key,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    return { status: response.status, body: await response.json() };
  },
};

const Session = z.object({ token: z.string(), personId: z.string(), expiresAt: z.number(), renewAfter: z.number() });
export const sessionIn = (body: unknown): z.output<typeof Session> => z.parse(Session, body);

export interface Someone {
  readonly personId: string;
  readonly token: string;
  readonly openid: string;
  readonly phone: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object, key?: string): Promise<Answer>;
  put(path: string, body?: object, key?: string): Promise<Answer>;
}

let made = 0;

/** Somebody who signed in, agreed to the privacy text, gave a name and bound a made-up number. */
export const newPerson = async (services: TestServices, name: string, phoneNumber?: string): Promise<Someone> => {
  made += 1;
  const openid = `o${randomUUID().replaceAll('-', '')}`;
  const phone = phoneNumber ?? `1990000${String(made).padStart(4, '0')}`;
  const signedIn = await api.call('POST', '/session/wechat', undefined, { code: services.wechat.login(openid) });
  const { token, personId } = sessionIn(signedIn.body);
  const someone: Someone = {
    personId,
    token,
    openid,
    phone,
    get: (path) => api.call('GET', path, token),
    post: (path, body, key) => api.call('POST', path, token, body, key),
    put: (path, body, key) => api.call('PUT', path, token, body, key),
  };
  await someone.post('/me/consents', { kind: 'privacy', given: true, version: '1' });
  await someone.put('/me', { name });
  const bound = await someone.post('/me/phone', { code: services.wechat.givePhone(openid, phone) });
  if (bound.status !== 200) throw new Error(`the number was not bound: ${JSON.stringify(bound)}`);
  return someone;
};

/** An administrator of a district with one street, community, grid, and a compound down to two homes. */
export const newDistrict = async (services: TestServices, id: string): Promise<Someone> => {
  const administrator = await newPerson(services, '区管理员');
  const { phone } = administrator;
  await appointAdministrator({ phone, placeId: id, placeName: '示范区', now: Date.now() - 1 });
  const places: readonly (readonly [string, string])[] = [
    [id, '示范区'],
    [`${id}.s1`, '东街街道'],
    [`${id}.s1.c1`, '一社区'],
    [`${id}.s1.c1.g1`, '一社区第一网格'],
    [`${id}.s1.c1.x1`, '阳光小区'],
    [`${id}.s1.c1.x1.b1`, '1号楼'],
    [`${id}.s1.c1.x1.b1.e1`, '1单元'],
    [`${id}.s1.c1.x1.b1.e1.h101`, '101'],
    [`${id}.s1.c1.x1.b1.e1.h102`, '102'],
  ];
  for (const [placeId, name] of places) {
    const gridId = placeId.endsWith('.b1') ? { gridId: `${id}.s1.c1.g1` } : {};
    const added = await administrator.post('/places', { id: placeId, name, ...gridId });
    if (added.status !== 200) throw new Error(`${placeId} was not added: ${JSON.stringify(added)}`);
  }
  return administrator;
};
