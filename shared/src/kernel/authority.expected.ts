import type { Action } from './authority';

/**
 * Who may do what, written out by hand from the rules of the house and reviewed by people: never made
 * from the authority table it is held against. A change here needs a second pair of eyes.
 *
 * Columns, for an asker whose ties are all to the first compound (see `authority.test.ts` for the world):
 * - `own`: it is the asker's own and lies in a home of the first compound
 * - `same`: somebody else's, in that same home
 * - `other`: somebody else's, in a compound of another street with another company
 * - `absent`: it names nobody and nothing
 */
export const IDENTITIES = [
  // without any role
  'stranger',
  'claimant', // has claimed the home, not verified
  'former-tenant', // of the home, the tenancy over
  // who live there
  'owner',
  'family',
  'tenant',
  'neighbour', // owns another home of the compound
  // who serve there
  'grid-worker',
  'next-grid-worker', // of the community's other grid
  'building-steward',
  'party-branch-member',
  'committee-director',
  'committee-member',
  'community-worker',
  'community-secretary',
  'street-officer',
  'command-officer', // of the district, so of both compounds
  'administrator', // of the district, so of both compounds
  // the company that serves the compound and holds the request
  'manager',
  'dispatcher',
  'technician', // it is assigned to
  'other-technician',
  'former-manager', // the term over
  // others
  'first-dispatcher', // of the company that took the request first
  'other-manager', // of the other compound's company
] as const;
export type IdentityName = (typeof IDENTITIES)[number];

type Names = readonly IdentityName[];
export interface Row {
  readonly own: Names;
  readonly same: Names;
  readonly other: Names;
  readonly absent: Names;
}

const EVERYBODY: Names = IDENTITIES;
const NOBODY: Names = [];
const HOUSEHOLD: Names = ['owner', 'family', 'tenant'];
const RESIDENTS: Names = [...HOUSEHOLD, 'neighbour'];
const OFFICIALS: Names = [
  'grid-worker',
  'community-worker',
  'community-secretary',
  'street-officer',
  'command-officer',
];
const DESK: Names = ['manager', 'dispatcher'];
const HANDS: Names = [...DESK, 'technician'];

/** The same people whether or not it is their own. */
const anyones = (same: Names, other: Names): Row => ({ own: same, same, other, absent: NOBODY });
/** Everybody their own; these people others'. */
const ownAnd = (same: Names, other: Names): Row => ({ own: EVERYBODY, same, other, absent: NOBODY });
const ANYTHING: Row = { own: EVERYBODY, same: EVERYBODY, other: EVERYBODY, absent: EVERYBODY };

const ownOnly = ownAnd(NOBODY, NOBODY);
const handing = anyones(['administrator', 'manager'], ['administrator', 'other-manager']);
const roll = anyones(
  ['administrator', 'community-worker', 'community-secretary', 'manager'],
  ['administrator', 'other-manager'],
);
const deskWork = anyones(DESK, ['other-manager']);
const handWork = anyones(HANDS, ['other-manager']);
const asking = ownAnd(HOUSEHOLD, NOBODY);
/** The four parties' people; the other compound's company is a party there. */
const PARTIES: Names = [
  'community-worker',
  'party-branch-member',
  'committee-director',
  'committee-member',
  'manager',
  'dispatcher',
];
const partyWork = anyones(PARTIES, ['other-manager']);
const convening = anyones(['community-secretary'], NOBODY);
/** Those who write things down for people without a phone; the steward in the own building. */
const recording = anyones(['grid-worker', 'building-steward', 'community-worker', 'community-secretary'], NOBODY);
const living = anyones(RESIDENTS, NOBODY);
const OWNERS: Names = ['owner', 'neighbour'];
/** Who prepares a vote of the owners and keeps its registers. */
const PREPARERS: Names = ['committee-director', 'committee-member', 'community-worker', 'community-secretary'];
const preparing = anyones(PREPARERS, NOBODY);

