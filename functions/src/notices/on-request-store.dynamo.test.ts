import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { listNotices } from '@gongyi/shared/notices/contract';
import type { RequestEvent } from '@gongyi/shared/requests/request';
import { EVENT_KINDS } from '@gongyi/shared/requests/request';
import { HOUR } from '@gongyi/shared/kernel/time';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';
import {
  changed,
  created,
  deliverChange,
  eventOf,
  requestOf,
  stepOf,
  store,
  storeRequest,
  storedRequest,
} from './notices-for-tests';

const services = withServices();
jest.setTimeout(60_000);

let filer: Someone;
let joiner: Someone;
let dispatcher: Someone;
let manager: Someone;
let technician: Someone;
let street: Someone;

const member = async (who: Someone, organisationId: string, role: string): Promise<void> => {
  const id = randomUUID();
  const grant = { id, role, organisationId, scopeName: '单位', from: Date.now() - HOUR, personId: who.personId };
  await store({ ...keys.member(organisationId, id), ...grant });
};
const kindsOf = async (who: Someone): Promise<string[]> =>
  z.parse(listNotices.reply, (await who.get('/notices?limit=50')).body).items.map(({ kind }) => kind);

beforeEach(async () => {
  [filer, joiner, dispatcher, manager, technician, street] = await Promise.all([
    newPerson(services, '王小明'),
    newPerson(services, '赵敏'),
    newPerson(services, '李小红'),
    newPerson(services, '孙经理'),
    newPerson(services, '周师傅'),
    newPerson(services, '吴主任'),
  ]);
});
const staffed = async (): Promise<{ readonly companyId: string; readonly officeId: string }> => {
  const [companyId, officeId] = [randomUUID(), randomUUID()];
  await member(dispatcher, companyId, 'dispatcher');
  await member(manager, companyId, 'manager');
  await member(technician, companyId, 'technician');
  await member(street, officeId, 'dispatcher');
  return { companyId, officeId };
};
const filed = async () => {
  const { companyId, officeId } = await staffed();
  const request = requestOf({ filerId: filer.personId, holderId: companyId, assigneeId: technician.personId });
  await storeRequest(request);
  const join = keys.requestJoin(request.id, joiner.personId);
  await store({ ...join, personId: joiner.personId });
  return { request, companyId, officeId };
};
const step = async (kind: RequestEvent['kind'], more: Partial<RequestEvent> = {}) => {
  const at = await filed();
  await deliverChange(stepOf(at.request, eventOf(kind, { byId: dispatcher.personId, ...more })), 3);
  return at;
};
/** Who heard what, in the order filer, joiner, dispatcher, manager, technician, street. */
const heard = () => Promise.all([filer, joiner, dispatcher, manager, technician, street].map(kindsOf));

describe('a request', () => {
  it('when filed is told to the holder’s desk', async () => {
    const { request } = await filed();
    await deliverChange(created(storedRequest(request)), 3);
    expect(await heard()).toEqual([[], [], ['request-new'], ['request-new'], [], []]);
  });

  it('when accepted is told to its filer and who joined, not to who did it', async () => {
    await step('accepted');
    expect(await heard()).toEqual([['request-accepted'], ['request-accepted'], [], [], [], []]);
  });

  it('when assigned is told to the technician', async () => {
    await step('assigned');
    expect(await heard()).toEqual([[], [], [], [], ['request-assigned'], []]);
  });

  it('when answered is told to the desk and the technician', async () => {
    await step('half-fixed', { byId: filer.personId });
    const told = ['request-answered'];
    expect(await heard()).toEqual([[], [], told, told, told, []]);
  });

  it('when a resident replies is told to everybody else in it', async () => {
    await step('replied', { byId: filer.personId });
    const told = ['request-reply'];
    expect(await heard()).toEqual([[], told, told, told, told, []]);
  });

  it('when escalated is told to the next level, as the event names it', async () => {
    const { officeId, request } = await filed();
    const event = eventOf('escalated', { facts: { organisationId: officeId } });
    await deliverChange(stepOf(request, event), 3);
    const told = ['request-overdue'];
    expect(await heard()).toEqual([told, told, [], [], [], told]);
  });

  it('when passed on is told to the desk it goes to', async () => {
    const { officeId, request } = await filed();
    await deliverChange(stepOf(request, eventOf('passed-on', { facts: { holderId: officeId } })), 3);
    expect(await heard()).toEqual([['request-passed-on'], ['request-passed-on'], [], [], [], ['request-new']]);
  });

  it('says nothing personal in any notice or message', async () => {
    const { request, officeId } = await filed();
    for (const [index, kind] of EVENT_KINDS.entries()) {
      const facts = { organisationId: officeId, holderId: officeId };
      await deliverChange(stepOf(request, eventOf(kind, { rev: index + 2, facts })));
    }
    const inboxes = await Promise.all(
      [filer, joiner, dispatcher, technician, street].map((who) => queryAll({ pk: keys.unread(who.personId).pk })),
    );
    const notices = inboxes.flat().filter((item) => String(item['sk']).startsWith('N#'));
    expect(notices.length).toBeGreaterThan(20);
    expect(JSON.stringify(notices)).not.toMatch(/王小明|王\*|3号楼|单元|李小红|19900000172|灯坏了|马上就到/);
  });

  it('tells its filer that a check held their words', async () => {
    const { request } = await filed();
    const before = { ...storedRequest(request), wordsCheck: 'pending' };
    await deliverChange(changed(before, { wordsCheck: 'held' }), 2);
    expect(await kindsOf(filer)).toEqual(['content-held']);
  });
});

