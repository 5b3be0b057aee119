import { ancestorOf, within } from '../district/place';
import { bindingCounts, inTerm } from '../people/role';
import type { Identity, Role } from '../people/role';

/**
 * The authority table: which role in which relation to the subject may do which action. Screens read
 * it to show, servers to refuse. Nothing else decides who may do what.
 *
 * Relations:
 * - `none`: any signed-in person
 * - `own`: the subject is the person's own (they filed it, it is their record)
 * - `same-home`, `same-compound`: a verified binding to that home, to a home of that compound
 * - `same-grid`: a grant for the grid the subject lies in
 * - `above`: a grant for the subject's place or a place above it
 * - `holder`: a grant in the organisation that holds the subject now
 * - `answerable`: a grant in the organisation that first took it (首接负责), or that it was escalated to
 * - `assigned`: the subject is handed out to this person, in the organisation that holds it
 * - `member`: a grant in the organisation that is the subject itself
 */
export const RELATIONS = [
  'none',
  'own',
  'same-home',
  'same-compound',
  'same-grid',
  'above',
  'holder',
  'answerable',
  'assigned',
  'member',
] as const;
export type Relation = (typeof RELATIONS)[number];

type Cell = readonly [Role, Relation];

const RESIDENTS: readonly Cell[] = [
  ['owner', 'same-compound'],
  ['family', 'same-compound'],
  ['tenant', 'same-compound'],
];
const HOUSEHOLD: readonly Cell[] = [
  ['owner', 'same-home'],
  ['family', 'same-home'],
  ['tenant', 'same-home'],
];
/** Community, street and district staff over the places below them, and the grid's own worker. */
const STAFF_ABOVE: readonly Cell[] = [
  ['grid-worker', 'same-grid'],
  ['community-worker', 'above'],
  ['community-secretary', 'above'],
  ['street-officer', 'above'],
  ['command-officer', 'above'],
];
const HOLDER_DESK: readonly Cell[] = [
  ['manager', 'holder'],
  ['dispatcher', 'holder'],
];
const HOLDER_HANDS: readonly Cell[] = [...HOLDER_DESK, ['technician', 'assigned']];
const ANSWERABLE: readonly Cell[] = [
  ['manager', 'answerable'],
  ['dispatcher', 'answerable'],
];

/** People of the four parties, in a compound and those who serve it. */
const PARTIES: readonly Cell[] = [
  ['community-worker', 'above'],
  ['party-branch-member', 'above'],
  ['owners-committee-director', 'above'],
  ['owners-committee-member', 'above'],
  ['manager', 'member'],
  ['dispatcher', 'member'],
];
const CONVENER: readonly Cell[] = [['community-secretary', 'above']];

/** Who prepares a vote of the owners and keeps its registers. */
const STARTING: readonly Cell[] = [
  ['owners-committee-director', 'above'],
  ['owners-committee-member', 'above'],
  ['community-worker', 'above'],
  ['community-secretary', 'above'],
];
/** The community's own staff. */
const COMMUNITY: readonly Cell[] = [
  ['community-worker', 'above'],
  ['community-secretary', 'above'],
];
/** Who writes things down for people without a phone. */
const RECORDERS: readonly Cell[] = [['grid-worker', 'same-grid'], ['building-steward', 'above'], ...COMMUNITY];

