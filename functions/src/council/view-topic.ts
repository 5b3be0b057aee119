import type { TopicView } from '@gongyi/shared/council/contract';
import type { Seat } from '@gongyi/shared/council/seats';
import { heldNow } from '@gongyi/shared/council/topic-effects';
import { tableOf } from '@gongyi/shared/council/table-of-four';
import type { Topic } from '@gongyi/shared/council/topic';
import { TOPIC_MOVES, TOPIC_MOVE_ACTION, moveRefused } from '@gongyi/shared/council/topic-rules';
import type { TopicMove } from '@gongyi/shared/council/topic-rules';
import type { Identity } from '@gongyi/shared/people/role';
import { photoViews, stepWords } from '../media/public';
import { partiesHeld } from './parties-held';
import { hasRated, ownSecond } from './part-store';
import { findSession, findStep } from './record-store';
import type { StoredStep } from '../platform/record-item';
import { votesOfTopic } from '../votes/public';
import { UNSEEN } from './session-words';
import { shownSteps } from './shown-steps';
import { seatsIn } from './standing';
import { LISTED, timelinePage } from './timeline-page';
import { seesWords, topicRow } from './topic-row';
import { isOwn, standingOn } from './topic-subject';

interface Viewer {
  readonly who: Identity;
  readonly now: number;
}

interface Own {
  readonly mine: boolean;
  readonly secondedByMe: boolean;
  readonly ratedByMe: boolean;
  readonly myTasks: readonly string[];
}

/** What somebody's own part in the topic allows: no button is shown that would be refused. */
const fits = (topic: Topic, move: TopicMove, own: Own): boolean => {
  switch (move) {
    case 'second':
      return !own.mine && !own.secondedByMe;
    case 'rate':
      return !own.ratedByMe;
    case 'progress':
    case 'finish-task':
      return topic.tasks.some(({ id, doneAt }) => doneAt === undefined && own.myTasks.includes(id));
    default:
      return true;
  }
};

const movesOf = (topic: Topic, seats: readonly Seat[], { who, now }: Viewer, own: Own): TopicMove[] =>
  TOPIC_MOVES.filter(
    (move) =>
      moveRefused(topic, move) === undefined &&
      fits(topic, move, own) &&
      standingOn(topic, seats, TOPIC_MOVE_ACTION[move], who, now) !== undefined,
  );

/** Reasons and the resolution repeat words of a step: they are shown exactly where that step's words are. */
const repeatedWords = async (topic: Topic, steps: readonly StoredStep[], personId: string) => {
  const wordsAt = async (rev: number | undefined): Promise<string | undefined> => {
    if (rev === undefined) return undefined;
    const step = steps.find((one) => one.rev === rev) ?? (await findStep('topic', topic.id, rev));
    return step && stepWords(step, personId);
  };
  const { closedReason, reasonRev, resolution, resolvedRev } = topic;
  const reason = closedReason === undefined ? undefined : await wordsAt(reasonRev);
  return {
    ...(reason === undefined ? {} : { closedReason: reason }),
    ...(resolution === undefined
      ? {}
      : { resolution: { ...resolution, words: (await wordsAt(resolvedRev)) ?? UNSEEN } }),
  };
};

const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

/**
 * A topic with the last of its timeline, or what came before a revision, and the table of four, for somebody who may read it (or has just made a step of
 * it). The caller answers for that; what of it is shown is decided here.
 */
export const viewTopic = async (topic: Topic, viewer: Viewer, before?: number): Promise<TopicView> => {
  const { personId } = viewer.who;
  const [{ steps, earlier }, seats, session, seconded, ratedByMe, votes, photos] = await Promise.all([
    timelinePage(topic.id, before),
    seatsIn(topic.compoundId),
    topic.sessionId === undefined ? undefined : findSession(topic.sessionId),
    topic.proposerId === personId || topic.seconds === 0 ? undefined : ownSecond(topic, personId),
    topic.status === 'done' ? hasRated(topic.id, personId) : false,
    topic.redirectedTo === 'vote' ? votesOfTopic(topic, viewer) : [],
    topic.photos.length === 0 ? [] : photoViews(topic.photos, personId),
  ]);
  const timeline = await shownSteps(steps, LISTED, personId);
  const held = partiesHeld(viewer, topic.compoundId, seats);
  const myTasks = topic.tasks.filter(({ party }) => held.includes(party)).map(({ id }) => id);
  const secondedByMe = seconded !== undefined;
  const mine = isOwn(topic, seats, viewer.who, viewer.now);
  const shown = seesWords(topic, mine);
  return {
    ...topicRow(topic, mine),
    ...part('words', shown ? topic.words : undefined),
    wordsState: topic.wordsCheck,
    photos,
    ...part('spot', shown ? topic.spot : undefined),
    matter: topic.matter,
    version: topic.version,
    ...part('proposedFor', topic.proposedFor),
    mine,
    secondedByMe,
    ...part('secondedVersion', seconded?.version),
    ratedByMe,
    rules: topic.rules,
    table: tableOf(topic, session, seats, viewer.now),
    ...part(
      'session',
      session && { id: session.id, status: session.status, startsAt: session.startsAt, venue: session.venue },
    ),
    ...part('notice', session?.notice && { publishedAt: session.notice.publishedAt, endsAt: session.notice.endsAt }),
    ...part('mergedInto', topic.mergedInto),
    mergedFrom: topic.mergedFrom,
    ...(await repeatedWords(topic, steps, personId)),
    ...part('redirectedTo', topic.redirectedTo),
    votes,
    taskList: topic.tasks.map((task) => (task.doneAt === undefined ? heldNow(task, seats) : task)),
    ratings: topic.ratings,
    timeline,
    ...part('earlier', earlier),
    fingerprint: topic.fingerprint,
    moves: movesOf(topic, seats, viewer, { mine, secondedByMe, ratedByMe, myTasks }),
    myTasks,
  };
};
