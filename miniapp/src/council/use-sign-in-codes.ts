import { getSignInCodes } from '@gongyi/shared/council/contract';
import { useLoad, useRotatingCodes } from '../platform';

/** The sign-in code of this half minute, as it stands on the chair's screen. */
export const useSignInCodes = (sessionId: string) =>
  useRotatingCodes(useLoad(getSignInCodes, { params: { sessionId } }), `sign-in.${sessionId}`);
