import { CompoundOverview } from '@gongyi/shared/command/contract';
import { DAY } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newCouncil } from '../council/sessions-for-tests';
import { carriedOut, deliverTopic, imageOf, movedTopic, topicIn } from '../council/topics-for-tests';
import { appOf } from '../platform/router';
import { deliver } from '../requests/deliver-for-tests';
import { fileAtHome, moved, newVillage } from '../requests/requests-for-tests';
import { commandRoutes } from './http';

const services = withServices();

const overview = async (compoundId: string) => {
  const response = await appOf(commandRoutes).request(`/api/compounds/${compoundId}/overview`);
  return { status: response.status, body: await response.json() };
};

it('shows anybody the table of four with promises kept, and nothing of a compound that is not', async () => {
  const village = await newVillage(services, 'na');
  const filed = await fileAtHome(village);
  const accepted = await moved(village.dispatcher, filed, 'accept');
  const started = await moved(village.dispatcher, accepted, 'start');
  const done = await moved(village.dispatcher, started, 'resolve', { words: '好了' });
  await deliver(done.id);
  const waiting = await fileAtHome(village);
  await deliver(waiting.id);
  const seen = z.parse(CompoundOverview, (await overview(village.compoundId)).body);
  expect(seen.compound.place.name).toBe('阳光小区');
  expect(seen.seats.map(({ party, kept, due, open, overdue }) => [party, kept, due, open, overdue])).toEqual([
    ['committee-of-residents', 0, 0, 0, 0],
    ['party-branch', 0, 0, 0, 0],
    ['owners-committee', 0, 0, 0, 0],
    ['property-company', 1, 1, 1, 0],
  ]);
  // Who has no body of its own is stood in for, as in the council.
  expect(seen.seats[1]).toMatchObject({ standIn: false });
  expect(seen.seats[1]?.organisation).toBeUndefined();
  expect(seen.seats[2]).toMatchObject({ standIn: true, organisation: { name: '一社区居委会' } });
  expect((await overview('na.s1.c1.x9')).status).toBe(404);
  expect((await overview('na.s1.c1')).status).toBe(404);
}, 30_000);

it('counts what the council gave each party to do, of a body with two seats for both', async () => {
  const council = await newCouncil(services, 'nb', { withoutOwners: true });
  const [late, later] = [Date.now() - 1, Date.now() + DAY];
  const topicId = await carriedOut(council, '晾衣架', [
    { id: 't1', party: 'party-branch', dueAt: late },
    { id: 't2', party: 'owners-committee', dueAt: later },
    { id: 't3', party: 'committee-of-residents', dueAt: late },
    { id: 't4', party: 'property-company', dueAt: later, doneAt: late },
  ]);
  const tasks = async () =>
    z.parse(CompoundOverview, (await overview(council.compoundId)).body).seats.map((seat) => seat.tasks);
  const both = { open: 2, overdue: 1 };
  expect(await tasks()).toEqual([both, { open: 1, overdue: 1 }, both, { open: 0, overdue: 0 }]);
  const old = await imageOf(topicId);
  const view = topicIn(await council.branch.get(`/topics/${topicId}`));
  await movedTopic(council.branch, view, 'finish-task', { taskId: 't1', words: '办好了' });
  await deliverTopic(topicId, old);
  expect((await tasks())[1]).toEqual({ open: 0, overdue: 0 });
}, 30_000);
