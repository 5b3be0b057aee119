import type { Party } from '../district/organisation';
import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import type { ReservedMatter } from '../votes/matters';
import { isConsensus, outcomeOf, silentOf } from './outcome';
import type { Stance } from './outcome';
import { ownersDecide, reservedDecision, reservedIn } from '../votes/reserved-matters';
import { speaksAs } from './seats';
import type { AgendaItem, CouncilSession } from './session';
import { moved } from './session-effects';
import type { Changes, SessionEffect } from './session-effects';
import { isRunning, presentParties, roundOf, saidOn, shortOfQuorum } from './session-rules';
import type { Resolution } from './topic';

/** What a session does with the topics of its agenda: positions, the vote, what comes of it. */

const itemOf = (session: CouncilSession, topicId: string): AgendaItem | Refusal =>
  session.agenda.find((item) => item.topicId === topicId) ?? refuse('topic-unknown');
const withItem = (session: CouncilSession, item: AgendaItem): Changes => ({
  agenda: session.agenda.map((one) => (one.topicId === item.topicId ? item : one)),
});

/** One topic at a time, before the parties that must be there. */
export const itemOpened = (session: CouncilSession, topicId: string, now: number): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  const running = session.agenda.find(isRunning);
  if (running !== undefined) return refuse('item-running', { title: running.title });
  if (item.state !== 'waiting') return refuse('move-not-allowed', { status: session.status, rev: session.rev });
  const short = shortOfQuorum(session, now);
  if (short !== undefined) return short;
  return moved(session, 'open-item', now, withItem(session, { ...item, state: 'open' }), {
    kind: 'item-opened',
    facts: { topicId, title: item.title },
  });
};

export interface Statement {
  readonly topicId: string;
  readonly party: Party;
  readonly stance: Stance;
  readonly reasons: string;
  readonly byName: string;
  readonly byChair: boolean;
}

/** A party says how it stands and why; until the item is concluded it may say so anew. */
export const positionStated = (session: CouncilSession, said: Statement, now: number): SessionEffect | Refusal => {
  const item = itemOf(session, said.topicId);
  if ('refused' in item) return item;
  if (!isRunning(item)) return refuse('item-not-open', { title: item.title });
  const party = speaksAs(session.seats, said.party);
  if (!presentParties(session, now).includes(party)) return refuse('not-signed-in', { party });
  const round = roundOf(item);
  const { stance, reasons, byName, byChair } = said;
  const positions = [
    ...item.positions.filter((one) => one.party !== party || one.round !== round),
    { party, round, stance, reasons, byName, byChair, at: now },
  ];
  return moved(session, 'state-position', now, withItem(session, { ...item, positions }), {
    kind: 'position-stated',
    party,
    words: reasons,
    facts: { topicId: item.topicId, stance, round, byChair },
  });
};

/** Consensus first; where there is none, one vote a party. Everybody present has spoken before. */
export const voteCalled = (session: CouncilSession, topicId: string, now: number): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (item.state !== 'open') return refuse('item-not-open', { title: item.title });
  const short = shortOfQuorum(session, now);
  if (short !== undefined) return short;
  const said = saidOn(session, item, now);
  const silent = silentOf(said);
  if (silent.length > 0) return refuse('position-missing', { parties: silent.join(',') });
  if (isConsensus(said)) return refuse('consensus-reached');
  return moved(session, 'call-vote', now, withItem(session, { ...item, state: 'voting' }), {
    kind: 'vote-called',
    facts: { topicId },
  });
};

/** What the parties' last words amount to; refused while a party is silent or a vote is still to be called. */
export const resolutionOn = (
  session: CouncilSession,
  topicId: string,
  words: string,
  now: number,
): Resolution | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (!isRunning(item)) return refuse('item-not-open', { title: item.title });
  const short = shortOfQuorum(session, now);
  if (short !== undefined) return short;
  const said = saidOn(session, item, now);
  const silent = silentOf(said);
  if (silent.length > 0) return refuse('position-missing', { parties: silent.join(',') });
  if (item.state === 'open' && !isConsensus(said)) return refuse('vote-needed');
  const by = item.state === 'voting' ? 'vote' : 'consensus';
  const outcome = outcomeOf(said, by, session.rules.rules.threeOfFourDecides);
  return {
    agreed: outcome.agreed,
    by,
    agreeing: [...outcome.agreeing],
    objecting: [...outcome.objecting],
    words,
    at: now,
  };
};

/** What a party agrees to is what it says it agrees to: a resolution “as stated” decides the reasons with it. */
const reservedInReasons = ({ positions }: AgendaItem): ReservedMatter | undefined =>
  positions
    .filter(({ stance }) => stance === 'agree')
    .map(({ reasons }) => reservedDecision(`同意，${reasons}`))
    .find((matter) => matter !== undefined);

/** The agreed item is closed with its resolution; what was not agreed is deferred or referred instead. */
export const itemConcluded = (
  session: CouncilSession,
  topicId: string,
  resolution: Resolution,
  now: number,
): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (!resolution.agreed) return refuse('not-agreed', { objecting: resolution.objecting.join(',') });
  const reserved = reservedIn(item.title, resolution.words) ?? reservedInReasons(item);
  if (reserved !== undefined) return ownersDecide(reserved);
  return moved(session, 'conclude', now, withItem(session, { ...item, state: 'agreed', resolution, settledAt: now }), {
    kind: 'item-concluded',
    words: resolution.words,
    facts: {
      topicId,
      by: resolution.by,
      agreeing: resolution.agreeing.join(','),
      objecting: resolution.objecting.join(','),
    },
  });
};

/** To a later session, or onward to the street: where there is no agreement, or the convener refers it. */
export const itemSetAside = (
  session: CouncilSession,
  topicId: string,
  to: 'deferred' | 'referred',
  reason: string,
  now: number,
): SessionEffect | Refusal => {
  const item = itemOf(session, topicId);
  if ('refused' in item) return item;
  if (!isRunning(item) && item.state !== 'waiting') return refuse('item-not-open', { title: item.title });
  return moved(
    session,
    to === 'deferred' ? 'defer-item' : 'refer-item',
    now,
    withItem(session, { ...item, state: to, reason, settledAt: now }),
    { kind: to === 'deferred' ? 'item-deferred' : 'item-referred', words: reason, facts: { topicId } },
  );
};
