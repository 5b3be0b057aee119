import { within } from '@gongyi/shared/district/place';
import { bindingCounts } from '@gongyi/shared/people/role';
import { rollHomesOf } from '../district/public';
import type { RollHomeEntry } from '../district/public';
import type { Viewer } from './standing';

/** The homes on the roll of a compound of which the asker is a verified owner. */
export const myRollHomes = async (compoundId: string, { who, now }: Viewer): Promise<RollHomeEntry[]> => {
  const homeIds = (who?.homes ?? [])
    .filter(
      (binding) => binding.relation === 'owner' && within(binding.homeId, compoundId) && bindingCounts(binding, now),
    )
    .map(({ homeId }) => homeId);
  return rollHomesOf(compoundId, [...new Set(homeIds)]);
};

/** The heads those homes are of. */
export const headsOf = (homes: readonly RollHomeEntry[]): string[] => [...new Set(homes.map(({ head }) => head))];
