import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { Id, Instant, text } from '../kernel/schema';
import { CheckState } from '../media/contract';
import { MemberState, Skill, TeamKind, VolunteerId } from './kinds';

export const Team = z.object({
  id: Id,
  rev: z.int(),
  /** Fingerprint of the newest step of its record. */
  fingerprint: z.string(),
  status: z.enum(['active', 'ended']),
  kind: TeamKind,
  name: text(30),
  /** What it does; name and words are checked together. */
  words: text(500),
  wordsCheck: CheckState,
  /** The revision whose step has these words. */
  textRev: z.int(),
  communityId: PlaceId,
  communityName: z.string(),
  /** Grids and compounds it serves. */
  serves: z.array(z.object({ placeId: PlaceId, name: z.string() })).check(z.maxLength(30)),
  /** What it is looking for. */
  skills: z.array(Skill).check(z.maxLength(10)),
  leaderIds: z.array(Id).check(z.maxLength(5)),
  madeAt: Instant,
  madeById: Id,
});
export type Team = z.output<typeof Team>;
export const MOST_LEADERS = 5;

export const TeamMember = z.object({
  teamId: Id,
  volunteerId: VolunteerId,
  state: MemberState,
  since: Instant,
});
export type TeamMember = z.output<typeof TeamMember>;

/** What may happen between a person and a team. */
export const MEMBER_ACTS = [
  'ask',
  'take-back',
  'accept',
  'decline',
  'leave',
  'admit',
  'reject',
  'remove',
  'invite',
  'lead',
  'step-down',
] as const;
export type MemberAct = (typeof MEMBER_ACTS)[number];

type Standing = MemberState | 'none';

/** State → the acts it allows and where each leads; one table for buttons, refusals and the write. */
export const MEMBERSHIP = {
  none: { ask: 'asked', invite: 'invited' },
  asked: { 'take-back': 'none', admit: 'member', reject: 'none' },
  invited: { accept: 'member', decline: 'none', remove: 'none' },
  member: { leave: 'none', remove: 'none', lead: 'leader' },
  leader: { 'step-down': 'member' },
} as const satisfies Record<Standing, Partial<Record<MemberAct, Standing>>>;

export const nextMembership = (from: Standing, act: MemberAct): Standing | undefined => {
  const acts: Partial<Record<MemberAct, Standing>> = MEMBERSHIP[from];
  return acts[act];
};

/** Acts a person makes for themself; the others are the leaders', the last two the community's. */
export const OWN_ACTS: readonly MemberAct[] = ['ask', 'take-back', 'accept', 'decline', 'leave'];
export const LEADERS_ACTS: readonly MemberAct[] = ['admit', 'reject', 'remove'];
export const COMMUNITY_ACTS: readonly MemberAct[] = ['lead', 'step-down'];

export const actsOpen = (from: Standing, among: readonly MemberAct[]): MemberAct[] =>
  among.filter((act) => nextMembership(from, act) !== undefined);
