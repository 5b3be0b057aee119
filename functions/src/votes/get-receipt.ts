import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { getReceipt as route } from '@gongyi/shared/votes/contract-ballots';
import { RECEIPT_KIND } from '@gongyi/shared/votes/log/bundle';
import type { Receipt } from '@gongyi/shared/votes/log/bundle';
import { withSignatures } from '@gongyi/shared/votes/log/checkpoint';
import { leafText } from '@gongyi/shared/votes/log/leaf-text';
import type { Call } from '../platform/router';
import type { BallotLine } from './ballot-item';
import { findLine } from './ballot-store';
import { ballotLeaf, castAnswer } from './cast-answer';
import { logTree } from './log-hashes';
import { logKey, originOf } from './log-key';
import { findLog, loggedLines } from './vote-log-store';

const receiptOf = async (voteId: string, line: BallotLine): Promise<Receipt | undefined> => {
  const [log, logged] = await Promise.all([findLog(voteId), loggedLines(voteId, [line.no])]);
  const entry = logged.get(line.no);
  const commitment = line.ballot?.commitment;
  if (log?.checkpoint === undefined || entry?.version !== line.ballotVersion || commitment === undefined)
    return undefined;
  if (entry.index >= log.checkpointSize) return undefined;
  const tree = await logTree(voteId, log.checkpointSize);
  const origin = originOf(voteId);
  return {
    kind: RECEIPT_KIND,
    leaf: leafText(ballotLeaf(voteId, line, entry.version, commitment)),
    index: entry.index,
    size: log.checkpointSize,
    proof: tree.inclusion(entry.index),
    checkpoint: withSignatures(log.checkpoint, (name) => name === origin),
    logKey: (await logKey()).publicKey,
  };
};

/** The receipt of the asker's own ballot: what was committed to, where it stands, and who signed for that. */
export const getReceipt = async (
  { params }: RouteInput<typeof route>,
  { who }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const line = await findLine(params.voteId, params.line);
  if (line?.elector !== who.personId) return refuse('not-found');
  if (line.ballot === undefined) return refuse('not-cast');
  return { ballot: castAnswer(params.voteId, line), receipt: await receiptOf(params.voteId, line) };
};
