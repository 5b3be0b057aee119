import { IDENTITIES } from './identities.expected';
import type { Cells, Names } from './identities.expected';
import { VOLUNTEERS_EMPTY_OF_NOTHING, VOLUNTEERS_EXPECTED, VOLUNTEERS_OWN } from './volunteers.expected';
import { VOTES_EXPECTED } from './votes.expected';
import { WISHES_EMPTY_OF_NOTHING, WISHES_EXPECTED, WISHES_OWN } from './wishes.expected';

/**
 * Who may do what through the API, written by hand from the rules of the house and reviewed by people; never
 * made from the authority table. A change here needs a second pair of eyes.
 *
 * Everybody's ties are to compound `a`. The request is about home 101 of building 1 (grid 1), filed by its owner,
 * held by the compound's company and, once handed out, in `technician`'s hands.
 */
const EVERYBODY: Names = IDENTITIES;
const HOUSEHOLD: Names = ['a.owner', 'a.family', 'a.tenant'];
const DESK: Names = ['a.manager', 'a.dispatcher'];
const HANDS: Names = [...DESK, 'a.technician'];
const OFFICIALS: Names = [
  'a.grid-worker',
  'a.community-worker',
  'a.community-secretary',
  'a.street-officer',
  'command-officer',
];
const COMMUNITY: Names = ['a.community-worker', 'a.community-secretary'];
const READERS: Names = [...HOUSEHOLD, ...DESK, ...OFFICIALS];

/** What the same people of the other compound may do there. */
const OTHER_DESK: Names = ['b.dispatcher'];
const OTHER_OFFICIALS: Names = ['b.community-worker', 'b.street-officer', 'command-officer'];
const OTHER_READERS: Names = ['b.owner', ...OTHER_DESK, ...OTHER_OFFICIALS];

const without = (names: Names, taken: Names): Names => names.filter((name) => !taken.includes(name));
const move = (does: Names, other: Names, handedOut = true): Cells => {
  const readers: Names = handedOut ? [...READERS, 'a.technician'] : READERS;
  return { does, sees: without(readers, does), other, otherSees: without(OTHER_READERS, other) };
};
const look = (does: Names, other: Names): Cells => ({ does, other });
const anybody: Cells = { does: EVERYBODY, other: EVERYBODY };

const deskMove = move(DESK, OTHER_DESK, false);
const handMove = move(HANDS, OTHER_DESK);
const askerMove = move(HOUSEHOLD, ['b.owner']);
const keepsRoll = look([...COMMUNITY, 'a.manager', 'admin'], ['b.community-worker', 'admin']);
const administers = look(['admin'], ['admin']);
const handsIn = look(
  [...without(OFFICIALS, ['a.grid-worker']), ...DESK, 'a.committee-desk'],
  [...OTHER_OFFICIALS, ...OTHER_DESK],
);
const hands = look(['admin', 'a.manager'], ['admin']);

/** The council of compound `a`: everybody verified there, the people of the four parties, the convener, those above. */
const COUNCIL_RESIDENTS: Names = [...HOUSEHOLD, 'a.neighbour'];
const PARTY_PEOPLE: Names = [
  'a.community-worker',
  'a.committee-desk',
  'a.party-branch-member',
  'a.committee-director',
  'a.committee-member',
  ...DESK,
];
const CONVENER: Names = ['a.community-secretary'];
const COUNCIL_READERS: Names = [
  ...COUNCIL_RESIDENTS,
  ...PARTY_PEOPLE,
  ...CONVENER,
  'a.street-officer',
  'command-officer',
];
const OTHER_PARTY_PEOPLE: Names = ['b.community-worker', ...OTHER_DESK];
const OTHER_COUNCIL_READERS: Names = ['b.owner', ...OTHER_PARTY_PEOPLE, 'b.street-officer', 'command-officer'];
const inCouncil = (does: Names, other: Names): Cells => ({
  does,
  sees: without(COUNCIL_READERS, does),
  other,
  otherSees: without(OTHER_COUNCIL_READERS, other),
});
const readsCouncil = look(COUNCIL_READERS, OTHER_COUNCIL_READERS);
/** The convener alone; the other compound's is not among those asked. */
const convenes = inCouncil(CONVENER, []);
const takesPart = inCouncil(PARTY_PEOPLE, OTHER_PARTY_PEOPLE);
const looksAfter = look(
  ['a.community-worker', ...CONVENER, 'a.street-officer', 'command-officer'],
  ['b.community-worker', 'b.street-officer', 'command-officer'],
);

