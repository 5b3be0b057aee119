/** Everybody who asks, and how their cells are written down; who they are to a compound is in `world/cast.ts`. */
export const IDENTITIES = [
  'anonymous',
  'stranger',
  'a.owner',
  'a.family',
  'a.tenant',
  'a.claimant', // waits for staff
  'a.former-tenant',
  'a.neighbour',
  'b.owner', // lives in the other compound
  'a.manager',
  'a.dispatcher',
  'a.technician',
  'a.other-technician',
  'a.former-dispatcher', // the term over
  'b.dispatcher', // of the other company
  'a.committee-desk', // an organisation that serves the place but does not hold the request
  'a.grid-worker',
  'a.next-grid-worker',
  'a.community-worker',
  'b.community-worker',
  'a.community-secretary',
  'a.street-officer',
  'b.street-officer',
  'command-officer',
  'admin',
  'a.building-steward',
  'a.party-branch-member',
  'a.committee-director',
  'a.committee-member',
] as const;
export type IdentityName = (typeof IDENTITIES)[number];
export type Names = readonly IdentityName[];

/**
 * `does`: done, and it shows. `sees`: told that the move is not theirs, because they may see the thing. `empty`:
 * a list that shows them nothing of it. Everybody else: as if there were nothing.
 */
export interface Cells {
  readonly does: Names;
  readonly sees?: Names;
  readonly empty?: Names;
  /** The same asked about the other compound. */
  readonly other: Names;
  readonly otherSees?: Names;
  readonly otherEmpty?: Names;
}
