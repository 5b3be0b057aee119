import { fingerprintOf } from '../kernel/record';
import type { Vote } from './vote';

type Announced = Pick<
  Vote,
  'id' | 'title' | 'compoundId' | 'scope' | 'matters' | 'noticeAt' | 'opensAt' | 'closesAt' | 'closedFirstAt'
>;

/**
 * SHA-256 of what the public notice announced: matters word for word with plans, budgets, candidates and the ids of
 * attachments, of whom, from when until when. An extension since does not change it.
 */
export const noticeDigest = (vote: Announced): string =>
  fingerprintOf(
    JSON.stringify([
      'gongyi-notice/1',
      vote.id,
      vote.title,
      vote.compoundId,
      vote.scope,
      vote.matters,
      vote.noticeAt ?? 0,
      vote.opensAt ?? 0,
      vote.closedFirstAt ?? vote.closesAt ?? 0,
    ]),
  );
