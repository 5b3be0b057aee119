import type { Wish } from '@gongyi/shared/volunteers/wish';
import type { Due } from '../platform/due-walk';
import { CLOCK } from '../platform/record-item';
import { writeTogether } from '../platform/table';
import { PREFIX } from '../platform/table-shape';
import { findWish, moveWrites } from './record-store';

const TRIES = 4;

/** Nobody claimed it in its time: it comes before the grid team. */
export const handleWishDue = async ({ key }: Due, now: number): Promise<void> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const wish = await findWish(key.pk.slice(PREFIX.wish.length));
    if (wish?.status !== 'open' || wish.surfacedAt !== undefined || (wish.surfacesAt ?? now + 1) > now) return;
    const effect = { changes: { surfacedAt: now }, event: { kind: 'surfaced' } };
    const doing = { maker: CLOCK, op: `surfaced.${wish.id}.${String(wish.rev)}`, now };
    if ((await writeTogether(moveWrites<Wish>('wish')(wish, effect, doing))).done) return;
  }
};
