import type { SessionView } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import type { CouncilSession } from '@gongyi/shared/council/session';
import {
  SESSION_LIFECYCLE,
  SESSION_MOVES,
  SESSION_MOVE_ACTION,
  confirmableFor,
  absentParties,
  lockableFrom,
  quorumOf,
  signInsAt,
  silentParty,
  unconfirmedOf,
} from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import { COMPOUND } from './samples';

const MINUTE = 60_000;

/** A session called for a minute ago, by its convener, with four bodies and one topic. */
export const aSession = (part: Partial<CouncilSession> = {}): CouncilSession => ({
  id: 's1',
  number: '1128-abcd',
  rev: 1,
  fingerprint: 'f1',
  status: 'called',
  compoundId: COMPOUND,
  compoundName: '和谐家园',
  rules: { version: 0, rules: DEFAULT_COUNCIL_RULES },
  calledAt: Date.now() - 6 * 24 * 60 * MINUTE,
  chairId: 'p1',
  chairName: '王**',
  startsAt: Date.now() - MINUTE,
  venue: '社区一楼议事厅',
  online: false,
  seats: [
    { party: 'committee-of-residents', bodyId: 'o1', bodyName: '第一居委会', standIn: false },
    { party: 'party-branch', bodyId: 'o2', bodyName: '小区党支部', standIn: false },
    { party: 'owners-committee', bodyId: 'o3', bodyName: '业委会', standIn: false },
    { party: 'property-company', bodyId: 'o4', bodyName: '安居物业', standIn: false },
  ],
  delegates: [
    { personId: 'd1', party: 'committee-of-residents', name: '李**', substitute: false },
    { personId: 'd2', party: 'party-branch', name: '赵**', substitute: false },
    { personId: 'd3', party: 'owners-committee', name: '孙**', substitute: false },
    { personId: 'd4', party: 'property-company', name: '周**', substitute: false },
  ],
  observers: [],
  attendance: [],
  agenda: [{ topicId: 't1', title: '3 号楼门灯改造', state: 'waiting', positions: [] }],
  openObjections: [],
  objections: 0,
  since: Date.now(),
  ...part,
});

const lawful = (session: CouncilSession): SessionMove[] =>
  SESSION_MOVES.filter((move) => Object.hasOwn(SESSION_LIFECYCLE[session.status], move));

/** What the convener may do: the lifecycle, less what belongs to delegates and residents. */
export const chairMoves = (session: CouncilSession): SessionMove[] =>
  lawful(session).filter((move) => ['session.chair', 'session.state-position'].includes(SESSION_MOVE_ACTION[move]));

/** What a delegate of a party may do. */
export const delegateMoves = (session: CouncilSession): SessionMove[] =>
  lawful(session).filter(
    (move) => SESSION_MOVE_ACTION[move] !== 'session.chair' && move !== 'object' && move !== 'object-for',
  );

/** The session as the server would show it. */
export const viewOf = (session: CouncilSession, part: Partial<SessionView> = {}): SessionView => {
  const quorum = quorumOf(session, Date.now());
  const silent = silentParty(session);
  const {
    delegates,
    attendance: _attendance,
    chairId: _chairId,
    minutesOverdue: _overdue,
    since: _since,
    ...rest
  } = session;
  return {
    ...rest,
    topics: session.agenda.map(({ title }) => title),
    absent: absentParties(session),
    delegates: delegates.map((one) => ({ ...one, mine: false })),
    attendance: signInsAt(session, Date.now()),
    quorum: { present: [...quorum.present], needed: quorum.needed, reached: quorum.reached },
    unconfirmed: unconfirmedOf(session),
    confirmableFor: session.status === 'confirming' ? confirmableFor(session) : [],
    ...(session.status !== 'confirming' || silent === undefined
      ? {}
      : { silent: { party: silent, lockableFrom: lockableFrom(session) } }),
    signedInByMe: false,
    chairedByMe: true,
    timeline: [],
    moves: chairMoves(session),
    ...part,
  };
};
