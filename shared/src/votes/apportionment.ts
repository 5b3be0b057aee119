import * as z from 'zod/mini';
import { text } from '../kernel/schema';

/** How a cost is shared among the homes that bear it (Civil Code art. 283: as agreed, else by area). */
export const APPORTIONMENTS = ['by-area', 'by-home'] as const;

/** Money in whole fen. */
const Fen = z.int().check(z.minimum(0), z.maximum(1_000_000_000_00));

/** What owners must know before they vote on the maintenance fund. */
export const FundPlan = z.object({
  works: text(1000),
  budget: Fen,
  /** What the fund holds for the homes in scope, and on which day. */
  balance: Fen,
  /** Part of the budget that comes from the fund; the rest is collected from owners. */
  fromFund: Fen,
  apportionment: z.enum(APPORTIONMENTS),
});
export type FundPlan = z.output<typeof FundPlan>;

export interface Share {
  /** Fen taken from the home's part of the fund. */
  readonly fromFund: number;
  /** Fen the home would pay besides. */
  readonly toPay: number;
}

const part = (amount: number, weight: number, total: number): number =>
  total === 0 ? 0 : Number((BigInt(amount) * BigInt(weight) * 2n + BigInt(total)) / (2n * BigInt(total)));

/** What a home would bear: its part of the budget, rounded to the fen. `area` in hundredths of a square metre. */
export const shareOf = (
  plan: Pick<FundPlan, 'budget' | 'fromFund' | 'apportionment'>,
  mine: { readonly area: number; readonly homes: number },
  all: { readonly area: number; readonly homes: number },
): Share => {
  const [weight, total] = plan.apportionment === 'by-area' ? [mine.area, all.area] : [mine.homes, all.homes];
  return {
    fromFund: part(plan.fromFund, weight, total),
    toPay: part(plan.budget - plan.fromFund, weight, total),
  };
};