/** Of the council: topics are proposed by the compound's owner. */
const COUNCIL: Readonly<Record<string, Cells>> = {
  'propose-topic': look([...COUNCIL_RESIDENTS, ...PARTY_PEOPLE], ['b.owner', ...OTHER_PARTY_PEOPLE]),
  'list-topics': readsCouncil,
  'get-topic': readsCouncil,
  'get-topic-record': readsCouncil,
  'amend-topic': inCouncil(['a.owner'], ['b.owner']),
  // Nobody seconds their own.
  'second-topic': inCouncil(without(COUNCIL_RESIDENTS, ['a.owner']), []),
  'comment-topic': inCouncil([...COUNCIL_RESIDENTS, ...PARTY_PEOPLE, ...CONVENER], ['b.owner', ...OTHER_PARTY_PEOPLE]),
  'hide-comment-topic': inCouncil(['a.community-worker', ...CONVENER], ['b.community-worker']),
  'withdraw-topic': inCouncil(['a.owner'], ['b.owner']),
  'accept-topic': convenes,
  'merge-topic': convenes,
  'return-topic': convenes,
  'redirect-topic': convenes,
  'progress-topic': takesPart,
  'finish-task-topic': takesPart,
  'supervise-topic': inCouncil(
    ['a.community-worker', ...CONVENER, 'a.street-officer'],
    ['b.community-worker', 'b.street-officer'],
  ),
  'rate-topic': inCouncil(COUNCIL_RESIDENTS, ['b.owner']),
  'decide-content': look(COMMUNITY, ['b.community-worker']),
  'list-topics-below': looksAfter,
  'list-away': looksAfter,

  'call-session': look(CONVENER, []),
  'list-sessions': readsCouncil,
  'get-session': readsCouncil,
  'get-session-record': readsCouncil,
  'get-sign-in-codes': convenes,
  answer: takesPart,
  'name-substitute': takesPart,
  'invite-observer': convenes,
  cancel: convenes,
  'sign-in': takesPart,
  'sign-in-for': convenes,
  open: convenes,
  fail: convenes,
  'open-item': convenes,
  // The convener writes down what somebody without a phone has said.
  'state-position': inCouncil([...PARTY_PEOPLE, ...CONVENER], OTHER_PARTY_PEOPLE),
  'call-vote': convenes,
  conclude: convenes,
  'defer-item': convenes,
  'refer-item': convenes,
  adjourn: convenes,
  resume: convenes,
  end: convenes,
  'edit-minutes': convenes,
  'send-minutes': convenes,
  'confirm-minutes': takesPart,
  'confirm-for': convenes,
  'dispute-minutes': takesPart,
  'recall-minutes': convenes,
  'lock-without': convenes,
  publish: convenes,
  object: inCouncil(COUNCIL_RESIDENTS, ['b.owner']),
  'object-for': inCouncil(COMMUNITY, ['b.community-worker']),
  'answer-objection': convenes,

  'list-public-notices': anybody,
  'get-public-notice': anybody,
  'get-notice-sheet': anybody,
  'get-rules': anybody,
  'change-rules': look([...CONVENER, 'a.street-officer'], ['b.street-officer']),
};

