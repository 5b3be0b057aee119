import { NeedRow } from '@gongyi/shared/council/contract';
import { DAY } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { done, inboxOf, newCouncil } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';
import { carriedOut, deliverTopic, imageOf, movedTopic, topicIn } from './topics-for-tests';

const services = withServices();
let council: Council;
let manager: Someone;
let member: Someone;
beforeAll(async () => {
  council = await newCouncil(services, 'dk', { withoutOwners: true });
  const { administrator, compoundId, communityId } = council;
  const body = { kind: 'property-management-committee', name: '阳光小区物管会', servesPlaceIds: [compoundId] };
  const organisationId = z.parse(
    z.object({ id: z.string() }),
    done(await administrator.post('/organisations', body)),
  ).id;
  const granted = async (name: string, role: object): Promise<Someone> => {
    const someone = await newPerson(services, name);
    done(await administrator.post('/grants', { phone: someone.phone, ...role }));
    return someone;
  };
  manager = await granted('物管会钱', { role: 'manager', organisationId });
  member = await granted('社区党委孙', { role: 'party-branch-member', placeId: communityId });
}, 60_000);

const tasksOf = async (someone: Someone, topicId: string): Promise<string[]> =>
  z
    .parse(z.object({ items: z.array(NeedRow) }), done(await someone.get('/council/needs')))
    .items.flatMap((row) => (row.topicId === topicId ? (row.taskId ?? []) : []));

it.each([
  ['the people of the body that holds the owners’ seat', 'owners-committee', () => manager],
  ['a member of the party branch for the whole community', 'party-branch', () => member],
  ['whoever has several of the roles, once', 'committee-of-residents', () => council.worker],
] as const)('tasks that %s may finish lie at their desk, and they hear of them', async (_, party, who) => {
  const { administrator, compoundId, worker } = council;
  done(await administrator.post('/grants', { phone: worker.phone, role: 'community-worker', placeId: compoundId }));
  const dueAt = Date.now() + DAY;
  const topicId = await carriedOut(council, `任务 ${party}`, [
    { id: 't1', party, dueAt },
    { id: 't2', party: 'property-company', dueAt },
  ]);
  const view = topicIn(await who().get(`/topics/${topicId}`));
  expect(view.myTasks).toEqual(['t1']);
  expect(await tasksOf(who(), topicId)).toEqual(view.myTasks);
  expect((await inboxOf(who())).filter(({ words }) => words.includes(`任务 ${party}`))).not.toEqual([]);
  const old = await imageOf(topicId);
  await movedTopic(who(), view, 'finish-task', { taskId: 't1', words: '办好了' });
  await deliverTopic(topicId, old);
  expect(await tasksOf(who(), topicId)).toEqual([]);
});
