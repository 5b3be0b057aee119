import { useCallback, useEffect, useState } from 'react';
import { listMyVotes } from '@gongyi/shared/votes/contract-votes';
import { getMyLines } from '@gongyi/shared/votes/contract-ballots';
import type { VoteRow } from '@gongyi/shared/votes/contract-view';
import { call, useLoad, useSignedIn } from '../platform';

/** A vote in which the reader still has a ballot to cast, the one that ends first on top. */
export interface PendingVote {
  readonly row: VoteRow;
  /** How many of the lines that the reader votes for are still open. */
  readonly lines: number;
}

/** Votes that run at once in one person's compounds are few; more than these are found in the list. */
const MOST = 4;

const openOnes = (rows: readonly VoteRow[]): readonly VoteRow[] =>
  rows
    .filter(({ status }) => status === 'open')
    .sort((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0))
    .slice(0, MOST);

const pendingIn = async (row: VoteRow): Promise<PendingVote | undefined> => {
  const answer = await call(getMyLines, { params: { voteId: row.id } });
  const lines = answer.ok ? answer.value.lines.filter(({ state }) => state === 'may-cast').length : 0;
  return lines === 0 ? undefined : { row, lines };
};

export interface PendingVotes {
  readonly items: readonly PendingVote[];
  readonly reload: () => Promise<void>;
}

/** 等您投票: what runs in my compounds and still waits for my ballot. */
export const usePendingVotes = (): PendingVotes => {
  const signedIn = useSignedIn();
  const mine = useLoad(listMyVotes, signedIn ? {} : undefined);
  const [items, setItems] = useState<readonly PendingVote[]>([]);
  const rows = signedIn ? mine.value?.items : undefined;
  const look = useCallback(async (): Promise<readonly PendingVote[]> => {
    const found = await Promise.all(openOnes(rows ?? []).map(pendingIn));
    return found.filter((each) => each !== undefined);
  }, [rows]);
  useEffect(() => {
    let over = false;
    void look().then((found) => {
      if (!over) setItems(found);
    });
    return () => {
      over = true;
    };
  }, [look]);
  return { items, reload: mine.reload };
};
