import { IDENTITIES } from './identities.expected';
import type { Cells, Names } from './identities.expected';

/**
 * Who may do what about volunteers, written by hand from the rules of the house and reviewed by people, as
 * `matrix.expected.ts` is. Teams and shifts are for everybody to find; the teams asked about are led by a
 * `neighbour` of the compound, their shifts are at its building 1, and whoever signed up is its `owner`. Everybody
 * has said that they are a volunteer.
 */
const without = (names: Names, taken: Names): Names => names.filter((name) => !taken.includes(name));

const EVERYBODY: Names = IDENTITIES;
const SIGNED_IN: Names = without(IDENTITIES, ['anonymous']);
const COMMUNITY: Names = ['a.community-worker', 'a.community-secretary'];
const OTHER_COMMUNITY: Names = ['b.community-worker'];
const LEADERS: Names = ['a.neighbour', ...COMMUNITY];
/** Those of the grid and the building where the shift is, too. */
const ENTERS: Names = [...LEADERS, 'a.grid-worker', 'a.building-steward'];
/** Who writes people down: of any grid or building of the community. */
const RECORDERS: Names = [...COMMUNITY, 'a.grid-worker', 'a.next-grid-worker', 'a.building-steward'];

const look = (does: Names, other: Names): Cells => ({ does, other });
const anybody = look(EVERYBODY, EVERYBODY);
/** Of what everybody can read: whoever may not is told so. */
const open = (does: Names, other: Names): Cells => ({
  does,
  sees: without(SIGNED_IN, does),
  other,
  otherSees: without(SIGNED_IN, other),
});
const community = look(COMMUNITY, OTHER_COMMUNITY);
const leaders = look(LEADERS, OTHER_COMMUNITY);
const leadersOpenly = open(LEADERS, OTHER_COMMUNITY);
const enters = look(ENTERS, OTHER_COMMUNITY);
const recorders = look(RECORDERS, OTHER_COMMUNITY);
const signedUp = open(['a.owner'], ['b.owner']);

const PEOPLE: Readonly<Record<string, Cells>> = {
  // Grown-ups who live with the child as family, and the community with a paper.
  'give-guardian-consent': look(['a.owner', 'a.family', ...COMMUNITY], ['b.owner', ...OTHER_COMMUNITY]),
  'correct-birth': look(COMMUNITY, OTHER_COMMUNITY),
  record: recorders,
  list: recorders,
};

const TEAMS: Readonly<Record<string, Cells>> = {
  'list-kinds': anybody,
  'change-kinds': look(['admin'], ['admin']),
  'list-teams': anybody,
  'get-team': anybody,
  'make-team': community,
  'change-team': leadersOpenly,
  'end-team': open(COMMUNITY, OTHER_COMMUNITY),
  // Its leader is in it already.
  'change-membership': { does: without(SIGNED_IN, ['a.neighbour']), sees: ['a.neighbour'], other: SIGNED_IN },
  'list-members': leaders,
  'change-member': leaders,
  'invite-member': leaders,
  'get-settings': anybody,
  'change-settings': community,
  'decide-content': community,
};

const SHIFTS: Readonly<Record<string, Cells>> = {
  'list-shifts': anybody,
  'list-team-shifts': anybody,
  'get-shift': anybody,
  'make-shift': leaders,
  'make-series': leaders,
  'list-series': leaders,
  'stop-series': leaders,
  'change-shift': leadersOpenly,
  'move-shift': leadersOpenly,
  'cancel-shift': leadersOpenly,
  'get-roster': leaders,
  'get-codes': leaders,
  message: leaders,
};

const SIGN_UPS: Readonly<Record<string, Cells>> = {
  'sign-up': look(SIGNED_IN, SIGNED_IN),
  'sign-up-for': enters,
  'cancel-sign-up': signedUp,
  'cancel-sign-up-for': enters,
  'answer-offer': signedUp,
  'set-insurance-consent': signedUp,
  'check-in': signedUp,
  'check-out': signedUp,
  'mark-presence': leaders,
};

export const VOLUNTEERS_EXPECTED: Readonly<Record<string, Cells>> = Object.fromEntries(
  Object.entries({ ...PEOPLE, ...TEAMS, ...SHIFTS, ...SIGN_UPS }).map(([verb, cells]) => [`volunteers.${verb}`, cells]),
);

/** About the asker alone. */
export const VOLUNTEERS_OWN: readonly string[] = [
  'volunteers.get-me',
  'volunteers.set-me',
  'volunteers.set-number',
  'volunteers.list-wards',
  'volunteers.list-my-teams',
  'volunteers.list-my-sign-ups',
];

/** Lists for anybody, of a place that is not there as well. */
export const VOLUNTEERS_EMPTY_OF_NOTHING: readonly string[] = [
  'volunteers.list-teams',
  'volunteers.list-shifts',
  'volunteers.list-team-shifts',
];
