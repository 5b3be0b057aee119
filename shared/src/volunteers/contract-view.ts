import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant } from '../kernel/schema';
import { CheckState, PhotoView } from '../media/contract';
import {
  HoursKind,
  HoursMark,
  MemberState,
  ShiftStatus,
  SignUpState,
  Skill,
  TeamKind,
  VolunteerId,
  WishKind,
  WishPart,
  WishStatus,
} from './kinds';
import { Mark } from './attendance-rules';
import { Certificate, HoursSum } from './hours';
import { MapPoint, SHIFT_STEP_KINDS, ShiftSeries } from './shift';
import { SHIFT_MOVES } from './shift-rules';
import { MEMBER_ACTS } from './team';
import { WISH_STEP_KINDS } from './wish';
import { WISH_MOVES } from './wish-rules';

const PlaceNamed = z.object({ placeId: PlaceId, name: z.string() });

// --- teams -------------------------------------------------------------------------------------

export const TeamRow = z.object({
  id: Id,
  kind: TeamKind,
  /** 正在核验 while name and words are being checked, for all but its leaders. */
  name: z.string(),
  communityId: PlaceId,
  communityName: z.string(),
  serves: z.array(PlaceNamed),
  skills: z.array(Skill),
  members: z.int(),
});
export type TeamRow = z.output<typeof TeamRow>;

export const TeamView = z.extend(TeamRow, {
  rev: z.int(),
  status: z.enum(['active', 'ended']),
  words: z.optional(z.string()),
  wordsState: CheckState,
  /** Masked; with the mark of a party member reporting to the community where they show it. */
  leaders: z.array(z.object({ name: z.string(), party: z.boolean() })),
  /** Hours of the current year. */
  year: HoursSum,
  /** What the asker is to it; absent: nothing. */
  mine: z.optional(MemberState),
  /** What the asker may do with their own membership. */
  acts: z.array(z.enum(MEMBER_ACTS)),
  /** The asker may change it, make shifts, answer who asks. */
  mayLead: z.boolean(),
  /** The asker may name and dismiss leaders, and end it. */
  mayOversee: z.boolean(),
});
export type TeamView = z.output<typeof TeamView>;

export const MemberRow = z.object({
  volunteerId: VolunteerId,
  name: z.string(),
  party: z.boolean(),
  skills: z.array(Skill),
  state: MemberState,
  since: Instant,
  acts: z.array(z.enum(MEMBER_ACTS)),
});
export type MemberRow = z.output<typeof MemberRow>;

// --- volunteers --------------------------------------------------------------------------------

/** A volunteer as they see themself. */
export const MyVolunteer = z.object({
  volunteerId: VolunteerId,
  rev: z.int(),
  communityId: PlaceId,
  communityName: z.string(),
  bornOn: z.string(),
  minor: z.boolean(),
  skills: z.array(Skill),
  interests: z.array(z.string()),
  party: z.optional(z.object({ unit: z.optional(z.string()), shown: z.boolean() })),
  numberMasked: z.optional(z.string()),
  exportHours: z.boolean(),
  guardian: z.optional(
    z.object({ given: z.boolean(), at: Instant, by: z.enum(['guardian', 'staff']), name: z.string() }),
  ),
  since: Instant,
});
export type MyVolunteer = z.output<typeof MyVolunteer>;

/** A volunteer as staff and leaders find them, to enter them for something. */
export const VolunteerRow = z.object({
  volunteerId: VolunteerId,
  name: z.string(),
  /** Has no account: staff recorded them. */
  recorded: z.boolean(),
  minor: z.boolean(),
  guardianGiven: z.boolean(),
  skills: z.array(Skill),
});
export type VolunteerRow = z.output<typeof VolunteerRow>;

/** A minor of one's own home. */
export const Ward = z.object({
  volunteerId: VolunteerId,
  name: z.string(),
  homeName: z.string(),
  given: z.boolean(),
  at: z.optional(Instant),
});
export type Ward = z.output<typeof Ward>;

// --- shifts ------------------------------------------------------------------------------------

/** How full a role is. */
export const Fill = z.object({ places: z.int(), held: z.int(), waiting: z.int() });
export type Fill = z.output<typeof Fill>;

