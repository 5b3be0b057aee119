import type { JobKind } from '../platform/jobs';
import type { Reaction } from '../platform/reaction';
import type { Task } from '../platform/schedule';
import type { BatchReaction } from '../platform/stream-loop';
import { onCast, onPapers, onVoteMoved } from './on-ballots';
import { openVoteJob } from './open-vote-job';
import { remindJob, remindersDue } from './reminders';
import { sealVoteJob } from './seal-vote-job';
import { logsDue } from './sign-checkpoint';
import { tallyVoteJob } from './tally-vote-job';
import { ballotsDue } from './ballots-due';

/** The ballots' work that nobody calls for: long jobs, what follows from a change, every minute's. */
export const ballotsJobs: readonly JobKind[] = [openVoteJob, sealVoteJob, tallyVoteJob, remindJob];
export const ballotsReactions: readonly Reaction[] = [onVoteMoved, onPapers];
export const ballotsTogether: readonly BatchReaction[] = [onCast];
export const ballotsTasks: readonly Task[] = [ballotsDue, logsDue, remindersDue];
