import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { RequestView } from '@gongyi/shared/requests/contract';
import * as z from 'zod/mini';
import type { TestServices } from '../../../infra/local/services-for-tests';
import { districtRoutes } from '../district/http';
import { mediaRoutes } from '../media/http';
import { peopleRoutes } from '../people/http';
import { newDistrict, newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { appOf } from '../platform/router';
import type { Bound } from '../platform/router';
import { requestsRoutes } from './http';

/** A compound full of people for tests of requests: residents, a property company, those above. */
let app: Hono | undefined;
export const routesForTests: readonly Bound[] = [...peopleRoutes, ...districtRoutes, ...mediaRoutes, ...requestsRoutes];

export const call = async (
  someone: Pick<Someone, 'token'>,
  method: 'GET' | 'POST',
  path: string,
  body: object = {},
  key: string = randomUUID(),
): Promise<Answer> => {
  app ??= appOf(routesForTests);
  const response = await app.request(`/api${path}`, {
    method,
    headers: {
      'x-forwarded-for': '10.0.0.1',
      'idempotency-key': key,
      authorization: `Bearer ${someone.token}`,
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

export interface Village {
  readonly compoundId: string;
  readonly homeId: string;
  readonly resident: Someone;
  readonly neighbour: Someone;
  readonly stranger: Someone;
  readonly dispatcher: Someone;
  readonly otherDispatcher: Someone;
  readonly technician: Someone;
  readonly gridWorker: Someone;
  readonly committeeDesk: Someone;
  readonly streetDesk: Someone;
  readonly propertyId: string;
  readonly committeeId: string;
  readonly streetId: string;
  readonly centreId: string;
  readonly waterId: string;
}

const done = (answer: Answer): unknown => {
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.body;
};
const WithId = z.object({ id: z.string() });

const bindHome = async (administrator: Someone, someone: Someone, name: string, homeId: string): Promise<void> => {
  const claimed = done(await someone.post('/homes/claims', { homeId, relation: 'owner', name }));
  const { state } = z.parse(z.object({ state: z.string() }), claimed);
  if (state === 'verified') return;
  const compoundId = homeId.split('.').slice(0, 4).join('.');
  const listed = z.parse(
    z.object({ items: z.array(z.object({ id: z.string(), homeId: z.string() })) }),
    done(await administrator.get(`/compounds/${compoundId}/claims`)),
  );
  const claim = listed.items.find((item) => item.homeId === homeId);
  done(await administrator.post(`/compounds/${compoundId}/claims/${claim?.id ?? ''}/decision`, { verified: true }));
};

export const newVillage = async (services: TestServices, id: string): Promise<Village> => {
  const administrator = await newDistrict(services, id);
  const compoundId = `${id}.s1.c1.x1`;
  const organisation = async (kind: string, name: string, placeId: string, more: object = {}): Promise<string> =>
    z.parse(
      WithId,
      done(await administrator.post('/organisations', { kind, name, servesPlaceIds: [placeId], ...more })),
    ).id;
  const propertyId = await organisation('property-company', '和谐物业', compoundId);
  const committeeId = await organisation('committee-of-residents', '一社区居委会', `${id}.s1.c1`);
  const streetId = await organisation('street-property-office', '东街物业办', `${id}.s1`);
  const centreId = await organisation('command-centre', '区指挥中心', id);
  const waterId = await organisation('utility', '自来水公司', id, { utility: 'water' });
  const staff = async (name: string, role: string, organisationId: string): Promise<Someone> => {
    const person = await newPerson(services, name);
    done(await administrator.post('/grants', { phone: person.phone, role, organisationId }));
    return person;
  };
  const gridWorker = await newPerson(services, '网格刘');
  const grant = { phone: gridWorker.phone, role: 'community-worker', placeId: `${id}.s1.c1` };
  done(await administrator.post('/grants', grant));
  const resident = await newPerson(services, '王小明');
  const neighbour = await newPerson(services, '赵大妈');
  await bindHome(gridWorker, resident, '王小明', `${compoundId}.b1.e1.h101`);
  await bindHome(gridWorker, neighbour, '赵大妈', `${compoundId}.b1.e1.h102`);
  return {
    compoundId,
    homeId: `${compoundId}.b1.e1.h101`,
    resident,
    neighbour,
    stranger: await newPerson(services, '外人'),
    dispatcher: await staff('李强', 'dispatcher', propertyId),
    otherDispatcher: await staff('周敏', 'dispatcher', propertyId),
    technician: await staff('孙师傅', 'technician', propertyId),
    gridWorker,
    committeeDesk: await staff('钱主任', 'manager', committeeId),
    streetDesk: await staff('吴科长', 'manager', streetId),
    propertyId,
    committeeId,
    streetId,
    centreId,
    waterId,
  };
};

/** What a filing answers, parsed by its contract. */
export const viewIn = (answer: Answer): RequestView => z.parse(RequestView, done(answer));

export const fileLamp = async (village: Village, more: object = {}, key?: string): Promise<RequestView> =>
  viewIn(
    await call(
      village.resident,
      'POST',
      '/requests',
      { category: 'lighting', words: '单元门口的灯不亮', placeId: `${village.compoundId}.b1.e1`, ...more },
      key,
    ),
  );

export const fileAtHome = (village: Village): Promise<RequestView> =>
  fileLamp(village, { category: 'in-home-repair', words: '厨房水龙头关不紧', placeId: village.homeId });

export const move = (
  someone: Someone,
  view: Pick<RequestView, 'id' | 'rev'>,
  verb: string,
  body: object = {},
  key?: string,
): Promise<Answer> => call(someone, 'POST', `/requests/${view.id}/${verb}`, { rev: view.rev, ...body }, key);

/** Makes a move that must succeed. */
export const moved = async (
  someone: Someone,
  view: Pick<RequestView, 'id' | 'rev'>,
  verb: string,
  body: object = {},
): Promise<RequestView> => viewIn(await move(someone, view, verb, body));
