import type { Request } from '@gongyi/shared/requests/request';
import { OPEN } from '@gongyi/shared/requests/request-rules';
import type { Reaction } from '../platform/reaction';
import { countInHand } from './figure-store';
import type { InHand } from './figure-store';
import { FRESH } from './queue-counts';
import { isRequestKey, requestIdOf } from './request-item';
import { findRequest } from './request-store';

const flag = (is: boolean): number => (is ? 1 : 0);

const inHand = ({ holderId, status, overdueSince }: Request): InHand => ({
  organisationId: holderId,
  open: flag(OPEN.includes(status)),
  fresh: flag(FRESH.includes(status)),
  paused: flag(status === 'paused'),
  overdue: flag(OPEN.includes(status) && status !== 'paused' && overdueSince !== undefined),
});

const TRIES = 6;

/** Counts what each organisation has in hand, by the request as it stands: exact whatever is told twice. */
export const onQueueChanged: Reaction = {
  name: 'requests/count-queue',
  async on({ pk, sk }) {
    if (!isRequestKey(pk, sk)) return;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const request = await findRequest(requestIdOf(pk));
      if (request === undefined || (await countInHand(request.id, request.rev, inHand(request)))) return;
    }
    throw new Error('work in hand changed too often to be counted');
  },
};
