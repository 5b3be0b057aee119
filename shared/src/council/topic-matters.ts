import { RESERVED_MATTERS } from '../votes/matters';
import type { ReservedMatter } from '../votes/matters';
import { reservedIn } from '../votes/reserved-matters';

/** What a topic can be about: the compound's daily affairs, or a matter of art. 278, item (1) to (9). */
export const MATTERS = ['common-affairs', ...RESERVED_MATTERS] as const;
export type Matter = (typeof MATTERS)[number];

export const isReserved = (matter: Matter): matter is ReservedMatter => matter !== 'common-affairs';

/** The matter by the kind its proposer or the convener gave it, or by words, whichever says so. */
export const reservedOf = (matter: Matter, ...texts: readonly (string | undefined)[]): ReservedMatter | undefined =>
  isReserved(matter) ? matter : reservedIn(...texts);
