import * as z from 'zod/mini';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { Request } from './request';
import type { EventKind, RequestEvent } from './request';
import { nextStatus } from './request-rules';
import type { Move } from './request-rules';

/** Fields a move changes; `undefined` takes the field away. */
export type Changes = { readonly [K in keyof Request]?: Request[K] | undefined };

/** What a move does to a request, and the step of the timeline it leaves. */
export interface Effect {
  readonly changes: Changes;
  readonly event: {
    readonly kind: EventKind;
    readonly words?: string | undefined;
    readonly photos?: readonly string[];
    readonly facts?: RequestEvent['facts'];
  };
}

/** An organisation as far as a move needs to know it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** `verb` with its status; refused with `move-not-allowed` where the lifecycle has no such step. */
export const moved = (request: Request, verb: Move, changes: Changes, event: Effect['event']): Effect | Refusal => {
  const status = nextStatus(request.status, verb);
  if (status === undefined) return refuse('move-not-allowed', { status: request.status, rev: request.rev });
  return { changes: { status, ...changes }, event };
};

/** The request after an effect, one revision on. */
export const afterEffect = (request: Request, { changes }: Effect): Request => {
  const kept = Object.entries({ ...request, ...changes }).filter(([, value]) => value !== undefined);
  return z.parse(Request, { ...Object.fromEntries(kept), rev: request.rev + 1 });
};

/** Any act of the holder is its first answer. */
export const answered = (request: Request, now: number): Changes => ({
  firstAnsweredAt: request.firstAnsweredAt ?? now,
});

export const union = (list: readonly string[], more: readonly string[]): string[] => [...new Set([...list, ...more])];
