import type { MatterDraft, VoteView, beginPetition, draftVote as draftRoute } from '@gongyi/shared/votes/contract';
import { electorateOf } from '@gongyi/shared/votes/electorate';
import { mattersOf, mattersProblem, petitionOf } from '@gongyi/shared/votes/vote-effects';
import type { Scope, Vote } from '@gongyi/shared/votes/vote';
import { parentOf, placeKind, within } from '@gongyi/shared/district/place';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { numberOf } from '@gongyi/shared/kernel/number';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findPlace, findPlaces, rollHomes } from '../district/public';
import { requireOwnPhotos } from '../media/public';
import { makerOf } from '../people/public';
import type { Doing } from '../platform/record-steps';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { myRollHomes } from './my-homes';
import { votingRules } from './rules-store';
import { actsAs, votesSubject } from './standing';
import { findVote, voteBegins, voteStepsAt } from './vote-store';
import { viewVote } from './view-vote';

interface Written {
  readonly title: string;
  readonly scope: Scope;
  readonly matters: readonly MatterDraft[];
}

/** Places of a scope that are none of the compound's buildings or entrances. */
export const scopeProblem = async (compoundId: string, scope: Scope): Promise<Refusal | undefined> => {
  if (scope.kind === 'compound') return undefined;
  const known = await findPlaces(scope.placeIds);
  const wrong = scope.placeIds.find(
    (id) => !known.has(id) || !within(id, compoundId) || !['building', 'entrance'].includes(placeKind(id)),
  );
  return wrong === undefined ? undefined : refuse('place-unknown', { placeId: wrong });
};

/** What keeps it from being written down at all; takes its pictures into use. */
const draftProblem = async (compoundId: string, written: Written, { who, now, op }: Call) => {
  const problem = mattersProblem(written.matters) ?? (await scopeProblem(compoundId, written.scope));
  if (problem !== undefined) return problem;
  const photos = [...new Set(written.matters.flatMap(({ attachments }) => attachments))];
  return photos.length === 0 ? undefined : requireOwnPhotos(photos, who.personId, op, now);
};

type Begun = Pick<Vote, 'starter' | 'status'> & Pick<Partial<Vote>, 'petition' | 'topicId'>;

/** The put itself is the idempotency: one vote, whatever is sent twice. */
const begin = async (
  compoundId: string,
  written: Written,
  as: string,
  call: Call,
  begunAs: (rules: Vote['rulesInForce']) => Promise<Begun | Refusal>,
): Promise<VoteView | Refusal> => {
  const { who, now, op, opHash } = call;
  const compound = placeKind(compoundId) === 'compound' ? await findPlace(compoundId) : undefined;
  if (compound === undefined) return refuse('place-unknown');
  const problem = await draftProblem(compoundId, written, call);
  if (problem !== undefined) return problem;
  const rulesInForce = await votingRules.inForce(parentOf(compoundId) ?? compoundId);
  const begun = await begunAs(rulesInForce);
  if (isRefusal(begun)) return begun;
  const matters = mattersOf(written.matters);
  if (isRefusal(matters)) return matters;
  const maker = await makerOf(as, compoundId, call);
  const doing: Doing = { maker, op, opHash, now };
  const vote: Omit<Vote, 'fingerprint'> = {
    id: op,
    number: numberOf(op, now),
    rev: 1,
    compoundId,
    compoundName: compound.name,
    startedBy: who.personId,
    startedByName: maker.name,
    title: written.title,
    scope: written.scope,
    ...matters,
    rulesInForce,
    scrutineers: [],
    doorCallers: [],
    begunAt: now,
    since: now,
    wordsCheck: 'pending',
    ...begun,
  };
  const kind = begun.starter === 'owners-petition' ? 'petitioned' : 'drafted';
  const { done } = await writeTogether(voteBegins(vote, kind, doing));
  const stored = await findVote(op);
  if (stored === undefined) throw new Error('a vote was not written');
  if (!done && (await voteStepsAt(op, [1]))[0]?.opHash !== opHash) return refuse('key-reused');
  return viewVote(stored, call);
};

/** The committee, or who stands in for it, begins a vote. */
export const draftVote = async (
  { params: { compoundId }, body }: RouteInput<typeof draftRoute>,
  call: Call,
): Promise<VoteView | Refusal> => {
  const standing = standingFor(call.who, 'vote.prepare', await votesSubject(compoundId), call.now);
  if (standing === undefined) return refuse('not-found');
  if (!call.who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const { starter, topicId } = body;
  return begin(compoundId, body, actsAs(standing), call, () =>
    Promise.resolve({ starter, status: 'draft', ...(topicId === undefined ? {} : { topicId }) }),
  );
};

/** An owner begins a petition; how many heads must sign is counted from the roll as it stands. */
export const beginPetitionOf = async (
  { params: { compoundId }, body }: RouteInput<typeof beginPetition>,
  call: Call,
): Promise<VoteView | Refusal> => {
  const { who, now } = call;
  if (standingFor(who, 'vote.petition', await votesSubject(compoundId), now) === undefined) return refuse('not-found');
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  if (body.until <= now) return refuse('until-not-future');
  return begin(compoundId, body, 'resident', call, async ({ rules }) => {
    const [roll, mine] = await Promise.all([rollHomes(compoundId), myRollHomes(compoundId, call)]);
    if (roll.length === 0) return refuse('roll-missing');
    if (mine.length === 0) return refuse('no-head-here');
    const { heads } = electorateOf(body.scope, roll);
    return { starter: 'owners-petition', status: 'collecting', petition: petitionOf(rules, heads, body.until) };
  });
};
