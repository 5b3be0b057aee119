import { published } from '@gongyi/shared/votes/ballot-effects';
import { resultsOf } from '@gongyi/shared/votes/result';
import type { Vote } from '@gongyi/shared/votes/vote';
import { LEAF_FORM } from '@gongyi/shared/votes/log/leaf';
import type { CloseLeaf } from '@gongyi/shared/votes/log/leaf';
import type { Job, JobKind, JobStep } from '../platform/jobs';
import { putNew } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { BallotHead, BallotLine } from './ballot-item';
import { bucketsOf, findHead, linesOfBucket } from './ballot-store';
import { ballotsToLog } from './ballots-to-log';
import { bundleOf, keepBundle } from './bundle';
import { openLines } from './open-lines';
import type { OpenedLine } from './open-lines';
import { signCheckpoint } from './sign-checkpoint';
import { showExactTurnout } from './turnout';
import { byClock, headStatus, moveVote } from './vote-clock';
import { addLeaf, findLog, logBallots, logRoot } from './vote-log-store';
import type { LogHead } from './vote-log-store';
import { findVote } from './vote-store';

/**
 * Counts a vote whose lines are all stamped: adds to the log what the stream has not brought, a bucket a step;
 * then closes the log, opens and counts every ballot, and publishes. Each part is found done when it is done again.
 */
const logBucket = async (voteId: string, bucket: number, now: number): Promise<void> => {
  const lines = await linesOfBucket(voteId, bucket);
  const ballots = lines.flatMap((line) => ballotsToLog(voteId, line));
  if (ballots.length > 0) await logBallots(voteId, ballots, `tally-${voteId}-${String(bucket)}`, now);
};

/** The end that was announced last is in the log before the close. */
const logExtension = async ({ id, closedFirstAt, closesAt }: Vote, now: number): Promise<void> => {
  if (closedFirstAt === undefined || closesAt === undefined) return;
  await addLeaf(
    id,
    { leaf: LEAF_FORM, vote: id, kind: 'extension', closesAt },
    [putNew({ ...keys.voteLogExtension(id, closesAt), closesAt })],
    `extension-${String(closesAt)}`,
    now,
  );
};

const allLines = async (head: BallotHead): Promise<BallotLine[]> => {
  const lines: BallotLine[] = [];
  for (const bucket of bucketsOf(head)) lines.push(...(await linesOfBucket(head.voteId, bucket)));
  return lines;
};

/** Every counted line must be in the log as it stands in the table, and nothing else. */
const agree = (log: LogHead, lines: readonly BallotLine[]): void => {
  const voted = lines.filter(({ ballot }) => ballot !== undefined);
  const area = voted.reduce((sum, line) => sum + line.area, 0);
  const ballots = voted.reduce((sum, { commitments }) => sum + commitments.length, 0);
  if (log.heads !== voted.length || log.area !== area || log.ballots !== ballots)
    throw new Error('the log and the lines of a vote differ');
};

const closeLog = async (voteId: string, lines: readonly BallotLine[], now: number): Promise<LogHead> => {
  const log = await findLog(voteId);
  if (log === undefined) throw new Error('a vote without a log cannot be closed');
  agree(log, lines);
  if (log.closed !== undefined) return log;
  const { heads, area, ballots } = log;
  const close: CloseLeaf = { leaf: LEAF_FORM, vote: voteId, kind: 'close', closedAt: now, heads, area, ballots };
  await addLeaf(voteId, close, [], `close-${voteId}`, now);
  const closed = await findLog(voteId);
  if (closed?.closed === undefined) throw new Error('a log did not close');
  return closed;
};

/** Cast by a proxy whose authorisation stands, or ended after that. */
const isByProxy = ({ electorBy, proxyVersion, ballotVersion }: BallotLine): boolean =>
  electorBy === 'proxy' || proxyVersion === ballotVersion;

const ballotsBy = (lines: readonly BallotLine[]) => {
  const voted = lines.filter(({ ballot }) => ballot !== undefined);
  const paper = voted.filter(({ ballot }) => ballot?.way === 'paper').length;
  const proxy = voted.filter((line) => line.ballot?.way !== 'paper' && isByProxy(line)).length;
  const spoiled = lines.filter((line) => line.paper?.spoiled !== undefined && line.ballot === undefined).length;
  return { phone: voted.length - paper - proxy, proxy, paper, spoiled };
};

const publish = async (vote: Vote, head: BallotHead, lines: readonly BallotLine[], now: number): Promise<boolean> => {
  // Whoever sealed it may have had a clock ahead of this one's: no log ends before its vote.
  const log = await closeLog(vote.id, lines, Math.max(now, vote.closesAt ?? 0));
  await signCheckpoint(vote.id, log, now);
  const opened: OpenedLine[] = await openLines(head, lines);
  const all = { area: head.area, heads: head.lines };
  const results = resultsOf(vote.matters, all, opened, vote.rulesInForce.rules.silenceWithMajority);
  await keepBundle(vote.id, await bundleOf(head, lines, opened, results));
  await showExactTurnout(vote.id, log, now);
  const result = {
    at: log.closed ?? now,
    ...results,
    ballots: ballotsBy(lines),
    log: { size: log.size, root: logRoot(log) },
  };
  const doing = byClock(vote.id, 'published', now);
  return moveVote(vote, published(result, now), doing, undefined, [headStatus(vote.id, 'published', doing.op)]);
};

const step = async (job: Job, now: number): Promise<JobStep> => {
  const { voteId = '' } = job.input;
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  if (vote?.status !== 'tallying' || head === undefined)
    return { cursor: job.cursor, progress: job.progress, finished: true };
  const buckets = bucketsOf(head).length;
  const next = Number(job.cursor['next'] ?? 0);
  const progress = (done: number) => ({
    done: Math.min(head.lines, Math.round((head.lines * done) / buckets)),
    total: head.lines,
  });
  if (next < buckets) {
    await logBucket(voteId, next, now);
    return { cursor: { next: next + 1 }, progress: progress(next + 1), finished: false };
  }
  await logExtension(vote, now);
  const finished = await publish(vote, head, await allLines(head), now);
  return { cursor: { next }, progress: progress(buckets), finished };
};

export const tallyVoteJob: JobKind = { kind: 'vote-tally', lane: 'ballots', lasting: true, step };