/** By route id. */
export const EXPECTED: Readonly<Record<string, Cells>> = {
  'requests.get': look([...READERS, 'a.technician'], OTHER_READERS),
  'requests.accept': deskMove,
  'requests.assign': deskMove,
  'requests.take': move(['a.technician', 'a.other-technician'], [], false),
  'requests.start': handMove,
  'requests.plan-visit': handMove,
  'requests.pause': handMove,
  'requests.resume': handMove,
  'requests.quote': handMove,
  'requests.answer-quote': askerMove,
  'requests.resolve': handMove,
  'requests.confirm': askerMove,
  'requests.half-fix': askerMove,
  'requests.reopen': askerMove,
  'requests.decline': deskMove,
  'requests.pass-on': deskMove,
  'requests.mark-duplicate': deskMove,
  'requests.withdraw': move(['a.owner'], ['b.owner'], false),
  'requests.reply': move(['a.owner', ...HANDS, ...OFFICIALS], OTHER_READERS),
  'requests.nudge': move(HOUSEHOLD, ['b.owner'], false),
  'requests.call-back': move([...DESK, ...OFFICIALS], [...OTHER_DESK, ...OTHER_OFFICIALS]),
  'requests.escalate': move(OFFICIALS, OTHER_OFFICIALS, false),
  'requests.join': {
    does: ['a.family', 'a.tenant', 'a.neighbour'],
    // The others who may read what neighbours may read; its own filer among them.
    sees: [
      'a.owner',
      ...DESK,
      ...OFFICIALS,
      'a.building-steward',
      'a.party-branch-member',
      'a.committee-director',
      'a.committee-member',
    ],
    other: [],
    otherSees: OTHER_READERS,
  },
  'requests.see-contact': look([...HANDS, ...OFFICIALS], [...OTHER_DESK, ...OTHER_OFFICIALS]),
  'requests.list-place-history': look([...HANDS, ...OFFICIALS], [...OTHER_DESK, ...OTHER_OFFICIALS]),
  'requests.decide-content': look([...COMMUNITY, 'a.grid-worker'], ['b.community-worker']),

  'requests.list-queue': look([...HANDS, 'a.other-technician'], OTHER_DESK),
  'requests.list-templates': look([...HANDS, 'a.other-technician'], OTHER_DESK),
  'requests.save-template': look(DESK, OTHER_DESK),
  'requests.assign-many': {
    does: DESK,
    // Their organisation's own, but handing out is not theirs: each request answers so.
    empty: ['a.technician', 'a.other-technician'],
    other: OTHER_DESK,
  },
  'requests.look-up-caller': look(DESK, OTHER_DESK),
  'requests.export-of-organisation': look(DESK, OTHER_DESK),
  'requests.export-of-community': look([...COMMUNITY, 'a.street-officer', 'command-officer'], OTHER_OFFICIALS),
  // A grid worker's own grid is not the whole compound.
  'requests.preview-hotline': handsIn,
  'requests.file-hotline': handsIn,
  'requests.get-rates': look(
    // A grid is no place that a company serves.
    [...HOUSEHOLD, 'a.neighbour', ...DESK, ...without(OFFICIALS, ['a.grid-worker'])],
    ['b.owner', ...OTHER_DESK, ...OTHER_OFFICIALS],
  ),
  'district.list-staff': look([...HANDS, 'a.other-technician'], OTHER_DESK),

  'requests.list-neighbourhood': look(
    [
      ...HOUSEHOLD,
      'a.neighbour',
      ...DESK,
      'a.committee-desk',
      ...without(OFFICIALS, ['a.grid-worker']),
      'a.party-branch-member',
      'a.committee-director',
      'a.committee-member',
    ],
    OTHER_READERS,
  ),
  'requests.list-nearby': look(
    [
      ...HOUSEHOLD,
      'a.neighbour',
      ...DESK,
      'a.committee-desk',
      ...without(OFFICIALS, ['a.grid-worker']),
      'a.party-branch-member',
      'a.committee-director',
      'a.committee-member',
    ],
    OTHER_READERS,
  ),
  'requests.list-below': look(without(OFFICIALS, ['a.grid-worker']), OTHER_OFFICIALS),
  'requests.list-content-to-check': look(COMMUNITY, ['b.community-worker']),
  'district.list-codes': look([...COMMUNITY, ...DESK, 'admin'], ['b.community-worker', ...OTHER_DESK, 'admin']),
  'district.make-code': look([...COMMUNITY, ...DESK, 'admin'], ['b.community-worker', ...OTHER_DESK, 'admin']),

  'district.list-roll': keepsRoll,
  'district.get-roll-import': keepsRoll,
  'district.preview-roll-import': keepsRoll,
  'district.set-roll-layout': keepsRoll,
  'district.begin-roll-import': keepsRoll,
  'district.start-roll-import': keepsRoll,
  'district.add-place': administers,
  'district.add-places': administers,
  'district.change-place': administers,
  'district.add-organisation': administers,
  'district.change-organisation': administers,

  'people.list-claims': {
    does: [...COMMUNITY, 'a.grid-worker', 'a.manager'],
    // Of the other grid: the list is theirs to ask for, this claim is not in it.
    empty: ['a.next-grid-worker'],
    other: ['b.community-worker'],
  },
  'people.decide-claim': look([...COMMUNITY, 'a.grid-worker', 'a.manager'], ['b.community-worker']),
  'people.end-binding': look(['a.owner', ...COMMUNITY], ['b.owner', 'b.community-worker']),
  'people.invite-family': look(['a.owner'], ['b.owner']),
  'people.list-residents': look(['a.owner'], ['b.owner']),
  'people.list-grants': hands,
  'people.give-grant': hands,
  'people.take-grant': hands,

  'requests.file': look(['a.owner', 'a.family', 'a.tenant', 'a.claimant'], ['b.owner']),
  'requests.file-on-behalf': look(
    [...OFFICIALS, ...DESK, 'a.committee-desk', 'a.building-steward'],
    [...OTHER_OFFICIALS, ...OTHER_DESK],
  ),

  'district.read-code': anybody,
  'district.get-place': anybody,
  'district.list-places-below': anybody,
  'district.list-organisations': anybody,
  'command.get-overview': anybody,
  ...Object.fromEntries(Object.entries(COUNCIL).map(([verb, cells]) => [`council.${verb}`, cells])),
  ...VOLUNTEERS_EXPECTED,
  ...VOTES_EXPECTED,
  ...WISHES_EXPECTED,
};

