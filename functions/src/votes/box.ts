import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { counted } from '@gongyi/shared/votes/ballot-effects';
import type {
  Box,
  BoxPaper,
  BoxState,
  finishCount as finishRoute,
  getBox as boxRoute,
  signCount as signRoute,
} from '@gongyi/shared/votes/contract-paper';
import type { Vote, VoteStatus } from '@gongyi/shared/votes/vote';
import { signedUntil } from '@gongyi/shared/votes/voting-rules';
import { photosToDecide } from '../media/public';
import { makerOf } from '../people/public';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { putNew } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { BallotLine } from './ballot-item';
import { findHead } from './ballot-store';
import { signOnce, signaturesOf, stillUnsigned } from './count-store';
import { boxCounts, papersInBox } from './counting-state';
import { operationOf } from './line-change-store';
import { isHired } from './scrutineers';
import { actsAs, mayOn, votesSubject } from './standing';
import { standingFor } from '@gongyi/shared/kernel/authority';
import { headStatus, moveVote } from './vote-clock';
import { findVote } from './vote-store';

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
  readonly found: Awaited<ReturnType<typeof boxCounts>>;
  readonly counts: boolean;
  readonly watches: boolean;
}

/** Named in the notice to watch, and not hired by the property company since. */
const mayWatch = async (vote: Vote, { who, now }: Call): Promise<boolean> =>
  vote.scrutineers.some(({ personId }) => personId === who.personId) && !(await isHired(vote, who.personId, now));

/** The box for who counts or watches; for everybody else there is none. */
const openBox = async (voteId: string, call: Call): Promise<Opened | Refusal> => {
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  if (vote === undefined || head === undefined) return refuse('not-found');
  const counts = mayOn(await votesSubject(vote.compoundId), 'ballot.count', call);
  const watches = await mayWatch(vote, call);
  if (!counts && !watches) return refuse('not-found');
  if (!SHOWN.includes(vote.status)) return refuse('move-not-allowed', { status: vote.status });
  return { vote, found: await boxCounts(voteId), counts, watches };
};

/** No paper comes into the box any more while it is counted: what is none once stays none. */
const uncounted = ({ found }: Opened): number => found.papers - found.confirmed;

const silentIn = ({ scrutineers }: Vote, signed: ReadonlyMap<string, number>): Vote['scrutineers'] =>
  scrutineers.filter(({ personId }) => !signed.has(personId));

/** Scrutineers have their days from when the last paper was counted, or voided. */
const signsUntil = ({ vote, found }: Opened): number =>
  signedUntil(vote.rulesInForce.rules, Math.max(vote.sealedAt ?? 0, found.lastAt ?? 0));

const stateOfBox = async (box: Opened, call: Call): Promise<BoxState> => {
  const { vote, found, counts, watches } = box;
  const signed = await signaturesOf(vote.id);
  const counting = vote.status === 'counting';
  const done = uncounted(box) === 0;
  const mine = signed.has(call.who.personId);
  const silent = silentIn(vote, signed);
  const until = signsUntil(box);
  return {
    status: vote.status,
    counts: { papers: found.papers, entered: found.entered, confirmed: found.confirmed },
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

export const getBox = async (
  { params: { voteId }, query }: RouteInput<typeof boxRoute>,
  call: Call,
): Promise<Box | Refusal> => {
  const box = await openBox(voteId, call);
  if (isRefusal(box)) return box;
  const list = `box.${voteId}`;
  const read = await readCursor(query.cursor, list, call.who.personId);
  if (isRefusal(read)) return read;
  const { lines, last } = await papersInBox(voteId, Number(read.after?.['serial'] ?? 0), query.limit);
  const cursor = last === undefined ? undefined : await makeCursor({ serial: last }, list, call.who.personId);
  const items = await Promise.all(lines.map((line) => paperView(line, call)));
  return { ...(await stateOfBox(box, call)), items, cursor };
};

/** 监票人 sign what was counted, when all is. */
export const signCount = async ({ params }: RouteInput<typeof signRoute>, call: Call): Promise<BoxState | Refusal> => {
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
  return stateOfBox(box, call);
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
  return { unsigned: { names: silent.map(({ name }) => name), reason, rev: vote.rev + 1 }, also };
};

/** The counting of papers is over: the machine counts all together from here on. */
export const finishCount = async (
  { params, body }: RouteInput<typeof finishRoute>,
  call: Call,
): Promise<BoxState | Refusal> => {
  const box = await openBox(params.voteId, call);
  if (isRefusal(box)) return box;
  const { vote, found } = box;
  const standing = standingFor(call.who, 'ballot.count', await votesSubject(vote.compoundId), call.now);
  if (standing === undefined) return refuse('not-found');
  const earlier = await operationOf(vote.id, call.op);
  if (earlier !== undefined) return earlier === call.opHash ? stateOfBox(box, call) : refuse('key-reused');
  const ended = await endOf(box, body.unsigned, call.now);
  if (isRefusal(ended)) return ended;
  const maker = await makerOf(actsAs(standing), vote.compoundId, call);
  const doing = { maker, op: call.op, opHash: call.opHash, now: call.now };
  const effect = counted(found.papers, found.spoiled, ended.unsigned, call.now);
  await moveVote(vote, effect, doing, 'vote-tally', [
    headStatus(vote.id, 'tallying', call.op),
    putNew({ ...keys.ballotOp(vote.id, call.op), opHash: call.opHash }),
    ...ended.also,
  ]);
  // Moved by this or meanwhile by another: its own operation, or the status, says which.
  return finishCount({ params, query: {}, body }, call);
};
