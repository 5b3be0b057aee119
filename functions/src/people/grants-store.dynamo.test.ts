import { randomUUID } from 'node:crypto';
import { GrantedRole, Me } from '@gongyi/shared/people/contract';
import { Organisation } from '@gongyi/shared/district/organisation';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newDistrict, newPerson } from './people-for-tests';
import type { Someone } from './people-for-tests';

const services = withServices();
const COMPOUND = 'gr.s1.c1.x1';
let administrator: Someone;
let company: z.output<typeof Organisation>;

const give = (by: Someone, to: Someone, role: string, scope: object, more: object = {}, key?: string) =>
  by.post('/grants', { phone: to.phone, role, ...scope, ...more }, key);
const given = (body: unknown) => z.parse(GrantedRole, body);
const inCompany = () => ({ organisationId: company.id });

beforeAll(async () => {
  administrator = await newDistrict(services, 'gr');
  const answer = await administrator.post('/organisations', {
    kind: 'property-company',
    name: '阳光物业',
    servesPlaceIds: [COMPOUND],
    phone: '0474-8200001',
  });
  company = z.parse(Organisation, answer.body);
});

describe('a role', () => {
  it('counts from the next request and ends at once', async () => {
    const worker = await newPerson(services, '调度');
    const staffPath = `/organisations/${company.id}/staff`;
    expect((await worker.get(staffPath)).status).toBe(404);
    const grant = given((await give(administrator, worker, 'dispatcher', inCompany())).body);
    expect(grant).toMatchObject({ personName: '调度', grant: { scopeName: '阳光物业', role: 'dispatcher' } });
    expect(await worker.get(staffPath)).toMatchObject({
      status: 200,
      body: { items: [{ personId: worker.personId, name: '调度', role: 'dispatcher' }] },
    });
    const path = `/grants/${worker.personId}/${grant.grant.id}/end`;
    expect((await administrator.post(path)).status).toBe(200);
    expect((await worker.get(staffPath)).status).toBe(404);
    expect(z.parse(Me, (await worker.get('/me')).body).grants).toEqual([]);
    const again = given((await administrator.post(path)).body);
    expect(again.grant.until).toBeLessThanOrEqual(Date.now());
  });

  it('is given once however often the call is sent', async () => {
    const worker = await newPerson(services, '一次');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => give(administrator, worker, 'technician', inCompany(), {}, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => given(body).grant.id)).size).toBe(1);
    const other = await give(administrator, worker, 'dispatcher', inCompany(), {}, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('has a term that must make sense, a scope of its kind and somebody to hold it', async () => {
    const worker = await newPerson(services, '任期');
    const now = Date.now();
    const cases: readonly (readonly [Promise<{ body: unknown }>, string])[] = [
      [give(administrator, worker, 'technician', inCompany(), { until: now - 1 }), 'grant-term-invalid'],
      [
        give(administrator, worker, 'technician', inCompany(), { from: now + 9000, until: now + 8000 }),
        'grant-term-invalid',
      ],
      [give(administrator, worker, 'technician', { placeId: COMPOUND }), 'role-not-givable'],
      [give(administrator, worker, 'grid-worker', inCompany()), 'role-not-givable'],
      [give(administrator, worker, 'grid-worker', { placeId: 'gr.s1.c1.g9' }), 'place-unknown'],
      [give(administrator, { ...worker, phone: '19911112222' }, 'technician', inCompany()), 'person-unknown'],
    ];
    for (const [answer, code] of cases) expect((await answer).body).toMatchObject({ code });
  });

  it('is not given by who may not', async () => {
    const [resident, manager] = [await newPerson(services, '居民'), await newPerson(services, '经理')];
    expect((await give(resident, resident, 'administrator', { placeId: 'gr' })).status).toBe(404);
    expect((await give(administrator, resident, 'administrator', { placeId: 'other' })).status).toBe(404);
    await give(administrator, manager, 'manager', inCompany());
    expect((await give(manager, resident, 'technician', inCompany())).status).toBe(200);
    expect((await give(manager, resident, 'manager', inCompany())).body).toMatchObject({ code: 'role-not-givable' });
    expect((await give(manager, resident, 'grid-worker', { placeId: 'gr.s1.c1.g1' })).status).toBe(404);
  });

  it('is listed page by page for who may see it, under the name as it is now', async () => {
    const steward = await newPerson(services, '旧名');
    const placeId = `${COMPOUND}.b1`;
    await give(administrator, steward, 'building-steward', { placeId });
    await steward.put('/me', { name: '新名' });
    const Page = z.object({ items: z.array(GrantedRole), cursor: z.optional(z.string()) });
    const own = z.parse(Page, (await administrator.get(`/grants?placeId=${placeId}`)).body);
    expect(own.items.map(({ personName }) => personName)).toEqual(['新名']);
    const first = z.parse(Page, (await administrator.get(`/grants?organisationId=${company.id}&limit=1`)).body);
    expect(first.items).toHaveLength(1);
    const next = `/grants?organisationId=${company.id}&limit=50&cursor=${String(first.cursor)}`;
    const second = z.parse(Page, (await administrator.get(next)).body);
    expect(second.items.map(({ grant }) => grant.id)).not.toContain(first.items[0]?.grant.id);
    expect((await administrator.get(`/grants?placeId=${placeId}&cursor=${String(first.cursor)}`)).status).toBe(400);
    expect((await steward.get(`/grants?placeId=${placeId}`)).status).toBe(404);
  });
});
