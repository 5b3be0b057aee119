import { sealed } from '@gongyi/shared/votes/ballot-effects';
import type { Job, JobKind, JobStep } from '../platform/jobs';
import { changeOnce, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { bucketsOf, findHead, linesOfBucket } from './ballot-store';
import { byClock, headStatus, moveVote } from './vote-clock';
import { findVote } from './vote-store';

/**
 * Stamps every line. What a line holds when it is stamped is counted; what comes later is refused by the line
 * itself. A step is a bucket, and a stamped line is left alone.
 */
const AT_ONCE = 16;

const stamp = async (voteId: string, no: number, now: number): Promise<void> => {
  await changeOnce({
    key: keys.ballotLine(voteId, no),
    set: { sealed: now },
    when: 'attribute_exists(pk) AND attribute_not_exists(#sealed)',
    names: { '#sealed': 'sealed' },
    op: `seal-${voteId}`,
  });
};

const stampBucket = async (voteId: string, bucket: number, now: number): Promise<number> => {
  const lines = await linesOfBucket(voteId, bucket);
  const open = lines.filter((line) => line.sealed === undefined);
  for (let at = 0; at < open.length; at += AT_ONCE)
    await Promise.all(open.slice(at, at + AT_ONCE).map(({ no }) => stamp(voteId, no, now)));
  // A paper may have come back until its line was stamped: counted by what stands now.
  const stamped = open.length === 0 ? lines : await linesOfBucket(voteId, bucket);
  return stamped.filter((line) => line.returnedAt !== undefined).length;
};

const step = async (job: Job, now: number): Promise<JobStep> => {
  const { voteId = '' } = job.input;
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  if (vote?.status !== 'sealing' || head === undefined)
    return { cursor: job.cursor, progress: job.progress, finished: true };
  if (head.status === 'open') await writeTogether([headStatus(voteId, 'sealing', `sealing-${voteId}`)]);
  const buckets = bucketsOf(head).length;
  const bucket = Number(job.cursor['next'] ?? 0);
  let papers = Number(job.cursor['papers'] ?? 0);
  if (bucket < buckets) papers += await stampBucket(voteId, bucket, now);
  const next = Math.min(bucket + 1, buckets);
  const done = Math.min(head.lines, Math.round((head.lines * next) / buckets));
  const cursor = { next, papers };
  const progress = { done, total: head.lines };
  if (next < buckets) return { cursor, progress, finished: false };
  const doing = byClock(voteId, 'sealed', now);
  const effect = sealed(papers, now);
  const status = papers > 0 ? 'counting' : 'tallying';
  const tally = papers > 0 ? undefined : ('vote-tally' as const);
  const moved = await moveVote(vote, effect, doing, tally, [headStatus(voteId, status, doing.op)]);
  // Not moved: the last bucket is done again, which changes nothing.
  return moved ? { cursor, progress, finished: true } : { cursor: job.cursor, progress: job.progress, finished: false };
};

export const sealVoteJob: JobKind = { kind: 'vote-seal', lane: 'ballots', lasting: true, step };
