import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { parseCheckpoint } from '@gongyi/shared/votes/log/checkpoint';
import { extended } from '@gongyi/shared/votes/vote-effects';
import { withServices } from '../../../infra/local/services-for-tests';
import { verifyInclusion } from '../../../shared/verifier/verify.mjs';
import { CLOCK } from '../platform/record-item';
import { changeOnce, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import {
  at,
  callBy,
  castDone,
  closeVote,
  deliverLines,
  deliverVote,
  openVote,
  tick,
  voteNow,
} from './ballots-for-tests';
import { getReceipt } from './get-receipt';
import { shownTurnout } from './turnout-store';
import { findLog } from './vote-log-store';
import { voteWrites } from './vote-store';

withServices();
jest.setTimeout(60_000);

const HEADS = 12;
const heads = Array.from({ length: HEADS }, (_, index) => ({ owners: [`c${String(index + 1)}`], areas: [9000] }));

/** A vote, and what is done in it minutes after it opened: each test in hours of its own, which only go on. */
const openedAt = async (opening: number) => {
  const voteId = await at(opening, () => openVote({ heads, closesAt: opening + 7 * DAY }));
  const after = <T>(minutes: number, what: () => Promise<T>): Promise<T> => at(opening + minutes * MINUTE, what);
  const cast = (minutes: number, line: number): Promise<void> =>
    after(minutes, async () => {
      await castDone({ voteId, line, personId: `c${String(line)}` });
      await deliverLines(voteId, HEADS);
    });
  const clock = (minutes: number): Promise<void> => after(minutes, () => tick());
  return { voteId, after, cast, clock };
};

/** What anybody may fetch. */
const signedSize = async (voteId: string): Promise<number | undefined> =>
  parseCheckpoint((await findLog(voteId))?.checkpoint ?? '')?.checkpoint.size;
const receiptOf = async (voteId: string, line: number) => {
  const input = { params: { voteId, line }, query: {}, body: {} };
  const answer = await getReceipt(input, callBy(`c${String(line)}`, [], 'ballots.receipt', 'k', input));
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};

it('signs the opening, and then nothing of a running vote but what the public turnout tells of', async () => {
  const { voteId, cast, clock } = await openedAt(Date.now());
  await clock(1);
  expect(await signedSize(voteId)).toBe(1);
  for (let line = 1; line <= 4; line += 1) {
    await cast(line, line);
    await clock(line + 1);
    expect(await signedSize(voteId)).toBe(1);
  }
  expect((await receiptOf(voteId, 1)).receipt).toBeUndefined();
  await cast(5, 5);
  await clock(7);
  expect(await shownTurnout(voteId)).toMatchObject({ tookPart: { heads: 5 } });
  expect(await signedSize(voteId)).toBe(6);
  // Five more, but not ten minutes later: neither the turnout nor the log moves.
  for (let line = 6; line <= 10; line += 1) await cast(8, line);
  await clock(10);
  expect(await signedSize(voteId)).toBe(6);
  expect((await receiptOf(voteId, 6)).receipt).toBeUndefined();
  await clock(18);
  expect(await signedSize(voteId)).toBe(11);
  const { receipt, ballot } = await receiptOf(voteId, 6);
  const root = parseCheckpoint(receipt?.checkpoint ?? '')?.checkpoint.root ?? '';
  const { index = 0, size = 0, proof = [] } = receipt ?? {};
  expect(verifyInclusion({ leafHash: ballot.leafHash, index, size, proof: [...proof], root })).toBe(true);
  // The last few are proved by the close.
  await cast(19, 11);
  await clock(60);
  expect(await signedSize(voteId)).toBe(11);
  await closeVote(voteId);
  expect(await signedSize(voteId)).toBe(13);
  expect((await receiptOf(voteId, 11)).receipt?.size).toBe(13);
});

it('signs an extension with the next step only, and as far as a step went even if more has come since', async () => {
  const { voteId, after, cast, clock } = await openedAt(Date.now() + 10 * DAY);
  await cast(1, 1);
  await after(2, async () => {
    const vote = await voteNow(voteId);
    const longer = extended(vote, (vote.closesAt ?? 0) + DAY, '参与的人还不够');
    if (isRefusal(longer)) throw new Error(longer.refused);
    await writeTogether(voteWrites(vote, longer, { maker: CLOCK, op: 'extend', now: Date.now() }));
    await deliverVote(voteId);
  });
  await cast(3, 2);
  await clock(5);
  // Open, a ballot, the extension, a ballot: whoever moves the end learns of no ballot by it.
  expect(await findLog(voteId)).toMatchObject({ size: 4 });
  expect(await signedSize(voteId)).toBe(1);

  for (let line = 3; line <= 5; line += 1) await cast(6, line);
  const log = await findLog(voteId);
  // Whoever showed the step died before they signed; meanwhile two more were logged.
  await after(6, () =>
    changeOnce({
      key: keys.ballotTurnout(voteId),
      set: { tookPart: { heads: log?.heads, area: log?.area }, at: Date.now(), leaves: log?.size },
      when: 'attribute_not_exists(pk)',
      op: 'shown',
    }),
  );
  for (let line = 6; line <= 7; line += 1) await cast(7, line);
  await clock(9);
  expect(log?.size).toBe(7);
  expect(await signedSize(voteId)).toBe(7);
  await cast(10, 8);
  await clock(12);
  expect(await signedSize(voteId)).toBe(7);
});
