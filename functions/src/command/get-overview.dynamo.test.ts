import { CompoundOverview } from '@gongyi/shared/command/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
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
  expect(seen.seats[2]?.organisation).toBeUndefined();
  expect((await overview('na.s1.c1.x9')).status).toBe(404);
  expect((await overview('na.s1.c1')).status).toBe(404);
}, 30_000);
