import type { OrganisationCard } from '@gongyi/shared/district/contract';
import { cardsAlong } from './list-organisations';

/**
 * Who serves a compound, kept on the instance for a few seconds: organisations change a few times a year,
 * and every request asks.
 */
const KEEP_MS = 10_000;
const MOST_KEPT = 500;
const kept = new Map<string, { until: number; cards: Promise<OrganisationCard[]> }>();

export const serving = (compoundId: string): Promise<OrganisationCard[]> => {
  const now = Date.now();
  const known = kept.get(compoundId);
  if (known && now < known.until && known.until <= now + KEEP_MS) return known.cards;
  const cards = cardsAlong(compoundId);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(compoundId, { until: now + KEEP_MS, cards });
  cards.catch(() => kept.delete(compoundId));
  return cards;
};
