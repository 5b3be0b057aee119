import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY, HOUR } from '@gongyi/shared/kernel/time';
import { placeKind } from '@gongyi/shared/district/place';
import { EXPORT_MOST_DAYS, EXPORT_MOST_ROWS } from '@gongyi/shared/requests/contract';
import type { exportOfCommunity, exportOfOrganisation } from '@gongyi/shared/requests/contract';
import { findOrganisation, findPlace } from '../district/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { exportSheet } from './export-sheet';
import { bookBetween } from './book-store';

type Input = RouteInput<typeof exportOfOrganisation>;
type Period = Input['body'];
type Reply = RouteReply<typeof exportOfOrganisation>;

/** Nothing was filed before the count of time begins, and no key sorts before it. */
const midnight = (date: string): number => Math.max(0, Date.parse(`${date}T00:00:00+08:00`));

const MOST_AN_HOUR = 30;

/** Ten thousand rows take a few seconds, so the list is made at once, without a job. */
const exportBook = async (
  ownerId: string,
  name: string,
  { from, until }: Period,
  call: Call,
): Promise<Reply | Refusal> => {
  const { who, now, op } = call;
  const [start, end] = [midnight(from), midnight(until) + DAY - 1];
  if (end < start) return refuse('invalid-input', { part: 'body', field: 'until', problem: 'before_from' });
  if (end - start > EXPORT_MOST_DAYS * DAY)
    return refuse('invalid-input', { part: 'body', field: 'until', problem: 'too_far' });
  const spent = await spendAttempt(who.personId, 'export', MOST_AN_HOUR, HOUR, now, tryOf(call));
  if (spent) return spent;
  const lines = await bookBetween(ownerId, start, end, EXPORT_MOST_ROWS);
  if (lines === undefined) return refuse('sheet-too-large', { limit: 'rows', most: EXPORT_MOST_ROWS });
  const title = `${name} ${from} 至 ${until} 工单`;
  const { keepExport } = await import('../platform/exported-file');
  return {
    rows: lines.length,
    url: await keepExport({ id: op, type: 'xlsx', name: title }, await exportSheet(lines)),
  };
};

/** The list of an organisation: what it holds or once held. */
export const exportOrganisationRequests = async ({ params, body }: Input, call: Call): Promise<Reply | Refusal> => {
  const { organisationId } = params;
  const organisation = await findOrganisation(organisationId);
  const mine = may(call.who, 'request.export', { organisationIds: [organisationId] }, call.now);
  if (organisation === undefined || !mine) return refuse('not-found');
  return exportBook(organisationId, organisation.name, body, call);
};

/** The list of a community: everything filed in it. */
export const exportCommunityRequests = async (
  { params: { communityId }, body }: RouteInput<typeof exportOfCommunity>,
  call: Call,
): Promise<Reply | Refusal> => {
  const place = placeKind(communityId) === 'community' ? await findPlace(communityId) : undefined;
  if (place === undefined || !may(call.who, 'request.export', { placeId: communityId }, call.now)) {
    return refuse('not-found');
  }
  return exportBook(communityId, place.name, body, call);
};
