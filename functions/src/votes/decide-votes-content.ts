import type { decideVotesContent as route } from '@gongyi/shared/votes/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { setPhotoVerdict } from '../media/public';
import type { Call } from '../platform/router';
import { compoundOf, settleWords, stepsOf } from './record-subject';

/** A person clears or holds words or a photo of a vote or a repair; that outranks every machine. */
export const decideVotesContent = async (
  { body: { subject, eventRev, mediaId, clear } }: RouteInput<typeof route>,
  { who, now, op }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const placeId = await compoundOf(subject);
  if (placeId === undefined || !may(who, 'request.check-content', { placeId }, now)) return refuse('not-found');
  if (mediaId === undefined) {
    return (await settleWords(subject, eventRev, clear ? 'clear' : 'held', { op })) ? {} : refuse('not-found');
  }
  const step = (await stepsOf(subject, eventRev - 1)).find(({ rev }) => rev === eventRev);
  if (!step?.photos.includes(mediaId)) return refuse('not-found');
  const refused = await setPhotoVerdict(mediaId, clear, { byId: who.personId, op });
  return refused === undefined ? {} : refuse('not-found');
};
