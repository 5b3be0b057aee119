import { PARTIES } from '@gongyi/shared/district/organisation';
import type { TopicStep } from '@gongyi/shared/council/contract-view';
import { RATINGS, REDIRECTS } from '@gongyi/shared/council/topic';
import type { TopicEventKind } from '@gongyi/shared/council/topic';
import { clockWords } from '../ui/time-words';
import { PARTY, RATING, REDIRECT, STEP } from './topic-copy';

type Facts = TopicStep['facts'];

const instant = (facts: Facts, name: string): number | undefined => {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
};
const said = (facts: Facts, name: string): string | undefined => {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
const known = <T extends string>(
  names: readonly T[],
  words: Readonly<Record<T, string>>,
  value: string | undefined,
) => {
  const name = names.find((each) => each === value);
  return name === undefined ? undefined : words[name];
};
const REDIRECT_WORDS = { request: REDIRECT.request.words, vote: REDIRECT.vote.words, street: REDIRECT.street.words };

/** What a step adds in its own words, beside what somebody wrote. */
export const topicStepFacts = ({ kind, facts }: Pick<TopicStep, 'kind' | 'facts'>, now: number): string[] => {
  const startsAt = instant(facts, 'startsAt');
  const endsAt = instant(facts, 'endsAt');
  const seconds = instant(facts, 'seconds');
  const version = instant(facts, 'version');
  const title = said(facts, 'title');
  const lines = [
    kind === 'amended' && version !== undefined ? STEP.version(version) : undefined,
    title === undefined ? undefined : STEP.title(title),
    kind === 'took-in' && seconds !== undefined ? STEP.seconds(seconds) : undefined,
    known(REDIRECTS, REDIRECT_WORDS, said(facts, 'to')),
    startsAt === undefined ? undefined : STEP.startsAt(clockWords(startsAt, now)),
    endsAt === undefined ? undefined : STEP.endsAt(clockWords(endsAt, now)),
    known(PARTIES, PARTY, said(facts, 'party')),
    said(facts, 'task'),
    known(RATINGS, RATING, said(facts, 'rating')),
  ];
  return lines.filter((line) => line !== undefined);
};

export const topicEventTone = (kind: TopicEventKind): 'plain' | 'success' | 'warning' | 'danger' => {
  switch (kind) {
    case 'accepted':
    case 'agreed':
    case 'task-done':
      return 'success';
    case 'returned':
    case 'deferred':
    case 'unscheduled':
    case 'supervised':
      return 'warning';
    case 'task-overdue':
    case 'screening-overdue':
    case 'referred':
      return 'danger';
    default:
      return 'plain';
  }
};
