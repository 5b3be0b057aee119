import { setTimeout as sleep } from 'node:timers/promises';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { Standing } from '@gongyi/shared/kernel/authority';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RequestView } from '@gongyi/shared/requests/contract';
import type { Effect } from '@gongyi/shared/requests/effect';
import type { Request } from '@gongyi/shared/requests/request';
import { LOOSE, MOVE_ACTION, nextStatus } from '@gongyi/shared/requests/request-rules';
import type { Move } from '@gongyi/shared/requests/request-rules';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { byWords } from './by-words';
import { eventsAfter, findRequest, writeStep } from './request-store';
import { mayRead, subjectOf } from './request-subject';
import { viewRequest } from './view-request';

/** What one verb does: the effect on the request as it stands, and writes that belong to it. */
export type Plan = (request: Request, standing: Standing) => Planned | Refusal | Promise<Planned | Refusal>;
export type Planned = Effect & { readonly also?: readonly TransactItem[] };

export interface Asked {
  readonly verb: Move;
  readonly requestId: string;
  /** The revision its maker saw. */
  readonly rev: number;
}

/** Only moves that stand beside others try again: as many as may come at one moment. */
const TRIES = 40;

/**
 * Makes a move once: one transaction of the request, if it is still as its maker saw it, and the step of its
 * timeline. A retry finds its own step and answers as the first time; whoever was overtaken hears by what.
 */
export const makeMove = async (asked: Asked, call: Call, plan: Plan): Promise<RequestView | Refusal> => {
  const request = await moveRequest(asked, call, plan);
  return isRefusal(request) ? request : viewRequest(request, call);
};

/** The same without the view: the request after the move. */
export const moveRequest = async (asked: Asked, call: Call, plan: Plan): Promise<Request | Refusal> => {
  for (let attempt = 1; ; attempt += 1) {
    const before = await findRequest(asked.requestId);
    if (before === undefined) return refuse('not-found');
    const overtaken = await ownOrOvertaken(asked, before, call);
    if (overtaken !== undefined) return overtaken;
    const tried = await tryMove(asked, before, call, plan);
    if (tried !== 'changed') return tried;
    if (attempt >= TRIES) return refuse('changed-meanwhile', { rev: before.rev, status: before.status });
    await sleep(Math.random() * 5 * 2 ** Math.min(attempt, 5));
  }
};

/** Own earlier step: the request. Overtaken where that matters: why. Undefined: go on. */
const ownOrOvertaken = async (asked: Asked, request: Request, call: Call): Promise<Request | Refusal | undefined> => {
  if (request.rev === asked.rev) return undefined;
  const since = request.rev > asked.rev ? await eventsAfter(request.id, asked.rev) : [];
  const own = since.find(({ op }) => op === call.op);
  if (own !== undefined) return own.opHash === call.opHash ? request : refuse('key-reused');
  const denied = deny(asked, request, call);
  if (denied !== undefined) return denied;
  if (LOOSE.includes(asked.verb)) return undefined;
  const taker = since.find(({ kind }) => ['accepted', 'assigned', 'taken'].includes(kind));
  if ((asked.verb === 'accept' || asked.verb === 'take') && taker !== undefined && taker.byId !== call.who.personId) {
    return refuse('already-held', {
      holderName: request.holderName,
      ...(request.assigneeName === undefined ? {} : { assigneeName: request.assigneeName }),
      byName: byWords(taker.byRole, taker.byName),
      rev: request.rev,
      status: request.status,
    });
  }
  return refuse(nextStatus(request.status, asked.verb) === undefined ? 'move-not-allowed' : 'changed-meanwhile', {
    rev: request.rev,
    status: request.status,
  });
};

/** Everybody in a compound may join what they may read there; other rights name their own requests. */
const standingOf = ({ verb }: Asked, request: Request, { who, now }: Call): Standing | undefined =>
  verb === 'join' && !mayRead(request, who, now)
    ? undefined
    : standingFor(who, MOVE_ACTION[verb], subjectOf(request), now);

/** What you may not see looks exactly like what does not exist; what you may only see says so. */
const deny = (asked: Asked, request: Request, call: Call): Refusal | undefined => {
  const { who, now } = call;
  if (standingOf(asked, request, call) !== undefined) return undefined;
  return mayRead(request, who, now)
    ? refuse('move-not-allowed', { status: request.status, rev: request.rev })
    : refuse('not-found');
};

const tryMove = async (
  asked: Asked,
  before: Request,
  call: Call,
  plan: Plan,
): Promise<Request | Refusal | 'changed'> => {
  const { verb } = asked;
  const { who, now, op, opHash } = call;
  const standing = standingOf(asked, before, call);
  if (standing === undefined) return deny(asked, before, call) ?? refuse('not-found');
  if (nextStatus(before.status, verb) === undefined) {
    return refuse('move-not-allowed', { status: before.status, rev: before.rev });
  }
  const planned = await plan(before, standing);
  if (isRefusal(planned)) return planned;
  const names = await namesOf([who.personId]);
  const maker = { personId: who.personId, role: standing.role, name: maskName(names.get(who.personId)) };
  const written = await writeStep({ before, effect: planned, verb, maker, op, opHash, now }, planned.also);
  if (!written) return 'changed';
  return (await findRequest(before.id)) ?? refuse('not-found');
};
