import * as z from 'zod/mini';
import { text } from '../kernel/schema';
import { DAY } from '../kernel/time';

/**
 * The rules template of a community's votes: what local rules may set (time limits, forms), with the values of
 * national law as the default. Participation and majorities are not here: article 278 of the Civil Code fixes
 * them. Versioned; a vote keeps the rules it was begun with.
 */
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

export const LEGAL_FORCES = ['consultative', 'designated'] as const;
/**
 * `designated`: held on a platform that the housing authority designates, so that electronic votes count.
 * `consultative` (征求意见): owners are asked; the decision itself is taken in the form the local rules name.
 */
export const LegalForce = z.enum(LEGAL_FORCES);
export type LegalForce = z.output<typeof LegalForce>;

/** Whether a vote only asks what the owners think. */
export const isConsultative = ({ legalForce }: { readonly legalForce: LegalForce }): boolean =>
  legalForce === 'consultative';

/** What every notice and paper says behind the name of a vote that only asks. */
export const forceMark = (rules: { readonly legalForce: LegalForce }): string =>
  isConsultative(rules) ? '（征求意见）' : '';

export const VotingRules = z.object({
  legalForce: LegalForce,
  /** The document that designates the platform; shown where the force is `designated`. */
  designatedBy: z.optional(text(120)),
  /** Days between the notice and the opening (物业管理条例 art. 14: 15 days). */
  noticeDays: whole(15, 60),
  /** Fewest days that voting stays open. */
  votingDays: whole(1, 90),
  /** Whether a ballot may be changed until the close; then all versions are in the log and the last counts. */
  mayChange: z.boolean(),
  /**
   * Whether the compound's own rules of procedure count owners who did not vote with the majority. The second
   * tally is shown beside the lawful one and never instead of it.
   */
  silenceWithMajority: z.boolean(),
  /** Most heads one proxy may vote for. */
  headsPerProxy: whole(0, 20),
  /** Days that scrutineers have to sign a counting, before it may go on without who did not, with the reason. */
  signDays: z._default(whole(1, 15), 3),
  /** Hundredths of the heads that must sign a petition (物业管理条例 art. 13: 20 %). */
  petitionPercent: whole(5, 50),
  /** Days that the result stays on public notice. */
  resultNoticeDays: whole(3, 60),
  /** Days in which a decision can be challenged in court (Civil Code art. 280 para. 2 with art. 152: one year). */
  challengeDays: whole(365, 1100),
  /** Whether owners see which homes took part, without names and choices. */
  showParticipation: z.boolean(),
  /** Days of notice of a committee meeting's agenda (物业管理条例 and 业主大会和业主委员会指导规则: 7 days). */
  agendaDays: whole(1, 30),
  /** Hours from a committee meeting's beginning to the end of its roll-call; who is silent by then has not voted. */
  committeeHours: z._default(whole(1, 168), 24),
  /** Days after a committee meeting to publish its result (3 days). */
  committeePublishDays: whole(1, 15),
});
export type VotingRules = z.output<typeof VotingRules>;

export const DEFAULT_VOTING_RULES: VotingRules = {
  legalForce: 'consultative',
  noticeDays: 15,
  votingDays: 7,
  mayChange: false,
  silenceWithMajority: false,
  headsPerProxy: 3,
  signDays: 3,
  petitionPercent: 20,
  resultNoticeDays: 7,
  challengeDays: 365,
  showParticipation: true,
  agendaDays: 7,
  committeeHours: 24,
  committeePublishDays: 3,
};

/** The rules a vote began with, and which version of the community's template they are; 0 is the default. */
export const VotingRulesInForce = z.object({ version: z.int(), rules: VotingRules });
export type VotingRulesInForce = z.output<typeof VotingRulesInForce>;

/** The earliest lawful opening of a vote announced at `now`. */
export const earliestOpening = ({ noticeDays }: VotingRules, now: number): number => now + noticeDays * DAY;

/** The earliest lawful close of a vote that opens at `opensAt`. */
export const earliestClose = ({ votingDays }: VotingRules, opensAt: number): number => opensAt + votingDays * DAY;

/** From when a counting that ended at `countedAt` may go on without a scrutineer who has not signed it. */
export const signedUntil = ({ signDays }: VotingRules, countedAt: number): number => countedAt + signDays * DAY;

/** Heads that must sign before owners can demand a vote: rounded up, so that the share is really reached. */
export const signaturesNeeded = ({ petitionPercent }: VotingRules, heads: number): number =>
  Math.ceil((heads * petitionPercent) / 100);
