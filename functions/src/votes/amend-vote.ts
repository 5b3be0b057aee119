import type { VoteView, amendVote as route } from '@gongyi/shared/votes/contract';
import { amended, mattersOf, mattersProblem } from '@gongyi/shared/votes/vote-effects';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { requireOwnPhotos } from '../media/public';
import { namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { scopeProblem } from './draft-vote';
import { makeVoteMove } from './vote-moves';

/** Scrutineers stand in the notice by their names; who has none cannot watch a counting. */
const scrutineersOf = async (ids: readonly string[]): Promise<Vote['scrutineers'] | Refusal> => {
  const wanted = [...new Set(ids)];
  const names = await namesOf(wanted);
  const unknown = wanted.find((id) => !names.has(id));
  if (unknown !== undefined) return refuse('person-unknown');
  return wanted.map((personId) => ({ personId, name: names.get(personId) ?? '' }));
};

export const amendVote = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> =>
  makeVoteMove({ move: 'amend', id: params.voteId, rev: body.rev }, call, async (vote) => {
    const { title, scope } = body;
    const problem = mattersProblem(body.matters) ?? (await scopeProblem(vote.compoundId, scope));
    if (problem !== undefined) return problem;
    const scrutineers = await scrutineersOf(body.scrutineerIds);
    if (isRefusal(scrutineers)) return scrutineers;
    const written = mattersOf(body.matters, vote);
    if (isRefusal(written)) return written;
    const { matters, mattersMade } = written;
    const effect = amended(vote, { title, scope, matters, mattersMade, scrutineers });
    if (isRefusal(effect)) return effect;
    const known = vote.matters.flatMap(({ attachments }) => attachments);
    const fresh = [...new Set(matters.flatMap(({ attachments }) => attachments))].filter((id) => !known.includes(id));
    const unknown =
      fresh.length === 0 ? undefined : await requireOwnPhotos(fresh, call.who.personId, vote.id, call.now);
    return unknown ?? { effect };
  });
