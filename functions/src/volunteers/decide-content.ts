import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { decideVolunteerContent as route } from '@gongyi/shared/volunteers/contract';
import { setPhotoVerdict } from '../media/public';
import type { Call } from '../platform/router';
import { placeOf } from './on-words';
import { findStep } from './record-store';
import { settleWords } from './words-store';

/** A person clears or holds words or a photo of a team, a shift or a wish; that outranks every machine. */
export const decideVolunteerContent = async (
  { body: { subject, eventRev, mediaId, clear } }: RouteInput<typeof route>,
  { who, now, op }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const placeId = await placeOf(subject);
  if (placeId === undefined || !may(who, 'request.check-content', { placeId }, now)) return refuse('not-found');
  if (mediaId === undefined) {
    const settled = await settleWords(subject.kind, subject.id, eventRev, clear ? 'clear' : 'held', { op });
    return settled ? {} : refuse('not-found');
  }
  const step = await findStep(subject.kind, subject.id, eventRev);
  if (!step?.photos.includes(mediaId)) return refuse('not-found');
  const refused = await setPhotoVerdict(mediaId, clear, { byId: who.personId, op });
  return refused === undefined ? {} : refuse('not-found');
};
