import { getSession } from '@gongyi/shared/council/contract';
import { useLoad, useMoves } from '../platform';

/** A session and the moves on it: every reply is the session as it is now. */
export const useSession = (sessionId: string | undefined) =>
  useMoves(useLoad(getSession, sessionId === undefined ? undefined : { params: { sessionId } }));
export type SessionDesk = ReturnType<typeof useSession>;
