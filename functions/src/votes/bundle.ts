import { createHash } from 'node:crypto';
import { questionsOf } from '@gongyi/shared/votes/ballot';
import { BUNDLE_KIND, VoteBundle } from '@gongyi/shared/votes/log/bundle';
import { signersOf } from '@gongyi/shared/votes/log/checkpoint';
import { sortedRoll } from '@gongyi/shared/votes/log/roll-digest';
import type { VoteResult } from '@gongyi/shared/votes/vote';
import * as z from 'zod/mini';
import type { BallotHead, BallotLine } from './ballot-item';
import { logKey, originOf } from './log-key';
import type { OpenedLine } from './open-lines';
import { getFile, putFile, voteFile } from './vote-file-store';
import { findLog, leafTexts, noteBundle } from './vote-log-store';

/** Witnesses that signed a checkpoint, by the names of their keys. */
const cosignersOf = (voteId: string, note: string): string[] =>
  signersOf(note).filter((name) => name !== originOf(voteId));

/** Who signed is looked up when it is kept. */
type NewBundle = Omit<VoteBundle, 'cosigned'>;

/** All that is needed to count a closed vote again, on any machine. */
export const bundleOf = async (
  head: BallotHead,
  lines: readonly BallotLine[],
  opened: readonly OpenedLine[],
  { questions, elections }: Pick<VoteResult, 'questions' | 'elections'>,
): Promise<NewBundle> => {
  const { voteId } = head;
  const log = await findLog(voteId);
  if (log?.checkpoint === undefined) throw new Error('a closed log has no checkpoint');
  const order = questionsOf(head.matters);
  return {
    kind: BUNDLE_KIND,
    logKey: (await logKey()).publicKey,
    checkpoint: log.checkpoint,
    leaves: await leafTexts(voteId, 0, log.size),
    roll: sortedRoll(lines.map(({ mark, area }): [string, number] => [mark, area])),
    openings: [...opened]
      .sort((a, b) => (a.mark < b.mark ? -1 : 1))
      .map(({ mark, salt, choices }) => ({
        line: mark,
        salt,
        choices: order.map(({ id }): [string, 'for' | 'against' | 'abstain'] => [id, choices[id] ?? 'abstain']),
      })),
    results: questions,
    elections,
  };
};

/** Puts the bundle where everybody can fetch it; its name says what is in it. False as `noteBundle`. */
const putBundle = async (voteId: string, bundle: VoteBundle): Promise<boolean> => {
  const text = JSON.stringify(bundle);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const key = voteFile(voteId, `bundle-${sha256.slice(0, 32)}.json`);
  await putFile(key, text, 'application/json', `biaojue-${voteId}.json`);
  return noteBundle(voteId, bundle.checkpoint, { key, sha256, bytes: Buffer.byteLength(text) });
};

const TRIES = 8;

/** Keeps the bundle with every signature that its checkpoint has by then, also of who signs at the same time. */
export const keepBundle = async (voteId: string, bundle: NewBundle): Promise<void> => {
  let { checkpoint } = bundle;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (await putBundle(voteId, { ...bundle, checkpoint, cosigned: cosignersOf(voteId, checkpoint) })) return;
    checkpoint = (await findLog(voteId))?.checkpoint ?? checkpoint;
  }
  throw new Error('a checkpoint kept being cosigned');
};

/** A bundle whose checkpoint was cosigned since is made anew with the signature. */
export const refreshBundle = async (voteId: string): Promise<void> => {
  const log = await findLog(voteId);
  if (log?.bundle === undefined || log.checkpoint === undefined) return;
  const file = await getFile(log.bundle.key);
  if (file === undefined) throw new Error('the bundle of a vote is gone');
  const bundle = z.parse(VoteBundle, JSON.parse(Buffer.from(file).toString('utf8')));
  await keepBundle(voteId, { ...bundle, checkpoint: log.checkpoint });
};
