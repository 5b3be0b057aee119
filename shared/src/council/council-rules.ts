import * as z from 'zod/mini';
import { DAY } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';

/**
 * The rules template of a community's councils (product rules §4): every time limit and quorum in one place,
 * versioned. A running topic or session carries the rules it began with.
 */
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

export const CouncilRules = z.object({
  /** Neighbours who must second a resident's topic before the convener's time to screen begins. */
  secondsBeforeScreening: whole(0, 100),
  /** Working days for the convener to screen. */
  screenWorkingDays: whole(1, 30),
  /** Days between the call and the session. */
  noticeDays: whole(1, 30),
  /** Parties that must have signed in; all bodies where a compound has fewer. */
  quorum: whole(3, 4),
  /** The same for a second calling (二次召集). */
  secondCallingQuorum: whole(3, 4),
  /** Whether a session may be held online. */
  onlineAllowed: z.boolean(),
  /** Whether three of four parties in favour decide although one objects. */
  threeOfFourDecides: z.boolean(),
  /**
   * Days after the session's end for minutes to be drafted and sent to the parties; as many from then on before they
   * may be locked without one that is silent.
   */
  minutesDays: whole(1, 30),
  /** Days on public notice. */
  publicNoticeDays: whole(1, 60),
  /** Most topics of one session. */
  mostTopics: whole(1, 8),
});
export type CouncilRules = z.output<typeof CouncilRules>;

export const DEFAULT_COUNCIL_RULES: CouncilRules = {
  secondsBeforeScreening: 0,
  screenWorkingDays: 3,
  noticeDays: 5,
  quorum: 4,
  secondCallingQuorum: 3,
  onlineAllowed: false,
  threeOfFourDecides: true,
  minutesDays: 3,
  publicNoticeDays: 7,
  mostTopics: 8,
};

/** The rules something began with, and which version of the community's template they are; 0 is the default. */
export const RulesInForce = z.object({
  version: z.int(),
  rules: CouncilRules,
  /** Of a session whose topics began with different versions: all of them, oldest first. */
  versions: z.optional(z.array(z.int())),
});
export type RulesInForce = z.output<typeof RulesInForce>;

const most = (values: readonly number[]): number => Math.max(...values);
const least = (values: readonly number[]): number => Math.min(...values);

/**
 * The rules of a session: those its topics began with. Where these differ, the strictest of each, so that none of the
 * topics is decided with less than it was promised.
 */
export const rulesForSession = (topics: readonly { readonly rules: RulesInForce }[]): RulesInForce => {
  const all = topics.map(({ rules }) => rules);
  const versions = [...new Set(all.map(({ version }) => version))].sort((a, b) => a - b);
  const [first] = all;
  if (first === undefined) throw new Error('a session without topics has no rules');
  if (versions.length === 1) return first;
  const of = <K extends keyof CouncilRules>(key: K): CouncilRules[K][] => all.map(({ rules }) => rules[key]);
  return {
    version: most(versions),
    versions,
    rules: {
      secondsBeforeScreening: most(of('secondsBeforeScreening')),
      screenWorkingDays: least(of('screenWorkingDays')),
      noticeDays: most(of('noticeDays')),
      quorum: most(of('quorum')),
      secondCallingQuorum: most(of('secondCallingQuorum')),
      onlineAllowed: of('onlineAllowed').every(Boolean),
      threeOfFourDecides: of('threeOfFourDecides').every(Boolean),
      minutesDays: least(of('minutesDays')),
      publicNoticeDays: most(of('publicNoticeDays')),
      mostTopics: least(of('mostTopics')),
    },
  };
};

/** Until when a topic must be screened, counted from `from`. */
export const screenDue = ({ screenWorkingDays }: CouncilRules, from: number): number =>
  addWorkingDays(from, screenWorkingDays);

/** The earliest lawful beginning of a session called at `now`. */
export const earliestStart = ({ noticeDays }: CouncilRules, now: number): number => now + noticeDays * DAY;

/** Until when the minutes of a session that ended at `endedAt` must be with the parties. */
export const minutesDue = ({ minutesDays }: CouncilRules, endedAt: number): number => endedAt + minutesDays * DAY;

/** The end of a public notice published at `now`. */
export const noticeEnd = ({ publicNoticeDays }: CouncilRules, now: number): number => now + publicNoticeDays * DAY;

/**
 * The earliest date of a task resolved at `now`: its work begins when the public notice has ended (product rules §4),
 * so that a date within the notice would be late before anybody may begin.
 */
export const earliestTask = (rules: CouncilRules, now: number): number => noticeEnd(rules, now);
