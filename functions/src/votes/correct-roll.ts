import type { VoteView, correctRoll as route, listRollCorrections as listRoute } from '@gongyi/shared/votes/contract';
import { HomeStatus } from '@gongyi/shared/district/roll';
import { electorateOf, inScope } from '@gongyi/shared/votes/electorate';
import type { VoteEffect } from '@gongyi/shared/votes/vote-effects';
import type { Vote } from '@gongyi/shared/votes/vote';
import { within } from '@gongyi/shared/district/place';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import * as z from 'zod/mini';
import { correctedLine, findRollHold, rollMovesOn } from '../district/public';
import type { CorrectedLine } from '../district/public';
import { stepWords } from '../media/public';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { byWords, mayOn, votesSubject } from './standing';
import { correctionSteps, findVote, voteWrites } from './vote-store';
import { makeVoteMove } from './vote-moves';

/** The announced totals follow the roll; the record says what was changed and why, without anybody's name. */
const corrected = (vote: Vote, homeId: string, reason: string, done: CorrectedLine): VoteEffect => {
  const { homes, area, heads } = electorateOf(
    vote.scope,
    done.lines.map((line) => ({ ...line, owners: line.owners.length })),
  );
  const { before, after, homeName, ownersChanged } = done;
  return {
    change: { electorate: { homes, area, heads } },
    event: {
      kind: 'roll-corrected',
      words: reason,
      facts: {
        homeId,
        homeName,
        areaBefore: before.area,
        areaAfter: after.area,
        statusBefore: before.status,
        statusAfter: after.status,
        ownersChanged,
        homes,
        area,
        heads,
      },
    },
  };
};

/** As many other votes as one transaction tells of a correction. */
const MOST_OTHERS = 30;

/** The other votes that hold the roll, read anew; refused while one of them is being frozen, or there are too many. */
const othersOn = async (vote: Vote, holding: ReadonlySet<string>): Promise<Vote[] | Refusal> => {
  const ids = [...holding].filter((id) => id !== vote.id);
  if (ids.length > MOST_OTHERS) return refuse('roll-held', { votes: ids.length });
  const others = (await Promise.all(ids.map(findVote))).filter((one) => one !== undefined);
  return others.some(({ status }) => status === 'opening')
    ? refuse('roll-held')
    : others.filter(({ status }) => status === 'on-notice');
};

/**
 * One line of the roll put right while the notice runs: the roll, its history and the record of the vote together,
 * and the record of every other vote announced over that home, whose totals follow, too.
 */
export const correctRoll = ({ params, body }: RouteInput<typeof route>, call: Call): Promise<VoteView | Refusal> => {
  const { who, op, now } = call;
  const { rev, homeId, area, status, owners, reason } = body;
  return makeVoteMove({ move: 'correct-roll', id: params.voteId, rev }, call, async (vote, doing) => {
    if (!within(homeId, vote.compoundId) || !inScope(vote.scope, homeId)) return refuse('home-not-on-roll');
    const correction = { homeId, area, status, owners };
    // Before the votes and the roll: whoever comes to hold it, or leaves it, after this raises its revision.
    const hold = await findRollHold(vote.compoundId);
    const others = await othersOn(vote, hold.votes);
    if (isRefusal(others)) return others;
    const done = await correctedLine(vote.compoundId, correction, { personId: who.personId, op, now });
    if (isRefusal(done)) return done;
    const concerned = others.filter(({ scope }) => inScope(scope, homeId));
    return {
      effect: corrected(vote, homeId, reason, done),
      also: [
        ...done.writes,
        rollMovesOn(vote.compoundId, hold, done.rollRev),
        ...concerned.flatMap((other) => voteWrites(other, corrected(other, homeId, reason, done), doing)),
      ],
    };
  });
};

const Facts = z.object({
  homeId: z.string(),
  homeName: z.string(),
  areaBefore: z.int(),
  areaAfter: z.int(),
  statusBefore: HomeStatus,
  statusAfter: HomeStatus,
  ownersChanged: z.boolean(),
});

/** The last one of the page before. */
const Place = z.object({ rev: z.optional(z.int()) });

export const listRollCorrections = async (
  { params, query }: RouteInput<typeof listRoute>,
  call: Call,
): Promise<RouteReply<typeof listRoute> | Refusal> => {
  const vote = await findVote(params.voteId);
  if (vote === undefined || !mayOn(await votesSubject(vote.compoundId), 'vote.inspect', call)) {
    return refuse('not-found');
  }
  const list = `votes/roll-corrections/${vote.id}`;
  const read = await readCursor(query.cursor, list, call.who.personId);
  if (isRefusal(read)) return read;
  const { rev: before = Infinity } = z.parse(Place, read.after ?? {});
  const rest = (await correctionSteps(vote)).filter(({ rev }) => rev < before).reverse();
  const shown = rest.slice(0, query.limit);
  const lastKey = rest.length > shown.length ? { rev: shown.at(-1)?.rev } : undefined;
  return {
    ...(lastKey === undefined ? {} : { cursor: await makeCursor(lastKey, list, call.who.personId) }),
    items: shown.map((step) => {
      const reason = stepWords(step, call.who.personId);
      const { rev, at } = step;
      return { rev, at, by: byWords(step), ...(reason === undefined ? {} : { reason }), ...z.parse(Facts, step.facts) };
    }),
  };
};
