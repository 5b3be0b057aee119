import { walkDue } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { COMMITTEE_DUE } from './committee-store';
import { handleCommitteeDue, handleRepairDue } from './late-results';
import { REPAIR_DUE } from './repair-store';
import { VOTE_DUE } from './vote-store';
import { handleVoteDue } from './votes-due';

/** Ends of petitions and nominations, openings and closes of votes, results that nobody published in time. */
export const votesTasks: readonly Task[] = [
  { task: 'deadlines', run: (now) => walkDue(VOTE_DUE, now, (due) => handleVoteDue(due, now)) },
  { task: 'deadlines', run: (now) => walkDue(COMMITTEE_DUE, now, (due) => handleCommitteeDue(due, now)) },
  { task: 'deadlines', run: (now) => walkDue(REPAIR_DUE, now, (due) => handleRepairDue(due, now)) },
];
