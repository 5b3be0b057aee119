import { ancestorOf } from '@gongyi/shared/district/place';
import type { Request } from '@gongyi/shared/requests/request';

/** The grid, community, street and district a request lies in: where those above look at it. */
export const placesAbove = ({ spot, compoundId }: Pick<Request, 'spot' | 'compoundId'>): string[] =>
  [
    spot.gridId,
    ancestorOf(compoundId, 'community'),
    ancestorOf(compoundId, 'street'),
    ancestorOf(compoundId, 'district'),
  ].filter((id) => id !== undefined);
