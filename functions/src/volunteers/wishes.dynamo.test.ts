import { WishRow, WishView } from '@gongyi/shared/volunteers/contract';
import { DAY } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { keys } from '../platform/table-shape';
import { settleWords } from './words-store';
import { findWish } from './record-store';
import { handleWishDue } from './wishes-due';
import { deliver, done, newCorps, newVolunteer } from './volunteers-for-tests';
import type { Corps } from './volunteers-for-tests';

const services = withServices();
jest.setTimeout(60_000);
let corps: Corps;
let wisher: Someone;
let helper: Someone;
let other: Someone;

const inbox = async (someone: Someone): Promise<string[]> =>
  z
    .parse(
      z.object({ items: z.array(z.looseObject({ title: z.string() })) }),
      done(await someone.get('/notices?limit=50')),
    )
    .items.map(({ title }) => title);

beforeAll(async () => {
  corps = await newCorps(services, 'vw');
  wisher = await newPerson(services, '王小样');
  const homeId = `${corps.compoundId}.b1.e1.h101`;
  done(await wisher.post('/homes/claims', { homeId, relation: 'owner', name: '王小样' }));
  const claims = z.parse(
    z.object({ items: z.array(z.object({ id: z.string() })) }),
    done(await corps.worker.get(`/compounds/${corps.compoundId}/claims`)),
  );
  for (const { id } of claims.items) {
    done(await corps.worker.post(`/compounds/${corps.compoundId}/claims/${id}/decision`, { verified: true }));
  }
  helper = await newVolunteer(services, corps.communityId, { party: { unit: '区医院', shown: true } });
  other = await newVolunteer(services, corps.communityId);
}, 60_000);

const viewIn = (answer: Answer): WishView => z.parse(WishView, done(answer));
const draft = { kind: 'company', title: '想听人读报', words: '眼睛看不清，想每周听人读读报。' };
const post = (more: object = {}, key?: string) =>
  wisher.post(`/compounds/${corps.compoundId}/wishes`, { ...draft, ...more }, key);
const see = (someone: Someone, { id }: { readonly id: string }) => someone.get(`/wishes/${id}`);
const move = (
  someone: Someone,
  { id, rev }: { readonly id: string; readonly rev: number },
  verb: string,
  body: object = {},
  key?: string,
) => someone.post(`/wishes/${id}/${verb}`, { rev, ...body }, key);
const opened = async (more: object = {}): Promise<WishView> => {
  const wish = viewIn(await post(more));
  await settleWords('wish', wish.id, 1, 'clear');
  return viewIn(await move(corps.worker, wish, 'verify'));
};
const list = async (someone: Someone, state: string): Promise<WishRow[]> =>
  z.parse(
    z.object({ items: z.array(WishRow) }),
    done(await someone.get(`/places/${corps.compoundId}/wishes?state=${state}&limit=50`)),
  ).items;

