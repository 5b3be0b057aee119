import { HAND_OVER_ITEMS } from '@gongyi/shared/votes/contract';
import type {
  HandOver,
  HandOverBasis,
  cancelHandOver as cancelRoute,
  completeHandOver as completeRoute,
  listHandOvers as listRoute,
  noteHandOverItem as noteRoute,
  planHandOver as planRoute,
} from '@gongyi/shared/votes/contract';
import { decidesCompany } from '@gongyi/shared/votes/hand-over-rules';
import { isConsultative } from '@gongyi/shared/votes/voting-rules';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isoDate } from '@gongyi/shared/kernel/time';
import { findOrganisations, moveService, whyNotMoved } from '../district/public';
import { photosToDecide, requireOwnPhotos } from '../media/public';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { handOverOpen } from '../requests/public';
import {
  beginMoving,
  carriedOut,
  changeHandOver,
  createHandOver,
  findHandOver,
  handOverId,
  handOversOf,
  openItems,
} from './hand-over-store';
import type { StoredHandOver } from './hand-over-store';
import { votesSubject } from './standing';
import { findVote } from './vote-store';

const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

const basisView = async (basis: HandOverBasis): Promise<HandOver['basis']> => {
  if (basis.kind === 'street') return { ...basis, photos: await photosToDecide(basis.photos) };
  const { photos, ...vote } = basis;
  return photos === undefined ? vote : { ...vote, photos: await photosToDecide(photos) };
};

const view = async (stored: StoredHandOver): Promise<HandOver> => {
  const { id, rev, state, compoundId, from, to, onDay, notes } = stored;
  return {
    id,
    rev,
    state,
    compoundId,
    from,
    to,
    basis: await basisView(stored.basis),
    onDay,
    items: HAND_OVER_ITEMS.map((item) => {
      const said = notes[item];
      return {
        item,
        done: said?.done ?? false,
        ...part('note', said?.note),
        ...part('at', said?.at),
        ...part('by', said?.by),
      };
    }),
    ...(stored.moved === undefined ? {} : { orders: { moved: stored.moved } }),
    ...part('doneAt', stored.doneAt),
    ...part('cancelled', stored.cancelled),
    mayChange: state === 'planned' || state === 'moving',
  };
};

const mayHandOver = async (compoundId: string, { who, now }: Call): Promise<boolean> =>
  may(who, 'vote.hand-over', await votesSubject(compoundId), now);

const mayWithoutVote = async (compoundId: string, { who, now }: Call): Promise<boolean> =>
  may(who, 'vote.hand-over-unvoted', await votesSubject(compoundId), now);

/** The hand-over, if there is one and the caller may see it; both look the same otherwise. */
const own = async (id: string, call: Call): Promise<StoredHandOver | undefined> => {
  const stored = await findHandOver(id);
  return stored !== undefined && (await mayHandOver(stored.compoundId, call)) ? stored : undefined;
};

/** What speaks against handing over by this: a decision is published once and never changed. */
const basisProblem = async (compoundId: string, basis: HandOverBasis, call: Call): Promise<Refusal | undefined> => {
  if (basis.kind === 'street') return (await mayWithoutVote(compoundId, call)) ? undefined : refuse('decision-needed');
  const vote = await findVote(basis.voteId);
  if (vote?.compoundId !== compoundId || !decidesCompany(vote)) return refuse('decision-needed');
  // What the owners were only asked is no decision of the assembly (Civil Code art. 278): the formal one must be shown.
  if (basis.photos === undefined && isConsultative(vote.rulesInForce.rules))
    return refuse('decision-needed', { document: true });
  return (await carriedOut(vote.id)) ? refuse('decision-used') : undefined;
};

export const planHandOver = async (
  { params: { compoundId }, body }: RouteInput<typeof planRoute>,
  call: Call,
): Promise<HandOver | Refusal> => {
  if (!(await mayHandOver(compoundId, call))) return refuse('not-found');
  const { fromId, toId, basis, onDay } = body;
  if (fromId === toId) return refuse('holder-same');
  const bodies = await findOrganisations([fromId, toId]);
  const [from, to] = [bodies.get(fromId), bodies.get(toId)];
  if (from?.kind !== 'property-company' || to?.kind !== 'property-company') return refuse('organisation-unknown');
  if (!from.servesPlaceIds.includes(compoundId)) return refuse('organisation-unknown');
  const id = handOverId(compoundId, call.op);
  const earlier = await findHandOver(id);
  const problem = earlier === undefined ? await basisProblem(compoundId, basis, call) : undefined;
  if (problem !== undefined) return problem;
  const { photos = [] } = basis;
  const unknown = photos.length === 0 ? undefined : await requireOwnPhotos(photos, call.who.personId, id, call.now);
  if (unknown !== undefined) return unknown;
  const planned: StoredHandOver = {
    id,
    rev: 1,
    state: 'planned',
    compoundId,
    from: { id: from.id, name: from.name },
    to: { id: to.id, name: to.name },
    basis,
    onDay,
    notes: {},
    plannedAt: call.now,
  };
  const stored = await createHandOver(planned, call.opHash);
  return stored === undefined ? refuse('key-reused') : view(stored);
};

