import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionView } from '@gongyi/shared/council/contract';
import type { SessionEffect } from '@gongyi/shared/council/session-effects';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { LOOSE_SESSION_MOVES, SESSION_MOVE_ACTION, nextSessionStatus } from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import type { Standing } from '@gongyi/shared/kernel/authority';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { makerOf } from '../people/public';
import { actsAs } from './acts-as';
import type { Maker } from '../platform/record-item';
import { findSession, sessionWrites, stepsAfter, writeSteps } from './record-store';
import type { Doing } from '../platform/record-steps';
import { OVERTAKEN_BY, mayReadSession, standingIn } from './session-standing';
import { partiesOf } from './standing';
import { viewSession } from './view-session';

/** What one verb does: the effect on the session as it stands, and writes to its topics that belong to it. */
export type SessionPlan = (session: CouncilSession, doing: Doing) => Outcome | Promise<Outcome>;
type Outcome = SessionEffect | WithTopics | Refusal;
export interface WithTopics {
  readonly effect: SessionEffect;
  readonly also: readonly TransactItem[];
}

export interface SessionAsked {
  readonly verb: SessionMove;
  readonly sessionId: string;
  /** The revision its maker saw. */
  readonly rev: number;
}

/** As many as may come at one moment. */
const TRIES = 40;

/**
 * Makes a move once: one transaction of the session, if it is still as its maker saw it, the step of its
 * record, and the topics it touches. A retry finds its own step and answers as the first time; whoever was
 * overtaken hears so.
 */
export const makeSessionMove = async (
  asked: SessionAsked,
  call: Call,
  plan: SessionPlan,
): Promise<SessionView | Refusal> => {
  for (let attempt = 1; ; attempt += 1) {
    const before = await findSession(asked.sessionId);
    if (before === undefined) return refuse('not-found');
    const earlier = await ownOrOvertaken(asked, before, call);
    if (earlier !== undefined) return isRefusal(earlier) ? earlier : viewSession(earlier, call);
    const tried = await tryMove(asked, before, call, plan);
    if (isRefusal(tried)) return tried;
    if (tried === 'done') {
      const after = await findSession(before.id);
      return after === undefined ? refuse('not-found') : viewSession(after, call);
    }
    if (attempt >= TRIES) return overtaken(before, 'changed-meanwhile');
    await sleep(Math.random() * 5 * 2 ** Math.min(attempt, 5));
  }
};

const overtaken = ({ rev, status }: CouncilSession, code: 'changed-meanwhile' | 'move-not-allowed'): Refusal =>
  refuse(code, { rev, status });

/** Own earlier step: the session. Overtaken where that matters: why. Undefined: go on. */
const ownOrOvertaken = async (
  { verb, rev }: SessionAsked,
  session: CouncilSession,
  call: Call,
): Promise<CouncilSession | Refusal | undefined> => {
  if (session.rev === rev) return undefined;
  const since = session.rev > rev ? await stepsAfter('session', session.id, rev) : [];
  const own = since.find(({ op }) => op === call.op);
  if (own !== undefined) return own.opHash === call.opHash ? session : refuse('key-reused');
  const denied = await deny(verb, session, call);
  if (denied !== undefined) return denied;
  const matters: readonly string[] = OVERTAKEN_BY[verb] ?? [];
  if (LOOSE_SESSION_MOVES.includes(verb) && !since.some(({ kind }) => matters.includes(kind))) return undefined;
  const lawful = nextSessionStatus(session.status, verb) !== undefined;
  return overtaken(session, lawful ? 'changed-meanwhile' : 'move-not-allowed');
};

/** What you may not see looks exactly like what does not exist; what you may only see says so. */
const deny = async (verb: SessionMove, session: CouncilSession, { who, now }: Call): Promise<Refusal | undefined> => {
  if (standingIn(session, verb, who, now) !== undefined) return undefined;
  if (!(await mayReadSession(session, who, now))) return refuse('not-found');
  return SESSION_MOVE_ACTION[verb] === 'session.take-part'
    ? refuse('not-a-delegate')
    : overtaken(session, 'move-not-allowed');
};

/** A delegate stands in the record by their party and masked name, wherever they live. */
const makerIn = ({ compoundId, seats }: CouncilSession, standing: Standing, call: Call): Promise<Maker> => {
  const as =
    standing.role === 'person' ? 'delegate' : actsAs(standing, partiesOf(call.who, compoundId, seats, call.now));
  return makerOf(as, compoundId, call);
};

const tryMove = async (
  { verb }: SessionAsked,
  before: CouncilSession,
  call: Call,
  plan: SessionPlan,
): Promise<'done' | 'changed' | Refusal> => {
  const { who, now, op, opHash } = call;
  const standing = standingIn(before, verb, who, now);
  if (standing === undefined) return (await deny(verb, before, call)) ?? refuse('not-found');
  if (nextSessionStatus(before.status, verb) === undefined) return overtaken(before, 'move-not-allowed');
  const doing = { maker: await makerIn(before, standing, call), op, opHash, now };
  const planned = await plan(before, doing);
  if (isRefusal(planned)) return planned;
  const { effect, also } = 'also' in planned ? planned : { effect: planned, also: [] };
  const { done } = await writeSteps([...sessionWrites(before, effect, doing), ...also]);
  return done ? 'done' : 'changed';
};