export const EXPECTED: Readonly<Record<Action, Row>> = {
  'person.read-own': ownOnly,
  'person.change-own': ownOnly,
  'grant.give': handing,
  'grant.take': handing,
  'grant.list': handing,
  'home.claim': ANYTHING,
  'home.verify-claim': anyones(
    ['community-worker', 'community-secretary', 'grid-worker', 'manager'],
    ['other-manager'],
  ),
  'home.invite-family': anyones(['owner'], NOBODY),
  'home.end-binding': anyones(['owner', 'community-worker', 'community-secretary'], NOBODY),
  'place.change': anyones(['administrator'], ['administrator']),
  'organisation.change': anyones(['administrator'], ['administrator']),
  'roll.import': roll,
  'roll.read': roll,
  'code.print': anyones(
    ['administrator', 'community-worker', 'community-secretary', 'manager', 'dispatcher'],
    ['administrator', 'other-manager'],
  ),
  'request.file': ANYTHING,
  'request.file-on-behalf': anyones([...OFFICIALS, 'building-steward', ...DESK], ['command-officer', 'other-manager']),
  'request.read-public': ownAnd(
    [
      ...RESIDENTS,
      ...OFFICIALS,
      'committee-member',
      'committee-director',
      'party-branch-member',
      'building-steward',
      ...HANDS,
      'first-dispatcher',
    ],
    ['command-officer', 'other-manager'],
  ),
  'request.read-private': ownAnd(
    [...HOUSEHOLD, ...OFFICIALS, ...HANDS, 'first-dispatcher'],
    ['command-officer', 'other-manager'],
  ),
  'request.see-contact': anyones([...OFFICIALS, ...HANDS], ['command-officer', 'other-manager']),
  'request.accept': deskWork,
  'request.assign': deskWork,
  'request.take': anyones(['technician', 'other-technician'], NOBODY),
  'request.start': handWork,
  'request.plan-visit': handWork,
  'request.pause': handWork,
  'request.resume': handWork,
  'request.quote': handWork,
  'request.answer-quote': asking,
  'request.resolve': handWork,
  'request.decline': deskWork,
  'request.pass-on': deskWork,
  'request.mark-duplicate': deskWork,
  'request.reply': ownAnd([...OFFICIALS, ...HANDS, 'first-dispatcher'], ['command-officer', 'other-manager']),
  'request.answer-outcome': asking,
  'request.call-back': anyones([...OFFICIALS, ...DESK], ['command-officer', 'other-manager']),
  'request.withdraw': ownOnly,
  'request.nudge': asking,
  'request.join': anyones(RESIDENTS, NOBODY),
  'request.escalate': anyones(OFFICIALS, ['command-officer']),
  'request.queue': anyones([...HANDS, 'other-technician'], ['other-manager']),
  'request.list-below': anyones(OFFICIALS, ['command-officer']),
  'request.rates': anyones([...RESIDENTS, ...OFFICIALS, ...DESK], ['command-officer', 'other-manager']),
  'request.export': anyones(
    ['community-worker', 'community-secretary', 'street-officer', 'command-officer', ...DESK],
    ['command-officer', 'other-manager'],
  ),
  'request.check-content': anyones(['community-worker', 'community-secretary', 'grid-worker'], NOBODY),
  'request.templates': deskWork,
  // council
  'topic.propose': anyones([...RESIDENTS, ...PARTIES], ['other-manager']),
  'topic.read': ownAnd(
    [...RESIDENTS, ...PARTIES, 'community-secretary', 'street-officer', 'command-officer'],
    ['command-officer', 'other-manager'],
  ),
  'topic.own': ownOnly,
  'topic.second': living,
  'topic.comment': anyones([...RESIDENTS, ...PARTIES, 'community-secretary'], ['other-manager']),
  'topic.moderate': anyones(['community-secretary', 'community-worker'], NOBODY),
  'topic.screen': convening,
  'topic.supervise': anyones(['community-secretary', 'community-worker', 'street-officer'], NOBODY),
  'topic.rate': living,
  'session.chair': convening,
  'session.take-part': ownOnly,
  'session.state-position': ownAnd(['community-secretary'], NOBODY),
  'session.name-substitute': partyWork,
  'council.speak': partyWork,
  'council.object': living,
  'council.object-for': anyones(['community-secretary', 'community-worker'], NOBODY),
  'council.list-below': anyones(
    ['community-secretary', 'community-worker', 'street-officer', 'command-officer', ...DESK],
    ['command-officer', 'other-manager'],
  ),
  'council-rules.change': anyones(['community-secretary', 'street-officer'], NOBODY),
  // votes
  'vote.prepare': preparing,
  'vote.petition': anyones(OWNERS, NOBODY),
  'vote.nominate': anyones([...OWNERS, ...PREPARERS], NOBODY),
  'vote.check-nomination': anyones(['community-worker', 'community-secretary'], NOBODY),
  'vote.correct-roll': preparing,
  'vote.read': anyones(
    [
      ...RESIDENTS,
      ...OFFICIALS,
      'committee-director',
      'committee-member',
      'party-branch-member',
      'building-steward',
      ...DESK,
    ],
    ['command-officer', 'other-manager'],
  ),
  'vote.inspect': anyones([...OWNERS, ...PREPARERS, 'street-officer'], NOBODY),
  'vote.object': anyones(OWNERS, NOBODY),
  'vote.witness': anyones([...PREPARERS, 'party-branch-member', 'manager'], ['other-manager']),
  'vote.hand-over': anyones([...PREPARERS, 'street-officer'], NOBODY),
  'vote.hand-over-unvoted': anyones(['street-officer'], NOBODY),
  'ballot.cast': ownOnly,
  'ballot.name-voter': anyones(['owner'], NOBODY),
  'ballot.disown': anyones(HOUSEHOLD, NOBODY),
  'ballot.register': preparing,
  'ballot.count': preparing,
  'ballot.sign-count': ownOnly,
  'committee-vote.call': preparing,
  'committee-vote.take-part': ownOnly,
  'repair.declare': anyones([...PREPARERS, 'manager'], ['other-manager']),
  'repair.check': anyones(['community-worker', 'community-secretary', 'street-officer'], NOBODY),
  'voting-rules.change': anyones(['community-secretary', 'street-officer'], NOBODY),
  // volunteers
  'team-kinds.change': anyones(['administrator'], ['administrator']),
  'team.make': anyones(['community-worker', 'community-secretary'], NOBODY),
  'team.lead': ownAnd(['community-worker', 'community-secretary'], NOBODY),
  'team.join': ANYTHING,
  'volunteer.own': ownOnly,
  'volunteer.record': recording,
  'volunteer.correct': anyones(['community-worker', 'community-secretary'], NOBODY),
  'volunteer.consent-as-guardian': anyones(['owner', 'family'], NOBODY),
  'volunteer-settings.change': anyones(['community-worker', 'community-secretary'], NOBODY),
  'shift.sign-up': ANYTHING,
  'shift.sign-up-for': ownAnd(['grid-worker', 'building-steward', 'community-worker', 'community-secretary'], NOBODY),
  'hours.keep': ownAnd(['community-worker', 'community-secretary'], NOBODY),
  'hours.export': anyones(
    ['community-worker', 'community-secretary', 'street-officer', 'command-officer'],
    ['command-officer'],
  ),
  'wish.post': living,
  'wish.post-for': recording,
  'wish.verify': anyones(['grid-worker', 'community-worker', 'community-secretary'], NOBODY),
  'wish.read-private': ownAnd(OFFICIALS, ['command-officer']),
  'wish.own': ownOnly,
  'wish.claim': ANYTHING,
  'wish.claim-for-unit': deskWork,
  'wish.carry': ownOnly,
  'wish.see-contact': ownAnd(OFFICIALS, ['command-officer']),
  'notice.read-own': ownOnly,
};
