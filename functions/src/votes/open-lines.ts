import type { KeyObject } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { canonicalChoices, questionsOf } from '@gongyi/shared/votes/ballot';
import type { Choices } from '@gongyi/shared/votes/ballot';
import { choicesFromBytes } from '@gongyi/shared/votes/ballot-bytes';
import { commitmentOf } from '@gongyi/shared/votes/log/commitment';
import type { BallotHead, BallotLine, StoredBallot } from './ballot-item';
import { openChoices } from './seal-choices';
import { countingKey } from './vote-keys';

/** A counted line with what was chosen; only after the close, and only here. */
export interface OpenedLine {
  readonly mark: string;
  readonly area: number;
  readonly salt: string;
  readonly choices: Choices;
}

const SALT_BYTES = 32;

/** Opens a ballot and holds it against the commitment that stands in the log. */
export const openBallot = (
  head: Pick<BallotHead, 'voteId' | 'matters'>,
  key: KeyObject,
  line: BallotLine,
  ballot: StoredBallot,
): OpenedLine => {
  const { voteId, matters } = head;
  const version = line.ballotVersion;
  const plain = openChoices(key, { voteId, no: line.no, version }, ballot.sealed);
  const salt = plain.subarray(0, SALT_BYTES).toString('hex');
  const choices = choicesFromBytes(questionsOf(matters), plain.subarray(SALT_BYTES));
  if (choices === undefined) throw new Error('a sealed ballot holds no answers');
  const told = { vote: voteId, line: line.mark, version, salt, choices: canonicalChoices(matters, choices) };
  if (commitmentOf(told) !== ballot.commitment) throw new Error('a sealed ballot is not the one committed to');
  return { mark: line.mark, area: line.area, salt, choices };
};

const BETWEEN_BREATHS = 500;

/** Every line that took part, opened with the vote's own key, which is unwrapped for this and forgotten. */
export const openLines = async (head: BallotHead, lines: readonly BallotLine[]): Promise<OpenedLine[]> => {
  const key = await countingKey(head.voteId, head.keys);
  const opened: OpenedLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % BETWEEN_BREATHS === 0) await breathe();
    if (line.ballot !== undefined) opened.push(openBallot(head, key, line, line.ballot));
  }
  return opened;
};
