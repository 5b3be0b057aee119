import { MINUTE } from '@gongyi/shared/kernel/time';
import { withServices } from '../../../infra/local/services-for-tests';
import { jobsTask } from '../platform/jobs';
import { putAll } from '../platform/table';
import { announceVote, at, rollItems, tick, voteNow } from './ballots-for-tests';
import { ballotsJobs } from './ballots-work';
import { getBallotsState } from './get-ballots-state';

withServices();
jest.setTimeout(60_000);

it('a vote whose opening keeps failing says so, and opens by the clock once the cause is gone', async () => {
  const voteId = await announceVote({ heads: [] });
  const begun = Date.now();
  await tick();
  const minutes = async (from: number, until: number): Promise<void> => {
    for (let minute = from; minute <= until; minute += 1) {
      const now = begun + minute * MINUTE + 1000;
      await at(now, () => jobsTask(ballotsJobs, 'ballots').run(now));
    }
  };
  const state = () =>
    getBallotsState(
      { params: { voteId }, query: {}, body: {} },
      { who: undefined, now: begun, op: 'o', opHash: 'h', key: '', sourceIp: '' },
    );
  await minutes(1, 3);
  expect(await state()).toMatchObject({ status: 'opening', progress: { work: 'opening', stalled: false } });
  await minutes(4, 25);
  expect(await state()).toMatchObject({ status: 'opening', progress: { work: 'opening', stalled: true } });

  await putAll(await rollItems((await voteNow(voteId)).compoundId, [{ owners: ['p1'], areas: [8000] }]));
  await minutes(26, 40);
  expect(await voteNow(voteId)).toMatchObject({ status: 'open', electorate: { heads: 1 } });
});
