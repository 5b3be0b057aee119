import { IDENTITIES } from './identities.expected';
import type { Cells, Names } from './identities.expected';

/**
 * Who may do what about wishes, hours and certificates, written by hand from the rules of the house and reviewed by
 * people, as `matrix.expected.ts` is. The wish is the `owner`'s, claimed by a `neighbour` and helped by the owner's
 * `family`; hours are kept by the team that the `neighbour` leads; the certificate is the `owner`'s.
 */
const without = (names: Names, taken: Names): Names => names.filter((name) => !taken.includes(name));

const EVERYBODY: Names = IDENTITIES;
const SIGNED_IN: Names = without(IDENTITIES, ['anonymous']);
const COMMUNITY: Names = ['a.community-worker', 'a.community-secretary'];
const OTHER_COMMUNITY: Names = ['b.community-worker'];
const ABOVE: Names = ['a.grid-worker', ...COMMUNITY, 'a.street-officer', 'command-officer'];
const OTHER_ABOVE: Names = [...OTHER_COMMUNITY, 'b.street-officer', 'command-officer'];
const VERIFIERS: Names = ['a.grid-worker', ...COMMUNITY];
const LEADERS: Names = ['a.neighbour', ...COMMUNITY];

const look = (does: Names, other: Names): Cells => ({ does, other });
/** Before it is verified a wish is there for its wisher and those above. */
const unverified = (does: Names, other: Names): Cells => ({
  does,
  sees: without(['a.owner', ...ABOVE], does),
  other,
  otherSees: without(['b.owner', ...OTHER_ABOVE], other),
});
/** From then on for everybody signed in. */
const shown = (does: Names, other: Names): Cells => ({
  does,
  sees: without(SIGNED_IN, does),
  other,
  otherSees: without(SIGNED_IN, other),
});
const leaders = look(LEADERS, OTHER_COMMUNITY);

const WISHES: Readonly<Record<string, Cells>> = {
  'post-wish': look(['a.owner', 'a.family', 'a.tenant', 'a.neighbour'], ['b.owner']),
  'post-wish-for': look([...VERIFIERS, 'a.building-steward'], OTHER_COMMUNITY),
  'list-wishes': look(SIGNED_IN, SIGNED_IN),
  'get-wish': look(['a.owner', ...ABOVE], ['b.owner', ...OTHER_ABOVE]),
  'amend-wish': unverified(['a.owner'], ['b.owner']),
  'withdraw-wish': unverified(['a.owner'], ['b.owner']),
  'verify-wish': unverified(VERIFIERS, OTHER_COMMUNITY),
  'return-wish': unverified(VERIFIERS, OTHER_COMMUNITY),
  // Nobody makes their own come true.
  'claim-wish': shown(without(SIGNED_IN, ['a.owner']), without(SIGNED_IN, ['b.owner'])),
  'release-wish': shown(['a.neighbour'], []),
  // Who leads it helps already.
  'help-wish': shown(without(SIGNED_IN, ['a.owner', 'a.neighbour']), without(SIGNED_IN, ['b.owner'])),
  'stop-helping-wish': shown(['a.family'], []),
  'progress-wish': shown(['a.neighbour', 'a.family'], []),
  'fulfil-wish': shown(['a.neighbour'], []),
  'thank-for-wish': shown(['a.owner'], ['b.owner']),
  'close-wish': shown(VERIFIERS, OTHER_COMMUNITY),
  'see-wish-contact': look(['a.neighbour', ...ABOVE], OTHER_ABOVE),
};

const HOURS: Readonly<Record<string, Cells>> = {
  'list-team-hours': leaders,
  'add-hours': leaders,
  'correct-hours': leaders,
  'get-figures': look(EVERYBODY, EVERYBODY),
  'export-hours': look([...COMMUNITY, 'a.street-officer', 'command-officer'], OTHER_ABOVE),
  'export-insured': leaders,
  'get-certificate-sheet': look(['a.owner'], ['b.owner']),
  'check-certificate': look(EVERYBODY, EVERYBODY),
  'spend-points': look(COMMUNITY, OTHER_COMMUNITY),
};

export const WISHES_EXPECTED: Readonly<Record<string, Cells>> = Object.fromEntries(
  Object.entries({ ...WISHES, ...HOURS }).map(([verb, cells]) => [`volunteers.${verb}`, cells]),
);

/** About the asker alone. */
export const WISHES_OWN: readonly string[] = [
  'volunteers.list-my-wishes',
  'volunteers.get-my-hours',
  'volunteers.make-certificate',
  'volunteers.list-certificates',
  'volunteers.get-my-points',
];

/** A list for everybody signed in, of a place that is not there as well. */
export const WISHES_EMPTY_OF_NOTHING: readonly string[] = ['volunteers.list-wishes'];
