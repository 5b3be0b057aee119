import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { decideContent as route } from '@gongyi/shared/requests/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { setPhotoVerdict } from '../media/public';
import type { Call } from '../platform/router';
import { eventsAfter, findRequest } from './request-store';
import { subjectOf } from './request-subject';
import { settleEventWords, settleRequestWords } from './words-store';

type Body = RouteInput<typeof route>['body'];

const decidePhoto = async (request: Request, mediaId: string, clear: boolean, call: Call) => {
  const events = await eventsAfter(request.id);
  const shown = [...request.photos, ...events.flatMap(({ photos }) => photos)];
  if (!shown.includes(mediaId)) return refuse('not-found');
  const refused = await setPhotoVerdict(mediaId, clear, { byId: call.who.personId, op: call.op });
  return refused === undefined ? undefined : refuse('not-found');
};

const decideOne = async (
  request: Request,
  { eventRev, mediaId, clear }: Body,
  call: Call,
): Promise<Refusal | undefined> => {
  const verdict = clear ? 'clear' : 'held';
  if (mediaId !== undefined) return decidePhoto(request, mediaId, clear, call);
  if (eventRev !== undefined) {
    return (await settleEventWords(request.id, eventRev, verdict, call)) ? undefined : refuse('not-found');
  }
  await settleRequestWords(request, verdict, call);
  return undefined;
};

/** A person clears or holds words or a photo; that outranks every machine. */
export const decideContent = async (
  { params, body }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const request = await findRequest(params.requestId);
  if (request === undefined || !may(call.who, 'request.check-content', subjectOf(request), call.now)) {
    return refuse('not-found');
  }
  const refused = await decideOne(request, body, call);
  return isRefusal(refused) ? refused : {};
};
