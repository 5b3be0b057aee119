import { RepairRow } from '@gongyi/shared/votes/contract';
import type {
  RepairView,
  accountRepair as accountRoute,
  checkRepair as checkRoute,
  declareRepair as declareRoute,
  finishRepair as finishRoute,
  getRepair as getRoute,
  listRepairs as listRoute,
} from '@gongyi/shared/votes/contract';
import { REPAIR_MOVES, REPAIR_STEPS, repairAllows } from '@gongyi/shared/votes/emergency-repair';
import type { EmergencyRepair, RepairMove } from '@gongyi/shared/votes/emergency-repair';
import { placeKind, within } from '@gongyi/shared/district/place';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { numberOf } from '@gongyi/shared/kernel/number';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findPlaces } from '../district/public';
import { requireOwnPhotos, shownSteps } from '../media/public';
import { makerOf } from '../people/public';
import { makeCursor, readCursor } from '../platform/cursor';
import { listedPage } from '../platform/list-rows';
import { recordMoves } from '../platform/record-moves';
import type { Call, OpenCall } from '../platform/router';
import { writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { REPAIRS } from './committee-lists';
import { repairRow } from './repair-row';
import { findRepair, repairBegins, repairSteps, repairWrites } from './repair-store';
import type { RepairEffect } from './repair-store';
import { partNames } from './scope-names';
import { actsAs, byWords, mayOn, votesSubject } from './standing';
import type { Viewer } from './standing';

const ACTION = { check: 'repair.check', finish: 'repair.declare', account: 'repair.declare' } as const;

/** A repair is announced when it is declared: everybody may read it. */
const view = async (repair: EmergencyRepair, viewer: Viewer): Promise<RepairView> => {
  const personId = viewer.who?.personId;
  const [steps, placeNames, subject] = await Promise.all([
    repairSteps(repair.id),
    partNames(repair.placeIds),
    votesSubject(repair.compoundId),
  ]);
  const shown = await shownSteps({ steps, kinds: REPAIR_STEPS, textKinds: [], personId, byOf: byWords });
  return {
    ...repairRow(repair),
    placeIds: repair.placeIds,
    placeNames,
    steps: shown.map(({ rev, kind, at, by, words, wordsState, photos }) => ({
      rev,
      kind,
      at,
      by,
      ...(words === undefined ? {} : { words }),
      ...(wordsState === undefined ? {} : { wordsState }),
      photos,
    })),
    fingerprint: repair.fingerprint,
    moves: REPAIR_MOVES.filter(
      (move) =>
        repairAllows(repair.status, move) &&
        (move !== 'check' || repair.declaredBy !== personId) &&
        mayOn(subject, ACTION[move], viewer),
    ),
  };
};

const makeMove = recordMoves<EmergencyRepair, RepairMove, RepairEffect, RepairView>({
  find: findRepair,
  stepKey: keys.repairStep,
  allows: repairAllows,
  mayRead: () => Promise.resolve(true),
  makerFor: async (repair, move, call) => {
    const standing = standingFor(call.who, ACTION[move], await votesSubject(repair.compoundId), call.now);
    return standing && makerOf(actsAs(standing), repair.compoundId, call);
  },
  writes: repairWrites,
  view,
});

const placesProblem = async (compoundId: string, placeIds: readonly string[]): Promise<Refusal | undefined> => {
  const known = await findPlaces([compoundId, ...placeIds]);
  const wrong = [compoundId, ...placeIds].find((id) => !known.has(id) || !within(id, compoundId));
  return wrong === undefined && placeKind(compoundId) === 'compound'
    ? undefined
    : refuse('place-unknown', { placeId: wrong ?? compoundId });
};

export const declareRepair = async (
  { params: { compoundId }, body }: RouteInput<typeof declareRoute>,
  call: Call,
): Promise<RepairView | Refusal> => {
  const { who, now, op, opHash } = call;
  const standing = standingFor(who, 'repair.declare', await votesSubject(compoundId), now);
  if (standing === undefined) return refuse('not-found');
  const problem = await placesProblem(compoundId, body.placeIds);
  if (problem !== undefined) return problem;
  const compound = (await findPlaces([compoundId])).get(compoundId);
  const photos = [...new Set(body.photos)];
  const unknown = photos.length === 0 ? undefined : await requireOwnPhotos(photos, who.personId, op, now);
  if (unknown !== undefined) return unknown;
  const { kind, title, words, placeIds, estimate } = body;
  const repair = {
    id: op,
    number: numberOf(op, now),
    rev: 1,
    status: 'declared' as const,
    compoundId,
    compoundName: compound?.name ?? '',
    placeIds: [...new Set(placeIds)],
    kind,
    title,
    words,
    estimate,
    photos,
    declaredAt: now,
    declaredBy: who.personId,
  };
  const maker = await makerOf(actsAs(standing), compoundId, call);
  const { done } = await writeTogether(repairBegins(repair, { maker, op, opHash, now }));
  const stored = await findRepair(op);
  if (stored === undefined) throw new Error('a repair was not written');
  if (!done && (await repairSteps(op))[0]?.opHash !== opHash) return refuse('key-reused');
  return view(stored, call);
};

export const getRepair = async (
  { params }: RouteInput<typeof getRoute>,
  call: OpenCall,
): Promise<RepairView | Refusal> => {
  const repair = await findRepair(params.repairId);
  return repair === undefined ? refuse('not-found') : view(repair, call);
};

export const listRepairs = async (
  { params: { compoundId }, query }: RouteInput<typeof listRoute>,
  call: OpenCall,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  if (placeKind(compoundId) !== 'compound' || !(await findPlaces([compoundId])).has(compoundId)) {
    return refuse('not-found');
  }
  const name = `${REPAIRS}/${compoundId}`;
  const personId = call.who?.personId ?? '';
  const from = await readCursor(query.cursor, name, personId);
  if (isRefusal(from)) return from;
  const ask = { list: REPAIRS, ownerId: compoundId, limit: query.limit, after: from.after, newestFirst: true };
  const { rows, lastKey } = await listedPage(RepairRow, ask);
  const cursor = await makeCursor(lastKey, name, personId);
  return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
};

/** Whoever declares it does not confirm it: two people look. */
export const checkRepair = (
  { params, body }: RouteInput<typeof checkRoute>,
  call: Call,
): Promise<RepairView | Refusal> =>
  makeMove({ move: 'check', id: params.repairId, rev: body.rev }, call, (repair) => {
    if (repair.declaredBy === call.who.personId) return refuse('own-declaration');
    const status = body.confirmed ? ('confirmed' as const) : ('refused' as const);
    return {
      effect: { change: { status, checkedAt: call.now }, event: { kind: status, words: body.words } },
    };
  });

const own = (photos: readonly string[], id: string, { who, now }: Call): Promise<Refusal | undefined> =>
  requireOwnPhotos([...new Set(photos)], who.personId, id, now);

export const finishRepair = (
  { params, body }: RouteInput<typeof finishRoute>,
  call: Call,
): Promise<RepairView | Refusal> =>
  makeMove({ move: 'finish', id: params.repairId, rev: body.rev }, call, async (repair) => {
    const { words, photos } = body;
    if (photos.length === 0) return refuse('proof-needed');
    const unknown = await own(photos, repair.id, call);
    if (unknown !== undefined) return unknown;
    return { effect: { change: { status: 'done', doneAt: call.now }, event: { kind: 'done', words, photos } } };
  });

export const accountRepair = (
  { params, body }: RouteInput<typeof accountRoute>,
  call: Call,
): Promise<RepairView | Refusal> =>
  makeMove({ move: 'account', id: params.repairId, rev: body.rev }, call, async (repair) => {
    const { words, photos, spent } = body;
    if (photos.length === 0) return refuse('proof-needed');
    const unknown = await own(photos, repair.id, call);
    if (unknown !== undefined) return unknown;
    return {
      effect: {
        change: { status: 'accounted', accountedAt: call.now, spent },
        event: { kind: 'accounted', words, photos, facts: { spent, estimate: repair.estimate } },
      },
    };
  });
