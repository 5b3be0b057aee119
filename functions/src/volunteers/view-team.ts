import type { Identity } from '@gongyi/shared/people/role';
import { isoDate } from '@gongyi/shared/kernel/time';
import type { TeamView } from '@gongyi/shared/volunteers/contract';
import { NO_HOURS, addSums } from '@gongyi/shared/volunteers/hours-rules';
import { OWN_ACTS, actsOpen } from '@gongyi/shared/volunteers/team';
import type { Team } from '@gongyi/shared/volunteers/team';
import { maskName } from '../people/public';
import { sumsOfTeam } from './figure-store';
import { part } from './shown';
import { leads, oversees } from './standing';
import { teamRow } from './team-row';
import { membersOfTeam } from './team-store';
import { namedVolunteers } from './volunteer-store';

/** A team as its asker may see it; anybody may look. */
export const viewTeam = async (
  team: Team,
  { who, now }: { readonly who: Identity | undefined; readonly now: number },
): Promise<TeamView> => {
  const [members, leaders, sums] = await Promise.all([
    membersOfTeam(team.id),
    namedVolunteers(team.leaderIds),
    sumsOfTeam(team.id, Number(isoDate(now).slice(0, 4))),
  ]);
  const mine = members.find(({ volunteerId }) => volunteerId === who?.personId)?.state;
  const mayLead = leads(team, who, now);
  const belong = members.filter(({ state }) => state === 'member' || state === 'leader').length;
  const open = team.status === 'active' && who !== undefined;
  return {
    ...teamRow({ ...team, members: belong }, who?.personId),
    rev: team.rev,
    status: team.status,
    ...part('words', team.wordsCheck === 'clear' || mayLead ? team.words : undefined),
    wordsState: team.wordsCheck,
    leaders: team.leaderIds.map((id) => ({
      name: maskName(leaders.get(id)?.name),
      party: leaders.get(id)?.party ?? false,
    })),
    year: [...sums.values()].reduce(addSums, NO_HOURS),
    ...part('mine', mine),
    acts: open ? actsOpen(mine ?? 'none', OWN_ACTS) : [],
    mayLead,
    mayOversee: oversees(team, who, now),
  };
};
