import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import type {
  MemberRow,
  changeMember as changeRoute,
  inviteMember as inviteRoute,
  listMembers as listRoute,
} from '@gongyi/shared/volunteers/contract';
import { COMMUNITY_ACTS, LEADERS_ACTS, MOST_LEADERS, actsOpen } from '@gongyi/shared/volunteers/team';
import type { Team } from '@gongyi/shared/volunteers/team';
import { findPersonByPhone } from '../people/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { makeTeamMove } from './make-team-move';
import { moveMembership } from './membership';
import { findTeam, stepsAfter } from './record-store';
import { leads, oversees } from './standing';
import { findMember, memberWrites, membersOfTeam } from './team-store';
import type { StoredMember } from './team-store';
import { namedVolunteers } from './volunteer-store';

const ORDER = ['asked', 'leader', 'member', 'invited'];

const rowsOf = async (members: readonly StoredMember[], team: Team, { who, now }: Call): Promise<MemberRow[]> => {
  const names = await namedVolunteers(members.map(({ volunteerId }) => volunteerId));
  const overseen = oversees(team, who, now);
  const rows = members.map(({ volunteerId, state, since }): MemberRow => {
    const named = names.get(volunteerId);
    return {
      volunteerId,
      name: named?.name ?? '',
      party: named?.party ?? false,
      skills: named?.volunteer?.skills ?? [],
      state,
      since,
      acts: actsOpen(state, overseen ? [...LEADERS_ACTS, ...COMMUNITY_ACTS] : LEADERS_ACTS),
    };
  });
  return rows.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.since - b.since);
};

const teamLedBy = async (teamId: string, { who, now }: Call): Promise<Team | Refusal> => {
  const team = await findTeam(teamId);
  return team !== undefined && leads(team, who, now) ? team : refuse('not-found');
};

/** A team's people, those who ask first. */
export const listMembers = async (
  { params }: RouteInput<typeof listRoute>,
  call: Call,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  const team = await teamLedBy(params.teamId, call);
  if (isRefusal(team)) return team;
  return { items: await rowsOf(await membersOfTeam(team.id), team, call) };
};

/** Names or dismisses a leader: the team's list of leaders and the membership are one transaction. */
const setLeader = async (team: Team, volunteerId: string, lead: boolean, call: Call): Promise<Refusal | undefined> => {
  const written = async (): Promise<boolean> => (await stepsAfter('team', team.id)).some(({ op }) => op === call.op);
  const moved = await makeTeamMove({ move: 'set-leaders', id: team.id, written }, call, async (now) => {
    const member = await findMember(team.id, volunteerId);
    const from = lead ? 'member' : 'leader';
    if (member?.state !== from) return refuse('move-not-allowed', { state: member?.state ?? 'none' });
    if (lead && now.leaderIds.length >= MOST_LEADERS) return refuse('too-many-leaders', { most: MOST_LEADERS });
    if (!lead && now.leaderIds.length <= 1) return refuse('last-leader');
    const others = now.leaderIds.filter((id) => id !== volunteerId);
    const leaderIds = lead ? [...others, volunteerId] : others;
    return {
      effect: { changes: { leaderIds }, event: { kind: lead ? 'leader-named' : 'leader-dismissed' } },
      also: memberWrites({ teamId: team.id, volunteerId, from, to: lead ? 'leader' : 'member' }, call.op, call.now),
    };
  });
  return isRefusal(moved) ? moved : undefined;
};

/** Admits or rejects who asks, removes a member, names or dismisses a leader. */
export const changeMember = async (
  { params: { teamId, volunteerId }, body: { act } }: RouteInput<typeof changeRoute>,
  call: Call,
): Promise<MemberRow | Refusal> => {
  const team = await teamLedBy(teamId, call);
  if (isRefusal(team)) return team;
  const before = await findMember(teamId, volunteerId);
  if (before === undefined) return refuse('not-found');
  const refused =
    act === 'lead' || act === 'step-down'
      ? await setLeader(team, volunteerId, act === 'lead', call)
      : await moveMembership(teamId, volunteerId, act, call);
  if (refused !== undefined) return refused;
  const after = await findMember(teamId, volunteerId);
  const [row] = await rowsOf([after ?? before], team, call);
  return row === undefined ? refuse('not-found') : after === undefined ? { ...row, acts: [] } : row;
};

const MOST_INVITED = 30;

/** Invites somebody by the number they have bound; who is found so answers for themself. */
export const inviteMember = async (
  { params: { teamId }, body: { phone } }: RouteInput<typeof inviteRoute>,
  call: Call,
): Promise<RouteReply<typeof inviteRoute> | Refusal> => {
  const team = await teamLedBy(teamId, call);
  if (isRefusal(team)) return team;
  if (team.status !== 'active') return refuse('move-not-allowed', { status: team.status });
  const spent = await spendAttempt(call.who.personId, 'team-invite', MOST_INVITED, DAY, call.now, tryOf(call));
  if (spent !== undefined) return spent;
  const person = await findPersonByPhone(phone, call.now);
  if (person === undefined) return refuse('person-unknown');
  return (await moveMembership(teamId, person.personId, 'invite', call)) ?? {};
};
