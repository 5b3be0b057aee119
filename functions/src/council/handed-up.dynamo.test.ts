import { TopicRow } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { done, inboxOf, newCouncil } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';
import { settleStepWords } from './step-words-store';
import { deliverTopic, moveTopic, movedTopic, newNeighbour, propose, topicIn } from './topics-for-tests';

/** What reaches beyond the council, and what those who back a topic hear on its way. */
const services = withServices();
let council: Council;
let neighbour: Someone;
let office: Someone;
beforeAll(async () => {
  council = await newCouncil(services, 'ch');
  neighbour = await newNeighbour(services, council);
  const street = { kind: 'street-property-office', name: '街道物业办', servesPlaceIds: ['ch.s1'] };
  const organisationId = z.parse(
    z.object({ id: z.string() }),
    done(await council.administrator.post('/organisations', street)),
  ).id;
  office = await newPerson(services, '钱主管');
  done(await council.administrator.post('/grants', { phone: office.phone, role: 'manager', organisationId }));
}, 60_000);

const backedTopic = async (title: string): Promise<TopicView> => {
  const topic = topicIn(await propose(council.resident, council.compoundId, { title }));
  await settleStepWords('topic', topic.id, 1, 'clear');
  return movedTopic(neighbour, topic, 'second');
};
const handedUp = async (someone: Someone): Promise<string[]> => {
  const Rows = z.object({ items: z.array(TopicRow) });
  const answer = await someone.get('/places/ch.s1/council/topics?which=handed-up');
  return z.parse(Rows, done(answer)).items.map(({ id }) => id);
};
const told = async (someone: Someone, title: string): Promise<string[]> =>
  (await inboxOf(someone)).filter(({ words }) => words.includes(title)).map((notice) => notice.title);

it('gives the street what reaches beyond the compound; it says what it does, and who backed it hears', async () => {
  const topic = await backedTopic('门口的公交站往南移');
  const to = { to: 'street', reason: '要和公交公司商量' };
  const given = await movedTopic(council.secretary, topic, 'redirect', to);
  await deliverTopic(topic.id);
  expect(await told(council.officer, topic.title)).toEqual(['有议题转给街道']);
  expect(await told(office, topic.title)).toEqual(['有议题转给街道']);
  expect(await handedUp(council.officer)).toEqual([topic.id]);
  expect(await handedUp(office)).toEqual([topic.id]);
  const words = { words: '已约公交公司下周来看。' };
  expect(topicIn(await council.officer.get(`/topics/${topic.id}`)).moves).toContain('supervise');
  await movedTopic(council.officer, given, 'supervise', words);
  await deliverTopic(topic.id);
  expect((await told(neighbour, topic.title)).sort()).toEqual(['有监督意见', '议题转了去处']);
});

it('leaves an owners’ vote to the owners: the street has nothing to do there, and is not told', async () => {
  const topic = await backedTopic('换一家物业公司');
  const given = await movedTopic(council.secretary, topic, 'redirect', { to: 'vote', reason: '由业主表决' });
  await deliverTopic(topic.id);
  expect(await told(council.officer, topic.title)).toEqual([]);
  expect(await handedUp(council.officer)).not.toContain(topic.id);
  const refused = await moveTopic(council.officer, given, 'supervise', { words: '看过了' });
  expect(refused.body).toMatchObject({ code: 'move-not-allowed' });
});

it('merges nothing that only the owners decide', async () => {
  const [fund, other] = [await backedTopic('每户补交维修资金'), await backedTopic('屋顶漏水')];
  const merging = { intoId: other.id, reason: '同一件事' };
  const refused = await moveTopic(council.secretary, fund, 'merge', merging);
  expect(refused.body).toMatchObject({ code: 'owners-decide' });
});

it('tells who backed a topic that it took in another and was rewritten, who backed either of the two', async () => {
  const other = await newNeighbour(services, council);
  const topic = await backedTopic('添两个晾衣架');
  const like = topicIn(await propose(other, council.compoundId, { title: '多几个晾衣架' }));
  await movedTopic(council.secretary, like, 'merge', { intoId: topic.id, reason: '同一件事' });
  const anew = { title: '添四个晾衣架', words: '楼前楼后各两个。' };
  const amended = await movedTopic(council.resident, { id: topic.id, rev: topic.rev + 1 }, 'amend', anew);
  await settleStepWords('topic', topic.id, amended.rev, 'clear');
  await deliverTopic(topic.id);
  for (const someone of [neighbour, other])
    expect((await told(someone, anew.title)).sort()).toEqual(['并入了相近的议题', '议题改了写法']);
});

it('tells who backed a topic that it was withdrawn', async () => {
  const topic = await backedTopic('门口添一盏灯');
  await movedTopic(council.resident, topic, 'withdraw');
  await deliverTopic(topic.id);
  expect(await told(neighbour, topic.title)).toEqual(['议题已撤回']);
});

it('shows the street’s property office every topic below it, and gives it no part in them', async () => {
  const topic = await backedTopic('东门装减速带');
  expect(topicIn(await office.get(`/topics/${topic.id}`)).moves).toEqual([]);
  expect((await office.get(`/topics/${topic.id}/record`)).status).toBe(200);
  expect((await moveTopic(office, topic, 'comment', { words: '看看' })).body).toMatchObject({
    code: 'move-not-allowed',
  });
  expect((await council.stranger.get(`/topics/${topic.id}`)).status).toBe(404);
});