export const ShiftRow = z.object({
  id: Id,
  number: z.string(),
  status: ShiftStatus,
  title: z.string(),
  teamId: Id,
  teamName: z.string(),
  kind: TeamKind,
  communityId: PlaceId,
  placeId: PlaceId,
  placeName: z.string(),
  point: z.optional(MapPoint),
  startsAt: Instant,
  endsAt: Instant,
  opensAt: Instant,
  closesAt: Instant,
  skills: z.array(Skill),
  /** All its roles together. */
  fill: Fill,
  /** Places nobody holds: 还差 3 人. */
  missing: z.int(),
});
export type ShiftRow = z.output<typeof ShiftRow>;

export const SIGN_UP_ACTS = ['sign-up', 'wait', 'cancel', 'take', 'decline', 'check-in', 'check-out'] as const;

export const SlotView = z.object({
  id: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  checkInOpensAt: Instant,
  roles: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      skill: z.optional(Skill),
      ageFloor: z.optional(z.int()),
      fill: Fill,
      /** What the asker may do about this role: `wait` joins the waitlist. */
      acts: z.array(z.enum(['sign-up', 'wait'])),
    }),
  ),
  /** The asker's own sign-up, and what they may do about it. */
  mine: z.optional(
    z.object({
      roleId: z.string(),
      state: SignUpState,
      answerBy: z.optional(Instant),
      /** How many wait before them, themselves included. */
      position: z.optional(z.int()),
      insure: z.boolean(),
      /** To cancel now would be late; it is recorded, without any other consequence. */
      late: z.boolean(),
      in: z.optional(Mark),
      out: z.optional(Mark),
      minutes: z.optional(z.int()),
      acts: z.array(z.enum(SIGN_UP_ACTS)),
    }),
  ),
});
export type SlotView = z.output<typeof SlotView>;

export const ShiftView = z.object({
  id: Id,
  number: z.string(),
  rev: z.int(),
  status: ShiftStatus,
  /** 正在核验 while its words are being checked, for all but who wrote them. */
  title: z.string(),
  words: z.optional(z.string()),
  spot: z.optional(z.string()),
  meeting: z.optional(z.string()),
  bring: z.optional(z.string()),
  wordsState: CheckState,
  teamId: Id,
  teamName: z.string(),
  kind: TeamKind,
  communityId: PlaceId,
  placeId: PlaceId,
  placeName: z.string(),
  point: z.optional(MapPoint),
  seriesId: z.optional(Id),
  startsAt: Instant,
  endsAt: Instant,
  opensAt: Instant,
  closesAt: Instant,
  cancelUntil: Instant,
  cancelledReason: z.optional(z.string()),
  slots: z.array(SlotView),
  fill: Fill,
  missing: z.int(),
  /** The asker has to say first who they are as a volunteer. */
  profileNeeded: z.boolean(),
  /** What the asker may do with the shift as its leader. */
  moves: z.array(z.enum(SHIFT_MOVES)),
  mayLead: z.boolean(),
  /** The asker may enter other people: a leader, or staff. */
  maySignUpOthers: z.boolean(),
});
export type ShiftView = z.output<typeof ShiftView>;

export const MySignUp = z.object({
  shiftId: Id,
  slotId: z.string(),
  roleId: z.string(),
  roleName: z.string(),
  state: SignUpState,
  answerBy: z.optional(Instant),
  title: z.string(),
  placeName: z.string(),
  teamName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** When I checked out, or was checked out. */
  wentAt: z.optional(Instant),
  late: z.boolean(),
});
export type MySignUp = z.output<typeof MySignUp>;

/** A line of the leader's list; no phone numbers. */
export const RosterRow = z.object({
  volunteerId: VolunteerId,
  name: z.string(),
  party: z.boolean(),
  /** No account, or entered by staff: tick them off here. */
  recorded: z.boolean(),
  slotId: z.string(),
  roleId: z.string(),
  state: SignUpState,
  /** Its place in the order of the waitlist. */
  ticket: z.optional(z.int()),
  answerBy: z.optional(Instant),
  late: z.boolean(),
  insure: z.boolean(),
  in: z.optional(Mark),
  out: z.optional(Mark),
  minutes: z.optional(z.int()),
  marks: z.array(HoursMark),
  /** The entry of hours that came of it, to correct it by. */
  entryId: z.optional(Id),
  acts: z.array(z.enum(['check-in', 'check-out', 'cancel'])),
});
export type RosterRow = z.output<typeof RosterRow>;

