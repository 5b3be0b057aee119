import { handedOver } from '@gongyi/shared/requests/effects-desk';
import type { Named } from '@gongyi/shared/requests/effect';
import { derivedId } from '../platform/idempotency';
import { CLOCK } from './by-words';
import { queueItems } from './queue-store';
import { findRequest, writeStep } from './request-store';

const A_PAGE = 50;
const TRIES = 5;

/** One order, as it stands: whoever is at it meanwhile is waited for. False if it is not the old holder's any more. */
const handOne = async (requestId: string, from: Named, to: Named, op: string, now: number): Promise<boolean> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await findRequest(requestId);
    if (before?.holderId !== from.id) return false;
    const effect = handedOver(before, to, now);
    if (await writeStep({ before, effect, maker: CLOCK, op: derivedId('hand-over', op, requestId), now })) return true;
  }
  throw new Error('an order did not stand still while it was handed over');
};

/**
 * Moves the open orders of a compound from one holder to the next, until `until`; tells how many, and whether all
 * are moved. Safe to run again: what was moved is the old holder's no longer.
 */
export const handOverOpen = async (
  compoundId: string,
  from: Named,
  to: Named,
  { op, now, until }: { readonly op: string; readonly now: number; readonly until: () => boolean },
): Promise<{ readonly moved: number; readonly all: boolean }> => {
  let moved = 0;
  let after: Record<string, unknown> | undefined;
  do {
    const page = await queueItems({ organisationId: from.id, limit: A_PAGE, after });
    for (const { id } of page.requests.filter((request) => request.compoundId === compoundId)) {
      if (until()) return { moved, all: false };
      if (await handOne(id, from, to, op, now)) moved += 1;
    }
    after = page.lastKey;
  } while (after !== undefined);
  return { moved, all: true };
};
