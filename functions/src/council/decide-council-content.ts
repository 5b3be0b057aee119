import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { decideCouncilContent as route } from '@gongyi/shared/council/contract';
import { setPhotoVerdict } from '../media/public';
import type { Call } from '../platform/router';
import { findSession, findStep, findTopic } from './record-store';
import { settleStepWords } from './step-words-store';

/** A person clears or holds words or a photo of the council; that outranks every machine. */
export const decideCouncilContent = async (
  { body: { subject, eventRev, mediaId, clear } }: RouteInput<typeof route>,
  { who, now, op }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const found = await (subject.kind === 'topic' ? findTopic(subject.id) : findSession(subject.id));
  if (found === undefined || !may(who, 'request.check-content', { placeId: found.compoundId }, now)) {
    return refuse('not-found');
  }
  if (mediaId === undefined) {
    const verdict = clear ? 'clear' : 'held';
    const settled = await settleStepWords(subject.kind, subject.id, eventRev, verdict, { op });
    return settled ? {} : refuse('not-found');
  }
  const step = await findStep(subject.kind, subject.id, eventRev);
  if (!step?.photos.includes(mediaId)) return refuse('not-found');
  const refused = await setPhotoVerdict(mediaId, clear, { byId: who.personId, op });
  return refused === undefined ? {} : refuse('not-found');
};
