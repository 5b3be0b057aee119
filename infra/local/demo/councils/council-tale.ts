import type { Stance } from '@gongyi/shared/council/outcome';
import type { SessionStatus, TopicStatus } from '@gongyi/shared/council/kinds';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import type { TopicMove } from '@gongyi/shared/council/topic-rules';
import type { Party } from '@gongyi/shared/district/organisation';
import { DAY, HOUR, startOfDay } from '@gongyi/shared/kernel/time';
import type { CastKey, LivelyCompound } from '../cast';
import type { Picture } from '../picture/scenes';

/** Hours from when the demonstration is ready, or the evening that follows: councils meet after work. */
export type When = number | { readonly evening: number };

/** Things the system gives an id or a number to; known only once the tale is told. */
export interface CouncilRefs {
  readonly instant: (when: When) => number;
  readonly topic: (key: string) => string;
  readonly session: (key: string) => string;
  /** The newest step of a kind that somebody made on what the beat is about. */
  readonly step: (kind: string) => number;
  /** The code on the chair's screen. */
  readonly code: string;
}

interface Beat {
  readonly at: When;
  readonly who: CastKey;
  /** The topic or the session it is about, by its key. */
  readonly on: string;
  /** The body, without revision and photos. */
  readonly body?: (refs: CouncilRefs) => Readonly<Record<string, unknown>>;
  readonly pictures?: { readonly photos: readonly Picture[] };
}
export type TopicBeat = Beat & { readonly about: 'topic'; readonly move: 'propose' | TopicMove };
export type SessionBeat = Beat & { readonly about: 'session'; readonly move: 'call' | SessionMove };
export type CouncilBeat = TopicBeat | SessionBeat;

/** The story of a session with its topics, or of topics that have not come to one. */
export interface CouncilTale {
  readonly key: string;
  readonly compound: LivelyCompound;
  readonly beats: readonly CouncilBeat[];
  /** Where its topics and sessions end, by their keys. */
  readonly topics: Readonly<Record<string, TopicStatus>>;
  readonly sessions?: Readonly<Record<string, SessionStatus>>;
}

const EVENING = 19 * HOUR;

/** The instant of `when`, where `at` counts hours from when the demonstration is ready. */
export const instantOf = (when: When, at: (hours: number) => number): number => {
  if (typeof when === 'number') return at(when);
  const from = at(when.evening);
  const today = startOfDay(from) + EVENING;
  return today >= from ? today : today + DAY;
};

export const proposes = (
  at: When,
  who: CastKey,
  on: string,
  draft: Readonly<Record<string, unknown>>,
  ...photos: readonly Picture[]
): TopicBeat => ({ at, who, about: 'topic', move: 'propose', on, body: () => draft, pictures: { photos } });

export const moves = (
  at: When,
  who: CastKey,
  move: TopicMove,
  on: string,
  body: Readonly<Record<string, unknown>> = {},
  ...photos: readonly Picture[]
): TopicBeat => ({
  at,
  who,
  about: 'topic',
  move,
  on,
  body: () => body,
  ...(photos.length === 0 ? {} : { pictures: { photos } }),
});

/** Neighbours second a topic at one time. */
export const second = (at: When, on: string, ...who: readonly CastKey[]): TopicBeat[] =>
  who.map((one) => moves(at, one, 'second', on));

export const merges = (at: When, who: CastKey, on: string, into: string, reason: string): TopicBeat => ({
  ...moves(at, who, 'merge', on),
  body: ({ topic }) => ({ intoId: topic(into), reason }),
});

export const hidesComment = (at: When, who: CastKey, on: string, reason: string): TopicBeat => ({
  ...moves(at, who, 'hide-comment', on),
  body: ({ step }) => ({ hiddenRev: step('commented'), reason }),
});

export const sits = (
  at: When,
  who: CastKey,
  move: SessionMove,
  on: string,
  body: Readonly<Record<string, unknown>> = {},
): SessionBeat => ({ at, who, about: 'session', move, on, body: () => body });

interface Calling {
  readonly topics: readonly string[];
  readonly startsAt: When;
  readonly venue: string;
  readonly secondOf?: string;
}

export const calls = (
  at: When,
  who: CastKey,
  on: string,
  { topics, startsAt, venue, secondOf }: Calling,
): SessionBeat => ({
  at,
  who,
  about: 'session',
  move: 'call',
  on,
  body: ({ topic, session, instant }) => ({
    topicIds: topics.map(topic),
    startsAt: instant(startsAt),
    venue,
    ...(secondOf === undefined ? {} : { secondOf: session(secondOf) }),
  }),
});

export const signIn = (at: When, on: string, ...who: readonly CastKey[]): SessionBeat[] =>
  who.map((one) => ({ ...sits(at, one, 'sign-in', on), body: ({ code }) => ({ code }) }));

const onTopic = (
  at: When,
  who: CastKey,
  move: SessionMove,
  on: string,
  topicKey: string,
  more: (refs: CouncilRefs) => Readonly<Record<string, unknown>> = () => ({}),
): SessionBeat => ({
  ...sits(at, who, move, on),
  body: (refs) => ({ topicId: refs.topic(topicKey), ...more(refs) }),
});

export const opensItem = (at: When, on: string, topicKey: string): SessionBeat =>
  onTopic(at, 'secretary', 'open-item', on, topicKey);
export const callsVote = (at: When, on: string, topicKey: string): SessionBeat =>
  onTopic(at, 'secretary', 'call-vote', on, topicKey);
export const says = (
  at: When,
  who: CastKey,
  on: string,
  topicKey: string,
  stance: Stance,
  reasons: string,
  party?: Party,
): SessionBeat =>
  onTopic(at, who, 'state-position', on, topicKey, () => ({
    stance,
    reasons,
    ...(party === undefined ? {} : { party }),
  }));
export const setsAside = (
  at: When,
  move: 'defer-item' | 'refer-item',
  on: string,
  topicKey: string,
  reason: string,
): SessionBeat => onTopic(at, 'secretary', move, on, topicKey, () => ({ reason }));

interface PlannedTask {
  readonly words: string;
  readonly party: Party;
  readonly due: When;
  readonly steps?: readonly string[];
}

export const concludes = (
  at: When,
  on: string,
  topicKey: string,
  words: string,
  tasks: readonly PlannedTask[] = [],
): SessionBeat =>
  onTopic(at, 'secretary', 'conclude', on, topicKey, ({ instant }) => ({
    words,
    tasks: tasks.map(({ due, steps = [], ...task }) => ({ ...task, steps, dueAt: instant(due) })),
  }));

/** An objection is answered: the newest one made before. */
export const answersObjection = (at: When, on: string, words: string): SessionBeat => ({
  ...sits(at, 'secretary', 'answer-objection', on),
  body: ({ step }) => ({ objectionRev: step('objected'), words }),
});
