import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { withServices } from '../../../infra/local/services-for-tests';
import { getItem, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { openVote, tick } from './ballots-for-tests';
import { getBallotsState } from './get-ballots-state';
import { onPapers } from './on-ballots';
import { paperCount, paperCounted, shownTurnout } from './turnout-store';

withServices();

/** Papers that come back, and what the stream brings of it. */
const returned = async (voteId: string, heads: number): Promise<void> => {
  for (let paper = 1; paper <= heads; paper += 1) {
    const before = await paperCount(voteId);
    const op = `paper-${String(before.rev)}`;
    await writeTogether([paperCounted(voteId, before, { heads: 1, area: 9000 }, op)]);
    const key = keys.ballotPapers(voteId);
    const item = await getItem(key, { consistent: true });
    await onPapers.on({ ...key, old: undefined, new: item, at: Date.now(), eventId: op, expired: false });
  }
};

it('moves the public turnout on for papers alone, five heads and ten minutes a step', async () => {
  const heads = Array.from({ length: 30 }, (_, index) => ({ owners: [`t${String(index)}`], areas: [9000] }));
  const voteId = await openVote({ heads, closesAt: Date.now() + 7 * DAY });
  // The log is signed and off the clock before any paper comes.
  await tick(Date.now() + 2 * MINUTE);
  await returned(voteId, 4);
  await tick();
  expect(await shownTurnout(voteId)).toBeUndefined();
  await returned(voteId, 1);
  const first = Date.now();
  await tick(first);
  expect(await shownTurnout(voteId)).toEqual({ tookPart: { heads: 5, area: 45_000 }, at: first, leaves: 1 });
  // The public reads it to 0.1 %, not to the hundredth of a square metre.
  const nobody = { who: undefined, now: first, op: 'o', opHash: 'h', sourceIp: '' };
  const state = await getBallotsState({ params: { voteId }, query: {}, body: {} }, nobody);
  expect(state).toMatchObject({ turnout: { tookPart: { heads: 5, area: 44_820 }, areaPermille: 166 } });
  await returned(voteId, 5);
  await tick(first + 9 * MINUTE);
  expect((await shownTurnout(voteId))?.tookPart.heads).toBe(5);
  await tick(first + 10 * MINUTE);
  expect((await shownTurnout(voteId))?.tookPart.heads).toBe(10);
}, 60_000);
