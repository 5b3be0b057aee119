import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { TeamView, getTeam as route } from '@gongyi/shared/volunteers/contract';
import type { OpenCall } from '../platform/router';
import { findTeam } from './record-store';
import { viewTeam } from './view-team';

export const getTeam = async ({ params }: RouteInput<typeof route>, call: OpenCall): Promise<TeamView | Refusal> => {
  const team = await findTeam(params.teamId);
  return team === undefined ? refuse('not-found') : viewTeam(team, call);
};
