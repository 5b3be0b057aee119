import type { HomeBinding, Identity, Role, RoleGrant } from '../people/role';
import { AUTHORITY, isAction, may, RELATIONS, standingFor } from './authority';
import type { Action, Subject } from './authority';
import { EXPECTED, IDENTITIES } from './authority.expected';
import type { IdentityName, Row } from './authority.expected';

const NOW = 1_800_000_000_000;
const COMMUNITY = 'jn.s01.c01';
const COMPOUND = `${COMMUNITY}.x01`;
const HOME = `${COMPOUND}.b1.e1.h101`;
const OTHER_HOME = 'jn.s02.c05.x09.b1.e1.h101';

const home = (
  homeId: string,
  relation: HomeBinding['relation'],
  more: Partial<HomeBinding> = {},
): Partial<Identity> => ({
  homes: [{ homeId, homeName: '家', relation, state: 'verified', since: NOW - 1, ...more }],
});
const grant = (role: RoleGrant['role'], scope: Partial<RoleGrant>): Partial<Identity> => ({
  grants: [{ id: 'g1', role, scopeName: '处', from: NOW - 1, ...scope }],
});
const inCompany = { organisationId: 'co-one' };

const TIES: Readonly<Record<IdentityName, Partial<Identity>>> = {
  stranger: {},
  claimant: home(HOME, 'owner', { state: 'claimed' }),
  'former-tenant': home(HOME, 'tenant', { until: NOW }),
  owner: home(HOME, 'owner'),
  family: home(HOME, 'family'),
  tenant: home(HOME, 'tenant', { until: NOW + 1 }),
  neighbour: home(`${COMPOUND}.b2.e1.h101`, 'owner'),
  'grid-worker': grant('grid-worker', { placeId: `${COMMUNITY}.g1` }),
  'next-grid-worker': grant('grid-worker', { placeId: `${COMMUNITY}.g2` }),
  'building-steward': grant('building-steward', { placeId: `${COMPOUND}.b1` }),
  'party-branch-member': grant('party-branch-member', { placeId: COMPOUND }),
  'committee-director': grant('owners-committee-director', { placeId: COMPOUND }),
  'committee-member': grant('owners-committee-member', { placeId: COMPOUND }),
  'community-worker': grant('community-worker', { placeId: COMMUNITY }),
  'community-secretary': grant('community-secretary', { placeId: COMMUNITY }),
  'street-officer': grant('street-officer', { placeId: 'jn.s01' }),
  'command-officer': grant('command-officer', { placeId: 'jn' }),
  administrator: grant('administrator', { placeId: 'jn' }),
  manager: grant('manager', inCompany),
  dispatcher: grant('dispatcher', inCompany),
  technician: grant('technician', inCompany),
  'other-technician': grant('technician', inCompany),
  'former-manager': grant('manager', { ...inCompany, until: NOW }),
  'first-dispatcher': grant('dispatcher', { organisationId: 'co-first' }),
  'other-manager': grant('manager', { organisationId: 'co-nine' }),
};
const identityOf = (name: IdentityName): Identity => ({ personId: name, grants: [], homes: [], ...TIES[name] });

const same: Subject = {
  personId: 'somebody',
  homeId: HOME,
  placeId: HOME,
  gridId: `${COMMUNITY}.g1`,
  holderId: 'co-one',
  answerableIds: ['co-first'],
  assigneeId: 'technician',
  organisationIds: ['co-one'],
};
const SUBJECTS: Readonly<Record<keyof Row, (name: IdentityName) => Subject>> = {
  own: (personId) => ({ ...same, personId }),
  same: () => same,
  other: () => ({
    personId: 'somebody',
    homeId: OTHER_HOME,
    placeId: OTHER_HOME,
    gridId: 'jn.s02.c05.g1',
    holderId: 'co-nine',
    organisationIds: ['co-nine'],
  }),
  absent: () => ({}),
};
const COLUMNS = ['own', 'same', 'other', 'absent'] as const;
const actions = Object.keys(AUTHORITY).filter(isAction);

describe('the authority table', () => {
  it('is expected on, action for action', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...actions].sort());
  });

  describe.each(actions)('%s', (action: Action) => {
    it.each(COLUMNS)('%s: is allowed to exactly the people expected', (column) => {
      const allowed = IDENTITIES.filter((name) => may(identityOf(name), action, SUBJECTS[column](name), NOW));
      expect([...allowed].sort()).toEqual([...EXPECTED[action][column]].sort());
    });
  });

  it('has for every cell somebody in this world who acts by it', () => {
    const acted = new Set<string>();
    for (const action of actions) {
      for (const [role, relation] of AUTHORITY[action]) {
        const by = IDENTITIES.some((name) =>
          COLUMNS.some((column) => standingFor(identityOf(name), action, SUBJECTS[column](name), NOW)?.role === role),
        );
        if (by) acted.add(`${action} ${role} ${relation}`);
      }
    }
    const cells = actions.flatMap((action) =>
      AUTHORITY[action].map(([role, relation]) => `${action} ${role} ${relation}`),
    );
    expect(cells.filter((cell) => !acted.has(cell))).toEqual([]);
  });

  it('uses every relation it defines', () => {
    const used = new Set(actions.flatMap((action) => AUTHORITY[action].map(([, relation]) => relation)));
    expect([...used].sort()).toEqual([...RELATIONS].sort());
  });
});

describe('a standing', () => {
  it('names the role and the grant or home it comes from', () => {
    expect(standingFor(identityOf('dispatcher'), 'request.accept', same, NOW)).toEqual({
      role: 'dispatcher' satisfies Role,
      grantId: 'g1',
      organisationId: 'co-one',
    });
    expect(standingFor(identityOf('owner'), 'home.invite-family', same, NOW)).toEqual({ role: 'owner', homeId: HOME });
  });

  it('begins with its term and ends with it', () => {
    const manager: Identity = {
      ...identityOf('manager'),
      ...grant('manager', { ...inCompany, from: NOW, until: NOW + 10 }),
    };
    const at = (now: number) => may(manager, 'request.accept', same, now);
    expect([NOW - 1, NOW, NOW + 9, NOW + 10].map(at)).toEqual([false, true, true, false]);
  });

  it('does not reach a place whose id only begins the same', () => {
    const officer = identityOf('street-officer');
    expect(may(officer, 'request.escalate', { placeId: 'jn.s011.c01' }, NOW)).toBe(false);
    expect(may(officer, 'request.escalate', { placeId: 'jn.s01' }, NOW)).toBe(true);
  });
});