export const ShiftMessage = z.object({
  rev: z.int(),
  at: Instant,
  words: z.string(),
  wordsState: CheckState,
  slotId: z.optional(z.string()),
});
export const Roster = z.object({
  /**
   * In the order and as far as `roster-rules.ts` says; `fill` counts all who wait. Who does not lead the shift is shown
   * whom they entered and who has no account, and no messages.
   */
  items: z.array(RosterRow),
  fill: z.array(z.extend(Fill, { slotId: z.string(), roleId: z.string() })),
  messages: z.array(ShiftMessage),
  /** How many allow that their name and number go to an insurer. */
  insured: z.int(),
});
export type Roster = z.output<typeof Roster>;

export const SeriesView = z.extend(z.omit(ShiftSeries, { madeById: true }), { upcoming: z.int() });
export type SeriesView = z.output<typeof SeriesView>;

export const ShiftStepKind = z.enum(SHIFT_STEP_KINDS);

// --- hours -------------------------------------------------------------------------------------

export const HoursRow = z.object({
  id: Id,
  volunteerId: VolunteerId,
  kind: HoursKind,
  minutes: z.int(),
  /** With the corrections that followed. */
  standing: z.int(),
  servedAt: Instant,
  at: Instant,
  teamName: z.string(),
  kindName: z.string(),
  title: z.string(),
  marks: z.array(HoursMark),
  corrects: z.optional(Id),
  reason: z.optional(z.string()),
  byName: z.optional(z.string()),
  shiftId: z.optional(Id),
});
export type HoursRow = z.output<typeof HoursRow>;

export const YearHours = z.object({ year: z.int(), sum: HoursSum, months: z.array(z.int()) });
export const MyHours = z.object({
  sum: HoursSum,
  years: z.array(YearHours),
  /** Entries of the year asked for, newest first. */
  items: z.array(HoursRow),
  /** Cancelled after the limit, ever. Nobody but the person sees it. */
  lateCancels: z.int(),
});
export type MyHours = z.output<typeof MyHours>;

export const PointsView = z.object({
  /** By community that keeps points. */
  items: z.array(
    z.object({
      communityId: PlaceId,
      communityName: z.string(),
      balance: z.int(),
      entries: z.array(z.object({ at: Instant, points: z.int(), reason: z.string() })),
    }),
  ),
});

export const CertificateView = z.extend(Certificate, {
  /** Hours in it were corrected after it was made. */
  corrected: z.boolean(),
});
export type CertificateView = z.output<typeof CertificateView>;

// --- wishes ------------------------------------------------------------------------------------

export const WishRow = z.object({
  id: Id,
  number: z.string(),
  status: WishStatus,
  kind: WishKind,
  /** Its kind's name in place of a title that is not shown. */
  title: z.string(),
  private: z.boolean(),
  compoundId: z.optional(PlaceId),
  compoundName: z.optional(z.string()),
  communityId: PlaceId,
  wisherName: z.optional(z.string()),
  postedAt: Instant,
  since: Instant,
  surfacedAt: z.optional(Instant),
  leadName: z.optional(z.string()),
  helpers: z.int(),
  thanked: z.boolean(),
});
export type WishRow = z.output<typeof WishRow>;

const WishPerson = z.object({ name: z.string(), body: z.optional(z.string()), party: z.boolean(), at: Instant });

export const WishView = z.extend(WishRow, {
  rev: z.int(),
  words: z.optional(z.string()),
  wordsState: CheckState,
  photos: z.array(PhotoView),
  /** Only for who makes it come true, the wisher, and the community. */
  homeName: z.optional(z.string()),
  shows: z.array(WishPart),
  mine: z.boolean(),
  recordedByMe: z.boolean(),
  lead: z.optional(WishPerson),
  helpersList: z.array(WishPerson),
  closedReason: z.optional(z.string()),
  surfacesAt: z.optional(Instant),
  timeline: z.array(
    z.object({
      rev: z.int(),
      kind: z.enum(WISH_STEP_KINDS),
      at: Instant,
      by: z.string(),
      mine: z.boolean(),
      words: z.optional(z.string()),
      wordsState: z.optional(CheckState),
      photos: z.array(PhotoView),
    }),
  ),
  moves: z.array(z.enum(WISH_MOVES)),
  /** Whom the asker may claim it for, beside themself. */
  claimFor: z.array(z.object({ kind: z.enum(['team', 'organisation']), id: Id, name: z.string() })),
  /** The asker may ask how to reach the wisher. */
  maySeeContact: z.boolean(),
});
export type WishView = z.output<typeof WishView>;