export const listHandOvers = async (
  { params: { compoundId } }: RouteInput<typeof listRoute>,
  call: Call,
): Promise<RouteReply<typeof listRoute> | Refusal> =>
  (await mayHandOver(compoundId, call))
    ? {
        items: await Promise.all((await handOversOf(compoundId)).map(view)),
        mayWithoutVote: await mayWithoutVote(compoundId, call),
      }
    : refuse('not-found');

const overtaken = ({ rev, state }: StoredHandOver, seen: number): Refusal =>
  refuse(rev === seen ? 'move-not-allowed' : 'changed-meanwhile', { rev, status: state });

/** Changes one that is planned and as the caller saw it; `change` is told who makes the change. */
const whilePlanned = async (
  id: string,
  rev: number,
  call: Call,
  change: (stored: StoredHandOver, by: string) => Partial<StoredHandOver>,
): Promise<HandOver | Refusal> => {
  const stored = await own(id, call);
  if (stored === undefined) return refuse('not-found');
  if (stored.lastOp === call.op) return view(stored);
  if (stored.state !== 'planned' || stored.rev !== rev) return overtaken(stored, rev);
  const by = maskName((await namesOf([call.who.personId])).get(call.who.personId));
  const changed = await changeHandOver(stored, change(stored, by), call.op);
  return changed === undefined ? refuse('changed-meanwhile', { rev: stored.rev + 1 }) : view(changed);
};

export const noteHandOverItem = async (
  { params, body: { rev, item, done, note } }: RouteInput<typeof noteRoute>,
  call: Call,
): Promise<HandOver | Refusal> =>
  whilePlanned(params.handOverId, rev, call, ({ notes }, by) => ({
    notes: { ...notes, [item]: { done, at: call.now, by, ...part('note', note) } },
  }));

export const cancelHandOver = async (
  { params, body: { rev, reason } }: RouteInput<typeof cancelRoute>,
  call: Call,
): Promise<HandOver | Refusal> =>
  whilePlanned(params.handOverId, rev, call, (_, by) => ({
    state: 'cancelled',
    cancelled: { reason, at: call.now, by },
  }));

/** As long as one call may work; what is left is moved by the next. */
const MOST_MS = 18_000;

const moveOrders = async (stored: StoredHandOver, { now, op }: Call): Promise<StoredHandOver | undefined> => {
  const { compoundId, from, to } = stored;
  const started = Date.now();
  const until = (): boolean => Date.now() - started > MOST_MS;
  const { moved, all } = await handOverOpen(compoundId, from, to, { op: stored.id, now, until });
  const total = (stored.moved ?? 0) + moved;
  return changeHandOver(stored, { moved: total, ...(all ? { state: 'done', doneAt: now } : {}) }, `${op}.moved`);
};

/** What keeps a planned one from being completed: asked before its decision is used up. */
const incomplete = async (stored: StoredHandOver, rev: number, now: number): Promise<Refusal | undefined> => {
  if (stored.state !== 'planned' || stored.rev !== rev) return overtaken(stored, rev);
  if (isoDate(now) < stored.onDay) return refuse('not-yet', { onDay: stored.onDay });
  const left = openItems(stored);
  if (left > 0) return refuse('hand-over-incomplete', { left });
  return whyNotMoved(stored.compoundId, stored.from.id, stored.to.id);
};

const moving = async (stored: StoredHandOver, rev: number, { now, op }: Call): Promise<StoredHandOver | Refusal> => {
  // Cut off half-way: what is left is moved, whoever asks for it.
  if (stored.state === 'moving') return stored;
  const why = await incomplete(stored, rev, now);
  if (why !== undefined) return why;
  const begun = await beginMoving(stored, op);
  if (begun === 'used') return refuse('decision-used');
  return begun === 'changed' ? refuse('changed-meanwhile', { rev: stored.rev + 1 }) : begun;
};

/**
 * The new company serves the compound and the old one does not: from the next request on its people see nothing of
 * it. Then open orders move; where they are many, or it is cut off, it stays `moving` and is completed again.
 */
export const completeHandOver = async (
  { params: { handOverId: id }, body }: RouteInput<typeof completeRoute>,
  call: Call,
): Promise<HandOver | Refusal> => {
  const stored = await own(id, call);
  if (stored === undefined) return refuse('not-found');
  if (stored.state === 'done' && stored.lastOp === `${call.op}.moved`) return view(stored);
  const begun = await moving(stored, body.rev, call);
  if (isRefusal(begun)) return begun;
  const refused = await moveService(begun.compoundId, begun.from.id, begun.to.id, call.op);
  if (isRefusal(refused)) return refused;
  const after = await moveOrders(begun, call);
  return after === undefined ? refuse('changed-meanwhile', { rev: begun.rev + 1 }) : view(after);
};
