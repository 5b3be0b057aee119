import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { changeTeam as route, endTeam as endRoute } from '@gongyi/shared/volunteers/contract';
import type { Call } from '../platform/router';
import { makeTeamMove } from './make-team-move';
import { servedPlaces, teamText } from './make-team';

/** Changes what a team says of itself, which is checked anew, and whom it serves. */
export const changeTeam = (
  { params: { teamId }, body: { rev, name, words, serves, skills } }: RouteInput<typeof route>,
  call: Call,
) =>
  makeTeamMove({ move: 'change', id: teamId, rev }, call, async (team) => {
    const served = await servedPlaces(team.communityId, serves);
    if (isRefusal(served)) return served;
    const same = teamText(team) === teamText({ name, words });
    const changes = { name, words, serves: served, skills };
    const effect = same
      ? { changes, event: { kind: 'changed' } }
      : { changes, event: { kind: 'changed', words: teamText({ name, words }) }, text: true };
    return { effect };
  });

/** Ends a team: nobody joins it and it calls no more shifts. */
export const endTeam = ({ params: { teamId }, body: { rev } }: RouteInput<typeof endRoute>, call: Call) =>
  makeTeamMove({ move: 'end', id: teamId, rev }, call, () => ({
    effect: { changes: { status: 'ended' }, event: { kind: 'ended' } },
  }));
