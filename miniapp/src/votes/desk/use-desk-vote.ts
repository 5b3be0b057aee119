import type { Route } from '@gongyi/shared/kernel/define-route';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { openSheet, useAct, useLoad } from '../../platform';
import type { CallInput } from '../../platform';
import { say } from '../../ui';
import { DESK } from '../desk-copy';

type MoveRoute = Route & { readonly reply: { readonly _zod: { readonly output: VoteView } } };
export type MoveVote = <T extends MoveRoute>(
  route: T,
  input: CallInput<T>,
  done: string,
) => Promise<VoteView | undefined>;

type SheetRoute = Route & { readonly reply: { readonly _zod: { readonly output: { readonly url: string } } } };

/** A vote as those who run it see it, and the moves on it: every reply is the vote as it is now. */
export const useDeskVote = (voteId: string | undefined) => {
  const load = useLoad(getVote, voteId === undefined ? undefined : { params: { voteId } });
  const act = useAct(() => void load.reload());
  const paper = useAct();
  const move: MoveVote = async (route, input, done) => {
    const moved: VoteView | undefined = await act.run(route, input);
    if (moved === undefined) return undefined;
    load.replace(moved);
    say(done);
    return moved;
  };
  const show = async <T extends SheetRoute>(route: T, input: CallInput<T>): Promise<void> => {
    const sheet: { readonly url: string } | undefined = await paper.run(route, input);
    if (sheet !== undefined && !(await openSheet(sheet.url, 'pdf'))) say(DESK.sheetFailed);
  };
  return { load, act, paper, move, show };
};
export type VoteDesk = ReturnType<typeof useDeskVote>;
