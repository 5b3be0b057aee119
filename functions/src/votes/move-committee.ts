import type {
  CommitteeView,
  attendCommittee as attendRoute,
  cancelCommittee as cancelRoute,
  closeCommittee as closeRoute,
  openCommittee as openRoute,
  publishCommittee as publishRoute,
  stateInCommittee as stateRoute,
} from '@gongyi/shared/votes/contract';
import { committeeEndsAt, committeeQuorate, nextCommitteeStatus, takesPart } from '@gongyi/shared/votes/committee-vote';
import type { CommitteeMove, CommitteeVote } from '@gongyi/shared/votes/committee-vote';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makerOf } from '../people/public';
import { recordMoves } from '../platform/record-moves';
import type { Call } from '../platform/router';
import { keys } from '../platform/table-shape';
import { committeeSteps, committeeWrites, findCommitteeVote } from './committee-store';
import { missingIn, rollCallEnded } from './committee-store';
import type { CommitteeEffect } from './committee-store';
import { actsAs, votesSubject } from './standing';
import { ATTEND_FROM, mayReadCommittee, viewCommittee } from './view-committee';

const MEMBERS_MOVES: readonly CommitteeMove[] = ['attend', 'state'];

const makeMove = recordMoves<CommitteeVote, CommitteeMove, CommitteeEffect, CommitteeView>({
  find: findCommitteeVote,
  stepKey: keys.committeeStep,
  allows: (status, move) => nextCommitteeStatus(status, move) !== undefined,
  mayRead: mayReadCommittee,
  makerFor: async (vote, move, call) => {
    const { who, now } = call;
    const subject = await votesSubject(vote.compoundId);
    if (MEMBERS_MOVES.includes(move)) {
      // A member speaks for themself alone: there is nobody to name.
      if (takesPart(vote, who, now)) return makerOf('owners-committee', vote.compoundId, call);
      return (await mayReadCommittee(vote, call)) ? refuse('not-a-member') : undefined;
    }
    const standing = standingFor(who, 'committee-vote.call', subject, now);
    return standing && makerOf(actsAs(standing), vote.compoundId, call);
  },
  writes: committeeWrites,
  view: viewCommittee,
});

type Answer = Promise<CommitteeView | Refusal>;

/** For moves without a seen revision: an earlier try of this very operation left its step. */
const writtenBy = (id: string, op: string) => async (): Promise<boolean> =>
  (await committeeSteps(id)).some((step) => step.op === op);

export const attendCommittee = ({ params }: RouteInput<typeof attendRoute>, call: Call): Answer => {
  const { committeeVoteId: id } = params;
  const { personId } = call.who;
  return makeMove({ move: 'attend', id, written: writtenBy(id, call.op) }, call, (vote) => {
    if (vote.attending.includes(personId)) return refuse('already-signed-in');
    if (call.now < vote.meetsAt - ATTEND_FROM) return refuse('not-yet', { at: vote.meetsAt - ATTEND_FROM });
    const attending = [...vote.attending, personId];
    return {
      effect: {
        change: { attending },
        event: { kind: 'attended', facts: { attending: attending.length, members: vote.members.length } },
      },
    };
  });
};

export const openCommittee = ({ params, body }: RouteInput<typeof openRoute>, call: Call): Answer =>
  makeMove({ move: 'open', id: params.committeeVoteId, rev: body.rev }, call, (vote) => {
    if (call.now < vote.meetsAt) return refuse('not-yet', { at: vote.meetsAt });
    const { attending, members } = vote;
    const facts = { attending: attending.length, members: members.length };
    if (!committeeQuorate(vote)) return refuse('no-quorum', facts);
    return { effect: { change: { status: 'open', openedAt: call.now }, event: { kind: 'opened', facts } } };
  });

export const stateInCommittee = ({ params, body }: RouteInput<typeof stateRoute>, call: Call): Answer => {
  const { committeeVoteId: id } = params;
  const { personId } = call.who;
  return makeMove({ move: 'state', id, written: writtenBy(id, call.op) }, call, (vote) => {
    const { matterId, choice } = body;
    if (call.now >= committeeEndsAt(vote)) return refuse('move-not-allowed', { status: vote.status });
    if (!vote.attending.includes(personId)) return refuse('not-signed-in');
    if (!vote.matters.some((matter) => matter.id === matterId)) return refuse('matter-unknown');
    const given = vote.positions[matterId] ?? {};
    if (given[personId] !== undefined) return refuse('already-stated');
    return {
      effect: {
        change: { positions: { ...vote.positions, [matterId]: { ...given, [personId]: choice } } },
        // The choice is told at the close, with all the others.
        event: { kind: 'stated', facts: { matterId } },
      },
    };
  });
};

export const closeCommittee = ({ params, body }: RouteInput<typeof closeRoute>, call: Call): Answer =>
  makeMove({ move: 'close', id: params.committeeVoteId, rev: body.rev }, call, (vote) => {
    const left = missingIn(vote);
    if (left > 0) return refuse('position-missing', { left });
    return { effect: rollCallEnded(vote, call.now) };
  });

export const publishCommittee = ({ params, body }: RouteInput<typeof publishRoute>, call: Call): Answer =>
  makeMove({ move: 'publish', id: params.committeeVoteId, rev: body.rev }, call, () => ({
    effect: { change: { status: 'published', publishedAt: call.now }, event: { kind: 'published' } },
  }));

export const cancelCommittee = ({ params, body }: RouteInput<typeof cancelRoute>, call: Call): Answer =>
  makeMove({ move: 'cancel', id: params.committeeVoteId, rev: body.rev }, call, () => ({
    effect: { change: { status: 'cancelled' }, event: { kind: 'cancelled', words: body.reason } },
  }));
