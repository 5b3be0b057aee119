import type { VoteView, assignCallers as route } from '@gongyi/shared/votes/contract';
import { callersAssigned } from '@gongyi/shared/votes/vote-effects';
import { ancestorOf, placeKind, within } from '@gongyi/shared/district/place';
import type { PlaceKind } from '@gongyi/shared/district/place';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Role } from '@gongyi/shared/people/role';
import { findPlaces } from '../district/public';
import { membersOf, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { makeVoteMove } from './vote-moves';

/** Only people of the committee and the community may call at doors; never the property company's. */
const CALLERS: readonly Role[] = [
  'owners-committee-director',
  'owners-committee-member',
  'community-worker',
  'community-secretary',
];

const DOORS: readonly (PlaceKind | undefined)[] = ['building', 'entrance'];

const callersOf = async (compoundId: string, now: number): Promise<Set<string>> => {
  const scopes = [compoundId, ancestorOf(compoundId, 'community') ?? compoundId];
  const members = (await Promise.all(scopes.map((scope) => membersOf(scope, now)))).flat();
  return new Set(members.filter(({ role }) => CALLERS.includes(role)).map(({ personId }) => personId));
};

export const assignCallers = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> =>
  makeVoteMove({ move: 'assign-callers', id: params.voteId, rev: body.rev }, call, async ({ compoundId }) => {
    const [may, names, places] = await Promise.all([
      callersOf(compoundId, call.now),
      namesOf(body.callers.map(({ personId }) => personId)),
      findPlaces(body.callers.map(({ placeId }) => placeId)),
    ]);
    if (body.callers.some(({ personId }) => !may.has(personId))) return refuse('caller-not-allowed');
    // A building or an entrance: nobody calls at a whole compound, nor sees who has not voted there.
    const wrong = body.callers.find(
      ({ placeId }) => !places.has(placeId) || !within(placeId, compoundId) || !DOORS.includes(placeKind(placeId)),
    );
    if (wrong !== undefined) return refuse('place-unknown', { placeId: wrong.placeId });
    return {
      effect: callersAssigned(
        body.callers.map(({ personId, placeId }) => ({ personId, placeId, name: names.get(personId) ?? '居民' })),
      ),
    };
  });
