import { CATEGORIES, isCategoryKey } from '@gongyi/shared/requests/category';
import type { Category } from '@gongyi/shared/requests/category';
import type { RequestView } from '@gongyi/shared/requests/contract';
import type { EventKind, Request } from '@gongyi/shared/requests/request';
import { OPEN } from '@gongyi/shared/requests/request-rules';
import { photoViews } from '../media/public';
import { namesOf } from '../people/public';
import { movesOpen } from './moves-open';
import type { StoredEvent } from '@gongyi/shared/requests/stored-request';
import { rowOf, seesWords } from './request-row';
import type { Viewer } from './request-row';
import { eventsAfter, hasJoined } from './request-store';
import { seesNames } from './request-subject';
import { holderCard, levelAbove } from './serving';
import { eventWords, photosIn, timelineOf } from './timeline';
import type { TimelineLook } from './timeline';

const answersOf = (request: Request): RequestView['answers'] => {
  const questions: Category['questions'] = isCategoryKey(request.category)
    ? CATEGORIES[request.category].questions
    : [];
  return Object.entries(request.answers).map(([key, answer]) => ({
    question: questions.find((question) => question.key === key)?.words ?? key,
    answer,
  }));
};

/** Names for staff of the case; nobody else reads a full name. */
const fullNames = async (
  request: Request,
  events: readonly StoredEvent[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, string>> => {
  if (!seesNames(request, viewer.who, viewer.now)) return new Map();
  const ids = [request.filerId, ...events.map(({ byId }) => byId)].filter((id) => id !== undefined);
  return ids.length === 0 ? new Map() : namesOf([...new Set(ids)]);
};

/** A value that may be missing, as a part of an object. */
const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

/** Reasons, proof and price repeat words of a step: they are shown exactly where that step's words are. */
const repeatedWords = (request: Request, events: readonly StoredEvent[], look: TimelineLook) => {
  const last = (...kinds: EventKind[]) => events.findLast(({ kind }) => kinds.includes(kind));
  const wordsOf = (...kinds: EventKind[]) => eventWords(last(...kinds), look.personId);
  const { pauseReason, closedReason, proof, quote } = request;
  return {
    ...part('pauseReason', pauseReason && wordsOf('paused')),
    ...part('closedReason', closedReason && wordsOf('declined')),
    ...part('quote', quote && { ...quote, words: wordsOf('quoted') ?? '' }),
    ...part(
      'proof',
      proof && {
        words: wordsOf('resolved') ?? '',
        before: photosIn(proof.before, look.photos),
        after: photosIn(proof.after, look.photos),
      },
    ),
  };
};

/** What happens by itself when the clock runs out. */
const nextOf = async (request: Request): Promise<RequestView['next']> => {
  if (!OPEN.includes(request.status)) return undefined;
  const above = await levelAbove(request);
  return above && { level: (request.escalation?.level ?? 0) + 1, organisationName: above.name };
};

/**
 * A request with its timeline for somebody who may read it (or who has just made a step of it). The caller
 * answers for that; what of it is shown is decided here.
 */
export const viewRequest = async (request: Request, viewer: Viewer): Promise<RequestView> => {
  const { personId } = viewer.who;
  const mine = request.filerId === personId;
  const [events, joinedByMe, holder, next] = await Promise.all([
    request.rev === 1 ? [] : eventsAfter(request.id),
    mine || request.joined === 0 ? false : hasJoined(request.id, personId),
    holderCard(request),
    nextOf(request),
  ]);
  const photoIds = [...request.photos, ...events.flatMap(({ photos }) => photos)];
  const [names, views] = await Promise.all([
    fullNames(request, events, viewer),
    photoIds.length === 0 ? [] : photoViews([...new Set(photoIds)], personId),
  ]);
  const photos = new Map(views.map((view) => [view.mediaId, view]));
  const look: TimelineLook = { personId, names, photos };
  const filerName = names.get(request.filerId ?? '') ?? request.filerName;
  const { spot, escalation, hotline, firstAnsweredAt, resolvedAt, duplicateOf } = request;
  return {
    ...rowOf(request, viewer),
    ...part('thumbnailUrl', views.find(({ mediaId }) => mediaId === request.photos[0])?.url),
    net: request.net,
    wordsState: request.wordsCheck,
    answers: answersOf(request),
    photos: photosIn(request.photos, photos),
    spot: {
      placeId: spot.placeId,
      placeName: spot.placeName,
      // Words for the spot are the filer's too.
      ...part('words', seesWords(request, personId) ? spot.words : undefined),
      ...part('point', spot.point),
    },
    visibility: request.visibility,
    channel: request.channel,
    contact: request.contact,
    ...part('called12345', request.called12345 ? true : undefined),
    filerName,
    mine,
    joinedByMe,
    holder,
    firstHolderId: request.firstHolderId,
    firstAnswerDueAt: request.firstAnswerDueAt,
    ...part('firstAnsweredAt', firstAnsweredAt),
    ...repeatedWords(request, events, look),
    ...part('next', next),
    ...part(
      'escalation',
      escalation && { level: escalation.level, organisationName: escalation.organisationName, at: escalation.at },
    ),
    // An order's number is written by hand and looks the order up at the hotline: for who asked, and staff.
    ...part('hotline', mine || seesNames(request, viewer.who, viewer.now) ? hotline : undefined),
    ...part('resolvedAt', resolvedAt),
    ...part('duplicateOf', duplicateOf),
    round: request.round,
    timeline: timelineOf(request, filerName, events, look),
    moves: movesOpen(request, viewer, joinedByMe),
  };
};
