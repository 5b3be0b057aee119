import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import type { BallotHead } from './ballot-item';
import { findHead, findWholeLine } from './ballot-store';
import type { WholeLine } from './ballot-store';
import { writeLine, operationOf } from './line-change-store';
import type { BallotEvent, LineWrite } from './line-change-store';
import { maskedName } from './line-people';
import { closedBecause } from './vote-open';
import { findVote } from './vote-store';

/** A line with its vote, as one who changes it finds them. */
export interface Found extends WholeLine {
  readonly vote: Vote;
  readonly head: BallotHead;
}

/** What a change does to a line, the entry that tells of it, and what is written with them. */
export interface LineEdit {
  readonly set: Readonly<Record<string, unknown>>;
  readonly event?: Pick<BallotEvent, 'kind'> & Partial<Pick<BallotEvent, 'reason' | 'photos'>>;
  readonly also?: readonly TransactItem[];
}

export interface EditSpec {
  readonly voteId: string;
  readonly no: number;
  /** Who may: a refusal for who may not, looked at before anything is told. */
  readonly allowed: (found: Found) => Promise<Refusal | undefined> | Refusal | undefined;
  readonly plan: (found: Found) => Promise<LineEdit | Refusal> | LineEdit | Refusal;
  /** Also when the vote takes no ballots any more: what the counting settles. */
  readonly afterClose?: boolean;
  /** Also where the line's ballot was cast: it stays, and the answer is the same. */
  readonly castOrNot?: boolean;
  /** Done before a refusal tells somebody that the line's ballot was cast. */
  readonly learned?: (found: Found, call: Call) => Promise<void>;
}

export const findForLine = async (voteId: string, no: number): Promise<Found | undefined> => {
  const [vote, head, whole] = await Promise.all([
    findVote(voteId),
    findHead(voteId, { consistent: true }),
    findWholeLine(voteId, no),
  ]);
  if (vote === undefined || head === undefined || whole === undefined) return undefined;
  return { vote, head: { ...head, closesAt: Math.max(head.closesAt, vote.closesAt ?? 0) }, ...whole };
};

/** Why a line may not be changed now, beyond what the change itself says. */
const shut = ({ head, line }: Found, castOrNot: boolean, now: number): Refusal | undefined => {
  const closed = closedBecause(head, now);
  if (closed !== undefined) return closed;
  if (line.ballot !== undefined && !castOrNot) return refuse('already-cast');
  return line.sealed === undefined ? undefined : refuse('vote-closed', { closesAt: head.closesAt });
};

const TRIES = 12;

/**
 * Changes a line once, as it is seen: conditional on the last change of it, and, while the vote runs, that it is
 * neither cast nor sealed. A retry finds its own operation and is answered by the line as it stands.
 */
export const editLine = async (spec: EditSpec, call: Call): Promise<Found | Refusal> => {
  const { voteId, no, afterClose = false, castOrNot = false } = spec;
  const until: LineWrite['until'] = afterClose ? 'counted' : castOrNot ? 'sealed' : 'cast';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const found = await findForLine(voteId, no);
    if (found === undefined) return refuse('not-found');
    const denied = await spec.allowed(found);
    if (denied !== undefined) return denied;
    const earlier = await operationOf(voteId, call.op);
    if (earlier !== undefined) return earlier === call.opHash ? found : refuse('key-reused');
    const why = afterClose ? undefined : shut(found, castOrNot, call.now);
    if (why?.refused === 'already-cast') await spec.learned?.(found, call);
    if (why !== undefined) return why;
    const planned = await spec.plan(found);
    if (isRefusal(planned)) return planned;
    const event = planned.event && (await entryOf(planned.event, no, call));
    const write = { voteId, seen: found.line, set: planned.set, event, also: planned.also ?? [], until };
    if (await writeLine(write, call)) return (await findForLine(voteId, no)) ?? refuse('not-found');
    await sleep(Math.random() * 5 * 2 ** Math.min(attempt, 6));
  }
  return refuse('changed-meanwhile');
};

const entryOf = async (
  { kind, reason, photos = [] }: NonNullable<LineEdit['event']>,
  line: number,
  { who, now, op }: Call,
): Promise<BallotEvent> => ({
  id: op,
  kind,
  line,
  at: now,
  byId: who.personId,
  by: await maskedName(who.personId),
  ...(reason === undefined ? {} : { reason }),
  photos: [...photos],
});
