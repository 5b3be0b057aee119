import type { RequestView } from '@gongyi/shared/requests/contract';
import { beginUpload } from '@gongyi/shared/media/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { JPEG, send } from '../media/media-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { deliver } from './deliver-for-tests';
import { call, fileAtHome, fileLamp, move, moved, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'me');
}, 30_000);

const onBehalf = (by: Someone, more: object = {}, key?: string): Promise<Answer> =>
  call(
    by,
    'POST',
    '/requests/on-behalf',
    {
      category: 'water-leak',
      answers: { upstairs: '是' },
      words: '楼上漏水',
      placeId: village.homeId,
      channel: 'phone',
      callerName: '王大爷',
      callerPhone: '0474-8200172',
      ...more,
    },
    key,
  );

const upload = async (by: Someone): Promise<string> => {
  const form = z.parse(
    beginUpload.reply,
    (await call(by, 'POST', '/media', { contentType: 'image/jpeg', bytes: 6 })).body,
  );
  expect(await send(form, JPEG)).toBeLessThan(300);
  return form.mediaId;
};

describe('an order taken on the phone', () => {
  it('is recorded once, seals the number, logs every look and never makes staff the filer', async () => {
    const [first, again] = await Promise.all([0, 1].map(() => onBehalf(village.dispatcher, {}, 'phone-order-twice')));
    const view = viewIn(first ?? { status: 0, body: {} });
    expect(again?.body).toEqual(first?.body);
    expect(view).toMatchObject({ channel: 'phone', filerName: '王**', mine: false, visibility: 'private' });
    expect(JSON.stringify(view)).not.toContain('8200172');
    const contact = await call(village.dispatcher, 'POST', `/requests/${view.id}/contact`);
    expect(contact).toEqual({ status: 200, body: { name: '王大爷', phone: '04748200172' } });
    expect((await call(village.neighbour, 'POST', `/requests/${view.id}/contact`)).status).toBe(404);
    // The home's people may answer the outcome; who entered it may not.
    const working = await moved(village.dispatcher, await moved(village.dispatcher, view, 'accept'), 'start');
    const done = await moved(village.dispatcher, working, 'resolve', { words: '修好了' });
    expect((await move(village.dispatcher, done, 'confirm', { satisfied: true })).body).toMatchObject({
      code: 'move-not-allowed',
    });
    expect((await moved(village.resident, done, 'confirm', { satisfied: true })).status).toBe('confirmed');
    expect((await onBehalf(village.stranger)).status).toBe(404);
  });

  it('finds the home of a number bound to it, within what the desk serves', async () => {
    const path = `/organisations/${village.propertyId}/caller`;
    const found = await call(village.dispatcher, 'POST', path, { phone: village.resident.phone });
    expect(found.body).toEqual({
      homes: [{ homeId: village.homeId, homeName: '阳光小区 1号楼 1单元 101', name: '王**' }],
    });
    expect((await call(village.dispatcher, 'POST', path, { phone: '19911119999' })).body).toEqual({ homes: [] });
    expect((await call(village.resident, 'POST', path, { phone: village.resident.phone })).status).toBe(404);
  });

  it('keeps the hotline’s number and deadline', async () => {
    const dueAt = Date.now() + 3_600_000;
    const answer = await onBehalf(village.gridWorker, { channel: 'hotline-12345', hotline: { number: 'WD-7', dueAt } });
    expect(viewIn(answer)).toMatchObject({ dueAt, hotline: { number: 'WD-7', dueAt }, channel: 'hotline-12345' });
  });

  it('gives a resident’s own number only to whom they chose to be called by, and tells them', async () => {
    const silent = await fileAtHome(village);
    expect((await call(village.dispatcher, 'POST', `/requests/${silent.id}/contact`)).body).toMatchObject({
      code: 'contact-not-given',
    });
    const open = await fileLamp(village, { contact: 'phone' });
    const contact = await call(village.dispatcher, 'POST', `/requests/${open.id}/contact`);
    expect(contact.body).toEqual({ name: '王小明', phone: village.resident.phone });
    const looks = await call(village.resident, 'GET', '/me/access');
    const { items } = z.parse(z.object({ items: z.array(z.unknown()) }), looks.body);
    expect(items[0]).toMatchObject({ role: 'dispatcher', what: 'phone' });
  });
});

