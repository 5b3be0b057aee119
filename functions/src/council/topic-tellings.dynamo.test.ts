import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { withServices } from '../../../infra/local/services-for-tests';
import type { Someone } from '../people/people-for-tests';
import { findSession, sessionWrites, writeSteps } from './record-store';
import { acceptedTopic, called, deliver, done, inboxOf, moved, newCouncil } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';
import { settleStepWords } from './step-words-store';
import { deliverTopic, imageOf, movedTopic, newNeighbour, propose, topicIn } from './topics-for-tests';
import { handleTopicDue } from './topics-due';

/** Who hears what of a topic, beside what its own moves tell. */
const services = withServices();
let council: Council;
let neighbour: Someone;
beforeAll(async () => {
  council = await newCouncil(services, 'tt');
  neighbour = await newNeighbour(services, council);
  const rules = { ...DEFAULT_COUNCIL_RULES, secondsBeforeScreening: 2 };
  const path = `/communities/${council.communityId}/council-rules`;
  done(await council.secretary.put(path, { seen: 0, rules, reason: '居民代表会议决定' }));
}, 60_000);

const proposedTopic = async (title: string) => {
  const topic = topicIn(await propose(council.resident, council.compoundId, { title }));
  await settleStepWords('topic', topic.id, 1, 'clear');
  return topic;
};
const toldOf = async (someone: Someone, words: string): Promise<string[]> =>
  (await inboxOf(someone)).filter((one) => one.words.includes(words)).map(({ title }) => title);

it('tells the convener once that the seconds suffice, by the second that completes them', async () => {
  const other = await newNeighbour(services, council);
  const topic = await proposedTopic('楼道感应灯');
  const first = await movedTopic(neighbour, topic, 'second');
  await deliverTopic(topic.id);
  expect(await toldOf(council.secretary, '楼道感应灯')).toEqual([]);
  const second = await movedTopic(other, first, 'second');
  expect(second.screenBy).toBeDefined();
  await movedTopic(await newNeighbour(services, council), second, 'second');
  await deliverTopic(topic.id);
  await deliverTopic(topic.id);
  for (const convener of [council.secretary, council.secondSecretary])
    expect(await toldOf(convener, '楼道感应灯')).toEqual(['议题附议够数']);
  expect(await toldOf(council.resident, '附议够数')).toEqual([]);
});

it('tells the other convener when a merge completes the seconds', async () => {
  const [kept, gone] = [await proposedTopic('门口修台阶'), await proposedTopic('台阶坏了')];
  await movedTopic(neighbour, kept, 'second');
  const other = await newNeighbour(services, council);
  const seconded = await movedTopic(other, gone, 'second');
  await movedTopic(council.secretary, seconded, 'merge', { intoId: kept.id, reason: '同一件事' });
  await deliverTopic(kept.id);
  expect(await toldOf(council.secondSecretary, '门口修台阶')).toEqual(['议题附议够数']);
  expect(await toldOf(council.secretary, '门口修台阶')).toEqual([]);
  for (const follower of [neighbour, other]) expect(await toldOf(follower, '门口修台阶')).toEqual(['并入了相近的议题']);
});

it('tells the convener that a returned topic was amended, and not of any other amendment', async () => {
  const topic = await proposedTopic('晾衣架加固');
  const anew = { title: '晾衣架加固', words: '三号楼的晾衣架松了。', photos: [] };
  const amended = await movedTopic(council.resident, topic, 'amend', anew);
  await settleStepWords('topic', topic.id, amended.rev, 'clear');
  await deliverTopic(topic.id);
  expect(await toldOf(council.secretary, '晾衣架加固')).toEqual([]);
  const returned = await movedTopic(council.secretary, amended, 'return', { reason: '请写明几号楼' });
  const again = await movedTopic(council.resident, returned, 'amend', { ...anew, words: '三号楼东侧的晾衣架松了。' });
  await settleStepWords('topic', topic.id, again.rev, 'clear');
  await deliverTopic(topic.id);
  expect(await toldOf(council.secretary, '晾衣架加固')).toEqual(['退回的议题改好了']);
});

it('tells those who follow a topic that its screening is late and the street knows', async () => {
  const topic = topicIn(await propose(council.owners, council.compoundId, { title: '北门禁停' }));
  await settleStepWords('topic', topic.id, 1, 'clear');
  await movedTopic(neighbour, topic, 'comment', { words: '早该这样' });
  const item = (await imageOf(topic.id))!;
  const due = { key: { pk: String(item['pk']), sk: 'TOPIC' }, dueSk: String(item['dueSk']), dueAt: 0 };
  await handleTopicDue(due, (topic.screenBy ?? 0) + 1);
  await deliverTopic(topic.id);
  for (const someone of [neighbour, council.owners, council.officer])
    expect(await toldOf(someone, '北门禁停')).toEqual(['议题超期未初审']);
});

describe('an adjourned session', () => {
  /** As the chair's screen leaves it: running, its first topic open. */
  const running = async (sessionId: string): Promise<void> => {
    const session = (await findSession(sessionId))!;
    const doing = { maker: { as: 'clock', name: '' }, op: `open.${sessionId}`, now: Date.now() };
    const [first, ...rest] = session.agenda;
    const agenda = [{ ...first!, state: 'open' as const }, ...rest];
    const changes = { status: 'in-session' as const, openedAt: Date.now(), agenda };
    const effect = { changes, event: { kind: 'opened' as const } };
    expect((await writeSteps(sessionWrites(session, effect, doing))).done).toBe(true);
  };

  it('is told to who follows a topic it still has to settle, once, however many of them', async () => {
    const topics = [await acceptedTopic(council, '健身器材'), await acceptedTopic(council, '儿童滑梯')];
    const settled = await acceptedTopic(council, '早已议定');
    const onlyFirst = await newNeighbour(services, council);
    for (const topicId of topics) await movedTopic(neighbour, { id: topicId, rev: 2 }, 'second');
    await movedTopic(onlyFirst, { id: topics[0]!, rev: 3 }, 'comment', { words: '要结实的' });
    const otherwise = await newNeighbour(services, council);
    await movedTopic(otherwise, { id: settled, rev: 2 }, 'second');
    const session = await called(council, [...topics, settled], Date.now() + 5 * DAY + MINUTE);
    await running(session.id);
    const deferred = await moved(council.secretary, { id: session.id, rev: session.rev + 1 }, 'defer-item', {
      topicId: settled,
      reason: '材料不全',
    });
    const body = { resumesAt: Date.now() + DAY, reason: '时间到了' };
    await moved(council.secretary, deferred, 'adjourn', body);
    await deliver(session.id);
    await deliver(session.id);
    const adjourned = async (someone: Someone) =>
      (await inboxOf(someone)).filter(({ title }) => title === '商议议题的会议休会').map(({ words }) => words);
    for (const follower of [neighbour, onlyFirst])
      expect(await adjourned(follower)).toEqual([
        expect.stringMatching(/^商议议题「健身器材」的会议休会，.*继续开。$/),
      ]);
    expect(await adjourned(otherwise)).toEqual([]);
    // Delegates hear of it as such, and only so.
    expect(await adjourned(council.worker)).toEqual([]);
    expect((await inboxOf(council.worker)).map(({ title }) => title)).toContain('休会，另行继续');
  });
});
