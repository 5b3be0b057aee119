import { PARTIES } from '../district/organisation';
import type { Party } from '../district/organisation';
import { HOUR } from '../kernel/time';
import { ALL_BODIES, SEATS, START, acceptedTopic, sessionFor, withSignIns, withStances } from './council-for-tests';
import { seatsOf } from './seats';
import type { Seat } from './seats';
import type { CouncilSession } from './session';
import { tableOf } from './table-of-four';

const OTHERS = ALL_BODIES.filter(({ kind }) => kind !== 'owners-committee');
const WITHOUT_OWNERS = seatsOf(OTHERS);

const sideOf = (session: CouncilSession, seatsNow: readonly Seat[], party: Party) =>
  tableOf(acceptedTopic(), session, seatsNow, START + HOUR).find((side) => side.party === party);

describe('the table of a topic after its session', () => {
  it('keeps what a body said that stood in, after the party’s own body was founded', () => {
    const there = withSignIns(sessionFor({ seats: WITHOUT_OWNERS }), [
      'committee-of-residents',
      'party-branch',
      'property-company',
    ]);
    const held = withStances(there, { 'committee-of-residents': 'agree' });
    const then = { signedIn: true, stance: 'agree', bodyName: '居委会', standIn: true };
    expect(sideOf(held, SEATS, 'owners-committee')).toMatchObject(then);
  });

  it('keeps the objection of a body that is no more, and gives nothing of it to who came after', () => {
    const there = withSignIns(sessionFor(), PARTIES);
    const held = withStances(there, {
      'committee-of-residents': 'agree',
      'owners-committee': 'object',
      'property-company': 'agree',
    });
    expect(sideOf(held, WITHOUT_OWNERS, 'owners-committee')).toMatchObject({ stance: 'object', bodyName: '业委会' });
    const company = { id: 'new', kind: 'property-company', name: '新物业' } as const;
    const replaced = seatsOf([...ALL_BODIES.filter(({ kind }) => kind !== 'property-company'), company]);
    expect(sideOf(held, replaced, 'property-company')).toMatchObject({ stance: 'agree', bodyName: '物业' });
    const off = { ...held, status: 'cancelled' as const };
    const fresh = { signedIn: false, mark: 'none', bodyName: '新物业' };
    expect(sideOf(off, replaced, 'property-company')).toMatchObject(fresh);
  });
});