/** Lists that who stands above the whole district is given empty about a place of it that is not there. */
export const EMPTY_OF_NOTHING: readonly string[] = [
  'requests.list-neighbourhood',
  'requests.list-nearby',
  'requests.list-below',
  'district.list-codes',
  'district.list-roll',
  'council.list-topics',
  'council.list-sessions',
  'council.list-topics-below',
  'council.list-away',
  // For anybody, as the place itself is.
  'council.list-public-notices',
  ...VOLUNTEERS_EMPTY_OF_NOTHING,
  'votes.list',
  'committee-votes.list',
  'repairs.list',
  ...WISHES_EMPTY_OF_NOTHING,
];

/** Routes about the asker alone, or about nothing that belongs to anybody: there is nobody else's to ask for. */
export const WITHOUT_SUBJECT: readonly string[] = [
  ...VOLUNTEERS_OWN,
  ...WISHES_OWN,
  'platform.health',
  'media.begin-upload',
  'people.begin-wechat-session',
  'people.renew-session',
  'people.end-session',
  'people.begin-scan',
  'people.poll-scan',
  'people.confirm-scan',
  'people.get-me',
  'people.change-me',
  'people.bind-phone',
  'people.give-consent',
  'people.list-access',
  'people.copy-my-data',
  'people.delete-me',
  'people.claim-home',
  'people.accept-invitation',
  'district.search-compounds',
  'notices.list',
  'notices.read',
  'notices.list-subscriptions',
  'notices.add-subscriptions',
  'votes.mine',
  'requests.list-mine',
  'council.list-my-topics',
  'council.list-needs',
];
