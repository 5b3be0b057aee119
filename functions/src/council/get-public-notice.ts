import type { PublicNotice, getPublicNotice as route } from '@gongyi/shared/council/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { OpenCall } from '../platform/router';
import { publicNoticeOf } from './public-notice';
import { findSession } from './record-store';

/** One public notice, for whoever asks. */
export const getPublicNotice = async (
  { params }: RouteInput<typeof route>,
  { who, now }: OpenCall,
): Promise<PublicNotice | Refusal> => {
  const session = await findSession(params.sessionId);
  return (session && (await publicNoticeOf(session, who, now))) ?? refuse('not-found');
};
