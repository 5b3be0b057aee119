import type { Effect } from '@gongyi/shared/requests/effect';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { requireOwnPhotos } from '../media/public';
import type { Call } from '../platform/router';

/** The effect if its photos are its maker's own; they are taken into use for the request. */
export const withPhotos = async (
  effect: Effect | Refusal,
  requestId: string,
  { who, now }: Call,
): Promise<Effect | Refusal> => {
  if (isRefusal(effect)) return effect;
  const photos = effect.event.photos ?? [];
  if (photos.length === 0) return effect;
  return (await requireOwnPhotos(photos, who.personId, requestId, now)) ?? effect;
};
