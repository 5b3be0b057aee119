import type { VoteEffect } from './vote-effects';
import type { Vote, VoteResult } from './vote';

/** What the ballots' own work does to a vote, from its opening to its result. */

/** The roll is frozen and ballots are taken. */
export const opened = (electorate: NonNullable<Vote['electorate']>, now: number): VoteEffect => ({
  change: { status: 'open', since: now, openedAt: now, electorate },
  event: { kind: 'opened', facts: { ...electorate } },
});

/** Every line is stamped. With papers in the box people count them first. */
export const sealed = (papers: number, now: number): VoteEffect => ({
  change: { status: papers > 0 ? 'counting' : 'tallying', since: now, sealedAt: now },
  event: { kind: 'sealed', facts: { papers } },
});

export const counted = (papers: number, spoiled: number, now: number): VoteEffect => ({
  change: { status: 'tallying', since: now },
  event: { kind: 'counted', facts: { papers, spoiled } },
});

export const published = (result: VoteResult, now: number): VoteEffect => ({
  change: { status: 'published', since: now, publishedAt: now, result },
  event: {
    kind: 'published',
    facts: { size: result.log.size, root: result.log.root, ...result.ballots },
  },
});
