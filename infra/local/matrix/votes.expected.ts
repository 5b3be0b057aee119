import { IDENTITIES } from './identities.expected';
import type { Cells, Names } from './identities.expected';

/**
 * Who may do what about the owners' votes, written by hand from the rules of the house and reviewed by people,
 * as `matrix.expected.ts` is. What is announced hangs in the compound for everybody to read; a draft is seen by
 * those who prepare it; a petition and nominations by those who live or work there.
 */
const without = (names: Names, taken: Names): Names => names.filter((name) => !taken.includes(name));

const EVERYBODY: Names = IDENTITIES;
const SIGNED_IN: Names = without(IDENTITIES, ['anonymous']);
const OWNERS: Names = ['a.owner', 'a.neighbour'];
const COMMUNITY: Names = ['a.community-worker', 'a.community-secretary'];
const COMMITTEE: Names = ['a.committee-director', 'a.committee-member'];
const PREPARERS: Names = [...COMMITTEE, ...COMMUNITY];
const OTHER_PREPARERS: Names = ['b.community-worker'];
const READERS: Names = [
  ...OWNERS,
  'a.family',
  'a.tenant',
  ...PREPARERS,
  'a.party-branch-member',
  'a.street-officer',
  'command-officer',
  'a.manager',
  'a.dispatcher',
];
const OTHER_READERS: Names = ['b.owner', 'b.dispatcher', ...OTHER_PREPARERS, 'b.street-officer', 'command-officer'];
const OFFICE: Names = [...COMMUNITY, 'a.street-officer'];
const OTHER_OFFICE: Names = [...OTHER_PREPARERS, 'b.street-officer'];

const look = (does: Names, other: Names): Cells => ({ does, other });
const anybody = look(EVERYBODY, EVERYBODY);
/** Of something announced: whoever may not is told so, since they can read it. */
const announced = (does: Names, other: Names): Cells => ({
  does,
  sees: without(SIGNED_IN, does),
  other,
  otherSees: without(SIGNED_IN, other),
});
/** Of a petition or nominations. */
const amongOwners = (does: Names, other: Names): Cells => ({
  does,
  sees: without(READERS, does),
  other,
  otherSees: without(OTHER_READERS, other),
});
const prepares = look(PREPARERS, OTHER_PREPARERS);
const runs = announced(PREPARERS, OTHER_PREPARERS);

const VOTES: Readonly<Record<string, Cells>> = {
  draft: prepares,
  'begin-petition': look(OWNERS, ['b.owner']),
  'sign-petition': amongOwners(OWNERS, ['b.owner']),
  amend: prepares,
  withdraw: prepares,
  'call-nominations': prepares,
  'list-nominations': look(READERS, OTHER_READERS),
  nominate: amongOwners([...OWNERS, ...PREPARERS], ['b.owner', ...OTHER_PREPARERS]),
  'support-nomination': amongOwners(OWNERS, ['b.owner']),
  'check-nomination': amongOwners(COMMUNITY, OTHER_PREPARERS),
  'get-readiness': prepares,
  publish: prepares,
  extend: runs,
  'assign-callers': runs,
  'correct-roll': runs,
  'list-roll-corrections': look([...OWNERS, ...PREPARERS, 'a.street-officer'], ['b.owner', ...OTHER_OFFICE]),
  'get-sheet': anybody,
  'get-ballot-papers': runs,
  'get-rules': anybody,
  'change-rules': look(['a.community-secretary', 'a.street-officer'], ['b.street-officer']),
  'list-objections': anybody,
  object: announced(OWNERS, ['b.owner']),
  'answer-objection': runs,
  'get-result-sheet': anybody,
  'get-filing-package': prepares,
  // Without a vote, for which the street alone may answer.
  'plan-hand-over': {
    ...look(['a.street-officer'], ['b.street-officer']),
    sees: COMMUNITY,
    otherSees: OTHER_PREPARERS,
  },
  'list-hand-overs': look(OFFICE, OTHER_OFFICE),
  'note-hand-over-item': look(OFFICE, OTHER_OFFICE),
  'cancel-hand-over': look(OFFICE, OTHER_OFFICE),
  'complete-hand-over': look(OFFICE, OTHER_OFFICE),
  'find-helper': prepares,
  'decide-content': look(COMMUNITY, OTHER_PREPARERS),
  list: anybody,
  'list-needs': look(OFFICE, OTHER_OFFICE),
  // A draft.
  get: prepares,
  'get-record': prepares,
};

