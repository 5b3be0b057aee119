import type { Seat } from '@gongyi/shared/council/seats';
import type { Topic } from '@gongyi/shared/council/topic';
import { ownsTopic } from '@gongyi/shared/council/topic-rules';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { Action, Standing } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import { partiesHeld } from './parties-held';
import { findSession } from './record-store';
import { speakingFor } from './session-standing';
import { councilSubject } from './standing';
import type { CouncilSubject } from './standing';
import { mayReadCouncil } from './supervising';

type Owned = Pick<Topic, 'compoundId' | 'proposerId' | 'proposedFor'>;

/** Whether a topic is somebody's own, as the seats of its compound are held now. */
export const isOwn = (topic: Owned, seats: readonly Seat[], who: Identity, now: number): boolean =>
  ownsTopic(topic, who.personId, partiesHeld({ who, now }, topic.compoundId, seats));

/** A topic as authority sees it: in the council of its compound, its proposer's own. */
const topicSubject = (topic: Owned, seats: readonly Seat[], who: Identity, now: number): CouncilSubject =>
  councilSubject(topic.compoundId, seats, isOwn(topic, seats, who, now) ? who.personId : undefined);

export const standingOn = (
  topic: Owned,
  seats: readonly Seat[],
  action: Action,
  who: Identity,
  now: number,
): Standing | undefined => standingFor(who, action, topicSubject(topic, seats, who, now), now);

/** The session a topic is on, or was on last, is somebody's to speak in: a substitute reads what they decide on. */
const speaksOn = async (sessionId: string | undefined, who: Identity, now: number): Promise<boolean> => {
  const session = sessionId === undefined ? undefined : await findSession(sessionId);
  return session !== undefined && speakingFor(session, who, now) !== undefined;
};

/** Whoever has a part in the council, looks after it from above, or speaks for a party in its session. */
export const mayReadTopic = async (
  topic: Owned & Pick<Topic, 'sessionId'>,
  seats: readonly Seat[],
  who: Identity,
  now: number,
): Promise<boolean> =>
  (await mayReadCouncil(topicSubject(topic, seats, who, now), { who, now })) || speaksOn(topic.sessionId, who, now);
