import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { within } from '@gongyi/shared/district/place';
import { DAY } from '@gongyi/shared/kernel/time';
import type { fileOnBehalf as route, RequestView } from '@gongyi/shared/requests/contract';
import { serving } from '../district/public';
import { requireOwnPhotos } from '../media/public';
import { NOBODY, findPersonByPhone, maskName } from '../people/public';
import type { Call } from '../platform/router';
import { digitsOf, sealContact } from './caller';
import { draftRequest, findSpot } from './filing';
import { createRequest } from './request-store';
import { viewRequest } from './view-request';

/** No hotline gives a year. */
const MOST_AHEAD = 366 * DAY;

type Body = RouteInput<typeof route>['body'];

/** The caller's account, when the number is proven to be theirs and they live in that compound. */
const callerId = async ({ callerPhone }: Body, compoundId: string, now: number): Promise<string | undefined> => {
  if (callerPhone === undefined) return undefined;
  const person = await findPersonByPhone(digitsOf(callerPhone), now);
  return person?.homes.some(({ homeId }) => within(homeId, compoundId)) ? person.personId : undefined;
};

const sealedContact = async (requestId: string, { callerName, callerPhone }: Body): Promise<string | undefined> =>
  callerPhone === undefined
    ? undefined
    : sealContact(requestId, { name: callerName ?? '', phone: digitsOf(callerPhone) });

/**
 * Records a request for somebody. Who enters it is named as that and never speaks as the filer: the outcome
 * is answered by the caller's own account, the home's people, or a call back.
 */
export const fileOnBehalf = async (
  { body }: RouteInput<typeof route>,
  call: Call,
  asked = true,
): Promise<RequestView | Refusal> => {
  const { who, now, op, opHash } = call;
  const draft = await draftRequest(body, op, now, asked);
  const { placeId } = body;
  // Whoever may file there is told what is wrong with the draft; nobody else learns of the place.
  const where = isRefusal(draft) ? await findSpot(body) : draft;
  const organisationIds = where === undefined ? [] : (await serving(where.compoundId)).map(({ id }) => id);
  const gridId = where?.spot.gridId;
  if (!may(who, 'request.file-on-behalf', { placeId, gridId, organisationIds }, now)) return refuse('not-found');
  if (isRefusal(draft)) return draft;
  const photos = body.photos.length === 0 ? undefined : await requireOwnPhotos(body.photos, who.personId, op, now);
  if (photos !== undefined) return photos;
  const { hotline, channel } = body;
  const latest = now + MOST_AHEAD;
  if (hotline !== undefined && hotline.dueAt > latest) {
    return refuse('invalid-input', { part: 'body', field: 'hotline.dueAt', problem: 'too_late', latest });
  }
  const filerId = await callerId(body, draft.compoundId, now);
  const request = await createRequest(
    {
      ...draft,
      channel,
      ...(filerId === undefined ? {} : { filerId }),
      filerName: body.anonymous ? NOBODY : maskName(body.callerName),
      enteredById: who.personId,
      // The hotline's deadline rules, though nothing can be due before it was entered.
      ...(hotline === undefined ? {} : { hotline, dueAt: Math.max(now, hotline.dueAt) }),
    },
    opHash,
    await sealedContact(op, body),
  );
  return request === undefined ? refuse('key-reused') : viewRequest(request, call);
};
