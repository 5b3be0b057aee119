import { VolunteerRow } from '@gongyi/shared/volunteers/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { deliver, done, newCorps, newVolunteer, volunteerPk } from './volunteers-for-tests';

const services = withServices();
jest.setTimeout(60_000);

const Rows = z.object({ items: z.array(VolunteerRow) });

it('people of a grid or building see volunteers without an account, the community sees all, others nobody', async () => {
  const { worker, leader, administrator, communityId, compoundId } = await newCorps(services, 'vr');
  const other = await newCorps(services, 'vs');
  const appointed = async (role: string, placeId: string): Promise<Someone> => {
    const someone = await newPerson(services, '样某');
    done(await administrator.post('/grants', { phone: someone.phone, role, placeId }));
    return someone;
  };
  const steward = await appointed('building-steward', `${compoundId}.b1`);
  const gridWorker = await appointed('grid-worker', `${communityId}.g1`);
  const neighbour = await newVolunteer(services, communityId);
  const path = `/communities/${communityId}/volunteers`;
  const body = { name: '样老伯', bornOn: '1952-10', skills: [] };
  const { volunteerId } = z.parse(VolunteerRow, done(await steward.post(path, body)));
  await deliver(volunteerPk(leader.personId), volunteerPk(neighbour.personId), volunteerPk(volunteerId));

  const seenBy = async (someone: Someone, query = ''): Promise<string[]> =>
    z
      .parse(Rows, done(await someone.get(`${path}${query}`)))
      .items.map((row) => row.volunteerId)
      .sort();
  const everybody = [leader.personId, neighbour.personId, volunteerId].sort();
  expect(await seenBy(worker)).toEqual(everybody);
  for (const helper of [steward, gridWorker]) {
    expect(await seenBy(helper)).toEqual([volunteerId]);
    expect(await seenBy(helper, '?recorded=no')).toEqual([]);
  }
  for (const stranger of [neighbour, leader, administrator, other.worker])
    expect((await stranger.get(path)).status).toBe(404);
});
