import { placeKind, within } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { Action, Subject } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import type { Shift } from '@gongyi/shared/volunteers/shift';
import type { Team } from '@gongyi/shared/volunteers/team';
import { findGridOf } from '../district/public';

/** A team as authority sees it: its leaders' own, in its community. */
export const teamSubject = (
  { leaderIds, communityId }: Pick<Team, 'leaderIds' | 'communityId'>,
  personId: string,
): Subject => ({
  placeId: communityId,
  ...(leaderIds.includes(personId) ? { personId } : {}),
});

export const leads = (team: Pick<Team, 'leaderIds' | 'communityId'>, who: Identity | undefined, now: number): boolean =>
  who !== undefined && may(who, 'team.lead', teamSubject(team, who.personId), now);

/** The community's own staff, whom a team's leaders answer to. */
export const oversees = ({ communityId }: Pick<Team, 'communityId'>, who: Identity | undefined, now: number): boolean =>
  who !== undefined && may(who, 'team.make', { placeId: communityId }, now);

/** Whether somebody may do what grid workers do in their grid; the grid is asked for only where it matters. */
export const mayInGrid = async (
  who: Identity,
  action: Action,
  subject: Subject & { readonly placeId: string },
  now: number,
): Promise<boolean> => {
  if (may(who, action, subject, now)) return true;
  if (!who.grants.some(({ role }) => role === 'grid-worker')) return false;
  const gridId = placeKind(subject.placeId) === 'grid' ? subject.placeId : await findGridOf(subject.placeId);
  return may(who, action, { ...subject, gridId }, now);
};

/** Who may enter others for a shift: its leaders, and staff of where it is. */
export const maySignUpOthers = (
  { communityId, placeId }: Pick<Shift, 'communityId' | 'placeId'>,
  team: Team,
  who: Identity,
  now: number,
): Promise<boolean> => {
  const at = within(placeId, communityId) ? placeId : communityId;
  return mayInGrid(who, 'shift.sign-up-for', { ...teamSubject(team, who.personId), placeId: at }, now);
};
