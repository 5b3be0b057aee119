import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { fileRequest as route, RequestView } from '@gongyi/shared/requests/contract';
import { requireOwnPhotos } from '../media/public';
import { NOBODY, signatureIn } from '../people/public';
import type { Call } from '../platform/router';
import { draftRequest, mayNamePlace } from './filing';
import { createRequest } from './request-store';
import { viewRequest } from './view-request';

/** Files a request. The put itself is the idempotency: one item, whatever is sent twice. */
export const fileRequest = async ({ body }: RouteInput<typeof route>, call: Call): Promise<RequestView | Refusal> => {
  const { who, now, op, opHash } = call;
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  if (!mayNamePlace(who, body.placeId, now)) return refuse('place-unknown');
  const draft = await draftRequest(body, op, now);
  if (isRefusal(draft)) return draft;
  const filerName = body.anonymous ? NOBODY : await signatureIn(draft.compoundId, who, now);
  const photos = body.photos.length === 0 ? undefined : await requireOwnPhotos(body.photos, who.personId, op, now);
  if (photos !== undefined) return photos;
  const request = await createRequest({ ...draft, filerId: who.personId, filerName }, opHash);
  return request === undefined ? refuse('key-reused') : viewRequest(request, call);
};
