import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { TeamView } from '@gongyi/shared/volunteers/contract';
import type { Team } from '@gongyi/shared/volunteers/team';
import { makerOf } from '../people/public';
import { recordMoves } from '../platform/record-moves';
import type { MoveAsked, Plan } from '../platform/record-moves';
import type { Call } from '../platform/router';
import { keys } from '../platform/table-shape';
import { findTeam, moveWrites } from './record-store';
import type { Effect } from './record-store';
import { leads, oversees } from './standing';
import { viewTeam } from './view-team';

/** What may happen to a team: its leaders change it, the community ends it and says who leads. */
export type TeamMove = 'change' | 'end' | 'set-leaders';

type Move = (asked: MoveAsked<TeamMove>, call: Call, plan: Plan<Team, Effect<Team>>) => Promise<TeamView | Refusal>;

export const makeTeamMove: Move = recordMoves<Team, TeamMove, Effect<Team>, TeamView>({
  find: findTeam,
  stepKey: keys.teamStep,
  allows: (status) => status === 'active',
  mayRead: async () => true,
  makerFor: async (team, move, call) => {
    const allowed = move === 'change' ? leads(team, call.who, call.now) : oversees(team, call.who, call.now);
    return allowed ? makerOf(move === 'change' ? 'leader' : 'community', team.communityId, call) : undefined;
  },
  writes: moveWrites<Team>('team'),
  view: viewTeam,
});
