import { randomUUID } from 'node:crypto';
import { Claim, HomeResident, Me } from '@gongyi/shared/people/contract';
import { HomeBinding } from '@gongyi/shared/people/role';
import { DAY } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { ownerNameHash } from '../district/owner-match';
import { put, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { api, newDistrict, newPerson } from './people-for-tests';
import type { Someone } from './people-for-tests';
import { phoneHashOf } from './phone-store';

const services = withServices();
const COMPOUND = 'hm.s1.c1.x1';
const HOME = `${COMPOUND}.b1.e1.h101`;
const OTHER_HOME = `${COMPOUND}.b1.e1.h102`;
let administrator: Someone;
let worker: Someone;

beforeAll(async () => {
  administrator = await newDistrict(services, 'hm');
  worker = await newPerson(services, '社区工作者');
  const scope = { placeId: 'hm.s1.c1' };
  await administrator.post('/grants', { phone: worker.phone, role: 'community-worker', ...scope });
});

/** An owner on the roll, as an import leaves them. */
const listOwner = async (homeId: string, name: string, phone: string): Promise<void> => {
  const phoneHash = await phoneHashOf(phone);
  const owners = [{ nameHash: await ownerNameHash(name), phoneHashes: [phoneHash] }];
  await writeTogether([
    put({ ...keys.rollLine(COMPOUND, homeId), owners }),
    put({ ...keys.rollOwner(phoneHash, homeId), homeId }),
  ]);
};
const claim = (by: Someone, body: object = {}, key?: string) =>
  by.post('/homes/claims', { homeId: HOME, relation: 'owner', name: '王小明', ...body }, key);
const waiting = async (by = worker) => {
  const answer = await by.get(`/compounds/${COMPOUND}/claims`);
  return z.parse(z.object({ items: z.array(Claim) }), answer.body).items;
};
const claimOf = async (someone: Someone, homeId = HOME): Promise<z.output<typeof Claim>> => {
  const all = await waiting();
  const masked = `${someone.phone.slice(0, 3)}****${someone.phone.slice(-4)}`;
  const found = all.find((each) => each.phoneMasked === masked && each.homeId === homeId);
  if (found === undefined) throw new Error('the claim does not wait');
  return found;
};
const decide = (by: Someone, claimId: string, verified: boolean, key?: string) =>
  by.post(`/compounds/${COMPOUND}/claims/${claimId}/decision`, { verified }, key);
const homesOf = async (someone: Someone) => z.parse(Me, (await someone.get('/me')).body).homes;
const endOf = (homeId: string, someone: Someone) => `/homes/${homeId}/residents/${someone.personId}/end`;

describe('claiming a home', () => {
  it('waits for staff, and one of two who decide at once decides', async () => {
    const resident = await newPerson(services, '王小明');
    const claimed = z.parse(HomeBinding, (await claim(resident)).body);
    expect(claimed).toMatchObject({ state: 'claimed', homeName: '阳光小区 1号楼 1单元 101', gridId: 'hm.s1.c1.g1' });
    const { id, rollMatch } = await claimOf(resident);
    expect(rollMatch).toBe('no-roll');
    const answers = await Promise.all([decide(worker, id, true), decide(worker, id, false)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = z.parse(Claim, answers.find(({ status }) => status === 200)?.body);
    expect((await homesOf(resident)).map(({ state }) => state)).toEqual([won.state]);
    expect((await waiting()).map((each) => each.id)).not.toContain(id);
    const looks = await resident.get('/me/access');
    expect(looks.body).toMatchObject({ items: [{ role: 'community-worker', what: 'home-claim' }, {}] });
  });

  it('is one claim however often it is sent, and one home is claimed once', async () => {
    const resident = await newPerson(services, '重复');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => claim(resident, {}, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await claim(resident)).body).toMatchObject({ code: 'already-bound' });
    expect((await claim(resident, { relation: 'tenant' }, key)).body).toMatchObject({ code: 'key-reused' });
    const { id } = await claimOf(resident);
    const decision = randomUUID();
    expect((await decide(worker, id, false, decision)).status).toBe(200);
    expect((await decide(worker, id, false, decision)).status).toBe(200);
    expect((await decide(worker, id, true)).body).toMatchObject({ code: 'claim-closed' });
    expect((await claim(resident)).status).toBe(200);
  });

  it('is verified at once when name and number are the roll’s, and not by one of them', async () => {
    const [owner, namesake] = [await newPerson(services, '李 四'), await newPerson(services, '李四')];
    await listOwner(OTHER_HOME, '李四', owner.phone);
    const said = { homeId: OTHER_HOME, name: '李 四' };
    expect((await claim(owner, said)).body).toMatchObject({ state: 'verified' });
    expect((await claim(namesake, said)).body).toMatchObject({ state: 'claimed' });
    expect((await claimOf(namesake, OTHER_HOME)).rollMatch).toBe('name');
  });

  it('happens by itself when a number on the roll is bound', async () => {
    const phone = '19955550001';
    await listOwner(`${COMPOUND}.b1.e1.h102`, '赵六', phone);
    const owner = await newPerson(services, '赵六', phone);
    expect(await homesOf(owner)).toMatchObject([{ homeId: OTHER_HOME, state: 'verified', relation: 'owner' }]);
  });

  it('needs consent, a home that exists and a number of tries', async () => {
    const signedIn = await api.call('POST', '/session/wechat', undefined, { code: services.wechat.login('o-bare') });
    const { token } = z.parse(z.object({ token: z.string() }), signedIn.body);
    const body = { homeId: HOME, relation: 'owner', name: '无' };
    expect((await api.call('POST', '/homes/claims', token, body)).body).toMatchObject({
      code: 'privacy-consent-needed',
    });
    const eager = await newPerson(services, '试探');
    expect((await claim(eager, { homeId: COMPOUND })).body).toMatchObject({ code: 'place-unknown' });
    expect((await claim(eager, { relation: 'tenant', until: 1 })).body).toMatchObject({ code: 'until-not-future' });
    const statuses: number[] = [];
    for (let room = 0; room < 12; room += 1) {
      statuses.push((await claim(eager, { homeId: `${COMPOUND}.b1.e1.h9${String(room)}` })).status);
    }
    expect(statuses).toContain(429);
  });

  it('is seen and decided by staff of that place only, and by nobody for themself', async () => {
    const resident = await newPerson(services, '外人');
    expect((await resident.get(`/compounds/${COMPOUND}/claims`)).status).toBe(404);
    await claim(worker);
    expect((await waiting(worker)).map(({ name }) => name)).not.toContain('社区工作者');
    const grid = await newPerson(services, '网格员');
    await administrator.post('/grants', { phone: grid.phone, role: 'grid-worker', placeId: 'hm.s1.c1.g1' });
    await claim(resident);
    const { id } = await claimOf(resident);
    expect((await decide(resident, id, true)).status).toBe(404);
    expect((await waiting(grid)).map((each) => each.id)).toContain(id);
    expect((await decide(grid, id, true)).status).toBe(200);
  });
});

describe('a household', () => {
  const verifiedOwner = async (name: string): Promise<Someone> => {
    const owner = await newPerson(services, name);
    await claim(owner, { name });
    await decide(worker, (await claimOf(owner)).id, true);
    return owner;
  };
  const invite = async (owner: Someone, body: object) => {
    const answer = await owner.post(`/homes/${HOME}/invitations`, body);
    return z.parse(z.object({ code: z.string(), expiresAt: z.number() }), answer.body);
  };
  const accept = (by: Someone, code: string, key?: string) =>
    by.post('/homes/invitations/accept', { code, name: '家人' }, key);

  it('grows by invitations that count once', async () => {
    const owner = await verifiedOwner('户主');
    const guests = [await newPerson(services, '甲'), await newPerson(services, '乙')];
    const { code } = await invite(owner, { relation: 'family' });
    const answers = await Promise.all(guests.map((guest) => accept(guest, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await accept(guests[0] ?? owner, 'abcdefghjkmn')).body).toMatchObject({ code: 'invite-expired' });
    const list = await owner.get(`/homes/${HOME}/residents`);
    const { items } = z.parse(z.object({ items: z.array(HomeResident) }), list.body);
    expect(items.filter(({ name }) => name === '家人')).toHaveLength(1);
    expect((await guests[0]?.get(`/homes/${HOME}/residents`))?.status).toBe(404);
  });

  it('answers a retried acceptance the same, and closes with its owner', async () => {
    const owner = await verifiedOwner('房东');
    const guest = await newPerson(services, '租客');
    const { code } = await invite(owner, { relation: 'tenant', until: Date.now() + DAY });
    const key = randomUUID();
    const first = await accept(guest, code, key);
    expect(first).toMatchObject({ status: 200, body: { relation: 'tenant', state: 'verified' } });
    expect(await accept(guest, code, key)).toEqual(first);
    const later = await invite(owner, { relation: 'family' });
    expect((await owner.post(endOf(HOME, owner))).status).toBe(200);
    expect((await accept(await newPerson(services, '晚'), later.code)).body).toMatchObject({ code: 'invite-expired' });
  });

  it('ends a tenancy by its day, by the owner, or by the tenant; not a neighbour’s or another owner’s', async () => {
    const [owner, second] = [await verifiedOwner('一号业主'), await verifiedOwner('二号业主')];
    const tenant = await newPerson(services, '租户');
    await accept(tenant, (await invite(owner, { relation: 'tenant', until: Date.now() + DAY })).code);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + DAY);
    expect((await homesOf(tenant)).map(({ state }) => state)).toEqual(['ended']);
    clock.mockRestore();
    const stranger = await newPerson(services, '路人');
    expect((await stranger.post(endOf(HOME, tenant))).status).toBe(404);
    expect((await owner.post(endOf(HOME, second))).status).toBe(404);
    const key = randomUUID();
    expect((await owner.post(endOf(HOME, tenant), {}, key)).status).toBe(200);
    expect((await owner.post(endOf(HOME, tenant), {}, key)).status).toBe(200);
    expect((await tenant.post(endOf(HOME, tenant))).body).toMatchObject({ code: 'binding-ended' });
  });

  it('withdraws a claim by ending it', async () => {
    const resident = await newPerson(services, '撤回');
    await claim(resident);
    const { id } = await claimOf(resident);
    expect((await resident.post(endOf(HOME, resident))).status).toBe(200);
    expect((await decide(worker, id, true)).body).toMatchObject({ code: 'claim-closed' });
    expect((await homesOf(resident)).map(({ state }) => state)).toEqual(['ended']);
  });
});