/** The street reads what a committee is about to decide, and leaves it to the committee. */
const meets: Cells = {
  ...prepares,
  sees: ['a.street-officer'],
  otherSees: ['b.street-officer'],
};
const membersOnly: Cells = { ...look(COMMITTEE, []), sees: OFFICE, otherSees: OTHER_OFFICE };

const MEETINGS: Readonly<Record<string, Cells>> = {
  call: prepares,
  list: anybody,
  get: look([...COMMITTEE, ...OFFICE], OTHER_OFFICE),
  attend: membersOnly,
  open: meets,
  state: membersOnly,
  close: meets,
  publish: meets,
  cancel: meets,
};

const REPAIRS: Readonly<Record<string, Cells>> = {
  declare: look([...PREPARERS, 'a.manager'], OTHER_PREPARERS),
  list: anybody,
  get: anybody,
  check: announced(OFFICE, OTHER_OFFICE),
  finish: announced([...PREPARERS, 'a.manager'], OTHER_PREPARERS),
  account: announced([...PREPARERS, 'a.manager'], OTHER_PREPARERS),
};

const HOUSEHOLD: Names = ['a.owner', 'a.family', 'a.tenant'];
const WITNESSES: Names = [...PREPARERS, 'a.party-branch-member', 'a.manager'];

const BALLOTS: Readonly<Record<string, Cells>> = {
  // The lines that are one's own by the frozen roll; for everybody else of the signed-in, who only lives there too,
  // there is none.
  mine: {
    does: OWNERS,
    empty: without(SIGNED_IN, OWNERS),
    other: ['b.owner'],
    otherEmpty: without(SIGNED_IN, ['b.owner']),
  },
  state: anybody,
  cast: look(['a.owner'], ['b.owner']),
  receipt: look(['a.owner'], ['b.owner']),
  // Owned by two whom nobody here is.
  'name-voter': look([], []),
  disown: look(HOUSEHOLD, ['b.owner']),
  'list-register': prepares,
  'find-line': prepares,
  'name-elector': prepares,
  'register-proxy': prepares,
  'end-proxy': prepares,
  deliver: prepares,
  return: prepares,
  settle: prepares,
  box: prepares,
  'enter-paper': prepares,
  // The secretary has read it out; somebody else has to confirm it.
  'confirm-paper': {
    does: without(PREPARERS, ['a.community-secretary']),
    sees: ['a.community-secretary'],
    other: OTHER_PREPARERS,
  },
  'sign-count': look(['a.community-secretary'], []),
  'finish-count': prepares,
  'list-doors': look(['a.committee-member'], []),
  log: anybody,
  continuation: anybody,
  'add-witness': look(WITNESSES, OTHER_PREPARERS),
  cosign: look(WITNESSES, OTHER_PREPARERS),
  bundle: anybody,
  'list-participation': look([...OWNERS, ...PREPARERS, 'a.street-officer'], ['b.owner', ...OTHER_OFFICE]),
  'list-events': prepares,
};

const named = (prefix: string, cells: Readonly<Record<string, Cells>>): [string, Cells][] =>
  Object.entries(cells).map(([verb, cell]) => [`${prefix}.${verb}`, cell]);

/** By route id. */
export const VOTES_EXPECTED: Readonly<Record<string, Cells>> = Object.fromEntries([
  ...named('votes', VOTES),
  ...named('committee-votes', MEETINGS),
  ...named('repairs', REPAIRS),
  ...named('ballots', BALLOTS),
]);
