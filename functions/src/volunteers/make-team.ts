import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { TeamView, makeTeam as route } from '@gongyi/shared/volunteers/contract';
import type { Team } from '@gongyi/shared/volunteers/team';
import { findPlace, findPlaces } from '../district/public';
import { findPersonByPhone, makerOf } from '../people/public';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { kindsAt } from './kinds-store';
import { UNBEGUN, beginWrites, findTeam, stepsAfter } from './record-store';
import { memberWrites } from './team-store';
import { viewTeam } from './view-team';

export const teamText = ({ name, words }: Pick<Team, 'name' | 'words'>): string => `${name}\n${words}`;

/** Grids and compounds of the team's own district, with their names. */
export const servedPlaces = async (
  communityId: string,
  placeIds: readonly string[],
): Promise<Team['serves'] | Refusal> => {
  const unique = [...new Set(placeIds)];
  if (unique.length === 0) return [];
  const places = await findPlaces(unique);
  const fits = (placeId: string): boolean =>
    ['grid', 'compound', 'community'].includes(placeKind(placeId)) &&
    ancestorOf(placeId, 'district') === ancestorOf(communityId, 'district') &&
    places.has(placeId);
  if (!unique.every(fits)) return refuse('place-unknown');
  return unique.map((placeId) => ({ placeId, name: places.get(placeId)?.name ?? '' }));
};

/** Makes a team in a community, once, with its first leader as a member. */
export const makeTeam = async (
  { params: { placeId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<TeamView | Refusal> => {
  const { who, now, op, opHash } = call;
  if (!may(who, 'team.make', { placeId }, now)) return refuse('not-found');
  const community = placeKind(placeId) === 'community' ? await findPlace(placeId) : undefined;
  if (community === undefined) return refuse('place-unknown');
  const { name, words, skills, kindId, leaderPhone } = body;
  const kind = (await kindsAt(placeId)).items.find(({ id }) => id === kindId);
  if (kind === undefined) return refuse('kind-unknown');
  const serves = await servedPlaces(placeId, body.serves);
  if (isRefusal(serves)) return serves;
  const leaderId = leaderPhone === undefined ? who.personId : (await findPersonByPhone(leaderPhone, now))?.personId;
  if (leaderId === undefined) return refuse('person-unknown');
  const team: Team = {
    ...UNBEGUN,
    id: op,
    status: 'active',
    kind,
    name,
    words,
    wordsCheck: 'pending',
    communityId: placeId,
    communityName: community.name,
    serves,
    skills,
    leaderIds: [leaderId],
    madeAt: now,
    madeById: who.personId,
  };
  const maker = await makerOf('community', placeId, call);
  const { done } = await writeTogether([
    ...beginWrites('team', team, { kind: 'made', words: teamText(team) }, { maker, op, opHash, now }),
    ...memberWrites({ teamId: op, volunteerId: leaderId, from: 'none', to: 'leader' }, op, now),
  ]);
  const stored = await findTeam(op);
  if (stored === undefined) throw new Error('a team was not written');
  if (!done && (await stepsAfter('team', op))[0]?.opHash !== opHash) return refuse('key-reused');
  return viewTeam(stored, call);
};
