import { proposed } from '@gongyi/shared/council/topic-effects';
import { PARTY_NAMES } from '@gongyi/shared/council/minutes';
import type { TopicView, proposeTopic as route } from '@gongyi/shared/council/contract';
import { numberOf } from '@gongyi/shared/kernel/number';
import type { Seat } from '@gongyi/shared/council/seats';
import type { Party } from '@gongyi/shared/district/organisation';
import { parentOf, placeKind } from '@gongyi/shared/district/place';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOME_ROLES } from '@gongyi/shared/people/role';
import { findPlace } from '../district/public';
import { requireOwnPhotos } from '../media/public';
import type { Call } from '../platform/router';
import { makerOf } from '../people/public';
import { followWrite } from './part-store';
import { findTopic, stepsAfter, topicBegins, writeSteps } from './record-store';
import type { Doing } from '../platform/record-steps';
import { councilRules } from './rules-store';
import { councilSubject, partiesOf, seatsIn } from './standing';
import { viewTopic } from './view-topic';

interface Proposer {
  readonly doing: Doing;
  readonly proposedFor: Party | undefined;
}

/** As what somebody proposes: as a resident, or for the party that is theirs here. */
const proposerIn = async (
  compoundId: string,
  seats: readonly Seat[],
  asParty: boolean,
  call: Call,
): Promise<Proposer | Refusal> => {
  const { who, now, op, opHash } = call;
  const standing = standingFor(who, 'topic.propose', councilSubject(compoundId, seats), now);
  if (standing === undefined) return refuse('not-found');
  const resident = HOME_ROLES.some((role) => role === standing.role);
  const [party] = partiesOf(who, compoundId, seats, now);
  const proposedFor = asParty || !resident ? party : undefined;
  if (proposedFor === undefined && (asParty || !resident)) return refuse('party-not-yours');
  const maker = await makerOf(proposedFor ?? 'resident', compoundId, call);
  return { doing: { maker, op, opHash, now }, proposedFor };
};

/** Proposes a topic. The put itself is the idempotency: one topic, whatever is sent twice. */
export const proposeTopic = async (
  { params: { compoundId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<TopicView | Refusal> => {
  const { who, now, op, opHash } = call;
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const [compound, seats] = await Promise.all([findPlace(compoundId), seatsIn(compoundId)]);
  const proposer = await proposerIn(compoundId, seats, body.asParty, call);
  if (isRefusal(proposer)) return proposer;
  if (compound === undefined || placeKind(compoundId) !== 'compound') return refuse('place-unknown');
  const { title, words, spot, matter } = body;
  const photos = [...new Set(body.photos)];
  const unknown = photos.length === 0 ? undefined : await requireOwnPhotos(photos, who.personId, op, now);
  if (unknown !== undefined) return unknown;
  const { doing, proposedFor } = proposer;
  const topic = proposed({
    id: op,
    number: numberOf(op, now),
    compoundId,
    compoundName: compound.name,
    title,
    words,
    ...(spot === undefined ? {} : { spot }),
    matter,
    photos,
    proposerId: who.personId,
    proposerName: proposedFor === undefined ? doing.maker.name : PARTY_NAMES[proposedFor].name,
    ...(proposedFor === undefined ? {} : { proposedFor }),
    proposedAt: now,
    rules: await councilRules.inForce(parentOf(compoundId) ?? compoundId),
  });
  const { done } = await writeSteps([...topicBegins(topic, words, doing), followWrite(op, who.personId, now)]);
  const stored = await findTopic(op);
  if (stored === undefined) throw new Error('a topic was not written');
  // Not written now: by the same operation before, with the same input or another.
  if (!done && (await stepsAfter('topic', op))[0]?.opHash !== opHash) return refuse('key-reused');
  return viewTopic(stored, call);
};
