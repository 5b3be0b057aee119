import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { canonicalChoices, choiceProblem, questionsOf } from '@gongyi/shared/votes/ballot';
import type { Choices } from '@gongyi/shared/votes/ballot';
import { choicesToBytes } from '@gongyi/shared/votes/ballot-bytes';
import type { castBallot as route } from '@gongyi/shared/votes/contract-ballots';
import { commitmentOf } from '@gongyi/shared/votes/log/commitment';
import type { Call } from '../platform/router';
import { hexBytes } from './ballot-item';
import type { BallotHead, BallotLine } from './ballot-item';
import { castOnce, findHead, findLine } from './ballot-store';
import { castAnswer } from './cast-answer';
import { claimLine } from './claim-line';
import { sealChoices } from './seal-choices';
import { castSecrets } from './vote-keys';
import { closedBecause } from './vote-open';
import { findVote } from './vote-store';

type Reply = RouteReply<typeof route>;
type Input = RouteInput<typeof route>;

interface Committed {
  readonly salt: string;
  readonly commitment: string;
}

/** What the log will say of this ballot: the same for the same call and choices. */
const committed = async (
  head: BallotHead,
  no: number,
  version: number,
  choices: Choices,
  { key }: Call,
): Promise<Committed> => {
  const { voteId, matters } = head;
  const secrets = await castSecrets(voteId, head.keys);
  const salt = secrets.saltOf(no, version, key);
  const line = secrets.markOf(no);
  const commitment = commitmentOf({ vote: voteId, line, version, salt, choices: canonicalChoices(matters, choices) });
  return { salt, commitment };
};

/** Own earlier cast by this very operation: its answer; with other choices, `key-reused`. Undefined: not ours. */
const ownCast = async (
  head: BallotHead,
  line: BallotLine,
  input: Input,
  call: Call,
): Promise<Reply | Refusal | undefined> => {
  if (line.ballot?.op !== call.op) return undefined;
  const { commitment } = await committed(head, line.no, line.ballotVersion, input.body.choices, call);
  return commitment === line.ballot.commitment ? castAnswer(head.voteId, line) : refuse('key-reused');
};

/** Who has nothing to do with a line learns nothing of it. */
const strange = (line: BallotLine | undefined, { who }: Call): boolean =>
  line === undefined ||
  (line.elector !== who.personId && line.proxyOf !== who.personId && !(who.personId in line.named));

const refusedBy = async (
  head: BallotHead,
  line: BallotLine | undefined,
  input: Input,
  call: Call,
): Promise<Reply | Refusal> => {
  const known = line && (await ownCast(head, line, input, call));
  if (known !== undefined) return known;
  if (line === undefined || strange(line, call)) {
    const claimed = line && (await claimLine(head.voteId, line, call));
    if (claimed === undefined) return refuse('not-found');
    if (isRefusal(claimed)) return claimed;
    return castFor(head, input, call);
  }
  if (line.elector !== call.who.personId)
    return refuse(line.elector === undefined ? 'voter-not-named' : 'not-the-elector');
  if (line.returnedAt !== undefined) return refuse('paper-returned');
  if (line.sealed !== undefined) return refuse('vote-closed', { closesAt: head.closesAt });
  if (!head.mayChange || line.ballot === undefined) return refuse('already-cast');
  return line.ballotVersion === input.body.seen
    ? refuse('already-cast')
    : refuse('changed-meanwhile', { version: line.ballotVersion });
};

const castFor = async (head: BallotHead, input: Input, call: Call): Promise<Reply | Refusal> => {
  const { choices, seen } = input.body;
  const { line: no } = input.params;
  const { voteId, matters } = head;
  const version = seen + 1;
  const { salt, commitment } = await committed(head, no, version, choices, call);
  const plain = Buffer.concat([hexBytes(salt), choicesToBytes(questionsOf(matters), choices)]);
  const sealed = sealChoices(head.keys.publicKey, { voteId, no, version }, plain);
  const ballot = { op: call.op, at: call.now, commitment: hexBytes(commitment), sealed };
  const written = await castOnce({ voteId, no, elector: call.who.personId, seen, ballot });
  return written.done ? castAnswer(voteId, written.line) : refusedBy(head, written.line, input, call);
};

/** A vote that takes no ballots still answers the retry of one that it took. */
const afterEnd = async (head: BallotHead, input: Input, call: Call, closed: Refusal): Promise<Reply | Refusal> => {
  const line = await findLine(head.voteId, input.params.line);
  if (line === undefined) return refuse('not-found');
  return (await ownCast(head, line, input, call)) ?? (strange(line, call) ? refuse('not-found') : closed);
};

/** The vote's head, asked while it is still being asked who casts. */
export const headToCast = ({ voteId }: Input['params']): Promise<BallotHead | undefined> => findHead(voteId);

/**
 * Casts a ballot: one read of the vote's head, one write of the line. Everything else is done only where the two
 * do not fit: an older copy of the head, a retry, an owner who signs in for the first time.
 */
export const castBallot = async (
  input: Input,
  call: Call,
  early: Promise<BallotHead | undefined>,
): Promise<Reply | Refusal> => {
  const { voteId } = input.params;
  let head = await early;
  if (head === undefined || closedBecause(head, call.now) !== undefined) {
    // An extension is the vote's own before its ballots hear of it.
    const [fresh, vote] = await Promise.all([findHead(voteId, { consistent: true }), findVote(voteId)]);
    if (fresh === undefined || vote === undefined) return refuse('not-found');
    head = { ...fresh, closesAt: Math.max(fresh.closesAt, vote.closesAt ?? 0) };
    const closed = closedBecause(head, call.now);
    if (closed !== undefined) return afterEnd(head, input, call, closed);
  }
  const problem = choiceProblem(head.matters, input.body.choices);
  if (problem !== undefined) return refuse('choices-invalid', { ...problem });
  if (input.body.seen > 0 && !head.mayChange) return refuse('already-cast');
  return castFor(head, input, call);
};
