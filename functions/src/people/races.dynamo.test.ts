import { randomUUID } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { inviteFamily, listClaims } from '@gongyi/shared/people/contract';
import { withServices } from '../../../infra/local/services-for-tests';
import { TableName, table } from '../platform/table';
import { api, newDistrict, newPerson, sessionIn } from './people-for-tests';
import { findPerson } from './person-store';
import { findHolderOfPhone, phoneHashOf, storePhone } from './phone-store';

const services = withServices();

describe('a number that passes from hand to hand', () => {
  it('stays with its new holder when the old one, read before, takes another', async () => {
    const [old, taker] = [await newPerson(services, '旧主'), await newPerson(services, '新主')];
    const stale = await findPerson(old.personId);
    const bound = await taker.post('/me/phone', { code: services.wechat.givePhone(taker.openid, old.phone) });
    expect(bound.status).toBe(200);
    expect(stale && (await storePhone(stale, '19911112222', 'late'))).toBe(false);
    expect(await findHolderOfPhone(await phoneHashOf(old.phone))).toBe(taker.personId);
  });

  it('stays with its new holder when the old one deletes their account', async () => {
    const [old, taker] = [await newPerson(services, '旧主'), await newPerson(services, '新主')];
    const phoneHash = await phoneHashOf(old.phone);
    const stale = await findPerson(old.personId);
    await taker.post('/me/phone', { code: services.wechat.givePhone(taker.openid, old.phone) });
    // As a deletion sees its account that read it a moment before the number went.
    await table().send(
      new UpdateCommand({
        TableName: TableName(),
        Key: { pk: `PERSON#${old.personId}`, sk: 'ID#PROFILE' },
        UpdateExpression: 'SET phoneHash = :hash, phoneSealed = :sealed',
        ExpressionAttributeValues: { ':hash': phoneHash, ':sealed': stale?.phoneSealed },
      }),
    );
    expect((await old.post('/me/delete', { confirm: '删除我的账号' })).status).toBe(409);
    expect(await findHolderOfPhone(phoneHash)).toBe(taker.personId);
  });
});

describe('signing out', () => {
  it('ends every token that was made from it, however often it was renewed', async () => {
    const person = await newPerson(services, '丢手机');
    const tokens = [person.token];
    for (let times = 0; times < 3; times += 1) {
      const renewed = await api.call('POST', '/session/renew', tokens.at(-1));
      tokens.push(sessionIn(renewed.body).token);
    }
    const other = await api.call('POST', '/session/wechat', undefined, { code: services.wechat.login(person.openid) });
    expect((await person.post('/session/end')).status).toBe(200);
    for (const token of tokens) expect((await api.call('GET', '/me', token)).status).toBe(401);
    expect((await api.call('GET', '/me', sessionIn(other.body).token)).status).toBe(200);
  });
});

describe('a home', () => {
  it('is decided on once under one key, and not joined by an invitation into a tenancy that is over', async () => {
    const administrator = await newDistrict(services, 'mr');
    const [owner, tenant] = [await newPerson(services, '房主'), await newPerson(services, '租客')];
    const worker = await newPerson(services, '社区');
    const role = { phone: worker.phone, role: 'community-worker', placeId: 'mr.s1.c1' };
    expect((await administrator.post('/grants', role)).status).toBe(200);
    const homeId = 'mr.s1.c1.x1.b1.e1.h101';
    await owner.post('/homes/claims', { homeId, relation: 'owner', name: '房主' });
    const waiting = await worker.get('/compounds/mr.s1.c1.x1/claims');
    const [claim] = z.parse(listClaims.reply, waiting.body).items;
    const path = `/compounds/mr.s1.c1.x1/claims/${claim?.id ?? ''}/decision`;
    const key = randomUUID();
    const decided = await worker.post(path, { verified: true }, key);
    expect(decided.status).toBe(200);
    expect(await worker.post(path, { verified: true }, key)).toEqual(decided);
    expect(await worker.post(path, { verified: false }, key)).toMatchObject({ body: { code: 'key-reused' } });
    const until = Date.now() + 400;
    const invited = await owner.post(`/homes/${homeId}/invitations`, { relation: 'tenant', until });
    const { code } = z.parse(inviteFamily.reply, invited.body);
    await new Promise((done) => setTimeout(done, 450));
    const accepted = await tenant.post('/homes/invitations/accept', { code, name: '租客' });
    expect(accepted).toMatchObject({ status: 410, body: { code: 'invite-expired' } });
  });
});
