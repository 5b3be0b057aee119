import { Claim } from '@gongyi/shared/people/contract';
import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { getItem, getItems, putNew, queryPage, remove, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';

/**
 * Claims to homes that staff decide. A claim names its person by id only; name and number are read where
 * they live. One that waits has a row in the order of time.
 */
export const StoredClaim = z.extend(z.omit(Claim, { name: true, phoneMasked: true }), {
  compoundId: z.string(),
  personId: z.string(),
  gridId: z.optional(z.string()),
  opHash: z.string(),
  lastOp: z.optional(z.string()),
});
export type StoredClaim = z.output<typeof StoredClaim>;

const waitingKey = ({ compoundId, claimedAt, id }: StoredClaim) => keys.claimWaiting(compoundId, claimedAt, id);

export const newClaim = (claim: StoredClaim): TransactItem[] => [
  putNew({ ...claim, ...keys.claim(claim.compoundId, claim.id) }),
  putNew({ ...waitingKey(claim), id: claim.id }),
];

export const findClaim = async (compoundId: string, claimId: string): Promise<StoredClaim | undefined> => {
  const item = await getItem(keys.claim(compoundId, claimId), { consistent: true });
  return item && z.parse(StoredClaim, item);
};

/** The claims of a compound that wait, oldest first. */
export const pageOfWaiting = async (
  compoundId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<{ readonly claims: StoredClaim[]; readonly lastKey: Record<string, unknown> | undefined }> => {
  const page = await queryPage({ ...keys.claimsWaiting(compoundId), limit, after, consistent: true });
  const ids = page.items.map((item) => String(item['id']));
  const items = await getItems(
    ids.map((id) => keys.claim(compoundId, id)),
    { consistent: true },
  );
  const claims = items.map((item) => z.parse(StoredClaim, item)).sort((a, b) => a.claimedAt - b.claimedAt);
  return { claims, lastKey: page.lastKey };
};

/** Closes a claim that waits; one decision counts. */
export const closedClaim = (
  claim: StoredClaim,
  set: { readonly state: 'verified' | 'refused' | 'ended'; readonly decidedBy: string; readonly decidedAt: number },
  op: string,
): TransactItem[] => [
  updateOf({
    key: keys.claim(claim.compoundId, claim.id),
    set,
    when: '#state = :claimed',
    names: { '#state': 'state' },
    values: { ':claimed': 'claimed' },
    op,
  }),
  remove(waitingKey(claim)),
];
