import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { within } from '@gongyi/shared/district/place';
import { HOUR } from '@gongyi/shared/kernel/time';
import type { lookUpCaller as route } from '@gongyi/shared/requests/contract';
import { findOrganisation, findPlaceWithPath, homesByPhone, shortNameOf } from '../district/public';
import { findPersonByPhone, maskName, namesOf, phoneHashOf } from '../people/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { digitsOf } from './caller';

/** More than a desk's phones ring in an hour, too few to try numbers out. */
const MOST_AN_HOUR = 120;
const MOST_HOMES = 20;

/** The homes of a calling number, by roll and by proven numbers, within what the organisation serves. */
export const lookUpCaller = async (
  { params: { organisationId }, body }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  // The desk's own: who only does the work has no use for whose a number is.
  if (!may(who, 'request.file-on-behalf', { organisationIds: [organisationId] }, now)) return refuse('not-found');
  const spent = await spendAttempt(who.personId, 'look-up-caller', MOST_AN_HOUR, HOUR, now, tryOf({ op, opHash }));
  if (spent) return spent;
  const phone = digitsOf(body.phone);
  const [organisation, onRoll, person] = await Promise.all([
    findOrganisation(organisationId),
    phoneHashOf(phone).then(homesByPhone),
    findPersonByPhone(phone, now),
  ]);
  const served = organisation?.servesPlaceIds ?? [];
  const bound = person?.homes.map(({ homeId }) => homeId) ?? [];
  const homeIds = [...new Set([...bound, ...onRoll])]
    .filter((homeId) => served.some((placeId) => within(homeId, placeId)))
    .slice(0, MOST_HOMES);
  const names = person === undefined ? new Map<string, string>() : await namesOf([person.personId]);
  const name = person === undefined ? '' : maskName(names.get(person.personId));
  const places = await Promise.all(homeIds.map(findPlaceWithPath));
  return {
    homes: places.flatMap((place) =>
      place === undefined
        ? []
        : [{ homeId: place.place.id, homeName: shortNameOf(place), name: bound.includes(place.place.id) ? name : '' }],
    ),
  };
};
