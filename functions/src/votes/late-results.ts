import { committeeDeadline, committeePublishBy } from '@gongyi/shared/votes/committee-vote';
import { accountsDue, repairDeadline } from '@gongyi/shared/votes/emergency-repair';
import type { Due } from '../platform/due-walk';
import { derivedId } from '../platform/idempotency';
import { CLOCK } from '../platform/record-item';
import { writeTogether } from '../platform/table';
import { PREFIX } from '../platform/table-shape';
import {
  committeeWrites,
  findCommitteeVote,
  isCommitteeKey,
  rollCallEnded,
  settleCommitteeWords,
} from './committee-store';
import { findRepair, isRepairKey, repairWrites, settleRepairWords } from './repair-store';

const doingOf = (id: string, rev: number, now: number) => ({
  maker: CLOCK,
  op: derivedId('clock', id, String(rev), 'late'),
  now,
});

/**
 * A committee's roll-call ends in its hours, whoever is silent. A result that was not published in its days is noted
 * once, so that community and street see it.
 */
export const handleCommitteeDue = async ({ key }: Due, now: number): Promise<void> => {
  const id = key.pk.slice(PREFIX.committeeVote.length);
  if (!isCommitteeKey(key.pk, key.sk)) {
    await settleCommitteeWords(id, Number(key.sk.slice(3)), 'person');
    return;
  }
  const vote = await findCommitteeVote(id);
  if (vote === undefined) return;
  const at = committeeDeadline(vote);
  if (at === undefined || at > now) return;
  if (vote.status === 'open') {
    const ended = rollCallEnded(vote, now);
    await writeTogether(committeeWrites(vote, ended, doingOf(id, vote.rev, now)));
    return;
  }
  const facts = { publishBy: committeePublishBy(vote, vote.closedAt ?? 0) };
  const effect = { change: { lateAt: now }, event: { kind: 'publication-late', facts } } as const;
  await writeTogether(committeeWrites(vote, effect, doingOf(id, vote.rev, now)));
};

/** An emergency repair whose accounts nobody published. */
export const handleRepairDue = async ({ key }: Due, now: number): Promise<void> => {
  const id = key.pk.slice(PREFIX.repair.length);
  if (!isRepairKey(key.pk, key.sk)) {
    await settleRepairWords(id, Number(key.sk.slice(3)), 'person');
    return;
  }
  const repair = await findRepair(id);
  if (repair === undefined) return;
  const at = repairDeadline(repair);
  if (at === undefined || at > now) return;
  const facts = { accountsBy: accountsDue(repair.doneAt ?? 0) };
  const effect = { change: { lateAt: now }, event: { kind: 'accounts-late', facts } } as const;
  await writeTogether(repairWrites(repair, effect, doingOf(id, repair.rev, now)));
};