describe('a wish', () => {
  it('is posted once from one’s home, unseen until it is verified, and never verified by its own wisher', async () => {
    const key = 'post-wish-once-001';
    const [first, again] = await Promise.all([0, 1].map(() => post({}, key)));
    expect(viewIn(first!)).toEqual(viewIn(again!));
    const wish = viewIn(first!);
    expect(wish).toMatchObject({
      status: 'posted',
      mine: true,
      wisherName: '1号楼 王**',
      homeName: '阳光小区 1号楼 1单元 101',
    });
    expect((await see(helper, wish)).status).toBe(404);
    expect((await helper.post(`/compounds/${corps.compoundId}/wishes`, draft)).status).toBe(404);
    expect((await move(corps.worker, wish, 'verify')).body).toMatchObject({ code: 'content-unchecked' });
    await settleWords('wish', wish.id, 1, 'clear');
    expect((await move(wisher, wish, 'verify')).body).toMatchObject({ code: 'move-not-allowed' });
    const open = viewIn(await move(corps.worker, wish, 'verify'));
    expect(open).toMatchObject({ status: 'open' });
    expect(viewIn(await see(helper, wish))).toMatchObject({
      title: '想听人读报',
      moves: ['claim'],
      maySeeContact: false,
    });
  });

  it('is claimed by one lead, helped with, brought to an end with a photo, and thanked for', async () => {
    const wish = await opened();
    const claims = await Promise.all([helper, other].map((someone) => move(someone, wish, 'claim')));
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [lead, second] = claims[0]!.status === 200 ? [helper, other] : [other, helper];
    let now = viewIn(await see(lead, wish));
    expect(now.moves).toEqual(['release', 'progress', 'fulfil']);
    expect((await move(wisher, now, 'claim')).status).toBe(409);
    now = viewIn(await move(second, now, 'help'));
    expect((await move(second, now, 'help')).body).toMatchObject({ code: 'already-helping' });
    now = viewIn(await move(second, now, 'progress', { words: '约好周六去。' }));
    expect(now.timeline.at(-1)).toMatchObject({ kind: 'progress', words: '约好周六去。' });
    expect((await move(second, now, 'fulfil', { words: '读了' })).body).toMatchObject({ code: 'move-not-allowed' });
    expect((await move(lead, now, 'fulfil', { words: '读了' })).body).toMatchObject({ code: 'proof-needed' });
    expect((await move(lead, now, 'fulfil', { words: '读了', photos: ['nothing'] })).body).toMatchObject({
      code: 'photos-unknown',
    });
    // Words of others are unseen until they are cleared.
    expect(viewIn(await see(wisher, now)).timeline.at(-1)?.words).toBeUndefined();
    const contact = z.parse(z.object({ phone: z.string() }), done(await lead.post(`/wishes/${wish.id}/contact`)));
    expect(contact.phone).toBe(wisher.phone);
    expect((await second.post(`/wishes/${wish.id}/contact`)).status).toBe(404);
    now = viewIn(await move(lead, now, 'release', { reason: '要出差' }));
    expect(now).toMatchObject({ status: 'open', helpers: 0 });
    await deliver(keys.wish(wish.id).pk);
    expect(await inbox(wisher)).toEqual(expect.arrayContaining(['心愿有人认领了', '心愿重新等人认领']));
  });

  it('that is private shows only what its wisher allowed, whoever asks', async () => {
    const wish = await opened({ private: true, shows: ['compound'] });
    const theirs = viewIn(await see(helper, wish));
    expect(theirs).toMatchObject({ title: '陪伴聊天', compoundName: '阳光小区' });
    expect([theirs.words, theirs.wisherName, theirs.homeName]).toEqual([undefined, undefined, undefined]);
    const told = JSON.stringify(theirs);
    for (const secret of ['读报', '王*', '1单元', '.h101', wisher.personId]) expect(told).not.toContain(secret);
    await deliver(keys.wish(wish.id).pk);
    const listed = JSON.stringify((await list(other, 'open')).find(({ id }) => id === wish.id));
    expect(listed).not.toContain('王*');
    const lead = viewIn(await move(helper, theirs, 'claim'));
    expect(lead).toMatchObject({ title: '想听人读报', homeName: '阳光小区 1号楼 1单元 101' });
    expect(viewIn(await see(other, wish)).words).toBeUndefined();
  });

  it('that nobody claims in its time comes before the grid team, once', async () => {
    const wish = await opened({ title: '想要一盆花' });
    const item = await findWish(wish.id);
    const due = { key: keys.wish(wish.id), dueSk: '', dueAt: 0 };
    await handleWishDue(due, (item?.surfacesAt ?? 0) - 1);
    expect((await findWish(wish.id))?.surfacedAt).toBeUndefined();
    const late = Date.now() + 8 * DAY;
    await handleWishDue(due, late);
    await handleWishDue(due, late);
    await deliver(keys.wish(wish.id).pk);
    expect((await list(corps.worker, 'surfaced')).map(({ id }) => id)).toContain(wish.id);
    expect((await helper.get(`/places/${corps.compoundId}/wishes?state=surfaced`)).status).toBe(404);
    expect((await inbox(corps.worker)).filter((title) => title === '心愿没人认领')).toHaveLength(1);
  });

  it('is recorded by staff for somebody without a phone, and reached only by its lead and those above', async () => {
    const body = {
      ...draft,
      wisherName: '李示例',
      wisherPhone: '19900009999',
      homeId: `${corps.compoundId}.b1.e1.h102`,
    };
    const path = `/compounds/${corps.compoundId}/wishes-for`;
    expect((await helper.post(path, body)).status).toBe(404);
    const wish = viewIn(await corps.worker.post(path, body));
    expect(wish).toMatchObject({ wisherName: '李**', recordedByMe: true, mine: false });
    await settleWords('wish', wish.id, 1, 'clear');
    const open = viewIn(await move(corps.worker, wish, 'verify'));
    expect(JSON.stringify(viewIn(await see(helper, open)))).not.toMatch(/李示例|19900009999|102/);
    viewIn(await move(helper, open, 'claim'));
    expect(done(await helper.post(`/wishes/${wish.id}/contact`))).toEqual({ name: '李示例', phone: '19900009999' });
    expect((await other.post(`/wishes/${wish.id}/contact`)).status).toBe(404);
  });
});
