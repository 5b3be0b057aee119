import type { Party } from '../district/organisation';
import type { RoleGrant } from '../people/role';
import { COMPOUND, NOW, START, applyTo, sessionFor, topicFor, withSignIns } from './council-for-tests';
import { itemSetAside } from './agenda-effects';
import { draftMinutes } from './minutes';
import { minutesSent } from './minutes-effects';
import { byDue, needsOfSession, needsOfTopic, scopesOf } from './needs';
import { seatsOf } from './seats';
import type { CouncilSession } from './session';
import { ended, opened } from './session-effects';

it('puts what is late before what is due later, and what has no date last, the longest waiting first', () => {
  const waiting = { id: 'waits since long', since: 5 };
  const late = { id: 'late', dueAt: 100 };
  const items = [{ id: 'waits', since: 50 }, { id: 'later', dueAt: 900 }, waiting, late];
  expect(items.sort(byDue).map(({ id }) => id)).toEqual(['late', 'later', 'waits since long', 'waits']);
});

it('asks the convener for a topic that went back to its proposer while others are merged into it', () => {
  const waiting = (mergedFrom: string[]) =>
    needsOfTopic(topicFor({ status: 'returned', mergedFrom }), []).map(({ kind, scopes }) => [kind, scopes]);
  expect(waiting([])).toEqual([]);
  expect(waiting(['t2'])).toEqual([['screen', ['convener/jn.s01.c01']]]);
});

describe('minutes to confirm', () => {
  const seats = seatsOf([
    { id: 'committee', kind: 'committee-of-residents', name: '居委会' },
    { id: 'branch', kind: 'party-branch', name: '党支部' },
    { id: 'managing', kind: 'property-management-committee', name: '物管会' },
    { id: 'company', kind: 'property-company', name: '物业' },
  ]);
  const FOUR: readonly Party[] = ['committee-of-residents', 'party-branch', 'owners-committee', 'property-company'];
  const held = withSignIns(sessionFor({ seats }), FOUR);
  const open = applyTo(held, opened(held, START));
  const aside = applyTo(open, itemSetAside(open, 't1', 'deferred', '下次', START));
  const over = applyTo(aside, ended(aside, draftMinutes(aside, START), START));
  const sent: CouncilSession = {
    ...applyTo(over, minutesSent(over, START)),
    delegates: [{ personId: 'named', party: 'owners-committee', name: '赵**', substitute: true }],
  };
  const waitsFor = (personId: string, ...grants: Pick<RoleGrant, 'role' | 'placeId' | 'organisationId'>[]): number => {
    const held = grants.map((grant) => ({ ...grant, id: 'g', scopeName: '', from: NOW }));
    const desks = scopesOf({ personId, grants: held, homes: [] }, START);
    return needsOfSession(sent).filter(({ scopes }) => scopes.some((scope) => desks.includes(scope))).length;
  };

  it('lie with the people of the body that stands in, and with whom a party named in their place', () => {
    expect(waitsFor('p', { role: 'manager', organisationId: 'managing' })).toBe(1);
    expect(waitsFor('named')).toBe(1);
    expect(waitsFor('p', { role: 'manager', organisationId: 'other' })).toBe(0);
    expect(waitsFor('p', { role: 'technician', organisationId: 'company' })).toBe(0);
  });

  it('lie with people of a party at the compound and above it, and nowhere else', () => {
    const role = 'party-branch-member';
    const above = ['jn', 'jn.s01', 'jn.s01.c01', COMPOUND];
    expect(above.map((placeId) => waitsFor('p', { role, placeId }))).toEqual([1, 1, 1, 1]);
    expect(waitsFor('p', { role, placeId: 'jn.s01.c02' })).toBe(0);
    expect(waitsFor('p', { role: 'community-worker', placeId: 'jn.s01.c01' })).toBe(1);
  });
});