export const AUTHORITY = {
  // people
  'person.read-own': [['person', 'own']],
  'person.change-own': [['person', 'own']],
  'grant.give': [
    ['administrator', 'above'],
    ['manager', 'member'],
  ],
  'grant.take': [
    ['administrator', 'above'],
    ['manager', 'member'],
  ],
  'grant.list': [
    ['administrator', 'above'],
    ['manager', 'member'],
  ],
  'home.claim': [['person', 'none']],
  'home.verify-claim': [
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
    ['grid-worker', 'same-grid'],
    ['manager', 'member'],
  ],
  'home.invite-family': [['owner', 'same-home']],
  'home.end-binding': [
    ['owner', 'same-home'],
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
  ],
  // district
  'place.change': [['administrator', 'above']],
  'organisation.change': [['administrator', 'above']],
  'roll.import': [
    ['administrator', 'above'],
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
    ['manager', 'member'],
  ],
  'roll.read': [
    ['administrator', 'above'],
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
    ['manager', 'member'],
  ],
  'code.print': [
    ['administrator', 'above'],
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
    ['manager', 'member'],
    ['dispatcher', 'member'],
  ],
  // service requests
  'request.file': [...RESIDENTS, ['person', 'none']],
  'request.file-on-behalf': [
    ...STAFF_ABOVE,
    ['building-steward', 'above'],
    ['manager', 'member'],
    ['dispatcher', 'member'],
  ],
  'request.read-public': [
    ...RESIDENTS,
    ...STAFF_ABOVE,
    ['owners-committee-member', 'above'],
    ['owners-committee-director', 'above'],
    ['party-branch-member', 'above'],
    ['building-steward', 'above'],
    ...HOLDER_HANDS,
    ...ANSWERABLE,
    ['person', 'own'],
  ],
  'request.read-private': [...HOUSEHOLD, ...STAFF_ABOVE, ...HOLDER_HANDS, ...ANSWERABLE, ['person', 'own']],
  'request.see-contact': [...STAFF_ABOVE, ...HOLDER_HANDS],
  'request.accept': HOLDER_DESK,
  'request.assign': HOLDER_DESK,
  'request.take': [['technician', 'holder']],
  'request.start': HOLDER_HANDS,
  'request.plan-visit': HOLDER_HANDS,
  'request.pause': HOLDER_HANDS,
  'request.resume': HOLDER_HANDS,
  'request.quote': HOLDER_HANDS,
  'request.answer-quote': [['person', 'own'], ...HOUSEHOLD],
  'request.resolve': HOLDER_HANDS,
  'request.decline': HOLDER_DESK,
  'request.pass-on': [...HOLDER_DESK],
  'request.mark-duplicate': HOLDER_DESK,
  'request.reply': [...HOLDER_HANDS, ...ANSWERABLE, ...STAFF_ABOVE, ['person', 'own']],
  'request.answer-outcome': [['person', 'own'], ...HOUSEHOLD],
  'request.call-back': [...HOLDER_DESK, ...STAFF_ABOVE],
  'request.withdraw': [['person', 'own']],
  'request.nudge': [['person', 'own'], ...HOUSEHOLD],
  'request.join': RESIDENTS,
  'request.escalate': STAFF_ABOVE,
  'request.queue': [
    ['manager', 'member'],
    ['dispatcher', 'member'],
    ['technician', 'member'],
  ],
  'request.list-below': STAFF_ABOVE,
  'request.rates': [...RESIDENTS, ...STAFF_ABOVE, ['manager', 'member'], ['dispatcher', 'member']],
  /** Lists out of the house: the desk its own, those above theirs. */
  'request.export': [
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
    ['street-officer', 'above'],
    ['command-officer', 'above'],
    ['manager', 'member'],
    ['dispatcher', 'member'],
  ],
  'request.check-content': [
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
    ['grid-worker', 'same-grid'],
  ],
  'request.templates': [
    ['manager', 'member'],
    ['dispatcher', 'member'],
  ],
  // council
  'topic.propose': [...RESIDENTS, ...PARTIES],
  'topic.read': [
    ...RESIDENTS,
    ...PARTIES,
    ...CONVENER,
    ['street-officer', 'above'],
    ['command-officer', 'above'],
    ['person', 'own'],
  ],
  'topic.own': [['person', 'own']],
  'topic.second': RESIDENTS,
  'topic.comment': [...RESIDENTS, ...PARTIES, ...CONVENER],
  'topic.moderate': [...CONVENER, ['community-worker', 'above']],
  'topic.screen': CONVENER,
  'topic.supervise': [['community-worker', 'above'], ...CONVENER, ['street-officer', 'above']],
  'topic.rate': RESIDENTS,
  'session.chair': CONVENER,
  /** Delegates of the session: the subject is theirs. */
  'session.take-part': [['person', 'own']],
  'session.state-position': [['person', 'own'], ...CONVENER],
  'session.name-substitute': PARTIES,
  'council.speak': PARTIES,
  'council.object': RESIDENTS,
  /** What neighbours hand in on paper. */
  'council.object-for': [['community-worker', 'above'], ...CONVENER],
  'council.list-below': [
    ...CONVENER,
    ['community-worker', 'above'],
    ['street-officer', 'above'],
    ['command-officer', 'above'],
    ['manager', 'member'],
    ['dispatcher', 'member'],
  ],
  'council-rules.change': [...CONVENER, ['street-officer', 'above']],
  // votes
  /** The owners' committee, and the residents' committee standing in or working for a group of owners. */
  'vote.prepare': STARTING,
  'vote.petition': [['owner', 'same-compound']],
  'vote.nominate': [['owner', 'same-compound'], ...STARTING],
  'vote.check-nomination': [
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
  ],
  'vote.correct-roll': STARTING,
  /** What stands on the notice board. Who took part is another matter: `vote.inspect`. */
  'vote.read': [
    ...RESIDENTS,
    ...STAFF_ABOVE,
    ...STARTING,
    ['party-branch-member', 'above'],
    ['building-steward', 'above'],
    ['manager', 'member'],
    ['dispatcher', 'member'],
  ],
  /** Owners inspect the count and who took part; never the property company. */
  'vote.inspect': [['owner', 'same-compound'], ...STARTING, ['street-officer', 'above']],
  'vote.object': [['owner', 'same-compound']],
  'vote.witness': [...STARTING, ['party-branch-member', 'above'], ['manager', 'member']],
  'vote.hand-over': [...STARTING, ['street-officer', 'above']],
  /** Where the old company left without a decision of the owners. */
  'vote.hand-over-unvoted': [['street-officer', 'above']],
  /** The ballot itself: the elector's own. */
  'ballot.cast': [['person', 'own']],
  'ballot.name-voter': [['owner', 'same-home']],
  'ballot.disown': HOUSEHOLD,
  /** Papers, proxies, electors: staff who keep the registers. */
  'ballot.register': STARTING,
  'ballot.count': STARTING,
  'ballot.sign-count': [['person', 'own']],
  'committee-vote.call': STARTING,
  'committee-vote.take-part': [['person', 'own']],
  'repair.declare': [...STARTING, ['manager', 'member']],
  'repair.check': [
    ['community-worker', 'above'],
    ['community-secretary', 'above'],
    ['street-officer', 'above'],
  ],
  'voting-rules.change': [...CONVENER, ['street-officer', 'above']],
  // volunteers: `own` is the team's leader for what leaders do, and the person's own record elsewhere
  'team-kinds.change': [['administrator', 'above']],
  'team.make': COMMUNITY,
  'team.lead': [['person', 'own'], ...COMMUNITY],
  'team.join': [['person', 'none']],
  'volunteer.own': [['person', 'own']],
  'volunteer.record': RECORDERS,
  'volunteer.correct': COMMUNITY,
  'volunteer.consent-as-guardian': [
    ['owner', 'same-home'],
    ['family', 'same-home'],
  ],
  'volunteer-settings.change': COMMUNITY,
  'shift.sign-up': [['person', 'none']],
  'shift.sign-up-for': [['person', 'own'], ...RECORDERS],
  'hours.keep': [['person', 'own'], ...COMMUNITY],
  'hours.export': [...COMMUNITY, ['street-officer', 'above'], ['command-officer', 'above']],
  'wish.post': RESIDENTS,
  'wish.post-for': RECORDERS,
  'wish.verify': [['grid-worker', 'same-grid'], ...COMMUNITY],
  /** Everything of a private wish: the wisher, who makes it come true, and those above. */
  'wish.read-private': [['person', 'own'], ...STAFF_ABOVE],
  'wish.own': [['person', 'own']],
  'wish.claim': [['person', 'none']],
  'wish.claim-for-unit': [
    ['manager', 'member'],
    ['dispatcher', 'member'],
  ],
  'wish.carry': [['person', 'own']],
  'wish.see-contact': [['person', 'own'], ...STAFF_ABOVE],
  // notices
  'notice.read-own': [['person', 'own']],
} as const satisfies Record<string, readonly Cell[]>;

