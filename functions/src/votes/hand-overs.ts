import { HAND_OVER_ITEMS } from '@gongyi/shared/votes/contract';
import type {
  HandOver,
  completeHandOver as completeRoute,
  listHandOvers as listRoute,
  noteHandOverItem as noteRoute,
  planHandOver as planRoute,
} from '@gongyi/shared/votes/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isoDate } from '@gongyi/shared/kernel/time';
import { findOrganisations, moveService } from '../district/public';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { handOverOpen } from '../requests/public';
import { changeHandOver, createHandOver, findHandOver, handOverId, handOversOf, openItems } from './hand-over-store';
import type { StoredHandOver } from './hand-over-store';
import { votesSubject } from './standing';

const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

const view = (stored: StoredHandOver): HandOver => {
  const { id, rev, state, compoundId, from, to, onDay, notes } = stored;
  return {
    id,
    rev,
    state,
    compoundId,
    from,
    to,
    ...part('voteId', stored.voteId),
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
    mayChange: state === 'planned' || state === 'moving',
  };
};

const mayHandOver = async (compoundId: string, { who, now }: Call): Promise<boolean> =>
  may(who, 'vote.hand-over', await votesSubject(compoundId), now);

/** The hand-over, if there is one and the caller may see it; both look the same otherwise. */
const own = async (id: string, call: Call): Promise<StoredHandOver | undefined> => {
  const stored = await findHandOver(id);
  return stored !== undefined && (await mayHandOver(stored.compoundId, call)) ? stored : undefined;
};

export const planHandOver = async (
  { params: { compoundId }, body }: RouteInput<typeof planRoute>,
  call: Call,
): Promise<HandOver | Refusal> => {
  if (!(await mayHandOver(compoundId, call))) return refuse('not-found');
  const { fromId, toId, voteId, onDay } = body;
  if (fromId === toId) return refuse('holder-same');
  const bodies = await findOrganisations([fromId, toId]);
  const [from, to] = [bodies.get(fromId), bodies.get(toId)];
  if (from?.kind !== 'property-company' || to?.kind !== 'property-company') return refuse('organisation-unknown');
  if (!from.servesPlaceIds.includes(compoundId)) return refuse('organisation-unknown');
  const planned: StoredHandOver = {
    id: handOverId(compoundId, call.op),
    rev: 1,
    state: 'planned',
    compoundId,
    from: { id: from.id, name: from.name },
    to: { id: to.id, name: to.name },
    ...part('voteId', voteId),
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
  (await mayHandOver(compoundId, call)) ? { items: (await handOversOf(compoundId)).map(view) } : refuse('not-found');

const overtaken = ({ rev, state }: StoredHandOver, seen: number): Refusal =>
  refuse(rev === seen ? 'move-not-allowed' : 'changed-meanwhile', { rev, status: state });

export const noteHandOverItem = async (
  { params: { handOverId: id }, body }: RouteInput<typeof noteRoute>,
  call: Call,
): Promise<HandOver | Refusal> => {
  const stored = await own(id, call);
  if (stored === undefined) return refuse('not-found');
  if (stored.lastOp === call.op) return view(stored);
  if (stored.state !== 'planned' || stored.rev !== body.rev) return overtaken(stored, body.rev);
  const { item, done, note } = body;
  const by = maskName((await namesOf([call.who.personId])).get(call.who.personId));
  const said = { done, at: call.now, by, ...(note === undefined ? {} : { note }) };
  const changed = await changeHandOver(stored, { notes: { ...stored.notes, [item]: said } }, call.op);
  return changed === undefined ? refuse('changed-meanwhile', { rev: stored.rev + 1 }) : view(changed);
};

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

/**
 * The new company serves the compound and the old one does not: from the next request on its people see nothing of
 * it. Then open orders move; where they are many, the hand-over stays `moving` and is completed again.
 */
export const completeHandOver = async (
  { params: { handOverId: id }, body }: RouteInput<typeof completeRoute>,
  call: Call,
): Promise<HandOver | Refusal> => {
  const { now, op } = call;
  const stored = await own(id, call);
  if (stored === undefined) return refuse('not-found');
  if (stored.state === 'done' && stored.lastOp === `${op}.moved`) return view(stored);
  if (stored.state !== 'moving') {
    if (stored.state !== 'planned' || stored.rev !== body.rev) return overtaken(stored, body.rev);
    if (isoDate(now) < stored.onDay) return refuse('not-yet', { onDay: stored.onDay });
    const left = openItems(stored);
    if (left > 0) return refuse('hand-over-incomplete', { left });
  }
  const moving = stored.state === 'moving' ? stored : await changeHandOver(stored, { state: 'moving' }, op);
  if (moving === undefined) return refuse('changed-meanwhile', { rev: stored.rev + 1 });
  const refused = await moveService(moving.compoundId, moving.from.id, moving.to.id, op);
  if (isRefusal(refused)) return refused;
  const after = await moveOrders(moving, call);
  return after === undefined ? refuse('changed-meanwhile', { rev: moving.rev + 1 }) : view(after);
};
