import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import { withServices } from '../../../infra/local/services-for-tests';
import type { PaperEntry } from '@gongyi/shared/votes/contract-paper';
import { changeOnce, getItem, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { at, callBy, castDone, deliverLines, openVote, sealVote, tick, voteNow } from './ballots-for-tests';
import { confirmPaper, enterPaper } from './count-papers';
import { getBallotsState } from './get-ballots-state';
import { onPapers } from './on-ballots';
import { paperCount, paperCounted, shownTurnout } from './turnout-store';
import { findLog } from './vote-log-store';

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
  const nobody = { who: undefined, now: first, op: 'o', opHash: 'h', key: '', sourceIp: '' };
  const state = await getBallotsState({ params: { voteId }, query: {}, body: {} }, nobody);
  expect(state).toMatchObject({ turnout: { tookPart: { heads: 5, area: 44_820 }, areaPermille: 166 } });
  await returned(voteId, 5);
  await tick(first + 9 * MINUTE);
  expect((await shownTurnout(voteId))?.tookPart.heads).toBe(5);
  await tick(first + 10 * MINUTE);
  expect((await shownTurnout(voteId))?.tookPart.heads).toBe(10);
}, 60_000);

/** A clerk of the community in which votes of these tests are. */
const clerk = (personId: string, input: unknown, key: string, now: number) => {
  const call = callBy(personId, [], 'ballots.count', key, input, now);
  const grant = {
    id: `g-${personId}`,
    role: 'community-worker',
    placeId: 'bt.s1.c1',
    scopeName: '社区',
    from: 1,
  } as const;
  return { ...call, who: { ...call.who, grants: [grant] } };
};

/** A paper is read out, and read again by another. */
const countPaper = async (voteId: string, line: number, now: number): Promise<void> => {
  const body: PaperEntry = { kind: 'choices', choices: { m1: 'for' } };
  const input = { params: { voteId, line }, query: {}, body: { ...body, photos: [] } };
  for (const [move, by] of [
    [enterPaper, 'reader'],
    [confirmPaper, 'second'],
  ] as const)
    expect(await move(input, clerk(by, input, `${by}-${String(line)}`, now))).toMatchObject({ line });
};

it('stands still while papers are counted: each of them would be in it twice', async () => {
  const heads = Array.from({ length: 20 }, (_, index) => ({ owners: [`u${String(index + 1)}`], areas: [9000] }));
  const voteId = await openVote({ heads, closesAt: Date.now() + 7 * DAY });
  for (let line = 1; line <= 6; line += 1) await castDone({ voteId, line, personId: `u${String(line)}` });
  await deliverLines(voteId, 20);
  for (let line = 11; line <= 16; line += 1)
    await changeOnce({
      key: keys.ballotLine(voteId, line),
      set: { paper: { serial: line, photos: ['face'] }, returnedAt: Date.now() },
      when: 'attribute_exists(pk)',
      op: `back-${String(line)}`,
    });
  await returned(voteId, 6);
  await tick();
  const shown = await shownTurnout(voteId);
  expect(shown?.tookPart.heads).toBe(12);
  await sealVote(voteId);
  const { status, closesAt = 0 } = await voteNow(voteId);
  expect(status).toBe('counting');
  const signed = (await findLog(voteId))?.checkpoint;
  await at(closesAt + MINUTE, async () => {
    for (let line = 11; line <= 16; line += 1) await countPaper(voteId, line, Date.now());
    await deliverLines(voteId, 20);
  });
  await at(closesAt + 30 * MINUTE, () => tick());
  // All twelve are in the log by now, and the public sees and may fetch what it could before.
  const log = await findLog(voteId);
  expect(log).toMatchObject({ heads: 12, checkpoint: signed });
  expect(await shownTurnout(voteId)).toEqual(shown);
  const nobody = { who: undefined, now: Date.now(), op: 'o', opHash: 'h', key: '', sourceIp: '' };
  const state = await getBallotsState({ params: { voteId }, query: {}, body: {} }, nobody);
  expect(state).toMatchObject({ turnout: { tookPart: { heads: 12 } }, reached: { heads: false } });
  // Nothing is left on the clock that would look again and again until the count is signed.
  const { dueSk } = (await getItem(keys.voteLog(voteId), { consistent: true })) ?? {};
  expect(dueSk).toBeUndefined();
}, 60_000);
