import { useCallback } from 'react';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { getVoteSheet } from '@gongyi/shared/votes/contract-preparing';
import { getBallotsState, getMyLines } from '@gongyi/shared/votes/contract-ballots';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import type { VoteStatus } from '@gongyi/shared/votes/vote';
import { openSheet, useAct, useLoad, usePoll, useSignedIn } from '../platform';
import { say } from '../ui';
import { VOTE } from './copy';

/** From here on there are lines, and something to say of how many took part. */
const WITH_LINES: readonly VoteStatus[] = ['open', 'sealing', 'counting', 'tallying', 'published'];
/** Long work goes on by itself: look again soon. */
const MOVING: readonly VoteStatus[] = ['opening', 'sealing', 'tallying'];
const SOON_MS = 5000;
const RUNNING_MS = 60_000;

/** A vote as its reader may see it: the matter, how it stands, and what is counted for them. */
export const useVote = (voteId: string | undefined) => {
  const signedIn = useSignedIn();
  const load = useLoad(getVote, voteId === undefined ? undefined : { params: { voteId } });
  const status = load.value?.status;
  const params = { voteId: voteId ?? '' };
  const running = status !== undefined && WITH_LINES.includes(status);
  const state = useLoad(getBallotsState, running || status === 'opening' ? { params } : undefined);
  const mine = useLoad(getMyLines, running && signedIn ? { params } : undefined);
  const act = useAct(() => void load.reload());
  const paper = useAct();

  const reload = useCallback(async () => {
    await Promise.all([load.reload(), state.reload(), mine.reload()]);
  }, [load.reload, state.reload, mine.reload]);
  const moving = status !== undefined && MOVING.includes(status);
  usePoll(reload, moving ? SOON_MS : status === 'open' ? RUNNING_MS : undefined);

  return {
    load,
    state: state.value,
    mine,
    lines: mine.value?.lines ?? NO_LINES,
    act,
    paper,
    reload,
    replaceLine: (line: MyLine) => {
      const { value } = mine;
      if (value === undefined) return;
      const lines = value.lines.map((each) => (each.line === line.line ? line : each));
      mine.replace({ ...value, lines });
    },
    print: async (): Promise<void> => {
      const sheet = await paper.run(getVoteSheet, { params });
      if (sheet !== undefined && !(await openSheet(sheet.url, 'pdf'))) say(VOTE.sheetFailed);
    },
  };
};
const NO_LINES: readonly MyLine[] = [];
export type VoteDesk = ReturnType<typeof useVote>;
