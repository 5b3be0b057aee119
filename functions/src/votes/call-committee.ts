import type { CommitteeView, callCommittee as route } from '@gongyi/shared/votes/contract';
import { COMMITTEE_ROLES, committeeProblem, earliestMeeting } from '@gongyi/shared/votes/committee-vote';
import type { CommitteeVote } from '@gongyi/shared/votes/committee-vote';
import { parentOf, placeKind } from '@gongyi/shared/district/place';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { numberOf } from '@gongyi/shared/kernel/number';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findPlace } from '../district/public';
import { makerOf, membersOf, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { committeeBegins, committeeSteps, findCommitteeVote } from './committee-store';
import { votingRules } from './rules-store';
import { actsAs, votesSubject } from './standing';
import { viewCommittee } from './view-committee';

const DIRECTOR = 'owners-committee-director';

/** The committee's members as their grants stand now: half and more are counted of these, whoever comes. */
const membersIn = async (compoundId: string, now: number): Promise<CommitteeVote['members']> => {
  const grants = (await membersOf(compoundId, now)).filter(({ role }) => COMMITTEE_ROLES.includes(role));
  const directors = new Set(grants.filter(({ role }) => role === DIRECTOR).map(({ personId }) => personId));
  const ids = [...new Set(grants.map(({ personId }) => personId))];
  const names = await namesOf(ids);
  return ids.map((personId) => ({ personId, name: names.get(personId) ?? '', director: directors.has(personId) }));
};

/** Calls a meeting: agenda days ahead, its members fixed. */
export const callCommittee = async (
  { params: { compoundId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<CommitteeView | Refusal> => {
  const { who, now, op, opHash } = call;
  const standing = standingFor(who, 'committee-vote.call', await votesSubject(compoundId), now);
  if (standing === undefined) return refuse('not-found');
  const compound = placeKind(compoundId) === 'compound' ? await findPlace(compoundId) : undefined;
  if (compound === undefined) return refuse('place-unknown');
  const earlier = await findCommitteeVote(op);
  if (earlier === undefined) {
    const problem = committeeProblem(body);
    if (problem !== undefined) return problem;
    const rulesInForce = await votingRules.inForce(parentOf(compoundId) ?? compoundId);
    const earliest = earliestMeeting(rulesInForce, now);
    if (body.meetsAt < earliest) return refuse('agenda-too-late', { earliest });
    const members = await membersIn(compoundId, now);
    if (members.length === 0) return refuse('no-committee');
    const { title, venue, meetsAt } = body;
    const matters = body.matters.map((matter, index) => ({ id: `m${String(index + 1)}`, ...matter }));
    const vote = {
      id: op,
      number: numberOf(op, now),
      rev: 1,
      status: 'called' as const,
      compoundId,
      compoundName: compound.name,
      title,
      matters,
      venue,
      calledAt: now,
      calledBy: who.personId,
      meetsAt,
      rulesInForce,
      members,
      attending: [],
      positions: {},
    };
    const words = [title, ...matters.flatMap((matter) => [matter.title, matter.words])].join('\n');
    const maker = await makerOf(actsAs(standing), compoundId, call);
    await writeTogether(committeeBegins(vote, words, { maker, op, opHash, now }));
  }
  const stored = await findCommitteeVote(op);
  if (stored === undefined) throw new Error('a meeting was not written');
  if ((await committeeSteps(op))[0]?.opHash !== opHash) return refuse('key-reused');
  return viewCommittee(stored, call);
};
