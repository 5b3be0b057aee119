import type { TopicVote } from '@gongyi/shared/votes/contract';
import { mayOn, mayReadVote, votesSubject } from './standing';
import type { Viewer } from './standing';
import { voteRow } from './vote-row';
import { findVotesOfTopic } from './vote-store';

/**
 * Votes of the owners that took a council's topic on, as far as somebody may read them. A vote names its topic
 * itself: one of another compound has nothing to do with it.
 */
export const votesOfTopic = async (
  { id, compoundId }: { readonly id: string; readonly compoundId: string },
  viewer: Viewer,
): Promise<TopicVote[]> => {
  const votes = (await findVotesOfTopic(id)).filter((vote) => vote.compoundId === compoundId);
  if (votes.length === 0) return [];
  const subject = await votesSubject(compoundId);
  return votes
    .filter((vote) => mayReadVote(vote, subject, viewer))
    .map((vote) => {
      const writes = mayOn(subject, 'vote.prepare', viewer) || vote.startedBy === viewer.who?.personId;
      const { id: voteId, number, title, status, legalForce } = voteRow(vote, writes);
      return { id: voteId, number, title, status, legalForce };
    });
};
