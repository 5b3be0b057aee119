import { DAY } from '@gongyi/shared/kernel/time';
import { derivedId } from '../platform/idempotency';
import type { Due } from '../platform/due-walk';
import { walkDue } from '../platform/due-walk';
import { jobOf } from '../platform/jobs';
import type { Job, JobKind, JobStep } from '../platform/jobs';
import type { Task } from '../platform/schedule';
import { changeOnce, putNew, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { BallotLine } from './ballot-item';
import { bucketsOf, findHead, linesOfBucket } from './ballot-store';

/** Reminders go to electors who have not voted, three days and one day before the end, and to nobody else. */
const BEFORE = [3 * DAY, DAY] as const;
export const REMIND_DUE = 'vote-remind';

/** When the next reminder is due; none is sent late by more than it was early. */
export const nextReminder = (closesAt: number, after: number): number | undefined =>
  BEFORE.map((before) => closesAt - before).find((at) => at > after);

const OFF = { duePk: undefined, dueSk: undefined } as const;
/** Where the reminders of a vote that ends then stand on the clock; off it, if none is left. */
const nextDue = (voteId: string, closesAt: number, now: number) => {
  const at = nextReminder(closesAt, now);
  return at === undefined ? OFF : keys.due(REMIND_DUE, at, voteId);
};

/** Puts a vote's reminders on the clock, in the transaction that opens it. */
export const reminderDue = (voteId: string, closesAt: number, now: number): TransactItem =>
  putNew({ ...keys.ballotReminders(voteId), voteId, closesAt, ...nextDue(voteId, closesAt, now) });

/** Puts them on the clock by a later end, once for each, also where the last by the earlier end is sent. */
export const remindBy = async (voteId: string, closesAt: number, now: number): Promise<void> => {
  await changeOnce({
    key: keys.ballotReminders(voteId),
    set: { closesAt, ...nextDue(voteId, closesAt, now) },
    when: 'closesAt < :closesAt',
    values: { ':closesAt': closesAt },
    op: `extended-${String(closesAt)}`,
  });
};

const remindJobId = (voteId: string, at: number): string => `vote-remind-${voteId}-${String(at)}`;

/** Starts the round that is due and puts the next on the clock, by the end as it stands now. */
const handle = async ({ key, dueSk, dueAt }: Due, now: number): Promise<void> => {
  const voteId = key.pk.slice(key.pk.indexOf('#') + 1);
  const head = await findHead(voteId, { consistent: true });
  if (head === undefined) return;
  const lawful =
    BEFORE.some((before) => head.closesAt - before <= now) && head.status === 'open' && now < head.closesAt;
  const leaves = updateOf({
    key: keys.ballotReminders(voteId),
    set: head.status === 'open' ? nextDue(voteId, head.closesAt, now) : OFF,
    when: 'dueSk = :dueSk',
    values: { ':dueSk': dueSk },
    op: `remind-${String(dueAt)}`,
  });
  const job = { id: remindJobId(voteId, dueAt), kind: 'vote-remind', lane: 'ballots' as const, total: 1 };
  await writeTogether([leaves, ...(lawful ? [jobOf({ ...job, input: { voteId, at: String(dueAt) } }, now)] : [])]);
};

export const remindersDue: Task = {
  task: 'ballots',
  run: (now) => walkDue(REMIND_DUE, now, (due) => handle(due, now)),
};

const waitsForVoice = (line: BallotLine): boolean =>
  line.elector !== undefined && line.ballot === undefined && line.returnedAt === undefined && line.sealed === undefined;

const step = async (job: Job): Promise<JobStep> => {
  const { voteId = '', at = '' } = job.input;
  const head = await findHead(voteId, { consistent: true });
  const bucket = Number(job.cursor['next'] ?? 0);
  const buckets = head === undefined ? 0 : bucketsOf(head).length;
  if (head?.status !== 'open' || bucket >= buckets)
    return { cursor: { next: bucket }, progress: { done: buckets, total: buckets }, finished: true };
  const lines = (await linesOfBucket(voteId, bucket)).filter(waitsForVoice);
  const personIds = [...new Set(lines.flatMap(({ elector }) => elector ?? []))];
  if (personIds.length > 0) {
    const id = derivedId('remind', voteId, at, String(bucket));
    // There already: this step has run before.
    await writeTogether([
      putNew({ ...keys.voteTelling(voteId, id), kind: 'reminder', voteId, personIds, closesAt: head.closesAt }),
    ]);
  }
  return {
    cursor: { next: bucket + 1 },
    progress: { done: bucket + 1, total: buckets },
    finished: bucket + 1 >= buckets,
  };
};

export const remindJob: JobKind = { kind: 'vote-remind', lane: 'ballots', step };
