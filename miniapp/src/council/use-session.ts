import type { Route } from '@gongyi/shared/kernel/define-route';
import { getSession } from '@gongyi/shared/council/contract';
import type { SessionView } from '@gongyi/shared/council/contract';
import { useAct, useLoad } from '../platform';
import type { CallInput } from '../platform';
import { say } from '../ui';

type MoveRoute = Route & { readonly reply: { readonly _zod: { readonly output: SessionView } } };
export type MoveSession = <T extends MoveRoute>(
  route: T,
  input: CallInput<T>,
  done: string,
) => Promise<SessionView | undefined>;

/** A session and the moves on it: every reply is the session as it is now. */
export const useSession = (sessionId: string | undefined) => {
  const load = useLoad(getSession, sessionId === undefined ? undefined : { params: { sessionId } });
  const act = useAct(() => void load.reload());
  const move: MoveSession = async (route, input, done) => {
    const moved: SessionView | undefined = await act.run(route, input);
    if (moved === undefined) return undefined;
    load.replace(moved);
    say(done);
    return moved;
  };
  return { load, act, move };
};
export type SessionDesk = ReturnType<typeof useSession>;
