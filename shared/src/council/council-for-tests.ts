import { DAY } from '../kernel/time';
import { isRefusal } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { DEFAULT_COUNCIL_RULES } from './council-rules';
import type { CouncilRules } from './council-rules';
import type { Party } from '../district/organisation';
import { itemOpened, positionStated } from './agenda-effects';
import { afterSessionEffect, called, opened, signedInByChair } from './session-effects';
import type { SessionEffect } from './session-effects';
import type { CouncilSession } from './session';
import type { Stance } from './outcome';
import { seatsOf } from './seats';
import type { Seat } from './seats';
import { afterTopicEffect, accepted, proposed } from './topic-effects';
import type { TopicEffect } from './topic-effects';
import type { Topic } from './topic';

/** A compound with all four bodies, a topic and a session, for tests of the rules. */
export const NOW = Date.UTC(2026, 10, 23, 2);
export const COMPOUND = 'jn.s01.c01.x01';

export const ALL_BODIES = [
  { id: 'committee', kind: 'committee-of-residents', name: '居委会' },
  { id: 'branch', kind: 'party-branch', name: '党支部' },
  { id: 'owners', kind: 'owners-committee', name: '业委会' },
  { id: 'company', kind: 'property-company', name: '物业' },
] as const;
export const SEATS = seatsOf(ALL_BODIES);

/** The value, or a failure that names the refusal. */
export const must = <T extends object>(value: T | Refusal): T => {
  if (isRefusal(value)) throw new Error(`refused: ${value.refused} ${JSON.stringify(value.facts)}`);
  return value;
};
export const refusedOf = (value: object): string | undefined => (isRefusal(value) ? value.refused : undefined);

export const topicFor = (more: Partial<Topic> = {}, rules: Partial<CouncilRules> = {}): Topic => ({
  ...proposed({
    id: 't1',
    number: '1123-T1',
    compoundId: COMPOUND,
    compoundName: '安居花园',
    title: '楼道灯晚上关得太早',
    words: '希望晚上十点以后再关灯。',
    photos: [],
    matter: 'common-affairs',
    proposerId: 'p1',
    proposerName: '3号楼 王**',
    proposedAt: NOW,
    rules: { version: 0, rules: { ...DEFAULT_COUNCIL_RULES, ...rules } },
  }),
  wordsCheck: 'clear',
  fingerprint: 'f',
  ...more,
});

export const apply = (topic: Topic, effect: TopicEffect | Refusal): Topic => afterTopicEffect(topic, must(effect));
export const applyTo = (session: CouncilSession, effect: SessionEffect | Refusal): CouncilSession =>
  afterSessionEffect(session, must(effect));

export const acceptedTopic = (more: Partial<Topic> = {}): Topic => {
  const topic = topicFor(more);
  return apply(topic, accepted(topic, undefined, NOW));
};

export const START = NOW + 5 * DAY;

export const sessionFor = (
  spec: { readonly rules?: Partial<CouncilRules>; readonly seats?: readonly Seat[]; readonly second?: boolean } = {},
): CouncilSession => ({
  ...must(
    called(
      {
        id: 's1',
        number: '1123-S1',
        compoundId: COMPOUND,
        compoundName: '安居花园',
        rules: { version: 0, rules: { ...DEFAULT_COUNCIL_RULES, ...spec.rules } },
        chairId: 'chair',
        chairName: '样**',
        startsAt: START,
        venue: '社区活动室',
        online: false,
        seats: spec.seats ?? SEATS,
        delegates: [],
        topics: [acceptedTopic()],
      },
      NOW,
    ),
  ),
  ...(spec.second === true ? { secondOf: 's0' } : {}),
  fingerprint: 'f',
});

/** Signs in one person for each party. */
export const withSignIns = (session: CouncilSession, parties: readonly Party[], at = START): CouncilSession =>
  parties.reduce((now, party) => applyTo(now, signedInByChair(now, { party, name: party }, at)), session);

/** An open session whose one item has the stances said. */
export const withStances = (
  session: CouncilSession,
  stances: Readonly<Partial<Record<Party, Stance>>>,
): CouncilSession => {
  const open = session.status === 'called' ? applyTo(session, opened(session, START)) : session;
  const running = open.agenda[0]?.state === 'waiting' ? applyTo(open, itemOpened(open, 't1', START)) : open;
  return Object.entries(stances).reduce(
    (now, [party, stance]) =>
      applyTo(
        now,
        positionStated(
          now,
          { topicId: 't1', party: party as Party, stance, reasons: '理由', byName: '某', byChair: false },
          START,
        ),
      ),
    running,
  );
};
