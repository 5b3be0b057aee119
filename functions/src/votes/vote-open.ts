import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { BallotHead } from './ballot-item';

/** Why a vote takes no ballots at `now`; undefined while it does. */
export const closedBecause = (
  { status, opensAt, closesAt }: Pick<BallotHead, 'status' | 'opensAt' | 'closesAt'>,
  now: number,
): Refusal | undefined => {
  if (status === 'opening' || now < opensAt) return refuse('vote-not-open', { opensAt });
  return status === 'open' && now < closesAt ? undefined : refuse('vote-closed', { closesAt });
};
