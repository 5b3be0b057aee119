import type { VoteView, amendVote as route } from '@gongyi/shared/votes/contract';
import { amended, mattersOf, mattersProblem } from '@gongyi/shared/votes/vote-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { requireOwnPhotos } from '../media/public';
import type { Call } from '../platform/router';
import { scopeProblem } from './draft-vote';
import { scrutineersOf } from './scrutineers';
import { makeVoteMove } from './vote-moves';

export const amendVote = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> =>
  makeVoteMove({ move: 'amend', id: params.voteId, rev: body.rev }, call, async (vote) => {
    const { title, scope } = body;
    const problem = mattersProblem(body.matters) ?? (await scopeProblem(vote.compoundId, scope));
    if (problem !== undefined) return problem;
    const written = mattersOf(body.matters, vote);
    if (isRefusal(written)) return written;
    const { matters, mattersMade } = written;
    const watched = { compoundId: vote.compoundId, scope, matters };
    const scrutineers = await scrutineersOf(watched, body.scrutineerIds, vote.scrutineers, call.now);
    if (isRefusal(scrutineers)) return scrutineers;
    const effect = amended(vote, { title, scope, matters, mattersMade, scrutineers });
    if (isRefusal(effect)) return effect;
    const known = vote.matters.flatMap(({ attachments }) => attachments);
    const fresh = [...new Set(matters.flatMap(({ attachments }) => attachments))].filter((id) => !known.includes(id));
    const unknown =
      fresh.length === 0 ? undefined : await requireOwnPhotos(fresh, call.who.personId, vote.id, call.now);
    return unknown ?? { effect };
  });
