import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { canonicalChoices, choiceProblem, questionsOf } from '@gongyi/shared/votes/ballot';
import { choicesToBytes } from '@gongyi/shared/votes/ballot-bytes';
import type { Choices } from '@gongyi/shared/votes/ballot';
import { MOST_FACES } from '@gongyi/shared/votes/contract-paper';
import type {
  BoxPaper,
  PaperEntry,
  confirmPaper as confirmRoute,
  enterPaper as enterRoute,
} from '@gongyi/shared/votes/contract-paper';
import { commitmentOf } from '@gongyi/shared/votes/log/commitment';
import type { Call } from '../platform/router';
import { hexBytes } from './ballot-item';
import type { BallotHead, StoredPaper } from './ballot-item';
import { paperView } from './box';
import { countOf, countedOn } from './count-store';
import { editLine } from './edit-line';
import type { Found, LineEdit } from './edit-line';
import { mayKeep, takePhotos } from './register';
import { sealChoices } from './seal-choices';
import { castSecrets } from './vote-keys';

/**
 * 开箱计票: one reads a paper out and takes its picture, another reads it again against that. Until then nobody has
 * seen its face. Of the first reading only a keyed digest
 * is kept, to hold the second against it; where they agree the answers are sealed like any ballot's.
 */
const countable = ({ vote, line }: Found): StoredPaper | Refusal => {
  if (vote.status !== 'counting') return refuse('move-not-allowed', { status: vote.status });
  const { paper, returnedAt } = line;
  if (paper === undefined || returnedAt === undefined) return refuse('serial-unknown');
  if (paper.disownedAt !== undefined && paper.settled === undefined) return refuse('paper-disputed');
  return paper.confirmedBy === undefined ? paper : refuse('already-counted');
};

const problemOf = ({ matters }: BallotHead, entry: PaperEntry): Refusal | undefined => {
  const problem = entry.kind === 'choices' ? choiceProblem(matters, entry.choices) : undefined;
  return problem && refuse('choices-invalid', { ...problem });
};

/** Two who both find a paper spoiled agree, in whatever words. */
const digestOf = async ({ head, line }: Found, entry: PaperEntry): Promise<string> => {
  const { readingOf } = await castSecrets(head.voteId, head.keys);
  return readingOf(line.no, entry.kind === 'spoiled' ? 'spoiled' : canonicalChoices(head.matters, entry.choices));
};

const VERSION = 1;

const ballotOf = async ({ head, line }: Found, choices: Choices, { key, op, now }: Call) => {
  const { voteId, matters } = head;
  const salt = (await castSecrets(voteId, head.keys)).saltOf(line.no, VERSION, key);
  const told = { vote: voteId, line: line.mark, version: VERSION, salt, choices: canonicalChoices(matters, choices) };
  const commitment = hexBytes(commitmentOf(told));
  const plain = Buffer.concat([hexBytes(salt), choicesToBytes(questionsOf(matters), choices)]);
  const sealed = sealChoices(head.keys.publicKey, { voteId, no: line.no, version: VERSION }, plain);
  return {
    ballot: { op, at: now, way: 'paper', commitment, sealed },
    ballotVersion: VERSION,
    commitments: [commitment],
  };
};

/** Bytes again, as they are stored. */
const stored = (paper: StoredPaper) => ({
  ...paper,
  entry: paper.entry && { ...paper.entry, digest: hexBytes(paper.entry.digest) },
});

/** The counters of the box, which change with the paper. */
const countersOf = async (voteId: string, by: Parameters<typeof countedOn>[2], op: string) => [
  countedOn(voteId, await countOf(voteId), by, op),
];

const count = async (
  voteId: string,
  no: number,
  call: Call,
  plan: (found: Found, paper: StoredPaper) => Promise<LineEdit | Refusal>,
): Promise<BoxPaper | Refusal> => {
  const found = await editLine(
    {
      voteId,
      no,
      afterClose: true,
      allowed: mayKeep(call, 'ballot.count'),
      plan: (seen) => {
        const paper = countable(seen);
        return isRefusal(paper) ? paper : plan(seen, paper);
      },
    },
    call,
  );
  return isRefusal(found) ? found : paperView(found.line, call);
};

/** Pictures of a paper's face stay: one taken later stands beside the first, which is never lost. */
const facesWith = (before: readonly string[], more: readonly string[]): string[] => {
  const [first, ...later] = new Set([...before, ...more]);
  return first === undefined ? [] : [first, ...later.slice(1 - MOST_FACES)];
};

/** 唱票. A first reading may be read again by its reader, and nobody else, until another has read. */
export const enterPaper = ({ params, body }: RouteInput<typeof enterRoute>, call: Call) =>
  count(params.voteId, params.line, call, async (found, paper) => {
    if (paper.entry !== undefined && paper.entry.by !== call.who.personId)
      return refuse('move-not-allowed', { state: 'entered' });
    const problem = problemOf(found.head, body);
    if (problem !== undefined) return problem;
    const photos = facesWith(paper.photos, body.photos);
    if (photos.length === 0) return refuse('photo-needed');
    const untaken = await takePhotos(body.photos, params.voteId, call);
    if (untaken !== undefined) return untaken;
    const digest = hexBytes(await digestOf(found, body));
    const entry = { by: call.who.personId, digest, op: call.op };
    return {
      set: { paper: { ...stored(paper), photos, differs: undefined, entry } },
      also: paper.entry === undefined ? await countersOf(params.voteId, { entered: 1 }, call.op) : [],
    };
  });

/** 计票, by another person. */
export const confirmPaper = ({ params, body }: RouteInput<typeof confirmRoute>, call: Call) =>
  count(params.voteId, params.line, call, async (found, paper) => {
    if (paper.entry === undefined) return refuse('move-not-allowed', { state: 'waiting' });
    if (paper.entry.by === call.who.personId) return refuse('own-entry');
    const problem = problemOf(found.head, body);
    if (problem !== undefined) return problem;
    if ((await digestOf(found, body)) !== paper.entry.digest)
      return {
        set: { paper: { ...stored(paper), entry: undefined, differs: true } },
        also: await countersOf(params.voteId, { entered: -1 }, call.op),
      };
    const spoiled = body.kind === 'spoiled' ? 1 : 0;
    const also = await countersOf(params.voteId, { entered: -1, confirmed: 1, spoiled, lastAt: call.now }, call.op);
    const confirmed = { ...stored(paper), confirmedBy: call.who.personId, confirmedAt: call.now };
    return body.kind === 'spoiled'
      ? { set: { paper: { ...confirmed, spoiled: body.reason } }, also }
      : { set: { paper: confirmed, ...(await ballotOf(found, body.choices, call)) }, also };
  });
