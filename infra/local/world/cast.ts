import type { RoleGrant } from '@gongyi/shared/people/role';
import { DISTRICT, SIDES, communityOf, compoundOf, gridOf, homeOf, streetOf } from './places';
import type { Side } from './places';

/** A role as tests hand it out: for a place, or in an organisation by its name in the world. */
export interface PlannedGrant {
  readonly role: RoleGrant['role'];
  readonly placeId?: string;
  readonly organisation?: string;
  /** Taken away again before the test begins. */
  readonly ended?: boolean;
}

export interface PlannedPerson {
  readonly grants: readonly PlannedGrant[];
  readonly home?: {
    readonly id: string;
    readonly relation: 'owner' | 'family' | 'tenant';
    /** `waiting`: staff have not decided; `ended`: the tenancy is over. */
    readonly stands?: 'waiting' | 'ended';
  };
}

const at = (role: RoleGrant['role'], placeId: string): PlannedPerson => ({ grants: [{ role, placeId }] });
const works = (role: RoleGrant['role'], ...organisations: string[]): PlannedPerson => ({
  grants: organisations.map((organisation) => ({ role, organisation })),
});
const lives = (id: string, relation: 'owner' | 'family' | 'tenant', stands?: 'waiting' | 'ended'): PlannedPerson => ({
  grants: [],
  home: { id, relation, ...(stands === undefined ? {} : { stands }) },
});

const sideCast = (side: Side): Readonly<Record<string, PlannedPerson>> => {
  const home = homeOf(side, 1, 101);
  const company = `${side}.company`;
  return {
    owner: lives(home, 'owner'),
    family: lives(home, 'family'),
    tenant: lives(home, 'tenant'),
    neighbour: lives(homeOf(side, 1, 102), 'owner'),
    'next-owner': lives(homeOf(side, 2, 101), 'owner'),
    claimant: lives(home, 'family', 'waiting'),
    'former-tenant': lives(home, 'tenant', 'ended'),
    dispatcher: works('dispatcher', company),
    manager: works('manager', company),
    technician: works('technician', company),
    'other-technician': works('technician', company),
    'former-dispatcher': { grants: [{ role: 'dispatcher', organisation: company, ended: true }] },
    'committee-desk': works('dispatcher', `${side}.committee`),
    'office-desk': works('dispatcher', `${side}.property-office`, `${side}.street-office`),
    'grid-worker': at('grid-worker', gridOf(side, 1)),
    'next-grid-worker': at('grid-worker', gridOf(side, 2)),
    'community-worker': at('community-worker', communityOf(side)),
    'community-secretary': at('community-secretary', communityOf(side)),
    'street-officer': at('street-officer', streetOf(side)),
    'building-steward': at('building-steward', `${compoundOf(side)}.b1`),
    'party-branch-member': at('party-branch-member', compoundOf(side)),
    'committee-director': at('owners-committee-director', compoundOf(side)),
    'committee-member': at('owners-committee-member', compoundOf(side)),
  };
};

/** Everybody by the names tests call them: `a.owner`, `b.dispatcher`, `admin`. The administrator comes first. */
export const CAST: Readonly<Record<string, PlannedPerson>> = {
  admin: { grants: [] },
  stranger: { grants: [] },
  'command-officer': at('command-officer', DISTRICT),
  'command-desk': works('dispatcher', 'command', 'department'),
  'utility-desk': works('dispatcher', 'water', 'heating', 'power', 'gas', 'lift'),
  ...Object.fromEntries(
    SIDES.flatMap((side) => Object.entries(sideCast(side)).map(([name, person]) => [`${side}.${name}`, person])),
  ),
};
