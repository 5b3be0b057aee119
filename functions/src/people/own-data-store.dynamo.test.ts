import { Me } from '@gongyi/shared/people/contract';
import * as z from 'zod/mini';
import { awsJson } from '../../../infra/local/engine/aws-json';
import { withServices } from '../../../infra/local/services-for-tests';
import { ownerNameHash } from '../district/owner-match';
import { getItem, put, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { onOwnerListed } from './on-owner-listed';
import { onPersonDeleted } from './on-person-deleted';
import { api, newDistrict, newPerson, sessionIn } from './people-for-tests';
import type { Someone } from './people-for-tests';
import { phoneHashOf } from './phone-store';
import { findPersonByPhone, namesOf, personIdOf, phoneOf, residentIdsOf } from './public';

const services = withServices();
const COMPOUND = 'od.s1.c1.x1';
const HOME = `${COMPOUND}.b1.e1.h101`;
let administrator: Someone;
beforeAll(async () => {
  administrator = await newDistrict(services, 'od');
});

/** Every item of the table: for looking whether anything personal is left anywhere. */
const everything = async (): Promise<string> => {
  const pages: unknown[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const input = { TableName: services.tableName, ExclusiveStartKey };
    const page = await awsJson(services.endpoint, 'DynamoDB_20120810.Scan', input);
    pages.push(page);
    ExclusiveStartKey = z.parse(z.object({ LastEvaluatedKey: z.optional(z.unknown()) }), page).LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return JSON.stringify(pages);
};
const look = (id: string) => ({ at: Date.now(), id, role: 'dispatcher', place: '阳光小区 1号楼' });

describe('my data', () => {
  it('is stored with the number sealed, shown masked, and copied in full', async () => {
    const person = await newPerson(services, '周小川');
    const me = z.parse(Me, (await person.get('/me')).body);
    expect(me).toMatchObject({ name: '周小川', phoneMasked: `199****${person.phone.slice(-4)}`, unread: 0 });
    expect(await everything()).not.toContain(person.phone);
    const copy = JSON.stringify((await person.get('/me/copy')).body);
    for (const part of ['周小川', person.phone, person.openid, '隐私保护指引']) expect(copy).toContain(part);
  });

  it('needs consent before a name or a number, which can be withdrawn', async () => {
    const openid = 'o-consent';
    const { token } = sessionIn(
      (await api.call('POST', '/session/wechat', undefined, { code: services.wechat.login(openid) })).body,
    );
    const refused = { status: 403, body: { code: 'privacy-consent-needed' } };
    expect(await api.call('PUT', '/me', token, { name: '无' })).toMatchObject(refused);
    const code = services.wechat.givePhone(openid, '19977770001');
    expect(await api.call('POST', '/me/phone', token, { code })).toMatchObject(refused);
    expect((await api.call('PUT', '/me', token, { textSize: 'largest', elderMode: true })).body).toMatchObject({
      textSize: 'largest',
      elderMode: true,
    });
    const consent = { kind: 'privacy', version: '1' };
    await api.call('POST', '/me/consents', token, { ...consent, given: true });
    expect((await api.call('PUT', '/me', token, { name: '有' })).status).toBe(200);
    const withdrawn = await api.call('POST', '/me/consents', token, { ...consent, given: false });
    expect(withdrawn.body).toMatchObject({ name: '有', consents: [{ kind: 'privacy', given: false }] });
    expect(await api.call('PUT', '/me', token, { name: '又' })).toMatchObject(refused);
  });

  it('keeps every one of the consents given at once', async () => {
    const person = await newPerson(services, '同时');
    const kinds = ['publish-name', 'share-with-holders', 'subscribe'];
    await Promise.all(kinds.map((kind) => person.post('/me/consents', { kind, given: true, version: '1' })));
    const me = z.parse(Me, (await person.get('/me')).body);
    expect(me.consents.map(({ kind }) => kind).sort()).toEqual(['privacy', ...kinds].sort());
  });

  it('tells who looked at the number, newest first', async () => {
    const person = await newPerson(services, '被看');
    expect(await phoneOf(person.personId, look('1'))).toBe(person.phone);
    expect(await phoneOf(person.personId, { ...look('2'), role: 'grid-worker' })).toBe(person.phone);
    const { body } = await person.get('/me/access');
    expect(body).toMatchObject({ items: [{ role: 'grid-worker', what: 'phone' }, { role: 'dispatcher' }] });
  });
});

describe('a phone number', () => {
  it('is bound once however often the call is sent, though WeChat takes the code once', async () => {
    const person = await newPerson(services, '重发');
    const body = { code: services.wechat.givePhone(person.openid, '19977770002') };
    const key = 'same-key-for-every-try';
    const first = await person.post('/me/phone', body, key);
    expect(first).toMatchObject({ status: 200, body: { phoneMasked: '199****0002' } });
    expect(await person.post('/me/phone', body, key)).toEqual(first);
    const other = await person.post('/me/phone', { code: 'another' }, key);
    expect(other.body).toMatchObject({ code: 'key-reused' });
    expect((await person.post('/me/phone', body)).body).toMatchObject({ code: 'wechat-code-refused' });
  });

  it('goes to who proves it last', async () => {
    const [before, after] = [await newPerson(services, '旧主'), await newPerson(services, '新主')];
    await after.post('/me/phone', { code: services.wechat.givePhone(after.openid, before.phone) });
    expect((await findPersonByPhone(before.phone, Date.now()))?.personId).toBe(after.personId);
    expect(await findPersonByPhone(after.phone, Date.now())).toBeUndefined();
    expect(z.parse(Me, (await before.get('/me')).body).phoneMasked).toBeUndefined();
  });

  it('finds its home when the roll is imported later', async () => {
    const owner = await newPerson(services, '后到');
    const phoneHash = await phoneHashOf(owner.phone);
    const row = { ...keys.rollOwner(phoneHash, HOME), homeId: HOME };
    await writeTogether([put(row)]);
    const change = { ...keys.rollOwner(phoneHash, HOME), old: undefined, new: row, at: Date.now() };
    for (let delivery = 0; delivery < 2; delivery += 1)
      await onOwnerListed.on({ ...change, eventId: 'e1', expired: false });
    expect(z.parse(Me, (await owner.get('/me')).body).homes).toMatchObject([{ homeId: HOME, state: 'verified' }]);
    expect(await residentIdsOf(HOME, Date.now())).toContain(owner.personId);
  });

  it('settles a claim that waited for it', async () => {
    const claimant = await newPerson(services, '钱七');
    const home = `${COMPOUND}.b1.e1.h102`;
    await claimant.post('/homes/claims', { homeId: home, relation: 'owner', name: '钱七' });
    const phoneHash = await phoneHashOf('19977770009');
    const owners = [{ nameHash: await ownerNameHash('钱七'), phoneHashes: [phoneHash] }];
    await writeTogether([put({ ...keys.rollLine(COMPOUND, home), owners }), put(keys.rollOwner(phoneHash, home))]);
    const bound = await claimant.post('/me/phone', { code: services.wechat.givePhone(claimant.openid, '19977770009') });
    expect(z.parse(Me, bound.body).homes).toMatchObject([{ homeId: home, state: 'verified' }]);
  });
});

describe('deleting an account', () => {
  it('leaves nothing personal, and the next sign-in is another person', async () => {
    const person = await newPerson(services, '辞别者');
    await person.post('/homes/claims', { homeId: HOME, relation: 'family', name: '辞别的人' });
    await administrator.post('/grants', { phone: person.phone, role: 'building-steward', placeId: `${COMPOUND}.b1` });
    await phoneOf(person.personId, look('3'));
    const phoneHash = await phoneHashOf(person.phone);
    expect((await person.post('/me/delete', { confirm: '删除' })).status).toBe(400);
    expect((await person.post('/me/delete', { confirm: '删除我的账号' })).status).toBe(200);
    expect((await person.get('/me')).status).toBe(401);
    const left = await everything();
    for (const part of ['辞别者', '辞别的人', person.phone, person.openid, phoneHash]) expect(left).not.toContain(part);
    expect(left).not.toContain(`RESIDENT#${person.personId}`);
    expect(await getItem(keys.profile(person.personId), { consistent: true })).toHaveProperty('deletedAt');
    expect(await namesOf([person.personId])).toEqual(new Map());
    const { body } = await administrator.get(`/grants?placeId=${COMPOUND}.b1`);
    expect(body).toEqual({ items: [] });
    const next = await api.call('POST', '/session/wechat', undefined, { code: services.wechat.login(person.openid) });
    expect(sessionIn(next.body).personId).toBe(personIdOf(person.openid, 2));
  });

  it('clears again what was written beside it', async () => {
    const person = await newPerson(services, '同时写');
    const before = await getItem(keys.profile(person.personId));
    await person.post('/me/delete', { confirm: '删除我的账号' });
    const stray = { personId: person.personId, name: '同时写', homeId: HOME, homeName: 'x', relation: 'family' };
    const binding = { ...stray, state: 'verified', since: 1 };
    await writeTogether([
      put({ ...keys.binding(person.personId, HOME), ...binding }),
      put({ ...keys.homeResident(HOME, person.personId), ...binding }),
    ]);
    const tombstone = await getItem(keys.profile(person.personId), { consistent: true });
    const change = { ...keys.profile(person.personId), old: before, new: tombstone, at: Date.now() };
    await onPersonDeleted.on({ ...change, eventId: 'e2', expired: false });
    expect(await everything()).not.toContain('同时写');
  });
});
