import { ancestorOf, within } from '@gongyi/shared/district/place';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { Role } from '@gongyi/shared/people/role';
import { propertyCompanyIdsOf } from '../district/public';
import type { SignedIn } from '../platform/session';
import type { StoredClaim } from './claim-store';

/** The role in which a claim may be seen and decided, undefined if it may not. Nobody decides about their own. */
export type ClaimJudge = (claim: Pick<StoredClaim, 'homeId' | 'gridId' | 'personId'>) => Role | undefined;

/** What `who` may judge among a compound's claims; undefined if none of them could be theirs to judge. */
export const claimJudge = async (who: SignedIn, compoundId: string, now: number): Promise<ClaimJudge | undefined> => {
  const organisationIds = await propertyCompanyIdsOf(compoundId);
  const roleFor = (placeId: string, gridId: string | undefined) =>
    standingFor(who, 'home.verify-claim', { placeId, gridId, organisationIds }, now)?.role;
  const community = ancestorOf(compoundId, 'community') ?? '';
  const grids = who.grants.flatMap(({ placeId }) =>
    placeId !== undefined && within(placeId, community) ? [placeId] : [],
  );
  const some = [undefined, ...grids].some((gridId) => roleFor(compoundId, gridId) !== undefined);
  if (!some) return undefined;
  return ({ homeId, gridId, personId }) => (personId === who.personId ? undefined : roleFor(homeId, gridId));
};
