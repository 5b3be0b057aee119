import type { Route } from '@gongyi/shared/kernel/define-route';
import { getCommitteeVote } from '@gongyi/shared/votes/contract-committee';
import type { CommitteeView } from '@gongyi/shared/votes/contract-committee';
import { useAct, useLoad, usePoll } from '../../platform';
import type { CallInput } from '../../platform';
import { say } from '../../ui';

type MoveRoute = Route & { readonly reply: { readonly _zod: { readonly output: CommitteeView } } };
export type MoveMeeting = <T extends MoveRoute>(route: T, input: CallInput<T>, done: string) => Promise<boolean>;

const LOOK_AGAIN_MS = 5000;
/** Statuses in which members still take part. */
export const LIVE: readonly CommitteeView['status'][] = ['called', 'open'];

/** A meeting of the owners' committee and the moves on it. */
export const useMeeting = (id: string | undefined) => {
  const load = useLoad(getCommitteeVote, id === undefined ? undefined : { params: { committeeVoteId: id } });
  const act = useAct(() => void load.reload());
  const status = load.value?.status;
  usePoll(load.reload, status !== undefined && LIVE.includes(status) ? LOOK_AGAIN_MS : undefined);
  const move: MoveMeeting = async (route, input, done) => {
    const moved: CommitteeView | undefined = await act.run(route, input);
    if (moved === undefined) return false;
    load.replace(moved);
    say(done);
    return true;
  };
  return { load, act, move };
};
export type MeetingDesk = ReturnType<typeof useMeeting>;