describe('the desk', () => {
  it('hands out many at once, each answering for itself, and again the same', async () => {
    const filed = await Promise.all([0, 1, 2].map(() => fileLamp(village)));
    const [taken] = filed;
    if (taken === undefined) throw new Error('not filed');
    await moved(village.otherDispatcher, taken, 'accept');
    const body = {
      assigneeId: village.technician.personId,
      requests: filed.map(({ id, rev }) => ({ requestId: id, rev })),
    };
    const path = `/organisations/${village.propertyId}/assignments`;
    const first = await call(village.dispatcher, 'POST', path, body, 'assign-many-again');
    expect(first.body).toEqual({
      items: [
        { requestId: filed[0]?.id, done: false, refused: 'changed-meanwhile' },
        { requestId: filed[1]?.id, done: true, rev: 2 },
        { requestId: filed[2]?.id, done: true, rev: 2 },
      ],
    });
    expect((await call(village.dispatcher, 'POST', path, body, 'assign-many-again')).body).toEqual(first.body);
    const wrong = await call(village.dispatcher, 'POST', path, { ...body, assigneeId: village.resident.personId });
    expect(wrong.body).toMatchObject({ code: 'person-not-in-organisation' });
  });

  it('keeps reply templates of its own', async () => {
    const path = `/organisations/${village.propertyId}/templates`;
    const saved = await call(
      village.dispatcher,
      'POST',
      path,
      { title: '已派人', words: '师傅在路上' },
      'template-once-once',
    );
    const again = await call(
      village.dispatcher,
      'POST',
      path,
      { title: '已派人', words: '师傅在路上' },
      'template-once-once',
    );
    expect(again.body).toEqual(saved.body);
    const { id } = z.parse(z.object({ id: z.string() }), saved.body);
    await call(village.dispatcher, 'POST', path, { id, title: '已派人', words: '师傅十分钟到' });
    expect((await call(village.technician, 'GET', path)).body).toEqual({
      items: [{ id, title: '已派人', words: '师傅十分钟到' }],
    });
    expect((await call(village.dispatcher, 'POST', path, { id: 'nobodys', title: '一', words: '二' })).status).toBe(
      404,
    );
    expect((await call(village.committeeDesk, 'GET', path)).status).toBe(404);
  });

  it('passes on by name, is not played back, and answers its own retry after it has let go', async () => {
    const filed = await fileLamp(village, { category: 'facilities' });
    const to = { toOrganisationId: village.waterId, reason: '是自来水井盖' };
    const passed = viewIn(await move(village.dispatcher, filed, 'pass-on', to, 'pass-on-and-again'));
    expect(passed).toMatchObject({ status: 'passed-on', holderName: '自来水公司', firstHolderId: village.propertyId });
    expect(viewIn(await move(village.dispatcher, filed, 'pass-on', to, 'pass-on-and-again')).rev).toBe(passed.rev);
    const nobody = await move(village.dispatcher, passed, 'pass-on', to);
    expect(nobody.body).toMatchObject({ code: 'move-not-allowed' });
    const far = await fileLamp(village, { category: 'facilities' });
    expect((await move(village.dispatcher, far, 'pass-on', { ...to, toOrganisationId: 'nobody' })).body).toMatchObject({
      code: 'holder-unknown',
    });
  });

  it('brings an objection to a decline before the residents’ committee', async () => {
    const filed = await fileLamp(village, { category: 'cleaning' });
    await moved(village.dispatcher, filed, 'decline', { reason: '不属于物业' });
    const seen = viewIn(await call(village.resident, 'GET', `/requests/${filed.id}`));
    // Its reason is words too: nobody reads it before it is cleared.
    expect(seen.closedReason).toBeUndefined();
    await deliver(filed.id);
    const cleared = viewIn(await call(village.resident, 'GET', `/requests/${filed.id}`));
    expect(cleared.closedReason).toBe('不属于物业');
    const objected = await moved(village.resident, cleared, 'reopen', { words: '合同里写着' });
    expect(objected).toMatchObject({ status: 'reopened', holderName: '一社区居委会', escalation: { level: 1 } });
    expect((await moved(village.committeeDesk, objected, 'accept')).status).toBe('accepted');
  });
});

describe('proof', () => {
  const worked = async (): Promise<RequestView> => {
    const accepted = await moved(village.dispatcher, await fileLamp(village), 'accept');
    return moved(village.dispatcher, accepted, 'start');
  };

  it('is a photo of one’s own where everybody walks', async () => {
    const view = await worked();
    const words = { words: '换了灯泡' };
    expect((await move(village.dispatcher, view, 'resolve', words)).body).toMatchObject({ code: 'proof-needed' });
    const theirs = await upload(village.resident);
    expect((await move(village.dispatcher, view, 'resolve', { ...words, after: [theirs] })).body).toMatchObject({
      code: 'photos-unknown',
    });
    const after = await upload(village.dispatcher);
    const done = await moved(village.dispatcher, view, 'resolve', { ...words, after: [after] });
    expect(done.proof?.after).toMatchObject([{ mediaId: after, state: 'pending' }]);
    // Others see that there is a photo, not the photo, until it is cleared.
    const seen = viewIn(await call(village.resident, 'GET', `/requests/${view.id}`));
    expect(seen.proof?.after).toEqual([{ mediaId: after, state: 'pending' }]);
    expect(seen.proof?.words).toBe('');
  });
});
