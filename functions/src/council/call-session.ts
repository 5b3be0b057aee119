import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionView, callSession as route } from '@gongyi/shared/council/contract';
import { rulesForSession } from '@gongyi/shared/council/council-rules';
import { called, calledAgain } from '@gongyi/shared/council/session-effects';
import { scheduled } from '@gongyi/shared/council/topic-effects';
import type { Topic } from '@gongyi/shared/council/topic';
import { placeKind } from '@gongyi/shared/district/place';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { numberOf } from '@gongyi/shared/kernel/number';
import { findPlace } from '../district/public';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { delegatesOf } from './delegates';
import {
  findSession,
  findTopic,
  sessionBegins,
  sessionWrites,
  stepsAfter,
  topicWrites,
  writeSteps,
} from './record-store';
import type { Doing } from '../platform/record-steps';
import { seatsIn } from './standing';
import { viewSession } from './view-session';

type Input = RouteInput<typeof route>;
/** A topic that somebody seconds at this moment is read again. */
const TRIES = 20;

/** One's own earlier call, or a key that was used for another. */
const ownEarlier = async (call: Call): Promise<SessionView | Refusal | undefined> => {
  const session = await findSession(call.op);
  if (session === undefined) return undefined;
  const [first] = await stepsAfter('session', session.id);
  return first?.opHash === call.opHash ? viewSession(session, call) : refuse('key-reused');
};

const topicsOf = async (topicIds: readonly string[]): Promise<Topic[] | Refusal> => {
  const topics = await Promise.all([...new Set(topicIds)].map((id) => findTopic(id)));
  const known = topics.filter((topic) => topic !== undefined);
  return known.length === topics.length ? known : refuse('topic-unknown');
};

/** The session and its topics, as they stand now, as one transaction. */
const writesOf = async (
  { params: { compoundId }, body }: Input,
  compoundName: string,
  doing: Doing & { readonly maker: { readonly personId: string } },
): Promise<TransactItem[] | Refusal> => {
  const { now, op, maker } = doing;
  const [seats, topics] = await Promise.all([seatsIn(compoundId), topicsOf(body.topicIds)]);
  if (isRefusal(topics)) return topics;
  const first = body.secondOf === undefined ? undefined : await findSession(body.secondOf);
  if (body.secondOf !== undefined && first === undefined) return refuse('second-calling-unknown');
  const { startsAt, venue, online } = body;
  const session = called(
    {
      id: op,
      number: numberOf(op, now),
      compoundId,
      compoundName,
      rules: rulesForSession(topics),
      chairId: maker.personId,
      chairName: doing.maker.name,
      startsAt,
      venue,
      online,
      seats,
      delegates: await delegatesOf(compoundId, seats, now),
      topics,
      first,
    },
    now,
  );
  if (isRefusal(session)) return session;
  const writes = sessionBegins(session, doing);
  if (first !== undefined) writes.push(...sessionWrites(first, calledAgain(first, session), doing));
  for (const topic of topics) {
    const effect = scheduled(topic, op, startsAt, now);
    if (isRefusal(effect)) return effect;
    writes.push(...topicWrites(topic, effect, doing));
  }
  return writes;
};

/** Calls a session: who is at the table now is invited, and the topics are on its agenda from this moment. */
export const callSession = async (input: Input, call: Call): Promise<SessionView | Refusal> => {
  const { who, now, op, opHash } = call;
  const { compoundId } = input.params;
  const standing = standingFor(who, 'session.chair', { placeId: compoundId }, now);
  if (standing === undefined) return refuse('not-found');
  const place = placeKind(compoundId) === 'compound' ? await findPlace(compoundId) : undefined;
  if (place === undefined) return refuse('place-unknown');
  const name = maskName((await namesOf([who.personId])).get(who.personId));
  const doing = { maker: { personId: who.personId, as: standing.role, name }, op, opHash, now };
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const earlier = await ownEarlier(call);
    if (earlier !== undefined) return earlier;
    const writes = await writesOf(input, place.name, doing);
    if (isRefusal(writes)) return writes;
    const { done } = await writeSteps(writes);
    if (!done) await sleep(Math.random() * 5 * 2 ** Math.min(attempt, 5));
  }
  return (await ownEarlier(call)) ?? refuse('changed-meanwhile');
};
