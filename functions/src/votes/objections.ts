import type {
  VoteObjections,
  VoteView,
  answerVoteObjection as answerRoute,
  listVoteObjections as listRoute,
  objectToVote as route,
} from '@gongyi/shared/votes/contract';
import type { Vote } from '@gongyi/shared/votes/vote';
import { challengeEnd, nextVoteStatus } from '@gongyi/shared/votes/vote-rules';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { stepWords } from '../media/public';
import { NOBODY } from '../people/public';
import { makeCursor, readCursor } from '../platform/cursor';
import type { StoredStep } from '../platform/record-item';
import type { Call, OpenCall } from '../platform/router';
import { answerWrite, findObjection, objectionWrite, objectionsPage } from './objection-store';
import { byWords, mayReadVote, standingOn, votesSubject } from './standing';
import type { Viewer } from './standing';
import { findVote, voteStepsAt } from './vote-store';
import { makeVoteMove } from './vote-moves';

const endOf = (vote: Vote): number =>
  vote.publishedAt === undefined ? 0 : challengeEnd(vote.rulesInForce, vote.publishedAt);

const wordsOf = (step: StoredStep | undefined, personId: string | undefined) => {
  const words = step && stepWords(step, personId);
  return { wordsState: step?.wordsCheck ?? ('pending' as const), ...(words === undefined ? {} : { words }) };
};

/** Who has deleted their account has no name any more. */
const signatureOf = (step: StoredStep | undefined): string =>
  step === undefined || step.byName === '' ? NOBODY : step.byName;

type Page = RouteInput<typeof listRoute>['query'];
const FIRST: Page = { limit: 20 };

const view = async (vote: Vote, viewer: Viewer, { cursor, limit }: Page): Promise<VoteObjections | Refusal> => {
  const personId = viewer.who?.personId;
  const list = `votes/objections/${vote.id}`;
  const read = await readCursor(cursor, list, personId ?? '');
  if (isRefusal(read)) return read;
  const [{ objections, lastKey }, subject] = await Promise.all([
    objectionsPage(vote.id, limit, read.after),
    votesSubject(vote.compoundId),
  ]);
  const revs = objections.flatMap(({ stepRev, answer }) => [
    stepRev,
    ...(answer === undefined ? [] : [answer.stepRev]),
  ]);
  const steps = new Map((await voteStepsAt(vote.id, revs)).map((step) => [step.rev, step]));
  const stepAt = (rev: number): StoredStep | undefined => steps.get(rev);
  const may = (move: 'object' | 'answer-objection'): boolean =>
    nextVoteStatus(vote.status, move) !== undefined && standingOn(vote, subject, move, viewer) !== undefined;
  return {
    items: objections.map(({ id, at, byId, stepRev, answer }) => {
      const answered = answer && stepAt(answer.stepRev);
      return {
        id,
        at,
        signature: signatureOf(stepAt(stepRev)),
        ...wordsOf(stepAt(stepRev), personId),
        mine: byId === personId,
        ...(answered === undefined
          ? {}
          : { answer: { at: answered.at, by: byWords(answered), ...wordsOf(answered, personId) } }),
      };
    }),
    ...(lastKey === undefined ? {} : { cursor: await makeCursor(lastKey, list, personId ?? '') }),
    mayObject: may('object') && viewer.now < endOf(vote),
    mayAnswer: may('answer-objection'),
  };
};

export const listVoteObjections = async (
  { params, query }: RouteInput<typeof listRoute>,
  call: OpenCall,
): Promise<VoteObjections | Refusal> => {
  const vote = await findVote(params.voteId);
  return vote !== undefined && mayReadVote(vote, await votesSubject(vote.compoundId), call)
    ? view(vote, call, query)
    : refuse('not-found');
};

const shown = async (voteId: string, moved: VoteView | Refusal, call: Call): Promise<VoteObjections | Refusal> => {
  if (isRefusal(moved)) return moved;
  const vote = await findVote(voteId);
  return vote === undefined ? refuse('not-found') : view(vote, call, FIRST);
};

/** An owner's objection, signed, within the time in which a decision can be challenged. */
export const objectToVote = async (
  { params: { voteId }, body: { words } }: RouteInput<typeof route>,
  call: Call,
): Promise<VoteObjections | Refusal> => {
  const { who, now, op, opHash } = call;
  const written = async (): Promise<boolean | Refusal> => {
    const earlier = await findObjection(voteId, op);
    if (earlier === undefined) return false;
    return earlier.opHash === opHash ? true : refuse('key-reused');
  };
  const moved = await makeVoteMove({ move: 'object', id: voteId, written }, call, (vote) => {
    if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
    if (now >= endOf(vote)) return refuse('deadline-passed');
    return {
      effect: { change: {}, event: { kind: 'objected', words, facts: { objectionId: op } } },
      also: [objectionWrite(voteId, { id: op, stepRev: vote.rev + 1, byId: who.personId, at: now, op, opHash })],
    };
  });
  return shown(voteId, moved, call);
};

export const answerVoteObjection = async (
  { params: { voteId, objectionId }, body: { words } }: RouteInput<typeof answerRoute>,
  call: Call,
): Promise<VoteObjections | Refusal> => {
  const { now, op } = call;
  const written = async (): Promise<boolean> => (await findObjection(voteId, objectionId))?.answer?.op === op;
  const moved = await makeVoteMove({ move: 'answer-objection', id: voteId, written }, call, async (vote) => {
    const objection = await findObjection(voteId, objectionId);
    if (objection === undefined) return refuse('objection-unknown');
    if (objection.answer !== undefined) return refuse('already-answered');
    return {
      effect: { change: {}, event: { kind: 'objection-answered', words, facts: { objectionId } } },
      also: [answerWrite(voteId, objectionId, { stepRev: vote.rev + 1, at: now, op })],
    };
  });
  return shown(voteId, moved, call);
};
