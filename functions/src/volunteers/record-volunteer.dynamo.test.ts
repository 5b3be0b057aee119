import { DAY } from '@gongyi/shared/kernel/time';
import { VolunteerRow } from '@gongyi/shared/volunteers/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import {
  calledShift,
  deliver,
  done,
  newCorps,
  newVolunteer,
  rosterIn,
  signedUp,
  volunteerPk,
} from './volunteers-for-tests';

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
    expect(await seenBy(helper, '?limit=1')).toEqual([volunteerId]);
    expect(await seenBy(helper, '?recorded=no')).toEqual([]);
  }
  for (const stranger of [neighbour, leader, administrator, other.worker])
    expect((await stranger.get(path)).status).toBe(404);
});

it('who may only enter others sees of a shift whom they entered, neither who signed up nor what was said', async () => {
  const corps = await newCorps(services, 'vt');
  const { worker, leader, administrator, communityId, compoundId } = corps;
  const steward = await newPerson(services, '样某');
  const grant = { phone: steward.phone, role: 'building-steward', placeId: `${compoundId}.b1` };
  done(await administrator.post('/grants', grant));
  const neighbour = await newVolunteer(services, communityId);
  const shift = await calledShift(corps, Date.now() + 3 * DAY, 5, { placeId: `${compoundId}.b1` });
  await signedUp(neighbour, shift.id);
  await deliver(volunteerPk(neighbour.personId));
  done(await leader.post(`/shifts/${shift.id}/messages`, { words: '请带手套' }));
  const recorded = async (name: string): Promise<string> => {
    const body = { name, bornOn: '1952-10', skills: [] };
    const answer = await steward.post(`/communities/${communityId}/volunteers`, body);
    return z.parse(VolunteerRow, done(answer)).volunteerId;
  };
  const [first, second] = [await recorded('样老伯'), await recorded('样大妈')];
  const enter = async (volunteerId: string) =>
    rosterIn(await steward.post(`/shifts/${shift.id}/sign-up-for`, { slotId: 's1', roleId: 'r1', volunteerId }));
  await enter(first);
  await deliver(volunteerPk(first));
  const { items, messages } = await enter(second);
  expect([items.map((row) => row.volunteerId), messages]).toEqual([[first], []]);
  const off = { slotId: 's1', volunteerId: second };
  const left = rosterIn(await steward.post(`/shifts/${shift.id}/cancel-sign-up-for`, off));
  expect(left.items.map((row) => row.volunteerId)).toEqual([first]);
  expect((await steward.get(`/shifts/${shift.id}/roster`)).status).toBe(404);
  for (const one of [leader, worker]) {
    const whole = rosterIn(await one.get(`/shifts/${shift.id}/roster`));
    expect(whole.items.map((row) => row.volunteerId)).toContain(neighbour.personId);
    expect(whole.messages).toHaveLength(1);
  }
});
