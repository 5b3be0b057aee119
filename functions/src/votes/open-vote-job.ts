import { createHash } from 'node:crypto';
import { opened } from '@gongyi/shared/votes/ballot-effects';
import { openLeafOf } from '@gongyi/shared/votes/log/open-leaf';
import { rollDigest } from '@gongyi/shared/votes/log/roll-digest';
import type { RollLine } from '@gongyi/shared/votes/log/roll-digest';
import { noticeDigest } from '@gongyi/shared/votes/notice-digest';
import type { Vote } from '@gongyi/shared/votes/vote';
import * as z from 'zod/mini';
import { findRollMeta, rollIsAsAnnounced, voteLeavesRoll } from '../district/public';
import type { Job, JobKind, JobStep } from '../platform/jobs';
import { putNew, writeTogether } from '../platform/table';
import { LINES_A_BUCKET, keys } from '../platform/table-shape';
import type { BallotHead } from './ballot-item';
import { bucketsOf, findHead, linesOfBucket } from './ballot-store';
import { reminderDue } from './reminders';
import { RollPlan, areaOf, planRoll } from './roll-plan';
import type { PlannedLine } from './roll-plan';
import { byClock, headStatus, moveVote } from './vote-clock';
import { getFile, putFile, voteFile } from './vote-file-store';
import { castSecrets, newVoteKeys } from './vote-keys';
import { logBegins } from './vote-log-store';
import { findVote } from './vote-store';
import { writeLines } from './write-lines';

/**
 * Freezes the roll, which must be the one that was announced, corrections included. The plan of all lines is made at one moment and kept as a file named by its hash, which the
 * vote's head names: whoever goes on, goes on with that one. Lines are then written a bucket a step, each only if
 * it is not there, so that a step may be run again; at the end they are read once more and held against the plan.
 */
const planName = (text: string): string => `roll-${createHash('sha256').update(text).digest('hex')}.json`;

const begin = async (vote: Vote): Promise<void> => {
  // Before the lines: whoever writes lines after this raises it.
  const meta = await findRollMeta(vote.compoundId);
  const plan = await planRoll(vote);
  if (plan.length === 0) throw new Error('a vote without a roll cannot open');
  const text = JSON.stringify(plan);
  await putFile(voteFile(vote.id, planName(text)), text, 'application/json');
  const { rules } = vote.rulesInForce;
  const head = {
    ...keys.ballotHead(vote.id),
    voteId: vote.id,
    compoundId: vote.compoundId,
    status: 'opening',
    opensAt: vote.opensAt ?? 0,
    closesAt: vote.closesAt ?? 0,
    mayChange: rules.mayChange,
    headsPerProxy: rules.headsPerProxy,
    matters: vote.matters.map(({ id, kind, election }) => ({
      id,
      kind,
      ...(election === undefined
        ? {}
        : { election: { seats: election.seats, candidates: election.candidates.map((one) => ({ id: one.id })) } }),
    })),
    keys: await newVoteKeys(vote.id),
    plan: planName(text),
    lines: plan.length,
    homes: plan.reduce((sum, { homes }) => sum + homes.length, 0),
    area: plan.reduce((sum, line) => sum + areaOf(line), 0),
    opHash: 'opening',
  };
  const { done } = await writeTogether([putNew(head), rollIsAsAnnounced(vote.compoundId, vote.id, meta?.rev ?? 0)]);
  // Another run of this step may have been first.
  if (!done && (await findHead(vote.id, { consistent: true })) === undefined) {
    throw new Error('the roll is not the one that was announced');
  }
};

const planOf = async (head: BallotHead): Promise<PlannedLine[]> => {
  const bytes = await getFile(voteFile(head.voteId, head.plan));
  if (bytes === undefined) throw new Error('the plan of a roll is gone');
  return z.parse(RollPlan, JSON.parse(Buffer.from(bytes).toString('utf8')));
};

/** Every line as it stands in the table, by its mark, which is checked against its number. */
const frozenRoll = async (head: BallotHead): Promise<RollLine[]> => {
  const { markOf } = await castSecrets(head.voteId, head.keys);
  const roll: RollLine[] = [];
  for (const bucket of bucketsOf(head)) {
    for (const { no, mark, area } of await linesOfBucket(head.voteId, bucket)) {
      if (mark !== markOf(no)) throw new Error('a line of the frozen roll is marked wrongly');
      roll.push([mark, area]);
    }
  }
  return roll;
};

const finish = async (vote: Vote, head: BallotHead, plan: readonly PlannedLine[], now: number): Promise<boolean> => {
  const { markOf } = await castSecrets(head.voteId, head.keys);
  const roll = await frozenRoll(head);
  const digest = rollDigest(vote.id, roll);
  const planned = plan.map((line, index): RollLine => [markOf(index + 1), areaOf(line)]);
  if (digest !== rollDigest(vote.id, planned)) throw new Error('the frozen roll is not the planned one');
  const electorate = { homes: head.homes, area: head.area, heads: head.lines };
  const times = { opensAt: head.opensAt, closesAt: head.closesAt };
  const leaf = openLeafOf(vote, times, noticeDigest(vote), { heads: head.lines, area: head.area, digest });
  const doing = byClock(vote.id, 'opened', now);
  return moveVote(vote, opened(electorate, now), doing, undefined, [
    headStatus(vote.id, 'open', doing.op),
    ...logBegins(vote.id, leaf, now),
    reminderDue(vote.id, head.closesAt, now),
    voteLeavesRoll(vote.compoundId, vote.id),
  ]);
};

const step = async (job: Job, now: number): Promise<JobStep> => {
  const { voteId = '' } = job.input;
  const vote = await findVote(voteId);
  if (vote?.status !== 'opening') return { cursor: job.cursor, progress: job.progress, finished: true };
  const head = await findHead(voteId, { consistent: true });
  if (head === undefined) {
    await begin(vote);
    return { cursor: { next: 0 }, progress: job.progress, finished: false };
  }
  const plan = await planOf(head);
  const next = Number(job.cursor['next'] ?? 0);
  const progress = (done: number) => ({ done, total: plan.length });
  if (next < plan.length) {
    const until = Math.min(plan.length, next + LINES_A_BUCKET);
    await writeLines(head, plan, next, until, now);
    return { cursor: { next: until }, progress: progress(until), finished: false };
  }
  return { cursor: { next }, progress: progress(plan.length), finished: await finish(vote, head, plan, now) };
};

export const openVoteJob: JobKind = { kind: 'vote-open', lane: 'ballots', lasting: true, step };
