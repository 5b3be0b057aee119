import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { ancestorOf, within } from '@gongyi/shared/district/place';
import { bindingCounts } from '@gongyi/shared/people/role';
import type { fileRequest as route, RequestView } from '@gongyi/shared/requests/contract';
import { findPlaces } from '../district/public';
import { requireOwnPhotos } from '../media/public';
import { findPerson, hasWithdrawn, maskName } from '../people/public';
import type { Call } from '../platform/router';
import { draftRequest, mayNamePlace } from './filing';
import { NOBODY, createRequest } from './request-store';
import { viewRequest } from './view-request';

/**
 * 3号楼 王**: the building of the filer's own home in the compound, and the masked name; 匿名 for who withdrew
 * their consent to be named.
 */
const filerNameIn = async (compoundId: string, { who, now }: Call): Promise<string> => {
  const home = who.homes.find((binding) => within(binding.homeId, compoundId) && bindingCounts(binding, now));
  const buildingId = home && ancestorOf(home.homeId, 'building');
  const [person, places] = await Promise.all([
    findPerson(who.personId),
    buildingId === undefined ? new Map<string, { name: string }>() : findPlaces([buildingId]),
  ]);
  if (person !== undefined && hasWithdrawn(person, 'publish-name')) return NOBODY;
  const building = places.get(buildingId ?? '')?.name;
  return [...(building === undefined ? [] : [building]), maskName(person?.name)].join(' ');
};

/** Files a request. The put itself is the idempotency: one item, whatever is sent twice. */
export const fileRequest = async ({ body }: RouteInput<typeof route>, call: Call): Promise<RequestView | Refusal> => {
  const { who, now, op, opHash } = call;
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  if (!mayNamePlace(who, body.placeId, now)) return refuse('place-unknown');
  const draft = await draftRequest(body, op, now);
  if (isRefusal(draft)) return draft;
  const filerName = body.anonymous ? NOBODY : await filerNameIn(draft.compoundId, call);
  const photos = body.photos.length === 0 ? undefined : await requireOwnPhotos(body.photos, who.personId, op, now);
  if (photos !== undefined) return photos;
  const request = await createRequest({ ...draft, filerId: who.personId, filerName }, opHash);
  return request === undefined ? refuse('key-reused') : viewRequest(request, call);
};
