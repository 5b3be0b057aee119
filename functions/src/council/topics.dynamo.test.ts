import { checkRecord } from '@gongyi/shared/kernel/record';
import { RecordLine } from '@gongyi/shared/kernel/record-line';
import { NeedRow, TopicRow } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { VoteView } from '@gongyi/shared/votes/contract';
import { ContentToCheck } from '@gongyi/shared/requests/contract';
import { DAY } from '@gongyi/shared/kernel/time';
import { walkDue } from '../platform/due-walk';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';
import { TOPIC_DUE, findTopic, topicWrites, writeSteps } from './record-store';
import { done, inboxOf, newCouncil } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';
import { settleStepWords } from './step-words-store';
import {
  changeOf,
  deliverTopic,
  imageOf,
  moveTopic,
  movedTopic,
  newNeighbour,
  propose,
  topicIn,
} from './topics-for-tests';
import { handleTopicDue } from './topics-due';
import { onCouncilContent } from './on-council-content';
import { onCouncilLists } from './on-council-lists';

const services = withServices();
let council: Council;
let neighbour: Someone;
beforeAll(async () => {
  council = await newCouncil(services, 'ct');
  neighbour = await newNeighbour(services, council);
}, 60_000);

const Rows = z.object({ items: z.array(TopicRow), cursor: z.optional(z.string()) });
const rows = async (someone: Someone, path: string) => z.parse(Rows, done(await someone.get(path))).items;
const seen = async (someone: Someone, { id }: Pick<TopicView, 'id'>) => topicIn(await someone.get(`/topics/${id}`));
const proposedTopic = async (more: object = {}) => topicIn(await propose(council.resident, council.compoundId, more));
const cleared = async (topic: TopicView) => {
  await settleStepWords('topic', topic.id, 1, 'clear');
  return topic;
};
const clearedTopic = async (more: object = {}) => cleared(await proposedTopic(more));

/** As a session leaves it: agreed, past its notice, with these parties' tasks. */
const carriedOut = async (topic: TopicView, dueAt: number): Promise<void> => {
  const stored = await findTopic(topic.id);
  if (stored === undefined) throw new Error('no such topic');
  const task = {
    id: 't1',
    words: '换车棚的顶',
    party: 'owners-committee' as const,
    bodyName: '阳光小区业委会',
    steps: [{ words: '询价', done: false }],
    dueAt,
  };
  const doing = { maker: { as: 'clock', name: '' }, op: `carry.${topic.id}`, now: Date.now() };
  const changes = { status: 'carrying-out' as const, tasks: [task] };
  const { done: written } = await writeSteps(topicWrites(stored, { changes, event: { kind: 'in-force' } }, doing));
  expect(written).toBe(true);
};

