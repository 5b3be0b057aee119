import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Maker } from './record-item';
import { recordAfter } from './record-steps';
import type { Doing, StepKeyOf } from './record-steps';
import type { Call } from './router';
import { writeTogether } from './table';
import type { TransactItem } from './table';

/** Something with a record: every move raises its revision. */
export interface Recorded {
  readonly id: string;
  readonly rev: number;
  readonly status: string;
}

/** How one kind of thing is moved. */
export interface MovesOf<T extends Recorded, M extends string, E, V> {
  readonly find: (id: string) => Promise<T | undefined>;
  readonly stepKey: StepKeyOf;
  /** Whether the lifecycle allows the move there. */
  readonly allows: (status: T['status'], move: M) => boolean;
  readonly mayRead: (item: T, call: Call) => Promise<boolean>;
  /** By whom the move would be made; undefined if the caller may not. */
  readonly makerFor: (item: T, move: M, call: Call) => Promise<Maker | Refusal | undefined>;
  readonly writes: (before: T, effect: E, doing: Doing) => readonly TransactItem[];
  readonly view: (item: T, call: Call) => Promise<V>;
}

export interface MoveAsked<M extends string> {
  readonly move: M;
  readonly id: string;
  /** The revision its maker saw; left out where it matters to nobody what came between. */
  readonly rev?: number;
  /** For those: whether an earlier try of this very operation was written. */
  readonly written?: () => Promise<boolean | Refusal>;
}

/** What one move does: its effect, and writes that belong to it. */
export interface Planned<E> {
  readonly effect: E;
  readonly also?: readonly TransactItem[];
}
export type Plan<T, E> = (item: T, doing: Doing) => Planned<E> | Refusal | Promise<Planned<E> | Refusal>;

/** As many as may come at one moment. */
const TRIES = 40;

const overtaken = ({ rev, status }: Recorded, code: 'changed-meanwhile' | 'move-not-allowed'): Refusal =>
  refuse(code, { rev, status });

/**
 * Makes a move once: one transaction of the thing, if it is still as its maker saw it, the step of its record
 * and what belongs to it. A retry finds its own step and answers as the first time; whoever was overtaken
 * hears so. What you may not see looks exactly like what does not exist; what you may only see says so.
 */
export const recordMoves = <T extends Recorded, M extends string, E, V>(of: MovesOf<T, M, E, V>) => {
  const deny = async (item: T, call: Call): Promise<Refusal> =>
    (await of.mayRead(item, call)) ? overtaken(item, 'move-not-allowed') : refuse('not-found');

  /** Own earlier step: done. Overtaken where that matters: why. Undefined: go on. */
  const ownOrOvertaken = async (
    { move, rev, written }: MoveAsked<M>,
    item: T,
    call: Call,
  ): Promise<'done' | Refusal | undefined> => {
    if (rev === undefined) {
      const earlier = (await written?.()) ?? false;
      return isRefusal(earlier) ? earlier : earlier ? 'done' : undefined;
    }
    if (item.rev === rev) return undefined;
    const since = item.rev > rev ? await recordAfter(of.stepKey, item.id, rev) : [];
    const own = since.find(({ op }) => op === call.op);
    if (own !== undefined) return own.opHash === call.opHash ? 'done' : refuse('key-reused');
    if ((await of.makerFor(item, move, call)) === undefined) return deny(item, call);
    return overtaken(item, of.allows(item.status, move) ? 'changed-meanwhile' : 'move-not-allowed');
  };

  const tryMove = async (
    { move }: MoveAsked<M>,
    before: T,
    call: Call,
    plan: Plan<T, E>,
  ): Promise<'done' | 'changed' | Refusal> => {
    const { now, op, opHash } = call;
    const maker = await of.makerFor(before, move, call);
    if (maker === undefined) return deny(before, call);
    if (isRefusal(maker)) return maker;
    if (!of.allows(before.status, move)) return overtaken(before, 'move-not-allowed');
    const doing = { maker, op, opHash, now };
    const planned = await plan(before, doing);
    if (isRefusal(planned)) return planned;
    const { done } = await writeTogether([...of.writes(before, planned.effect, doing), ...(planned.also ?? [])]);
    return done ? 'done' : 'changed';
  };

  return async (asked: MoveAsked<M>, call: Call, plan: Plan<T, E>): Promise<V | Refusal> => {
    for (let attempt = 1; ; attempt += 1) {
      const before = await of.find(asked.id);
      if (before === undefined) return refuse('not-found');
      const earlier = await ownOrOvertaken(asked, before, call);
      if (isRefusal(earlier)) return earlier;
      if (earlier === 'done') return of.view(before, call);
      const tried = await tryMove(asked, before, call, plan);
      if (isRefusal(tried)) return tried;
      if (tried === 'done') {
        const after = await of.find(before.id);
        return after === undefined ? refuse('not-found') : of.view(after, call);
      }
      if (attempt >= TRIES) return overtaken(before, 'changed-meanwhile');
      await sleep(Math.random() * 5 * 2 ** Math.min(attempt, 5));
    }
  };
};
