import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { ancestorOf, within } from '@gongyi/shared/district/place';
import type { getRates as route } from '@gongyi/shared/requests/contract';
import { findOrganisation } from '../district/public';
import type { Call } from '../platform/router';
import { daysBefore, sumsOf } from './figure-store';

/** The three rates: those it serves, those above it and itself may look. */
export const getRates = async (
  { params: { organisationId }, query }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const organisation = await findOrganisation(organisationId);
  if (organisation === undefined) return refuse('not-found');
  const served = organisation.servesPlaceIds;
  const homes = who.homes
    .map(({ homeId }) => ancestorOf(homeId, 'compound'))
    .filter((id) => id !== undefined && served.some((placeId) => within(id, placeId)));
  const places = [undefined, ...served, ...homes];
  const organisationIds = [organisationId];
  if (!places.some((placeId) => may(who, 'request.rates', { placeId, gridId: placeId, organisationIds }, now))) {
    return refuse('not-found');
  }
  const from = daysBefore(now, query.days);
  const sums = await sumsOf(organisationId, from, now);
  return {
    from,
    until: now,
    answeredInTime: sums.answeredInTime,
    firstAnswersDue: sums.firstAnswersDue,
    confirmed: sums.confirmed,
    outcomesAnswered: sums.outcomesAnswered,
    satisfied: sums.satisfied,
    satisfactionAnswered: sums.satisfactionAnswered,
    unanswered: sums.unanswered,
  };
};