describe('a topic', () => {
  it('is proposed once, signed with building and masked name, and unseen words are only its own', async () => {
    const key = 'propose-twice-0001';
    const [first, again] = await Promise.all([0, 1].map(() => propose(council.resident, council.compoundId, {}, key)));
    expect(topicIn(first!)).toEqual(topicIn(again!));
    const mine = topicIn(first!);
    expect(mine).toMatchObject({ proposerName: '1号楼 王**', status: 'proposed', mine: true, title: '修整电动车棚' });
    expect(mine.screenBy).toBeDefined();
    expect((await propose(council.resident, council.compoundId, { title: '别的' }, key)).body).toMatchObject({
      code: 'key-reused',
    });
    const theirs = await seen(neighbour, mine);
    expect([theirs.title, theirs.words]).toEqual(['正在核验', undefined]);
    expect(JSON.stringify(theirs)).not.toContain('电动车棚');
    expect((await council.stranger.get(`/topics/${mine.id}`)).status).toBe(404);
    expect((await propose(council.stranger, council.compoundId)).status).toBe(404);
    await settleStepWords('topic', mine.id, 1, 'clear');
    expect((await seen(neighbour, mine)).words).toContain('漏雨');
  });

  it('is proposed for a party by who is no resident, and by nobody for a party that is not theirs', async () => {
    const view = topicIn(await propose(council.owners, council.compoundId));
    expect(view).toMatchObject({ proposedFor: 'owners-committee', proposerName: '业委会' });
    const refused = await propose(council.resident, council.compoundId, { asParty: true });
    expect(refused.body).toMatchObject({ code: 'party-not-yours' });
  });

  it('of a party is its people’s as they are now, not the person’s who wrote it down', async () => {
    const draft = { title: '物业用房修缮', words: '物业用房漏雨，请大家商量。' };
    const organisationId = council.propertyId;
    const leaving = await newPerson(services, '李经理');
    const role = { phone: leaving.phone, role: 'manager', organisationId };
    const Granted = z.object({ grant: z.object({ id: z.string() }) });
    const { grant } = z.parse(Granted, done(await council.administrator.post('/grants', role)));
    const topic = await cleared(topicIn(await propose(leaving, council.compoundId, draft)));
    expect((await seen(leaving, topic)).moves).toEqual(expect.arrayContaining(['amend', 'withdraw']));
    done(await council.administrator.post(`/grants/${leaving.personId}/${grant.id}/end`));
    const anew = { ...draft, words: '物业用房漏雨，先修屋顶。', photos: [] };
    expect((await leaving.get(`/topics/${topic.id}`)).status).toBe(404);
    expect((await moveTopic(leaving, topic, 'amend', anew)).status).toBe(404);
    expect(await seen(council.property, topic)).toMatchObject({ mine: true });
    const amended = await movedTopic(council.property, topic, 'amend', anew);
    // Not checked yet: read by the company's people alone.
    expect([amended.words, (await seen(council.owners, topic)).words]).toEqual([anew.words, undefined]);
    expect(amended.timeline.at(-1)?.by).toBe('物业公司 郑**');
    await movedTopic(council.secretary, amended, 'return', { reason: '请写明哪一间' });
    await deliverTopic(topic.id);
    expect((await inboxOf(council.property)).map(({ title }) => title)).toContain('议题已退回');
    expect((await moveTopic(council.owners, { ...amended, rev: amended.rev + 1 }, 'withdraw')).body).toMatchObject({
      code: 'move-not-allowed',
    });
    const back = await seen(council.property, topic);
    expect(await movedTopic(council.property, back, 'withdraw')).toMatchObject({ status: 'withdrawn' });
  });

  it('is seconded once by each, never by its proposer, and a retry answers as the first time', async () => {
    const unread = await proposedTopic();
    expect((await seen(neighbour, unread)).moves).not.toContain('second');
    expect((await moveTopic(neighbour, unread, 'second')).body).toMatchObject({ code: 'content-unchecked' });
    const topic = await clearedTopic();
    const key = 'second-once-00001';
    const once = topicIn(await moveTopic(neighbour, topic, 'second', {}, key));
    expect(once).toMatchObject({ seconds: 1, secondedByMe: true });
    expect(topicIn(await moveTopic(neighbour, topic, 'second', {}, key))).toEqual(once);
    expect((await moveTopic(neighbour, once, 'second')).body).toMatchObject({ code: 'already-seconded' });
    expect((await moveTopic(council.resident, once, 'second')).body).toMatchObject({ code: 'own-topic' });
    expect((await moveTopic(council.stranger, once, 'second')).status).toBe(404);
  });

  it('is seconded in the words that were seen: amended meanwhile, they are read first', async () => {
    const topic = await clearedTopic();
    const said = await movedTopic(neighbour, topic, 'comment', { words: '赞成' });
    const { title, rev } = said;
    const anew = { title, words: '车棚拆掉，改停汽车。', photos: [] };
    const [, amended] = await Promise.all([
      moveTopic(neighbour, { id: topic.id, rev }, 'comment', { words: '再说一句' }),
      (async () => {
        for (let at = rev; ; at += 1) {
          const answer = await moveTopic(council.resident, { id: topic.id, rev: at }, 'amend', anew);
          if (answer.status === 200) return topicIn(answer);
        }
      })(),
    ]);
    // Other steps between do not matter; this one does, however long ago.
    for (const seenRev of [topic.rev, rev, amended.rev - 1]) {
      const refused = await moveTopic(neighbour, { id: topic.id, rev: seenRev }, 'second');
      expect(refused).toMatchObject({ status: 409, body: { code: 'amended-since', facts: { status: 'proposed' } } });
    }
    expect((await seen(neighbour, topic)).seconds).toBe(0);
    await movedTopic(council.resident, await seen(council.resident, topic), 'comment', { words: '请看新写的' });
    await settleStepWords('topic', topic.id, amended.rev, 'clear');
    const second = { seconds: 1, secondedByMe: true, secondedVersion: 2 };
    expect(await movedTopic(neighbour, amended, 'second')).toMatchObject(second);
    // Amended again, the second stands, and its giver hears of it and sees what they seconded.
    await movedTopic(council.resident, await seen(council.resident, topic), 'amend', {
      ...anew,
      words: '改回修车棚。',
    });
    expect(await seen(neighbour, topic)).toMatchObject({ ...second, version: 3 });
    await deliverTopic(topic.id);
    expect((await inboxOf(neighbour)).some((one) => one.title === '议题改了写法')).toBe(true);
  });

  it('is screened by one of two conveners at once; the other hears that it changed', async () => {
    const topic = await clearedTopic();
    const answers = await Promise.all([
      moveTopic(council.secretary, topic, 'accept'),
      moveTopic(council.secondSecretary, topic, 'return', { reason: '请写清楚地点' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await seen(council.resident, topic)).rev).toBe(topic.rev + 1);
  });

  it('is never accepted while unchecked, nor when only the owners together may decide', async () => {
    const unchecked = await proposedTopic();
    expect((await moveTopic(council.secretary, unchecked, 'accept')).body).toMatchObject({ code: 'content-unchecked' });
    const money = await clearedTopic({ title: '动用维修资金修屋顶', words: '申请使用公共维修资金。' });
    const refused = await moveTopic(council.secretary, money, 'accept');
    expect(refused.body).toMatchObject({ code: 'owners-decide' });
    expect((await movedTopic(council.secretary, money, 'redirect', { to: 'vote', reason: '由业主表决' })).status).toBe(
      'redirected',
    );
  });

  it('shows the vote that took it on, once each may see it', async () => {
    const topic = await clearedTopic({ title: '修屋顶', words: '申请使用公共维修资金。' });
    await movedTopic(council.secretary, topic, 'redirect', { to: 'vote', reason: '由业主表决' });
    const matters = [{ kind: 'common-parts-use', title: '修屋顶', words: '修3号楼屋顶。' }];
    const draft = { title: '修屋顶', starter: 'committee-of-residents', scope: { kind: 'compound' }, matters };
    const begin = (compoundId: string, key: string) =>
      council.secretary.post(`/compounds/${compoundId}/votes`, { ...draft, topicId: topic.id }, key);
    const key = 'vote-of-a-topic-once';
    const vote = z.parse(VoteView, done(await begin(council.compoundId, key)));
    expect(z.parse(VoteView, done(await begin(council.compoundId, key))).id).toBe(vote.id);
    const [row] = (await seen(council.secretary, topic)).votes;
    expect(row).toMatchObject({ id: vote.id, number: vote.number, status: 'draft' });
    // A draft is its writers' until it is announced.
    expect((await seen(council.resident, topic)).votes).toEqual([]);
  });

  it('takes another in with its followers, both at once', async () => {
    const [kept, gone] = [await clearedTopic(), await clearedTopic({ title: '车棚漏水' })];
    await movedTopic(neighbour, gone, 'second');
    const merged = await movedTopic(council.secretary, { id: gone.id, rev: gone.rev + 1 }, 'merge', {
      intoId: kept.id,
      reason: '同一件事',
    });
    expect(merged).toMatchObject({ status: 'merged', mergedInto: kept.id });
    const after = await seen(council.resident, kept);
    expect(after.mergedFrom).toEqual([gone.id]);
    // What others asked for is not one person's to end, by taking it back or by never answering.
    expect(after.moves).not.toContain('withdraw');
    expect((await moveTopic(council.resident, after, 'withdraw')).body).toMatchObject({ code: 'holds-others' });
    const returned = await movedTopic(council.secretary, after, 'return', { reason: '请写清楚地点' });
    expect(returned.moves).toEqual(expect.arrayContaining(['accept', 'merge', 'redirect']));
    const accepted = await movedTopic(council.secretary, returned, 'accept');
    expect([accepted.status, accepted.closedReason]).toEqual(['accepted', undefined]);
    await deliverTopic(kept.id);
    expect((await inboxOf(neighbour)).some(({ title }) => title === '议题已受理')).toBe(true);
  });

  it('counts the supporters of one merged into it, each once, and nobody seconds it again', async () => {
    const others = [await newNeighbour(services, council), await newNeighbour(services, council)];
    const secondedBy = async (topic: TopicView, ...people: Someone[]): Promise<TopicView> => {
      let view = topic;
      for (const one of people) view = await movedTopic(one, view, 'second');
      return view;
    };
    const [first, second] = [others[0]!, others[1]!];
    const kept = await secondedBy(await cleared(topicIn(await propose(first, council.compoundId))), neighbour, second);
    const older = await secondedBy(await clearedTopic({ title: '车棚旧了' }), neighbour);
    const gone = await secondedBy(await clearedTopic({ title: '车棚漏水' }), first, second);
    const reason = '同一件事';
    const { rev } = await movedTopic(council.secretary, older, 'merge', { intoId: gone.id, reason });
    expect(rev).toBe(older.rev + 1);
    const both = await seen(council.secretary, gone);
    expect(both.seconds).toBe(3);
    // A second given at the same moment is in the count, whichever of the two is first.
    const [merged, racing] = await Promise.all([
      moveTopic(council.secretary, both, 'merge', { intoId: kept.id, reason }),
      moveTopic(council.resident, kept, 'second'),
    ]);
    expect([merged.status, racing.status]).toEqual([200, 200]);
    // Who proposed what stays stood behind what went; who stood behind more than one counts once.
    const after = await seen(neighbour, kept);
    expect(after).toMatchObject({ seconds: 3, secondedByMe: true, mergedFrom: [gone.id, older.id] });
    expect(await seen(first, kept)).toMatchObject({ seconds: 3, mine: true });
    const third = await newNeighbour(services, council);
    const late = await secondedBy(await clearedTopic({ title: '车棚太暗' }), third);
    await movedTopic(council.secretary, late, 'merge', { intoId: kept.id, reason });
    const now = await seen(third, kept);
    expect(now).toMatchObject({ seconds: 4, secondedByMe: true });
    expect(now.secondedVersion).toBeUndefined();
    expect(now.moves).not.toContain('second');
    expect((await moveTopic(third, now, 'second')).body).toMatchObject({ code: 'already-seconded' });
  });

  it('is carried out by the party whose work it is, rated once, and its record holds', async () => {
    const topic = await clearedTopic({ title: '楼道照明改造' });
    await carriedOut(topic, Date.now() + DAY);
    const theirs = await seen(council.owners, topic);
    expect(theirs).toMatchObject({ myTasks: ['t1'], status: 'carrying-out' });
    expect(theirs.moves).toEqual(expect.arrayContaining(['progress', 'finish-task']));
    const work = { taskId: 't1', words: '找了三家', stepsDone: [0] };
    expect((await moveTopic(council.property, theirs, 'progress', work)).body).toMatchObject({
      code: 'party-not-yours',
    });
    const going = await movedTopic(council.owners, theirs, 'progress', work);
    expect(going.taskList[0]?.steps).toEqual([{ words: '询价', done: true }]);
    const finished = await movedTopic(council.owners, going, 'finish-task', { taskId: 't1', words: '换好了' });
    expect(finished.status).toBe('done');
    const rated = await movedTopic(neighbour, finished, 'rate', { rating: 'good', words: '亮了' });
    expect(rated).toMatchObject({ ratings: { good: 1 }, ratedByMe: true });
    expect((await moveTopic(neighbour, rated, 'rate', { rating: 'poor' })).body).toMatchObject({
      code: 'already-rated',
    });
    const Record = z.object({ items: z.array(RecordLine), head: z.object({ rev: z.int(), fingerprint: z.string() }) });
    const body = done(await neighbour.get(`/topics/${topic.id}/record?limit=50`));
    const { items, head } = z.parse(Record, body);
    expect(checkRecord(topic.id, items, head)).toEqual({ ok: true });
    expect(JSON.stringify(items)).not.toContain('楼道照明');
  });

  it('hides what somebody said, with the reason, from all but who said it', async () => {
    const topic = await clearedTopic();
    const said = await movedTopic(neighbour, topic, 'comment', { words: '骂人的话' });
    await settleStepWords('topic', topic.id, said.rev, 'clear');
    expect((await seen(council.resident, topic)).timeline.at(-1)?.words).toBe('骂人的话');
    const nothing = { hiddenRev: 1, reason: '不文明' };
    expect((await moveTopic(council.secretary, said, 'hide-comment', nothing)).body).toMatchObject({
      code: 'comment-unknown',
    });
    await movedTopic(council.worker, said, 'hide-comment', { hiddenRev: said.rev, reason: '不文明' });
    const step = (view: TopicView) => view.timeline.find(({ rev }) => rev === said.rev);
    expect(step(await seen(council.resident, topic))).toMatchObject({ hidden: true });
    expect(step(await seen(council.resident, topic))?.words).toBeUndefined();
    expect(step(await seen(neighbour, topic))?.words).toBe('骂人的话');
  });
});

describe('words of a topic', () => {
  it('come before a person without a verdict in time, and are decided in the one list', async () => {
    const topic = await proposedTopic({ title: '车棚加灯' });
    await walkDue(TOPIC_DUE, Date.now() + 31_000, (due) => handleTopicDue(due, Date.now() + 31_000));
    expect((await seen(council.resident, topic)).wordsState).toBe('person');
    // Its own deadline is the next: the convener's time.
    expect(Number(String((await imageOf(topic.id))?.['dueSk']).slice(0, 15))).toBe(topic.screenBy);
    await deliverTopic(topic.id);
    const waiting = async () =>
      z
        .parse(
          z.object({ items: z.array(ContentToCheck) }),
          done(await council.worker.get(`/places/${council.communityId}/content-checks?limit=50`)),
        )
        .items.filter(({ subject }) => subject?.id === topic.id);
    const [item] = await waiting();
    expect(item).toMatchObject({ subject: { kind: 'topic', id: topic.id }, rev: 1 });
    expect(item?.words).toContain('车棚加灯');
    const decide = (by: Someone) =>
      by.post('/council/content-checks', { subject: item?.subject, eventRev: 1, clear: false });
    expect((await decide(neighbour)).status).toBe(404);
    const before = (await imageOf(topic.id))!;
    expect((await decide(council.worker)).status).toBe(200);
    await deliverTopic(topic.id, before);
    // The step was told as new; told as changed it leaves the list.
    const step = (await queryAll({ pk: String(before['pk']), prefix: 'EV#', consistent: true }))[0]!;
    await onCouncilContent.on(changeOf(step, { ...step, wordsCheck: 'person' }));
    expect(await waiting()).toEqual([]);
    expect((await seen(neighbour, topic)).title).toBe('内容未显示');
    expect((await inboxOf(council.resident)).some(({ title }) => title === '有一处文字没有显示')).toBe(true);
  });

  it('amended are checked anew; a late verdict on the first version does not speak for them', async () => {
    const topic = await proposedTopic();
    const { title } = topic;
    const amended = await movedTopic(council.resident, topic, 'amend', { title, words: '新的说法', photos: [] });
    expect(amended).toMatchObject({ version: 2, wordsState: 'pending' });
    await settleStepWords('topic', topic.id, 1, 'clear');
    expect((await seen(neighbour, topic)).wordsState).toBe('pending');
    await settleStepWords('topic', topic.id, amended.rev, 'clear');
    expect((await seen(neighbour, topic)).words).toBe('新的说法');
  });
});

describe('lists and deadlines', () => {
  it('follow the topic: its stage, mine, below, and the desk of who must do something', async () => {
    const topic = await clearedTopic({ title: '晾衣架' });
    await deliverTopic(topic.id);
    await deliverTopic(topic.id);
    const ids = async (someone: Someone, path: string) => (await rows(someone, path)).map(({ id }) => id);
    const compound = `/compounds/${council.compoundId}/topics?limit=50`;
    expect(await ids(neighbour, compound)).toContain(topic.id);
    expect(await ids(council.resident, '/topics/mine?limit=50')).toContain(topic.id);
    const below = `/places/${council.communityId.split('.').slice(0, 2).join('.')}/council/topics?limit=50`;
    expect(await ids(council.officer, below)).toContain(topic.id);
    expect((await neighbour.get(below)).status).toBe(404);
    const needs = async (someone: Someone) =>
      z
        .parse(z.object({ items: z.array(NeedRow) }), done(await someone.get('/council/needs')))
        .items.filter(({ topicId }) => topicId === topic.id);
    expect(await needs(council.secretary)).toMatchObject([{ kind: 'screen', title: '晾衣架', dueAt: topic.screenBy }]);
    const old = await imageOf(topic.id);
    await movedTopic(council.secretary, topic, 'accept');
    // Told twice and late, the lists still end as the topic stands.
    await deliverTopic(topic.id, old);
    await onCouncilLists.on(changeOf(old!));
    expect(await ids(neighbour, compound)).not.toContain(topic.id);
    expect(await ids(neighbour, `${compound}&stage=waiting`)).toContain(topic.id);
    expect(await needs(council.secretary)).toMatchObject([{ kind: 'call-session' }]);
    expect(await needs(council.officer)).toEqual([]);
  });

  it('write what somebody follows once, and show each topic as it stands, newest proposed first', async () => {
    const [first, second] = [await clearedTopic({ title: '花坛' }), await clearedTopic({ title: '围墙' })];
    for (const topic of [second, first]) {
      await movedTopic(neighbour, topic, 'comment', { words: '支持' });
      await deliverTopic(topic.id);
    }
    const { pk } = keys.listRow('council-mine', neighbour.personId, 0, '');
    const followed = (await queryAll({ pk })).filter(({ sk }) => String(sk).includes(first.id));
    expect(followed.map(({ row }) => row)).toEqual([{ id: first.id }]);
    await movedTopic(council.secretary, await seen(council.secretary, first), 'accept');
    const page = z.parse(Rows, done(await neighbour.get('/topics/mine?limit=1')));
    expect(page.items).toMatchObject([{ id: second.id, status: 'proposed' }]);
    const next = `/topics/mine?limit=1&cursor=${encodeURIComponent(page.cursor ?? '')}`;
    expect(await rows(neighbour, next)).toMatchObject([{ id: first.id, status: 'accepted', comments: 1 }]);
  });

  it('tell the street of a screening and a task that are late, once', async () => {
    const late = await clearedTopic({ title: '门禁' });
    const at = (late.screenBy ?? 0) + 1;
    const task = await clearedTopic({ title: '绿化' });
    await carriedOut(task, Date.now() - 1);
    for (const topicId of [late.id, task.id]) {
      const item = (await imageOf(topicId))!;
      const due = { key: { pk: String(item['pk']), sk: 'TOPIC' }, dueSk: String(item['dueSk']), dueAt: 0 };
      await handleTopicDue(due, at);
      await handleTopicDue(due, at);
      await deliverTopic(topicId);
      await deliverTopic(topicId);
    }
    expect((await findTopic(late.id))?.screenOverdue).toBe(true);
    expect((await findTopic(task.id))?.tasks[0]?.overdueSince).toBe(at);
    const told = (await inboxOf(council.officer)).map(({ title }) => title);
    expect(told.filter((title) => title === '议题超期未初审')).toHaveLength(1);
    expect(told.filter((title) => title === '任务超期')).toHaveLength(1);
    expect((await inboxOf(council.owners)).filter(({ title }) => title === '任务超期')).toHaveLength(1);
  });
});
