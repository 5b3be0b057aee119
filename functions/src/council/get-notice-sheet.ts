import type { getNoticeSheet as route } from '@gongyi/shared/council/contract';
import { fingerprintOf } from '@gongyi/shared/kernel/record';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { env } from '../platform/env';
import type { OpenCall } from '../platform/router';
import { publicNoticeOf } from './public-notice';
import { findSession } from './record-store';
import { sheetContent } from './sheet-content';

/** The notice as an A4 document, the same for everybody: made once for what it says, whoever asks. */
export const getNoticeSheet = async (
  { params }: RouteInput<typeof route>,
  { now }: OpenCall,
): Promise<RouteReply<typeof route> | Refusal> => {
  const session = await findSession(params.sessionId);
  const notice = session && (await publicNoticeOf(session, undefined, now));
  if (notice === undefined) return refuse('not-found');
  const content = sheetContent(notice, env().PUBLIC_BASE_URL);
  const id = `${notice.sessionId}-${fingerprintOf(JSON.stringify(content)).slice(0, 32)}`;
  const make = async (): Promise<Uint8Array> => (await import('./sheet')).drawSheet(content);
  const { exportOnce } = await import('../platform/exported-file');
  return { url: await exportOnce({ id: `notice-${id}`, type: 'pdf', name: content.title, inline: true }, make) };
};
