import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type {
  changeTeamKinds as changeKindsRoute,
  changeVolunteerSettings as changeSettingsRoute,
  getVolunteerSettings as settingsRoute,
  listTeamKinds as kindsRoute,
} from '@gongyi/shared/volunteers/contract';
import { NAMED_KINDS } from '@gongyi/shared/volunteers/kinds';
import { findPlace } from '../district/public';
import { maskName, namesOf } from '../people/public';
import type { Call, OpenCall } from '../platform/router';
import { furtherKinds, kindsAt, settingsOf, volunteerSettings } from './kinds-store';

const kindsFor = async (placeId: string, { who, now }: Pick<OpenCall, 'who' | 'now'>) => ({
  ...(await kindsAt(placeId)),
  mayChange: who !== undefined && may(who, 'team-kinds.change', { placeId: ancestorOf(placeId, 'district') }, now),
});

/** The kinds of teams of a place's district. */
export const listTeamKinds = async ({ params }: RouteInput<typeof kindsRoute>, call: OpenCall) =>
  (await findPlace(params.placeId)) === undefined ? refuse('not-found') : kindsFor(params.placeId, call);

const byName = async ({ who }: Call): Promise<string> => maskName((await namesOf([who.personId])).get(who.personId));

/** Sets the kinds beyond the four named. Teams keep the kind they were made with. */
export const changeTeamKinds = async (
  { params: { placeId }, body: { seen, items } }: RouteInput<typeof changeKindsRoute>,
  call: Call,
): Promise<RouteReply<typeof changeKindsRoute> | Refusal> => {
  const districtId = ancestorOf(placeId, 'district') ?? placeId;
  if (!may(call.who, 'team-kinds.change', { placeId: districtId }, call.now)) return refuse('not-found');
  if ((await findPlace(placeId)) === undefined) return refuse('not-found');
  const named = items.find(({ id }) => NAMED_KINDS.some((kind) => kind.id === id));
  if (named !== undefined) return refuse('kind-named', { name: named.name });
  const unique = [...new Map(items.map((item) => [item.id, item])).values()];
  const change = {
    placeId: districtId,
    seen,
    rules: { items: unique },
    reason: '服务队类别',
    byName: await byName(call),
  };
  return (await furtherKinds.change(change, call)) ?? kindsFor(placeId, call);
};

const settingsFor = async (placeId: string, { who, now }: Pick<OpenCall, 'who' | 'now'>) => ({
  ...(await settingsOf(placeId)),
  mayChange: who !== undefined && may(who, 'volunteer-settings.change', { placeId }, now),
});

const isCommunity = async (placeId: string): Promise<boolean> =>
  placeKind(placeId) === 'community' && (await findPlace(placeId)) !== undefined;

/** What a community decides for its volunteers. */
export const getVolunteerSettings = async ({ params }: RouteInput<typeof settingsRoute>, call: OpenCall) =>
  (await isCommunity(params.placeId)) ? settingsFor(params.placeId, call) : refuse('not-found');

export const changeVolunteerSettings = async (
  { params: { placeId }, body: { seen, ...rules } }: RouteInput<typeof changeSettingsRoute>,
  call: Call,
): Promise<RouteReply<typeof changeSettingsRoute> | Refusal> => {
  if (!may(call.who, 'volunteer-settings.change', { placeId }, call.now)) return refuse('not-found');
  if (!(await isCommunity(placeId))) return refuse('place-unknown');
  const change = { placeId, seen, rules, reason: '志愿服务设置', byName: await byName(call) };
  return (await volunteerSettings.change(change, call)) ?? settingsFor(placeId, call);
};
