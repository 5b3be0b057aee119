import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { Skill, VolunteerId } from './kinds';

/** Year and month of birth, `1958-04`: enough for age floors and guardians, and no more is asked. */
export const BirthMonth = z.string().check(z.regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/));

/** The number of 中国志愿服务网: digits, as that site gives it. Sealed at rest. */
export const VolunteerNumber = z.string().check(z.regex(/^\d{10,20}$/));

/** What a volunteer allows on its own, each withdrawable. */
export const VOLUNTEER_CONSENTS = ['export-hours'] as const;

/** A guardian's word that a minor may serve (志愿服务条例: with the guardian's consent or company). */
export const GuardianConsent = z.object({
  given: z.boolean(),
  at: Instant,
  /** A guardian bound to the same home, or staff who saw the paper. */
  by: z.enum(['guardian', 'staff']),
  byId: Id,
  /** The guardian's masked name. */
  name: z.string(),
});
export type GuardianConsent = z.output<typeof GuardianConsent>;

/** Reports to the community of their home beside their unit's (在职党员进社区). */
export const PartyMark = z.object({
  unit: z.optional(text(40)),
  /** Whether others see it beside the name. */
  shown: z.boolean(),
});
export type PartyMark = z.output<typeof PartyMark>;

export const Volunteer = z.object({
  id: VolunteerId,
  rev: z.int(),
  /** The community they volunteer from. */
  communityId: PlaceId,
  /** Only of who has no account: the name as staff wrote it. */
  name: z.optional(text(40)),
  recordedById: z.optional(Id),
  bornOn: BirthMonth,
  skills: z.array(Skill).check(z.maxLength(20)),
  /** Kinds of teams they would like to hear of. */
  interests: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(16)),
  party: z.optional(PartyMark),
  /** ********1234 */
  numberMasked: z.optional(z.string()),
  numberSealed: z.optional(z.string()),
  /** Name and number may stand in the list of hours that the community hands to 中国志愿服务网. */
  exportHours: z.boolean(),
  guardian: z.optional(GuardianConsent),
  since: Instant,
});
export type Volunteer = z.output<typeof Volunteer>;

/** Whole years at `now` of somebody born in that month; counted as completed only when the month is over. */
export const ageAt = (bornOn: string, isoToday: string): number => {
  const [bornYear = 0, bornMonth = 1] = bornOn.split('-').map(Number);
  const [year = 0, month = 1] = isoToday.split('-').map(Number);
  return year - bornYear - (month > bornMonth ? 0 : 1);
};

export const ADULT_AGE = 18;
export const isMinor = (bornOn: string, isoToday: string): boolean => ageAt(bornOn, isoToday) < ADULT_AGE;
