import { ancestorOf } from '@gongyi/shared/district/place';
import type { Request } from '@gongyi/shared/requests/request';
import { OPEN } from '@gongyi/shared/requests/request-rules';
import type { Change, Reaction } from '../platform/reaction';
import { keys } from '../platform/table-shape';
import type { Item } from '../platform/table';
import { isRequestKey, requestIdOf, requestOf } from './request-item';
import { LISTS } from './listed';
import type { List } from './listed';
import { putRow, removeRow } from './list-store';
import { placesAbove } from './places-above';
import { findRequest, joinersOf } from './request-store';

/**
 * Keeps the lists. What a change says is only the occasion: the rows follow the request as it stands, read
 * again until it stood still, so that any order of deliveries ends the same.
 */
type Place = `${List}#${string}`;

/** Where earlier requests of the same place are looked up. */
export const historyOwner = ({ homeId, spot, compoundId }: Pick<Request, 'homeId' | 'spot' | 'compoundId'>): string =>
  homeId ?? ancestorOf(spot.placeId, 'building') ?? compoundId;

/** The lists a request belongs into as it stands. */
export const listsOf = (request: Request, joiners: readonly string[]): Place[] => {
  const open = OPEN.includes(request.status);
  const { filerId, assigneeId, escalation, overdueSince, holderId, homeId } = request;
  const mine = [...(filerId === undefined ? [] : [filerId]), ...joiners];
  const isNear = request.visibility === 'public' && request.wordsCheck === 'clear' && request.status !== 'withdrawn';
  const watching = request.answerableIds.filter((id) => id !== holderId);
  const isBelow = open && (overdueSince !== undefined || escalation !== undefined);
  return [
    ...mine.map((id) => `mine#${id}` as const),
    ...(isNear ? [`near#${request.compoundId}` as const] : []),
    ...(open && assigneeId !== undefined ? [`technician#${assigneeId}` as const] : []),
    ...(isNear && homeId === undefined && request.status === 'confirmed' && (request.proof?.after.length ?? 0) > 0
      ? [`finished#${request.compoundId}` as const]
      : []),
    `history#${historyOwner(request)}` as const,
    ...(open ? watching.map((id) => `watch#${id}` as const) : []),
    ...(isBelow ? placesAbove(request).map((id) => `below#${id}` as const) : []),
  ];
};

const ownersOf = (place: Place): [List, string] => {
  const cut = place.indexOf('#');
  const list = place.slice(0, cut);
  const known = LISTS.find((one) => one === list);
  if (known === undefined) throw new Error(`no such list: ${list}`);
  return [known, place.slice(cut + 1)];
};

const TRIES = 5;

/** Rows that may stand somewhere from earlier states: those of the change's own images. */
const earlier = (images: readonly (Item | undefined)[]): Place[] =>
  images.flatMap((image) => {
    if (image === undefined) return [];
    // As if everything were open and shown: every list the image could ever have been in.
    const request = requestOf(image);
    const widest: Request = { ...request, status: 'accepted', wordsCheck: 'clear', overdueSince: 0 };
    return listsOf(widest, []);
  });

const keep = async (requestId: string, images: readonly (Item | undefined)[]): Promise<void> => {
  const before = earlier(images);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const request = await findRequest(requestId);
    if (request === undefined) return;
    const wanted = new Set(listsOf(request, request.joined === 0 ? [] : await joinersOf(requestId)));
    const gone = [...new Set([...before, ...earlier([{ ...request, pk: keys.request(requestId).pk }])])];
    await Promise.all([
      ...[...wanted].map((place) => putRow(...ownersOf(place), request)),
      ...gone.filter((place) => !wanted.has(place)).map((place) => removeRow(...ownersOf(place), request)),
    ]);
    const again = await findRequest(requestId);
    if (again?.rev === request.rev && again.wordsCheck === request.wordsCheck) return;
  }
  throw new Error('a request did not stand still');
};

export const onRequestChanged: Reaction = {
  name: 'requests/keep-lists',
  async on(change: Change) {
    if (isRequestKey(change.pk, change.sk)) await keep(requestIdOf(change.pk), [change.old, change.new]);
  },
};
