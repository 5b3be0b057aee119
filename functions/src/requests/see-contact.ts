import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { seeContact as route } from '@gongyi/shared/requests/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { logAccess, namesOf, phoneOf } from '../people/public';
import type { Call } from '../platform/router';
import { openContact } from './caller';
import type { Contact } from './caller';
import { findRequest, findSealedContact } from './request-store';
import { subjectOf } from './request-subject';

/** The caller's number as it was recorded; the look is logged under their account, or under the request. */
const callerContact = async (
  { id, filerId, spot }: Request,
  role: string,
  { now, op }: Call,
): Promise<Contact | undefined> => {
  const sealed = await findSealedContact(id);
  if (sealed === undefined) return undefined;
  const personId = filerId ?? `request.${id}`;
  await logAccess({ personId, at: now, id: op, role, what: 'phone', place: spot.placeName });
  return openContact(id, sealed);
};

/** The filer's own number, if they chose to be called. */
const filerContact = async (
  { filerId, contact, spot }: Request,
  role: string,
  { now, op }: Call,
): Promise<Contact | undefined> => {
  if (filerId === undefined || contact !== 'phone') return undefined;
  const phone = await phoneOf(filerId, { at: now, id: op, role, place: spot.placeName });
  if (phone === undefined) return undefined;
  return { name: (await namesOf([filerId])).get(filerId) ?? '', phone };
};

/** The number to call. Every look is logged before the number is shown. */
export const seeContact = async (
  { params }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const request = await findRequest(params.requestId);
  const standing = request && standingFor(call.who, 'request.see-contact', subjectOf(request), call.now);
  if (request === undefined || standing === undefined) return refuse('not-found');
  const contact =
    (await callerContact(request, standing.role, call)) ?? (await filerContact(request, standing.role, call));
  return contact ?? refuse('contact-not-given');
};
