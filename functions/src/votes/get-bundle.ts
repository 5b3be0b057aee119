import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { getBundle as route } from '@gongyi/shared/votes/contract-log';
import type { OpenCall } from '../platform/router';
import { addressOf } from './vote-file-store';
import { findLog } from './vote-log-store';
import { findVote } from './vote-store';

/** Where to fetch what a published vote is counted again with. */
export const getBundle = async (
  { params: { voteId } }: RouteInput<typeof route>,
  _call: OpenCall,
): Promise<RouteReply<typeof route> | Refusal> => {
  const vote = await findVote(voteId);
  if (vote?.noticeAt === undefined) return refuse('not-found');
  const bundle = vote.status === 'published' ? (await findLog(voteId))?.bundle : undefined;
  if (bundle === undefined) return refuse('move-not-allowed', { status: vote.status });
  const { key, sha256, bytes } = bundle;
  return { url: await addressOf(key), sha256, bytes };
};
