import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { counted } from '@gongyi/shared/votes/ballot-effects';
import type {
  Box,
  BoxPaper,
  finishCount as finishRoute,
  getBox as boxRoute,
  signCount as signRoute,
} from '@gongyi/shared/votes/contract-paper';
import type { Vote, VoteStatus } from '@gongyi/shared/votes/vote';
import { photosToDecide } from '../media/public';
import { makerOf } from '../people/public';
import type { Call } from '../platform/router';
import type { BallotHead, BallotLine } from './ballot-item';
import { findHead } from './ballot-store';
import { signOnce, signaturesOf } from './count-store';
import { isCounted, papersInBox } from './counting-state';
import { actsAs, mayOn, votesSubject } from './standing';
import { standingFor } from '@gongyi/shared/kernel/authority';
import { headStatus, moveVote } from './vote-clock';
import { findVote, voteSteps } from './vote-store';

/** The ballot box after the close: who counts it, who watches, and its end. */
const stateOf = ({ paper }: BallotLine): BoxPaper['state'] => {
  if (paper?.confirmedBy !== undefined) return 'confirmed';
  if (paper?.entry !== undefined) return 'entered';
  return paper?.differs === true ? 'differs' : 'waiting';
};

/** A paper as those who count see it: its photo, and how far it is; not what it was read as. */
export const paperView = async (line: BallotLine, { who }: Pick<Call, 'who'>): Promise<BoxPaper> => ({
  line: line.no,
  serial: line.paper?.serial ?? 0,
  photos: await photosToDecide(line.paper?.photos ?? []),
  state: stateOf(line),
  enteredByMe: line.paper?.entry?.by === who.personId,
  disputed: line.paper?.disownedAt !== undefined && line.paper.settled === undefined,
});

const SHOWN: readonly VoteStatus[] = ['counting', 'tallying', 'published'];

interface Opened {
  readonly vote: Vote;
  readonly head: BallotHead;
  readonly papers: readonly BallotLine[];
  readonly counts: boolean;
  readonly watches: boolean;
}

/** The box for who counts or watches; for everybody else there is none. */
const openBox = async (voteId: string, call: Call): Promise<Opened | Refusal> => {
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  if (vote === undefined || head === undefined) return refuse('not-found');
  const counts = mayOn(await votesSubject(vote.compoundId), 'ballot.count', call);
  const watches = vote.scrutineers.some(({ personId }) => personId === call.who.personId);
  if (!counts && !watches) return refuse('not-found');
  if (!SHOWN.includes(vote.status)) return refuse('move-not-allowed', { status: vote.status });
  return { vote, head, papers: await papersInBox(head), counts, watches };
};

const uncounted = ({ papers }: Opened): number => papers.filter((line) => !isCounted(line)).length;

/** As the pile lies on the table. */
const byNumber = (papers: Opened['papers']): Opened['papers'] =>
  [...papers].sort((one, other) => (one.paper?.serial ?? 0) - (other.paper?.serial ?? 0));

const viewBox = async (box: Opened, call: Call): Promise<Box> => {
  const { vote, papers, counts, watches } = box;
  const signed = await signaturesOf(vote.id);
  const counting = vote.status === 'counting';
  const done = uncounted(box) === 0;
  const mine = signed.has(call.who.personId);
  return {
    status: vote.status,
    papers: await Promise.all(byNumber(papers).map((line) => paperView(line, call))),
    scrutineers: vote.scrutineers.map(({ personId, name }) => ({
      name,
      mine: personId === call.who.personId,
      signedAt: signed.get(personId),
    })),
    mayEnter: counting && counts,
    maySign: counting && watches && done && !mine,
    mayFinish: counting && counts && done && vote.scrutineers.every(({ personId }) => signed.has(personId)),
  };
};

export const getBox = async ({ params }: RouteInput<typeof boxRoute>, call: Call): Promise<Box | Refusal> => {
  const box = await openBox(params.voteId, call);
  return isRefusal(box) ? box : viewBox(box, call);
};

/** 监票人 sign what was counted, when all is. */
export const signCount = async ({ params }: RouteInput<typeof signRoute>, call: Call): Promise<Box | Refusal> => {
  const box = await openBox(params.voteId, call);
  if (isRefusal(box)) return box;
  if (!box.watches) return refuse('not-found');
  const signed = (await signaturesOf(params.voteId)).has(call.who.personId);
  if (!signed && box.vote.status !== 'counting') return refuse('move-not-allowed', { status: box.vote.status });
  const left = uncounted(box);
  if (left > 0) return refuse('papers-uncounted', { left });
  if (!(await signOnce(params.voteId, call.who.personId, call.now, call.op))) return refuse('already-signed');
  return viewBox(box, call);
};

const unready = async (box: Opened): Promise<Refusal | undefined> => {
  const { vote } = box;
  if (vote.status !== 'counting') return refuse('move-not-allowed', { status: vote.status });
  const papers = uncounted(box);
  if (papers > 0) return refuse('papers-uncounted', { left: papers });
  const signed = await signaturesOf(vote.id);
  const left = vote.scrutineers.filter(({ personId }) => !signed.has(personId)).length;
  return left > 0 ? refuse('count-unsigned', { left }) : undefined;
};

/** The counting of papers is over: the machine counts all together from here on. */
export const finishCount = async ({ params }: RouteInput<typeof finishRoute>, call: Call): Promise<Box | Refusal> => {
  const box = await openBox(params.voteId, call);
  if (isRefusal(box)) return box;
  const { vote, papers } = box;
  const standing = standingFor(call.who, 'ballot.count', await votesSubject(vote.compoundId), call.now);
  if (standing === undefined) return refuse('not-found');
  const own = (await voteSteps(vote.id)).some(({ op }) => op === call.op);
  if (!own) {
    const why = await unready(box);
    if (why !== undefined) return why;
    const maker = await makerOf(actsAs(standing), vote.compoundId, call);
    const spoiled = papers.filter(({ paper }) => paper?.spoiled !== undefined).length;
    const doing = { maker, op: call.op, opHash: call.opHash, now: call.now };
    const effect = counted(papers.length, spoiled, call.now);
    if (!(await moveVote(vote, effect, doing, 'vote-tally', [headStatus(vote.id, 'tallying', call.op)])))
      return finishCount({ params, query: {}, body: {} }, call);
  }
  const after = await openBox(params.voteId, call);
  return isRefusal(after) ? after : viewBox(after, call);
};
