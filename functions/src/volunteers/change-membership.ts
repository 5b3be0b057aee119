import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { TeamView, changeMembership as route } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { moveMembership } from './membership';
import { findTeam } from './record-store';
import { viewTeam } from './view-team';
import { findVolunteer } from './volunteer-store';

/** What somebody does about their own membership: ask, take that back, answer an invitation, leave. */
export const changeMembership = async (
  { params: { teamId }, body: { act } }: RouteInput<typeof route>,
  call: Call,
): Promise<TeamView | Refusal> => {
  const { who } = call;
  const team = await findTeam(teamId);
  if (team === undefined) return refuse('not-found');
  const joins = act === 'ask' || act === 'accept';
  if (joins && team.status !== 'active') return refuse('move-not-allowed', { status: team.status });
  if (joins && !who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  if (joins && (await findVolunteer(who.personId)) === undefined) return refuse('volunteer-needed');
  return (await moveMembership(teamId, who.personId, act, call)) ?? viewTeam(team, call);
};
