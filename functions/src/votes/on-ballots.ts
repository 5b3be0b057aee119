import { LEAF_FORM } from '@gongyi/shared/votes/log/leaf';
import { startJob } from '../platform/jobs';
import type { Change, Reaction } from '../platform/reaction';
import type { BatchReaction } from '../platform/stream-loop';
import { changeOnce, putNew } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import { lineOf } from './ballot-item';
import { ballotsToLog } from './ballots-to-log';
import { remindBy } from './reminders';
import { voteJob } from './vote-clock';
import type { VoteJob } from './vote-clock';
import { addLeaf, findLog, logBallots, wakeLog } from './vote-log-store';
import type { BallotToLog } from './vote-log-store';
import { isVoteKey, voteOf } from './vote-store';

const isLine = ({ pk, sk }: Change): boolean => pk.startsWith(PREFIX.ballot) && /^LINE#\d+$/.test(sk);
const voteIdOf = ({ pk }: Change): string => pk.split('#')[1] ?? '';

/** Lines whose ballot is new or newer than it was. */
const hasNewBallot = (change: Change): boolean =>
  isLine(change) &&
  change.new?.['ballot'] !== undefined &&
  change.new['ballotVersion'] !== change.old?.['ballotVersion'];

/** Ballots go into their vote's log, those of one batch together. */
export const onCast: BatchReaction = {
  name: 'votes/log-ballots',
  takes: hasNewBallot,
  async on(changes) {
    const byVote = new Map<string, BallotToLog[]>();
    for (const change of changes) {
      const voteId = voteIdOf(change);
      const ballots = ballotsToLog(voteId, lineOf(change.new ?? {}));
      byVote.set(voteId, [...(byVote.get(voteId) ?? []), ...ballots]);
    }
    const [first] = changes;
    for (const [voteId, ballots] of byVote)
      await logBallots(voteId, ballots, `cast-${first?.eventId ?? ''}-${String(ballots.length)}`, Date.now());
  },
};

/** A paper that came back, or was voided, is in no log yet; the public turnout counts it all the same. */
export const onPapers: Reaction = {
  name: 'votes/papers-turnout',
  async on(change) {
    const voteId = voteIdOf(change);
    const { pk, sk } = keys.ballotPapers(voteId);
    if (change.pk !== pk || change.sk !== sk || change.new === undefined) return;
    await wakeLog(voteId, Date.now(), `papers-${String(change.new['rev'])}`);
  },
};

/** An end that was moved: casting goes by the head, owners are reminded by it, and the log says so. */
const onExtended = async (voteId: string, closesAt: number): Promise<void> => {
  await changeOnce({
    key: keys.ballotHead(voteId),
    set: { closesAt },
    when: 'closesAt < :closesAt',
    values: { ':closesAt': closesAt },
    op: `extended-${String(closesAt)}`,
  });
  await remindBy(voteId, closesAt, Date.now());
  if ((await findLog(voteId)) === undefined) return;
  await addLeaf(
    voteId,
    { leaf: LEAF_FORM, vote: voteId, kind: 'extension', closesAt },
    [putNew({ ...keys.voteLogExtension(voteId, closesAt), closesAt })],
    `extension-${String(closesAt)}`,
    Date.now(),
  );
};

const JOB_OF: Readonly<Record<string, VoteJob>> = {
  opening: 'vote-open',
  sealing: 'vote-seal',
  tallying: 'vote-tally',
};

/** A vote that came to long work has it started, whoever moved it; and an extension reaches the ballots. */
export const onVoteMoved: Reaction = {
  name: 'votes/vote-moved',
  async on(change) {
    if (!isVoteKey(change.pk, change.sk) || change.new === undefined) return;
    const vote = voteOf(change.new);
    const job = vote.status === change.old?.['status'] ? undefined : JOB_OF[vote.status];
    if (job !== undefined) await startJob(voteJob(job, vote.id), job, Date.now());
    if (vote.closedFirstAt !== undefined && vote.closesAt !== undefined && vote.closesAt !== change.old?.['closesAt'])
      await onExtended(vote.id, vote.closesAt);
  },
};
