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
import { signedUntil } from '@gongyi/shared/votes/voting-rules';
import { photosToDecide } from '../media/public';
import { makerOf } from '../people/public';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import type { BallotHead, BallotLine } from './ballot-item';
import { findHead } from './ballot-store';
import { signOnce, signaturesOf, stillUnsigned } from './count-store';
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

const silentIn = ({ scrutineers }: Vote, signed: ReadonlyMap<string, number>): Vote['scrutineers'] =>
  scrutineers.filter(({ personId }) => !signed.has(personId));

/** Scrutineers have their days from when the last paper was counted. */
const signsUntil = ({ vote, papers }: Opened): number => {
  const counted = papers.map(({ paper }) => paper?.confirmedAt ?? 0);
  return signedUntil(vote.rulesInForce.rules, Math.max(vote.sealedAt ?? 0, ...counted));
};

const viewBox = async (box: Opened, call: Call): Promise<Box> => {
  const { vote, papers, counts, watches } = box;
  const signed = await signaturesOf(vote.id);
  const counting = vote.status === 'counting';
  const done = uncounted(box) === 0;
  const mine = signed.has(call.who.personId);
  const silent = silentIn(vote, signed);
  const until = signsUntil(box);
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
    mayFinish: counting && counts && done && (silent.length === 0 || call.now >= until),
    ...(counting && done && silent.length > 0 ? { signedUntil: until } : {}),
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
  const done = await signOnce(params.voteId, call.who.personId, call.now, call.op);
  if (done === 'earlier') return refuse('already-signed');
  // Ended without them in the meantime: what is in the record stands.
  if (done === 'over') return signCount({ params, query: {}, body: {} }, call);
  return viewBox(box, call);
};

interface Ended {
  readonly unsigned: Vote['unsigned'];
  /** What must still hold of who has not signed. */
  readonly also: readonly TransactItem[];
}

/** Whether the counting may end now: signed by all, or after their days without some, by name and with the reason. */
const endOf = async (box: Opened, reason: string | undefined, now: number): Promise<Ended | Refusal> => {
  const { vote } = box;
  if (vote.status !== 'counting') return refuse('move-not-allowed', { status: vote.status });
  const papers = uncounted(box);
  if (papers > 0) return refuse('papers-uncounted', { left: papers });
  const silent = silentIn(vote, await signaturesOf(vote.id));
  if (silent.length === 0) return { unsigned: undefined, also: [] };
  const from = signsUntil(box);
  if (reason === undefined || now < from) return refuse('count-unsigned', { left: silent.length, from });
  const also = silent.map(({ personId }) => stillUnsigned(vote.id, personId));
  return { unsigned: { names: silent.map(({ name }) => name), reason }, also };
};

/** The counting of papers is over: the machine counts all together from here on. */
export const finishCount = async (
  { params, body }: RouteInput<typeof finishRoute>,
  call: Call,
): Promise<Box | Refusal> => {
  const box = await openBox(params.voteId, call);
  if (isRefusal(box)) return box;
  const { vote, papers } = box;
  const standing = standingFor(call.who, 'ballot.count', await votesSubject(vote.compoundId), call.now);
  if (standing === undefined) return refuse('not-found');
  const own = (await voteSteps(vote.id)).some(({ op }) => op === call.op);
  if (!own) {
    const ended = await endOf(box, body.unsigned, call.now);
    if (isRefusal(ended)) return ended;
    const maker = await makerOf(actsAs(standing), vote.compoundId, call);
    const spoiled = papers.filter(({ paper }) => paper?.spoiled !== undefined).length;
    const doing = { maker, op: call.op, opHash: call.opHash, now: call.now };
    const effect = counted(papers.length, spoiled, ended.unsigned, call.now);
    const also = [headStatus(vote.id, 'tallying', call.op), ...ended.also];
    if (!(await moveVote(vote, effect, doing, 'vote-tally', also)))
      return finishCount({ params, query: {}, body }, call);
  }
  const after = await openBox(params.voteId, call);
  return isRefusal(after) ? after : viewBox(after, call);
};
