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

/** The counting goes on without a scrutineer only by name and with the reason, both in the record. */
export const counted = (papers: number, spoiled: number, unsigned: Vote['unsigned'], now: number): VoteEffect => ({
  change: { status: 'tallying', since: now, ...(unsigned === undefined ? {} : { unsigned }) },
  event: {
    kind: 'counted',
    ...(unsigned === undefined ? {} : { words: `未签字：${unsigned.names.join('、')}，因${unsigned.reason}` }),
    facts: { papers, spoiled, unsigned: unsigned?.names.length ?? 0 },
  },
});

export const published = (result: VoteResult, now: number): VoteEffect => ({
  change: { status: 'published', since: now, publishedAt: now, result },
  event: {
    kind: 'published',
    facts: { size: result.log.size, root: result.log.root, ...result.ballots },
  },
});