describe('messages to the phone', () => {
  it('fit the templates’ fields, every one of them', async () => {
    const everybody = [filer, joiner, dispatcher, manager, technician, street];
    for (const who of everybody) {
      for (const [name, id] of Object.entries(services.wechat.app.templates)) {
        await who.post('/subscriptions', { accepted: [name] });
        services.wechat.messages.grant(who.openid, id, 100);
      }
    }
    const { request, officeId } = await filed();
    const visit = { from: Date.now() + HOUR, until: Date.now() + 2 * HOUR };
    await storeRequest({ ...request, visit });
    const warned = jest.spyOn(process.stdout, 'write');
    for (const [index, kind] of EVENT_KINDS.entries()) {
      const facts = { organisationId: officeId, holderId: officeId };
      await deliverChange(stepOf(request, eventOf(kind, { rev: index + 2, facts })));
    }
    for (const who of everybody) {
      // Many more than were granted here, so that every notice is tried.
      for (let i = 0; i < 20; i += 1) {
        await who.post('/subscriptions', { accepted: ['request-progress', 'visit-reminder', 'new-order'] });
      }
      const items = await queryAll({ pk: keys.unread(who.personId).pk, prefix: 'N#' });
      for (const item of items)
        await deliverChange(created({ ...item, pk: String(item['pk']), sk: String(item['sk']) }));
    }
    const ids = everybody.map(({ openid }) => openid);
    const sent = services.wechat.outbox().filter(({ openid }) => ids.includes(openid));
    expect(sent.length).toBeGreaterThan(20);
    expect(warned.mock.calls.map(String).filter((line) => line.includes('message not sent'))).toEqual([]);
    warned.mockRestore();
    expect(new Set(sent.map(({ page }) => page))).toEqual(new Set([`requests/pages/detail/index?id=${request.id}`]));
  });
});

describe('a group robot', () => {
  it('is rung once for a new order, without a home or a name', async () => {
    const { request, companyId } = await filed();
    const robotUrl = `${process.env['WECHAT_API_BASE'] ?? ''}/cgi-bin/webhook/send?key=k`;
    const organisation = { id: companyId, kind: 'property-company', name: '阳光物业', servesPlaceIds: [], robotUrl };
    await store({ ...keys.organisation(companyId), ...organisation });
    const spy = jest.spyOn(globalThis, 'fetch');
    await deliverChange(created(storedRequest(request)), 3);
    const rings = spy.mock.calls.filter(([url]) => url instanceof URL && url.href === robotUrl);
    spy.mockRestore();
    expect(rings).toHaveLength(1);
    const body = z.parse(z.string(), rings[0]?.[1]?.body);
    expect(body).toContain('照明');
    expect(body).not.toMatch(/王|单元|3号楼|灯坏了/);
  });
});
