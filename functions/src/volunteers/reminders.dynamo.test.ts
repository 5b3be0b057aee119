import { DAY, HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import type { Someone } from '../people/people-for-tests';
import { volunteerTasks } from './schedule';
import {
  calledShift,
  deliver,
  done,
  newCorps,
  newVolunteer,
  shiftPk,
  signedUp,
  volunteerPk,
} from './volunteers-for-tests';

const services = withServices();
jest.setTimeout(60_000);
afterEach(() => jest.restoreAllMocks());

const Inbox = z.object({ items: z.array(z.object({ kind: z.string() })) });
const reminders = async (someone: Someone): Promise<number> =>
  z.parse(Inbox, done(await someone.get('/notices?limit=50'))).items.filter(({ kind }) => kind === 'shift-reminder')
    .length;

it('reminds a day and two hours before, once each, who has a place and nobody else', async () => {
  const corps = await newCorps(services, 'vr');
  const [placed, gone, waiting] = [
    await newVolunteer(services, corps.communityId),
    await newVolunteer(services, corps.communityId),
    await newVolunteer(services, corps.communityId),
  ];
  const startsAt = Math.floor(Date.now() / HOUR) * HOUR + 3 * DAY;
  const shift = await calledShift(corps, startsAt, 2);
  await signedUp(placed, shift.id);
  await signedUp(gone, shift.id);
  done(await gone.post(`/shifts/${shift.id}/cancel-sign-up`, { slotId: 's1' }));
  await signedUp(corps.leader, shift.id);
  await signedUp(waiting, shift.id);
  await deliver(...[placed, gone, waiting, corps.leader].map(({ personId }) => volunteerPk(personId)));

  const heardAt = async (now: number): Promise<number> => {
    jest.spyOn(Date, 'now').mockReturnValue(now);
    for (const task of volunteerTasks) await task.run(now);
    jest.restoreAllMocks();
    // The stream brings it twice.
    await deliver(shiftPk(shift.id));
    await deliver(shiftPk(shift.id));
    return reminders(placed);
  };
  expect(await heardAt(startsAt - DAY - MINUTE)).toBe(0);
  expect(await heardAt(startsAt - DAY)).toBe(1);
  expect(await heardAt(startsAt - DAY + MINUTE)).toBe(1);
  expect(await heardAt(startsAt - 2 * HOUR - MINUTE)).toBe(1);
  expect(await heardAt(startsAt - 2 * HOUR)).toBe(2);
  expect(await heardAt(startsAt - HOUR)).toBe(2);
  expect(await reminders(corps.leader)).toBe(2);
  for (const someone of [gone, waiting]) expect(await reminders(someone)).toBe(0);
});
