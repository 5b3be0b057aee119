import type { Readiness, getReadiness as route } from '@gongyi/shared/votes/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { readinessOf } from './readiness';
import { mayOn, mayReadVote, votesSubject } from './standing';
import { findVote } from './vote-store';

/** What still keeps a draft from being announced. */
export const getReadiness = async (
  { params, query }: RouteInput<typeof route>,
  call: Call,
): Promise<Readiness | Refusal> => {
  const vote = await findVote(params.voteId);
  if (vote === undefined) return refuse('not-found');
  const subject = await votesSubject(vote.compoundId);
  if (!mayReadVote(vote, subject, call)) return refuse('not-found');
  if (!mayOn(subject, 'vote.prepare', call) || !['draft', 'nominating'].includes(vote.status)) {
    return refuse('move-not-allowed', { rev: vote.rev, status: vote.status });
  }
  return (await readinessOf(vote, query, call.now)).readiness;
};
