import { NeedRow } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { DAY } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { cardsAlong } from '../district/list-organisations';
import { moveService } from '../district/move-service';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { moveDate } from '../platform/date-for-tests';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { councilReactions } from './on';
import { done, inboxOf, newCouncil } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';
import { carriedOut, changeOf, deliverTopic, moveTopic, movedTopic, topicIn } from './topics-for-tests';

const services = withServices();
let council: Council;
let oldId: string;
let newId: string;
let newManager: Someone;
beforeAll(async () => {
  council = await newCouncil(services, 'fs');
  const { administrator, compoundId } = council;
  oldId = (await cardsAlong(compoundId)).find(({ kind }) => kind === 'property-company')?.id ?? '';
  const body = { kind: 'property-company', name: '新城物业', servesPlaceIds: [`${compoundId}.b1`] };
  newId = z.parse(z.object({ id: z.string() }), done(await administrator.post('/organisations', body))).id;
  newManager = await newPerson(services, '新经理');
  const grant = { phone: newManager.phone, role: 'manager', organisationId: newId };
  done(await administrator.post('/grants', grant));
}, 60_000);

/** Only the date is moved: what an instance remembers of who serves a compound is of some seconds. */
let ahead = 0;
const later = (): void => {
  ahead += 30_000;
  moveDate(Date.now() + ahead);
};
afterEach(() => jest.useRealTimers());

const withTasks = (title: string): Promise<string> => {
  const task = { party: 'property-company' as const, bodyId: oldId, bodyName: '和谐物业' };
  return carriedOut(council, title, [
    { ...task, id: 't1', words: '修道闸', dueAt: Date.now() + DAY },
    { ...task, id: 't2', words: '换灯', dueAt: Date.now() + 2 * DAY },
  ]);
};
const tasksAt = async (someone: Someone, topicId: string): Promise<string[]> =>
  z
    .parse(z.object({ items: z.array(NeedRow) }), done(await someone.get('/council/needs')))
    .items.flatMap((row) => (row.topicId === topicId ? (row.taskId ?? []) : []));
const seen = async (someone: Someone, topicId: string): Promise<TopicView> =>
  topicIn(await someone.get(`/topics/${topicId}`));

/** One company takes the compound over from the other; the stream tells of both, in either order. */
const replaced = async (fromId: string, toId: string, order: readonly string[]): Promise<void> => {
  const image = (id: string) => getItem(keys.organisation(id), { consistent: true });
  const before = new Map([
    [fromId, await image(fromId)],
    [toId, await image(toId)],
  ]);
  const { compoundId } = council;
  expect(await moveService(compoundId, fromId, toId, `replace.${fromId}.${toId}`)).toBeUndefined();
  for (const id of order)
    for (const reaction of councilReactions) await reaction.on(changeOf((await image(id))!, before.get(id)));
  later();
};

it('tasks of a company that was replaced lie with the new one, which may do them and hears of them', async () => {
  const topicId = await withTasks('北门道闸');
  expect(await tasksAt(council.property, topicId)).toEqual(['t1', 't2']);
  expect(await tasksAt(newManager, topicId)).toEqual([]);
  expect((await newManager.get(`/topics/${topicId}`)).status).toBe(404);

  await replaced(oldId, newId, [newId, oldId]);
  expect(await tasksAt(council.property, topicId)).toEqual([]);
  expect(await tasksAt(newManager, topicId)).toEqual(['t1', 't2']);
  const view = await seen(newManager, topicId);
  expect(view).toMatchObject({ myTasks: ['t1', 't2'] });
  expect(view.moves).toEqual(expect.arrayContaining(['progress', 'finish-task']));
  expect(view.taskList.map(({ bodyName }) => bodyName)).toEqual(['新城物业', '新城物业']);
  const work = { taskId: 't1', words: '道闸修好了' };
  expect((await moveTopic(council.property, view, 'finish-task', work)).status).toBe(404);
  const old = (await getItem(keys.topic(topicId), { consistent: true }))!;
  const finished = await movedTopic(newManager, view, 'finish-task', work);
  expect(finished.taskList.map(({ bodyName, doneAt }) => [bodyName, doneAt !== undefined])).toEqual([
    ['新城物业', true],
    ['新城物业', false],
  ]);
  await movedTopic(council.worker, finished, 'supervise', { words: '灯也请尽快', taskId: 't2' });
  await deliverTopic(topicId, old);
  expect(await tasksAt(newManager, topicId)).toEqual(['t2']);
  expect((await inboxOf(newManager)).map(({ title }) => title)).toContain('有监督意见');
  expect((await inboxOf(council.property)).map(({ title }) => title)).not.toContain('有监督意见');
});

it('a task that ended while the seat moved is left at nobody’s desk', async () => {
  const [sitting, next] = (await cardsAlong(council.compoundId)).some(({ id }) => id === newId)
    ? [newId, oldId]
    : [oldId, newId];
  const [leaving, coming] = sitting === newId ? [newManager, council.property] : [council.property, newManager];
  const topicId = await withTasks('南门道闸');
  expect(await tasksAt(leaving, topicId)).toEqual(['t1', 't2']);
  const image = (id: string) => getItem(keys.organisation(id), { consistent: true });
  const before = (await image(sitting))!;
  expect(await moveService(council.compoundId, sitting, next, 'replace.again')).toBeUndefined();
  later();
  const old = (await getItem(keys.topic(topicId), { consistent: true }))!;
  for (const taskId of ['t1', 't2'])
    await movedTopic(coming, await seen(coming, topicId), 'finish-task', { taskId, words: '修好了' });
  // The topic's change is told before the company's.
  await deliverTopic(topicId, old);
  for (const reaction of councilReactions) await reaction.on(changeOf((await image(sitting))!, before));
  expect(await tasksAt(leaving, topicId)).toEqual([]);
  expect(await tasksAt(coming, topicId)).toEqual([]);
});