export type Action = keyof typeof AUTHORITY;
export const isAction = (value: string): value is Action => Object.hasOwn(AUTHORITY, value);

/** What an action is done to, as far as authority cares. Leave out what does not apply. */
export interface Subject {
  /** Whose own it is. */
  readonly personId?: string | undefined;
  readonly homeId?: string | undefined;
  readonly placeId?: string | undefined;
  readonly gridId?: string | undefined;
  /** The organisation that holds it now. */
  readonly holderId?: string | undefined;
  /** Organisations answerable for it: the first holder, and those it was escalated to. */
  readonly answerableIds?: readonly string[] | undefined;
  readonly assigneeId?: string | undefined;
  /** Organisations that are the subject, or that serve the place it is about. */
  readonly organisationIds?: readonly string[] | undefined;
}

/** By what somebody acts: the role, and the grant or home that gives it. */
export interface Standing {
  readonly role: Role;
  readonly grantId?: string;
  readonly organisationId?: string;
  readonly homeId?: string;
}

const grantRelates = (
  grant: Identity['grants'][number],
  relation: Relation,
  personId: string,
  subject: Subject,
): boolean => {
  const { placeId, organisationId } = grant;
  switch (relation) {
    case 'same-grid':
      return placeId !== undefined && (subject.gridId === placeId || subject.placeId === placeId);
    case 'above':
      return placeId !== undefined && subject.placeId !== undefined && within(subject.placeId, placeId);
    case 'holder':
      return organisationId !== undefined && subject.holderId === organisationId;
    case 'answerable':
      return organisationId !== undefined && (subject.answerableIds ?? []).includes(organisationId);
    case 'assigned':
      return organisationId !== undefined && subject.holderId === organisationId && subject.assigneeId === personId;
    case 'member':
      return organisationId !== undefined && (subject.organisationIds ?? []).includes(organisationId);
    case 'none':
      return true;
    case 'own':
    case 'same-home':
    case 'same-compound':
      return false;
  }
};

