import { castBallot } from '@gongyi/shared/votes/contract-ballots';
import { getBundle } from '@gongyi/shared/votes/contract-log';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { CHOICES } from '@gongyi/shared/votes/ballot';
import type { Choice } from '@gongyi/shared/votes/ballot';
import { VoteBundle } from '@gongyi/shared/votes/log/bundle';
import { leafHash } from '@gongyi/shared/votes/log/merkle';
import * as z from 'zod/mini';
import { verifyBundle } from '../../shared/verifier/verify.mjs';
import { act } from './actor';
import type { Act, Known } from './actor';
import type { Handler } from '../bench/handler';
import type { Random } from '../local/fuzz/random';
import { once } from '../local/matrix/subjects';
import type { World } from '../local/world/build';
import type { Person } from '../local/world/people';

/** Votes as the fault tests see them: casting, and holding the published count against what was acknowledged. */
export interface Acknowledged {
  readonly line: number;
  readonly leafHash: string;
  readonly choice: Choice;
  readonly area: number;
}

export const anyChoice = (random: Random): Choice => CHOICES[Math.floor(random.next() * CHOICES.length)] ?? 'abstain';

/** One cast on a line of a vote with the one matter `m1`. */
export const castCall = (
  voteId: string,
  voter: Pick<Person, 'token'>,
  line: number,
  choice: Choice,
  key: string,
): Act => ({
  method: 'POST',
  path: `/api/ballots/${voteId}/lines/${String(line)}/cast`,
  token: voter.token,
  key,
  body: { choices: { m1: choice }, seen: 0 },
});
export const castOn = (handler: Handler, ...cast: Parameters<typeof castCall>): Promise<Known> =>
  act(handler, castCall(...cast));

export const answerOf = ({ body }: Known): string => z.parse(castBallot.reply, body).leafHash;

export const fetchBundle = async ({ client }: World, voteId: string): Promise<VoteBundle> => {
  const { url } = await client.send(getBundle, { name: once('bundle'), params: { voteId } });
  const file: unknown = await (await fetch(url)).json();
  return z.parse(VoteBundle, file);
};

export const voteAsSeen = (world: World, voteId: string): Promise<VoteView> =>
  world.client.send(getVote, {
    name: once('vote'),
    params: { voteId },
    token: world.who('a.community-worker').token,
  });

/**
 * What is wrong with a published vote, given every ballot that was acknowledged: lost, counted twice, counted
 * though refused, or added up to another sum.
 */
export const judgeCount = async (
  world: World,
  voteId: string,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> => {
  const problems: string[] = [];
  const bundle = await fetchBundle(world, voteId);
  const checked = await verifyBundle(bundle);
  problems.push(...checked.problems.map((problem) => `the verifier says: ${problem}`));
  const logged = new Set(bundle.leaves.map(leafHash));
  const lost = acknowledged.filter((one) => !logged.has(one.leafHash));
  if (lost.length > 0) problems.push(`${String(lost.length)} acknowledged ballots are not in the log`);
  if (bundle.openings.length !== acknowledged.length)
    problems.push(`${String(bundle.openings.length)} ballots counted, ${String(acknowledged.length)} acknowledged`);
  const { result } = await voteAsSeen(world, voteId);
  const tally = result?.questions[0]?.tally;
  if (tally === undefined) return [...problems, 'no result was published'];
  for (const choice of CHOICES) {
    const mine = acknowledged.filter((one) => one.choice === choice);
    const area = mine.reduce((sum, one) => sum + one.area, 0);
    if (tally[choice].heads !== mine.length || tally[choice].area !== area)
      problems.push(
        `${choice}: ${String(mine.length)} heads and ${String(area)} acknowledged, ${String(tally[choice].heads)} and ${String(tally[choice].area)} published`,
      );
  }
  return problems;
};
