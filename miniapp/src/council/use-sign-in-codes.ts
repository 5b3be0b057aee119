import { getSignInCodes } from '@gongyi/shared/council/contract';
import { CODE_STEP } from '@gongyi/shared/kernel/rotating-code';
import { useLoad, useRotatingCodes } from '../platform';

/** The sign-in code of this half minute, as it stands on the chair's screen. */
export const useSignInCodes = (sessionId: string) =>
  useRotatingCodes(useLoad(getSignInCodes, { params: { sessionId } }), CODE_STEP, `sign-in.${sessionId}`);