const homeRelates = (homeId: string, relation: Relation, subject: Subject): boolean => {
  if (relation === 'same-home') return subject.homeId === homeId;
  if (relation !== 'same-compound' || subject.placeId === undefined) return false;
  const compound = ancestorOf(homeId, 'compound');
  return compound !== undefined && within(subject.placeId, compound);
};

/**
 * The standing by which `identity` may do `action` to `subject` at `now`, the first that the table
 * lists; undefined if none.
 */
export const standingFor = (
  identity: Identity,
  action: Action,
  subject: Subject,
  now: number,
): Standing | undefined => {
  const cells: readonly Cell[] = AUTHORITY[action];
  for (const [role, relation] of cells) {
    if (role === 'person') {
      if (relation === 'none' || (relation === 'own' && subject.personId === identity.personId)) return { role };
      continue;
    }
    for (const binding of identity.homes) {
      if (binding.relation === role && bindingCounts(binding, now) && homeRelates(binding.homeId, relation, subject))
        return { role, homeId: binding.homeId };
    }
    for (const grant of identity.grants) {
      if (grant.role === role && inTerm(grant, now) && grantRelates(grant, relation, identity.personId, subject))
        return {
          role,
          grantId: grant.id,
          ...(grant.organisationId === undefined ? {} : { organisationId: grant.organisationId }),
        };
    }
  }
  return undefined;
};

export const may = (identity: Identity, action: Action, subject: Subject, now: number): boolean =>
  standingFor(identity, action, subject, now) !== undefined;
