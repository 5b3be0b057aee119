import { closing, opening } from '@gongyi/shared/votes/vote-effects';
import { voteDeadline } from '@gongyi/shared/votes/vote-rules';
import { walkDue } from '../platform/due-walk';
import type { Due } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { PREFIX } from '../platform/table-shape';
import { byClock, moveVote } from './vote-clock';
import { VOTE_DUE, findVote, isVoteKey } from './vote-store';

/**
 * A vote opens at its hour and closes at its hour, together with the job that this begins. The clock of all votes
 * does the same without the job: whichever comes first, the other finds it done, and the stream starts the job.
 */
const handle = async ({ key }: Due, now: number): Promise<void> => {
  if (!isVoteKey(key.pk, key.sk)) return;
  const vote = await findVote(key.pk.slice(PREFIX.vote.length));
  const deadline = vote && voteDeadline(vote);
  if (vote === undefined || deadline === undefined || deadline.at > now) return;
  // Conditional on the revision read: an extension that came between is another revision.
  if (deadline.kind === 'open') await moveVote(vote, opening(now), byClock(vote.id, 'opening', now), 'vote-open', []);
  if (deadline.kind === 'close') await moveVote(vote, closing(now), byClock(vote.id, 'sealing', now), 'vote-seal', []);
};

export const ballotsDue: Task = {
  task: 'ballots',
  run: (now) => walkDue(VOTE_DUE, now, (due) => handle(due, now)),
};
