import { PublicNotice, PublicNoticeRow, SessionRow } from '@gongyi/shared/council/contract';
import { checkRecord } from '@gongyi/shared/kernel/record';
import { RecordLine } from '@gongyi/shared/kernel/record-line';
import type { SessionView } from '@gongyi/shared/council/contract';
import { DAY, HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { api } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { moveDate as at } from '../platform/date-for-tests';
import { readPdf } from '../platform/read-pdf-for-tests';
import { lineOf } from '../platform/record-item';
import { findTopic, stepsAfter } from './record-store';
import { settleStepWords } from './step-words-store';
import { sessionTasks } from './schedule-sessions';
import {
  acceptedTopic,
  called,
  deliver,
  done,
  inboxOf,
  move,
  moved,
  newCouncil,
  sessionIn,
  signedIn,
} from './sessions-for-tests';
import type { Council } from './sessions-for-tests';

const services = withServices();
let council: Council;
let small: Council;

beforeAll(async () => {
  council = await newCouncil(services, 'sa');
  small = await newCouncil(services, 'sb', { withoutOwners: true });
}, 60_000);
afterEach(() => jest.useRealTimers());

const tick = async (now: number): Promise<void> => {
  at(now);
  for (const task of sessionTasks) await task.run(now);
};
const says = (someone: Someone, view: SessionView, topicId: string, stance: string): Promise<SessionView> =>
  moved(someone, view, 'state-position', { topicId, stance, reasons: `我方意见：${stance}` });
const statusOf = async (topicId: string): Promise<string | undefined> => (await findTopic(topicId))?.status;

// Dates only go forward from one test to the next: hours that the clock has walked are not walked again.
it('counts three bodies where the residents’ committee stands in, and all must agree', async () => {
  const { secretary, worker, branch, property } = small;
  const topicId = await acceptedTopic(small, '楼道堆物');
  const session = await called(small, [topicId], Date.now() + 5 * DAY + HOUR);
  expect(session.seats.find(({ party }) => party === 'owners-committee')).toMatchObject({
    standIn: true,
    bodyName: '一社区居委会',
  });
  at(session.startsAt);
  const there = await signedIn(secretary, session, [worker, branch]);
  expect(there.quorum).toMatchObject({ needed: 3, reached: false });
  let view = await moved(secretary, there, 'sign-in-for', { party: 'property-company', name: '老郑头' });
  expect(view.attendance.at(-1)).toMatchObject({ by: 'chair', name: '老**' });
  view = await moved(secretary, await moved(secretary, view, 'open'), 'open-item', { topicId });
  expect(await move(property, view, 'state-position', { topicId, stance: 'agree', reasons: '同意' })).toMatchObject({
    body: { code: 'not-signed-in' },
  });
  for (const someone of [worker, branch]) view = await says(someone, view, topicId, 'agree');
  view = await moved(secretary, view, 'state-position', {
    topicId,
    party: 'property-company',
    stance: 'object',
    reasons: '人手不足',
  });
  expect(view.agenda[0]?.positions.at(-1)).toMatchObject({ byChair: true, byName: '老**' });
  // Who signed in with a phone speaks with it: the chair enters nothing for them.
  const forBranch = { topicId, party: 'party-branch', stance: 'object', reasons: '代为反对' };
  expect(await move(secretary, view, 'state-position', forBranch)).toMatchObject({ body: { code: 'party-not-yours' } });
  view = await moved(secretary, view, 'call-vote', { topicId });
  for (const someone of [worker, branch]) view = await says(someone, view, topicId, 'agree');
  view = await moved(secretary, view, 'state-position', {
    topicId,
    party: 'property-company',
    stance: 'object',
    reasons: '人手不足',
  });
  expect(await move(secretary, view, 'conclude', { topicId, words: '清理楼道。' })).toMatchObject({
    body: { code: 'not-agreed' },
  });
  view = await moved(secretary, view, 'defer-item', { topicId, reason: '留待下次' });
  expect(await statusOf(topicId)).toBe('accepted');
  view = await moved(secretary, await moved(secretary, view, 'end'), 'send-minutes');
  await deliver(view.id);
  // Minutes that are late: the clock says so to the chair and the street.
  await tick((view.minutesDueAt ?? 0) + 60_000);
  await deliver(view.id);
  expect((await inboxOf(small.officer)).map(({ title }) => title)).toContain('会议纪要超期');
  // The company was there by an old man without a phone: he signs on paper. The branch has phones, and confirms itself.
  const onPaperFor = { party: 'party-branch', name: '周支委' };
  view = sessionIn(await secretary.get(`/sessions/${view.id}`));
  expect(view.confirmableFor).toEqual(['property-company']);
  expect(await move(secretary, view, 'confirm-for', onPaperFor)).toMatchObject({ body: { code: 'party-not-yours' } });
  expect(await move(worker, view, 'confirm-for', { party: 'property-company', name: '老郑头' })).toMatchObject({
    body: { code: 'move-not-allowed' },
  });
  view = await moved(secretary, view, 'confirm-for', { party: 'property-company', name: '老郑头' });
  expect(view.minutes?.confirmations).toMatchObject([{ party: 'property-company', name: '老**', byChair: true }]);
  for (const someone of [worker, branch]) view = await moved(someone, view, 'confirm-minutes');
  expect(view.status).toBe('confirmed');
  expect(await move(secretary, view, 'publish')).toMatchObject({ body: { code: 'not-agreed' } });
}, 60_000);

it('lives from a call too early to resolutions in force', async () => {
  const { secretary, worker, branch, owners, property, officer, resident, compoundId } = council;
  const start = Date.now();
  const topicId = await acceptedTopic(council, '南门照明改造');

  // Too early, with the earliest lawful time; then the parties are called and three of them come.
  const early = { topicIds: [topicId], startsAt: start + DAY, venue: '社区会议室' };
  const refused = await secretary.post(`/compounds/${compoundId}/sessions`, early);
  expect(refused).toMatchObject({ status: 422, body: { code: 'notice-too-short', facts: { noticeDays: 5 } } });
  const { earliest } = z.parse(z.object({ facts: z.object({ earliest: z.number() }) }), refused.body).facts;
  expect(earliest).toBeGreaterThanOrEqual(start + 5 * DAY);
  const first = await called(council, [topicId], earliest + HOUR);
  expect(first.delegates.map(({ party }) => party).sort()).toEqual([
    'committee-of-residents',
    'owners-committee',
    'party-branch',
    'property-company',
  ]);
  expect(await statusOf(topicId)).toBe('scheduled');
  const came = await moved(property, first, 'answer', { coming: false });
  expect(came.delegates.find(({ mine }) => mine)?.answer).toBe('not-coming');
  expect(await move(worker, came, 'sign-in', { code: 'x' })).toMatchObject({ body: { code: 'sign-in-not-open' } });
  at(first.startsAt + 60_000);
  const three = await signedIn(secretary, came, [worker, branch, owners]);
  expect(three.quorum).toMatchObject({ needed: 4, reached: false });
  expect(await move(secretary, three, 'open')).toMatchObject({
    status: 409,
    body: { code: 'no-quorum', facts: { absent: 'property-company' } },
  });
  const failed = await moved(secretary, three, 'fail');
  expect(failed).toMatchObject({ status: 'failed', absent: ['property-company'] });
  expect(await statusOf(topicId)).toBe('accepted');
  await deliver(failed.id);
  expect((await inboxOf(officer)).map(({ words }) => words).join()).toContain('物业公司未到会');

  // The second calling needs three, and is made once; the street is told; this time the fourth comes.
  const second = await called(council, [topicId], Date.now() + 5 * DAY + HOUR, { secondOf: failed.id });
  expect(sessionIn(await secretary.get(`/sessions/${failed.id}`))).toMatchObject({
    status: 'failed',
    followedBy: second.id,
  });
  const other = await acceptedTopic(council, '北门照明改造');
  const again = { topicIds: [other], startsAt: Date.now() + 6 * DAY, venue: '社区会议室', secondOf: failed.id };
  expect(await secretary.post(`/compounds/${compoundId}/sessions`, again)).toMatchObject({
    status: 409,
    body: { code: 'second-calling-made' },
  });
  await deliver(second.id);
  expect((await inboxOf(officer)).map(({ title }) => title)).toContain('四方共议二次召集');
  expect((await inboxOf(worker)).map(({ title }) => title)).toContain('请您参加四方共议');
  at(second.startsAt + 60_000);
  const enough = await signedIn(secretary, second, [worker, branch, owners]);
  expect(enough.quorum).toMatchObject({ needed: 3, reached: true });
  const all = await signedIn(secretary, enough, [property]);
  let view = await moved(secretary, await moved(secretary, all, 'open'), 'open-item', { topicId });
  expect(await move(secretary, view, 'call-vote', { topicId })).toMatchObject({ body: { code: 'position-missing' } });
  for (const someone of [worker, branch, owners]) view = await says(someone, view, topicId, 'agree');
  view = await says(property, view, topicId, 'object');
  const resolution = {
    topicId,
    words: '南门通道增设路灯六盏，由物业公司施工。',
    tasks: [{ words: '安装路灯', party: 'property-company', steps: ['选型', '施工'], dueAt: Date.now() + 30 * DAY }],
  };
  expect(await move(secretary, view, 'conclude', resolution)).toMatchObject({ body: { code: 'vote-needed' } });
  const before = view.rev;
  view = await moved(secretary, view, 'call-vote', { topicId });
  // What was said before the vote was called is never taken for a vote.
  expect(
    await move(worker, { id: view.id, rev: before }, 'state-position', { topicId, stance: 'agree', reasons: '同意' }),
  ).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  for (const someone of [worker, branch, owners]) view = await says(someone, view, topicId, 'agree');
  view = await says(property, view, topicId, 'object');
  const fund = { ...resolution, words: '同意筹集维修资金用于路灯。' };
  expect(await move(secretary, view, 'conclude', fund)).toMatchObject({ body: { code: 'owners-decide' } });
  const hidden = {
    words: '安装路灯',
    party: 'property-company',
    steps: ['向业主筹集维修资金'],
    dueAt: Date.now() + 30 * DAY,
  };
  expect(await move(secretary, view, 'conclude', { ...resolution, tasks: [hidden] })).toMatchObject({
    body: { code: 'owners-decide' },
  });
  // Its work begins when the notice has ended: a date before that would be late before anybody may begin.
  const tooSoon = {
    ...resolution,
    tasks: [{ words: '安装', party: 'property-company', steps: [], dueAt: Date.now() + 6 * DAY }],
  };
  const refusedEarly = await move(secretary, view, 'conclude', tooSoon);
  expect(refusedEarly).toMatchObject({ body: { code: 'task-too-early', facts: { publicNoticeDays: 7 } } });
  const { facts } = z.parse(z.object({ facts: z.object({ earliest: z.int() }) }), refusedEarly.body);
  expect(facts.earliest).toBeGreaterThan(Date.now() + 7 * DAY - MINUTE);

  // The same request again answers the same, with other words it is refused.
  const key = 'conclude-once-0001';
  const once = sessionIn(await move(secretary, view, 'conclude', resolution, key));
  expect(sessionIn(await move(secretary, view, 'conclude', resolution, key))).toEqual(once);
  expect(await move(secretary, view, 'conclude', { ...resolution, words: '别的' }, key)).toMatchObject({ status: 422 });
  expect((await findTopic(topicId))?.tasks).toMatchObject([
    { id: 't1', party: 'property-company', bodyName: '和谐物业' },
  ]);
  expect(once.agenda[0]?.resolution).toMatchObject({ by: 'vote', objecting: ['property-company'] });

  // Minutes: drafted, disputed, edited, confirmed by all at once.
  view = await moved(secretary, once, 'end');
  expect(view.minutes?.words).toContain('每方一票');
  view = await moved(secretary, view, 'send-minutes');
  const stale = view;
  view = await moved(property, view, 'dispute-minutes', { reason: '应写明我方理由' });
  const words = `${view.minutes?.words ?? ''}\n物业公司认为工期偏紧。`;
  view = await moved(secretary, await moved(secretary, view, 'edit-minutes', { words }), 'send-minutes');
  expect(await move(worker, stale, 'confirm-minutes')).toMatchObject({ body: { code: 'changed-meanwhile' } });
  const confirming = view;
  await Promise.all([worker, branch, owners, property].map((someone) => moved(someone, confirming, 'confirm-minutes')));
  view = sessionIn(await secretary.get(`/sessions/${view.id}`));
  expect(view).toMatchObject({ status: 'confirmed', unconfirmed: [] });
  expect(view.minutes?.fingerprint).toMatch(/^[0-9a-f]{64}$/);

  // On notice, with an objection that is answered only after its days are over.
  // Outside the meeting nobody reads the drafts; a notice waits until its words are checked.
  const draft = sessionIn(await resident.get(`/sessions/${view.id}`)).timeline.find(
    ({ kind }) => kind === 'minutes-edited',
  );
  expect(draft).toMatchObject({ by: expect.stringContaining('社区党组织') as string });
  expect(draft).not.toHaveProperty('words');
  expect(view).toMatchObject({ noticeWaits: true, moves: expect.not.arrayContaining(['publish']) as string[] });
  expect(await move(secretary, view, 'publish')).toMatchObject({ body: { code: 'content-unchecked' } });
  await deliver(view.id);
  view = sessionIn(await secretary.get(`/sessions/${view.id}`));
  expect(view.moves).toContain('publish');
  expect(view).not.toHaveProperty('noticeWaits');
  view = await moved(secretary, view, 'publish');
  expect(await statusOf(topicId)).toBe('on-notice');
  await deliver(view.id);
  const endsAt = view.notice?.endsAt ?? 0;
  const objection = { words: '施工会影响休息', signature: '王小明' };
  view = sessionIn(await move(resident, view, 'object', objection));
  await deliver(view.id);
  const path = `/public-notices/${view.id}`;
  const open = z.parse(PublicNotice, (await api.call('GET', path)).body);
  expect(open).toMatchObject({ mayObject: false, objections: [{ signature: '王**', words: '施工会影响休息' }] });
  expect(JSON.stringify(open)).not.toContain('王小明');
  expect(open.minutes).toContain('工期偏紧');
  expect(z.parse(PublicNotice, done(await resident.get(path)))).toMatchObject({ mayObject: true, mayObjectFor: false });
  // On paper, entered by the community; answered like any other.
  const onPaper = { words: '灯太亮', signature: '老刘头' };
  expect(await move(resident, view, 'object-for', onPaper)).toMatchObject({ body: { code: 'move-not-allowed' } });
  expect(z.parse(PublicNotice, done(await worker.get(path))).mayObjectFor).toBe(true);
  view = sessionIn(await move(worker, view, 'object-for', onPaper));
  const [, written] = z.parse(PublicNotice, (await api.call('GET', path)).body).objections;
  expect(written).toMatchObject({ signature: '老**', onPaper: true, mine: false });
  view = await moved(secretary, view, 'answer-objection', { objectionRev: written?.rev, words: '换暗一些的灯。' });
  await deliver(view.id);
  expect((await inboxOf(worker)).map(({ title }) => title)).toContain('书面异议已答复');
  await tick(endsAt + 2 * HOUR);
  await tick(endsAt + 5 * HOUR);
  expect(await statusOf(topicId)).toBe('on-notice');
  at(endsAt + 6 * HOUR);
  const [objectionRev] = view.openObjections;
  view = await moved(secretary, view, 'answer-objection', { objectionRev, words: '夜间不施工。' });
  await tick(endsAt + 6 * HOUR + 60_000);
  view = sessionIn(await secretary.get(`/sessions/${view.id}`));
  expect(view.status).toBe('in-force');
  expect(await statusOf(topicId)).toBe('carrying-out');
  await deliver(view.id);
  expect((await inboxOf(resident)).map(({ title }) => title)).toContain('您的异议已答复');
  const chairHeard = (await inboxOf(secretary)).map(({ title }) => title);
  expect(chairHeard).toEqual(expect.arrayContaining(['纪要有不同意见', '纪要已由各方确认', '公示收到异议']));
  const propertyHeard = await inboxOf(property);
  // Nobody hears of what they did themselves; told twice, everybody still heard once.
  expect(propertyHeard.map(({ title }) => title)).not.toContain('纪要有不同意见');
  expect(propertyHeard.filter(({ title }) => title === '公示期满，议定事项生效')).toHaveLength(1);
  expect(JSON.stringify([chairHeard, propertyHeard])).not.toMatch(/王小明|影响休息|工期偏紧/);

  // The record holds together, and the lists show what is.
  const record = z.parse(
    z.object({ items: z.array(RecordLine), head: z.object({ rev: z.number(), fingerprint: z.string() }) }),
    done(await resident.get(`/sessions/${view.id}/record?limit=50`)),
  );
  expect(checkRecord(view.id, record.items, record.head)).toEqual({ ok: true });
  const listed = z.parse(
    z.object({ items: z.array(SessionRow) }),
    done(await resident.get(`/compounds/${compoundId}/sessions`)),
  );
  expect(listed.items.map(({ id, status }) => [id, status])).toEqual([
    [second.id, 'in-force'],
    [first.id, 'failed'],
  ]);
  const notices = await api.call('GET', `/compounds/${compoundId}/public-notices`);
  expect(z.parse(z.object({ items: z.array(PublicNoticeRow) }), notices.body).items).toMatchObject([
    { sessionId: view.id, titles: ['南门照明改造'] },
  ]);

  // The printed notice, made once.
  jest.useRealTimers();
  const sheet = async (): Promise<string> =>
    z.parse(z.object({ url: z.string() }), done(await api.call('GET', `${path}/sheet`))).url;
  const [one, two] = [await sheet(), await sheet()];
  expect(new URL(one).pathname).toBe(new URL(two).pathname);
  const printed = await fetch(one);
  expect(printed.headers.get('content-type')).toBe('application/pdf');
  const { pages } = readPdf(new Uint8Array(await printed.arrayBuffer()));
  expect(pages.join('').replace(/\s/g, '')).toContain('南门通道增设路灯六盏，由物业公司施工。');
}, 60_000);

it('has everybody sign in anew on another day, and tells who follows the topic', async () => {
  const { secretary, worker, branch, owners, property, resident } = council;
  const topicId = await acceptedTopic(council, '门岗夜间值守');
  await resident.post(`/topics/${topicId}/comment`, { rev: (await findTopic(topicId))?.rev, words: '支持' });
  let view = await called(council, [topicId], Date.now() + 5 * DAY + HOUR);
  at(view.startsAt);
  view = await moved(secretary, await signedIn(secretary, view, [worker, branch, owners, property]), 'open');
  view = await moved(secretary, view, 'open-item', { topicId });
  view = await says(branch, view, topicId, 'agree');
  view = await moved(secretary, view, 'adjourn', { resumesAt: Date.now() + DAY, reason: '太晚了' });
  await deliver(view.id);
  expect((await inboxOf(resident)).map(({ title }) => title)).toContain('商议议题的会议休会');
  at(Date.now() + DAY);
  view = await moved(secretary, view, 'resume');
  expect(view).toMatchObject({ attendance: [], agenda: [{ state: 'waiting', positions: [] }] });
  await deliver(view.id);
  expect((await inboxOf(owners)).find(({ title }) => title === '会议继续')?.words).toContain('重新签到');
  view = await signedIn(secretary, view, [worker, branch, owners]);
  expect(view.moves).not.toContain('open-item');
  expect(await move(secretary, view, 'open-item', { topicId })).toMatchObject({ body: { code: 'no-quorum' } });
  view = await moved(secretary, await signedIn(secretary, view, [property]), 'open-item', { topicId });
  for (const someone of [worker, branch, owners, property]) view = await says(someone, view, topicId, 'agree');
  const { rev } = await moved(secretary, view, 'conclude', { topicId, words: '夜里两人值守。' });
  view = await moved(secretary, { id: view.id, rev }, 'end');
  expect(view.attendance).toHaveLength(4);
  expect(view.minutes?.words).toContain('第 2 次开会');
  // Somebody did not let the resolution stand: it is not shown, and keeps the rest from nobody.
  await settleStepWords('session', view.id, rev, 'held');
  await deliver(view.id);
  view = await moved(secretary, view, 'send-minutes');
  for (const someone of [worker, branch, owners, property]) view = await moved(someone, view, 'confirm-minutes');
  await moved(secretary, view, 'publish');
  const shown = z.parse(PublicNotice, (await api.call('GET', `/public-notices/${view.id}`)).body);
  expect(shown).toMatchObject({ minutes: '内容未显示', resolutions: [{ words: '内容未显示' }] });
}, 60_000);

it('answers a call that is sent again, and lets two chairs not do the same thing twice', async () => {
  const { secretary, secondSecretary, compoundId } = council;
  const topicId = await acceptedTopic(council, '电动车充电');
  const body = { topicIds: [topicId], startsAt: Date.now() + 6 * DAY, venue: '社区会议室' };
  const key = 'call-session-once-1';
  const once = sessionIn(await secretary.post(`/compounds/${compoundId}/sessions`, body, key));
  expect(sessionIn(await secretary.post(`/compounds/${compoundId}/sessions`, body, key))).toEqual(once);
  const other = { ...body, venue: '别处' };
  expect(await secretary.post(`/compounds/${compoundId}/sessions`, other, key)).toMatchObject({
    status: 422,
    body: { code: 'key-reused' },
  });
  expect(await secretary.post(`/compounds/${compoundId}/sessions`, body)).toMatchObject({
    body: { code: 'topic-not-ready' },
  });
  const answers = await Promise.all(
    [secretary, secondSecretary].map((chair) => move(chair, once, 'cancel', { reason: '改期再议' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await statusOf(topicId)).toBe('accepted');
}, 30_000);

it('concludes a topic that neighbours comment on at the same moment, and loses no word of either', async () => {
  const { secretary, worker, branch, owners, property, resident } = council;
  const topicId = await acceptedTopic(council, '快递柜');
  const session = await called(council, [topicId], Date.now() + 5 * DAY + HOUR);
  at(session.startsAt);
  let view = await signedIn(secretary, session, [worker, branch, owners, property]);
  view = await moved(secretary, await moved(secretary, view, 'open'), 'open-item', { topicId });
  const opened = view;
  // Four parties at once.
  await Promise.all([worker, branch, owners, property].map((someone) => says(someone, opened, topicId, 'agree')));
  view = sessionIn(await secretary.get(`/sessions/${view.id}`));
  expect(view.agenda[0]?.positions).toHaveLength(4);
  const { rev } = (await findTopic(topicId)) ?? { rev: 0 };
  const [concluded, ...comments] = await Promise.all([
    move(secretary, view, 'conclude', { topicId, words: '在东门设快递柜一组。' }),
    ...Array.from({ length: 6 }, (_, i) =>
      resident.post(`/topics/${topicId}/comment`, { rev, words: `支持${String(i)}` }),
    ),
  ]);
  expect(concluded).toMatchObject({ status: 200, body: { agenda: [{ resolution: { by: 'consensus' } }] } });
  expect(comments.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  const topic = await findTopic(topicId);
  expect(topic).toMatchObject({ status: 'agreed', rev: rev + 7, comments: 6 });
  const lines = (await stepsAfter('topic', topicId)).map(lineOf);
  expect(checkRecord(topicId, lines, topic ?? { rev: 0, fingerprint: '' })).toEqual({ ok: true });
}, 30_000);

it('lets a party name a substitute for itself alone, and tells nobody what they may not see', async () => {
  const { worker, owners, stranger, resident, secretary } = council;
  const [topicId, other] = [await acceptedTopic(council, '垃圾分类'), await acceptedTopic(council, '另一件事')];
  const session = await called(council, [topicId], Date.now() + 6 * DAY);
  for (const path of [`/sessions/${session.id}`, `/topics/${topicId}`])
    expect(await stranger.get(path)).toMatchObject({ status: 404 });
  expect(await move(resident, session, 'answer', { coming: true })).toMatchObject({ body: { code: 'not-a-delegate' } });
  const wanted = { party: 'owners-committee', phone: stranger.phone };
  expect(await move(worker, session, 'name-substitute', wanted)).toMatchObject({ body: { code: 'party-not-yours' } });
  const named = await moved(owners, session, 'name-substitute', wanted);
  expect(named.delegates.filter(({ substitute }) => substitute)).toMatchObject([
    { party: 'owners-committee', name: '外*' },
  ]);
  expect(JSON.stringify(named)).not.toContain(stranger.personId);
  expect(sessionIn(await stranger.get(`/sessions/${session.id}`)).myParty).toBe('owners-committee');
  // They read what they decide on, with its record, and nothing else of the council; it gives them no part in it.
  expect(await stranger.get(`/topics/${topicId}`)).toMatchObject({
    status: 200,
    body: { title: '垃圾分类', moves: [] },
  });
  expect(await stranger.get(`/topics/${topicId}/record`)).toMatchObject({ status: 200 });
  expect(await stranger.get(`/topics/${other}`)).toMatchObject({ status: 404 });
  expect(sessionIn(await secretary.get(`/sessions/${session.id}`)).delegates.at(-1)?.personId).toBe(stranger.personId);
  const unknown = Array.from({ length: 12 }, (_, i) => `1380000${String(i).padStart(4, '0')}`);
  const tried: string[] = [];
  for (const phone of unknown) {
    const answer = await move(owners, named, 'name-substitute', { party: 'owners-committee', phone });
    tried.push(z.parse(z.object({ code: z.string() }), answer.body).code);
  }
  expect(tried.at(-1)).toBe('too-many-attempts');
}, 30_000);

it('locks the minutes without a party that is silent, when its days are over, and says so everywhere', async () => {
  const { secretary, worker, branch, owners, property, officer, stranger } = council;
  const topicId = await acceptedTopic(council, '单元门禁');
  const session = await called(council, [topicId], Date.now() + 5 * DAY + HOUR);
  at(session.startsAt);
  let view = await signedIn(secretary, session, [worker, branch, owners, property]);
  view = await moved(secretary, await moved(secretary, view, 'open'), 'open-item', { topicId });
  for (const someone of [worker, branch, owners, property]) view = await says(someone, view, topicId, 'agree');
  view = await moved(secretary, view, 'conclude', { topicId, words: '门禁修好。' });
  view = await moved(secretary, await moved(secretary, view, 'end'), 'send-minutes');
  view = await moved(worker, view, 'confirm-minutes');
  // The chair finds a mistake: what was confirmed falls, and who confirmed hears of it.
  expect(await move(worker, view, 'recall-minutes', { reason: '写错了' })).toMatchObject({
    body: { code: 'move-not-allowed' },
  });
  view = await moved(secretary, view, 'recall-minutes', { reason: '写错了门牌' });
  expect(view).toMatchObject({ status: 'ended', minutes: { confirmations: [] } });
  await deliver(view.id);
  expect((await inboxOf(worker)).map(({ title }) => title)).toContain('纪要收回修改');
  expect((await inboxOf(branch)).map(({ title }) => title)).not.toContain('纪要收回修改');

  const reason = { reason: '电话和上门都没有答复' };
  view = await moved(secretary, view, 'send-minutes');
  for (const someone of [worker, branch]) view = await moved(someone, view, 'confirm-minutes');
  expect(view.silent).toBeUndefined();
  expect(await move(secretary, view, 'lock-without', reason)).toMatchObject({ body: { code: 'minutes-open' } });
  view = await moved(owners, view, 'confirm-minutes');
  // Whom the silent party names now is asked to confirm, not to come.
  view = await moved(property, view, 'name-substitute', { party: 'property-company', phone: stranger.phone });
  await deliver(view.id);
  const asked = (await inboxOf(stranger)).find(({ title }) => title === '请您代为确认会议纪要');
  expect(asked?.words).toContain('请代表本方确认');
  view = sessionIn(await secretary.get(`/sessions/${view.id}`));
  const { lockableFrom = 0 } = view.silent ?? {};
  expect(view.silent).toEqual({ party: 'property-company', lockableFrom: view.minutesDueAt });
  expect(await move(secretary, view, 'lock-without', reason)).toMatchObject({
    status: 409,
    body: { code: 'not-yet', facts: { from: lockableFrom } },
  });
  at(lockableFrom);
  expect(sessionIn(await secretary.get(`/sessions/${view.id}`)).moves).toContain('lock-without');
  view = await moved(secretary, view, 'lock-without', reason);
  expect(view).toMatchObject({ status: 'confirmed', minutes: { lockedWithout: 'property-company' } });
  expect(view.minutes?.fingerprint).toHaveLength(64);
  await deliver(view.id);
  expect((await inboxOf(property)).map(({ title }) => title)).toContain('纪要已逾期锁定');
  expect((await inboxOf(officer)).map(({ words }) => words).join()).toContain('物业公司逾期未确认');
  view = await moved(secretary, view, 'publish');
  expect((await api.call('GET', `/public-notices/${view.id}`)).body).toMatchObject({
    lockedWithout: 'property-company',
  });
}, 60_000);
