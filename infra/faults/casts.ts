import { getMyLines } from '@gongyi/shared/votes/contract-ballots';
import { once } from '../local/matrix/subjects';
import { announceVote, makeElectorate, passTo, untilStatus } from '../local/world/electorate';
import type { Random } from '../local/fuzz/random';
import { liveLater } from './away';
import { answerOf, anyChoice, castOn, judgeCount } from './ballot-box';
import type { Acknowledged } from './ballot-box';
import type { Faulty } from './faulty';
import type { Figure } from './figure';

/**
 * Many casts on one vote, several on each head, at once and under faults: none that was acknowledged is lost, no
 * head counts twice, and what is published is what was acknowledged. Every answer is asked for again by the same
 * operation, and must be the same.
 */
const HEADS = 4_000;
const CASTS = 10_000;
const IN_FLIGHT = 64;
const COMPOUND = 31;

export const castsFigure = async (
  faulty: Faulty,
  random: Random,
  scale: number,
  say: (line: string) => void,
): Promise<Figure> => {
  const { world, handler } = faulty;
  const heads = Math.max(12, Math.round(HEADS * scale));
  const casts = Math.round((heads * CASTS) / HEADS);
  const electorate = await makeElectorate(world, COMPOUND, heads);
  const { voteId, opensAt, closesAt } = await announceVote(world, electorate);
  await passTo(world, opensAt);
  await untilStatus(world, voteId, 'open');
  say(`casts: a vote with ${String(heads)} heads is open`);
  const away = (await world.system.clock.now()) - Date.now();

  const lines: number[] = [];
  for (const owner of electorate.owners) {
    const mine = await world.client.send(getMyLines, { name: once('mine'), params: { voteId }, token: owner.token });
    lines.push(mine.lines[0]?.line ?? 0);
  }
  const acknowledged = new Map<number, Acknowledged>();
  const wrong: string[] = [];
  let [refused, again, next] = [0, 0, 0];
  const lane = async (): Promise<void> => {
    while (next < casts) {
      const turn = next;
      next += 1;
      // Every head once, then again by chance; with another key, and perhaps another answer.
      const index = turn < heads ? turn : Math.floor(random.next() * heads);
      const owner = electorate.owners[index];
      const line = lines[index] ?? 0;
      if (owner === undefined) throw new Error('no such owner');
      const choice = anyChoice(random);
      const key = random.text(24);
      const answer = await castOn(handler, voteId, owner, line, choice, key);
      if (answer.status !== 200) {
        refused += 1;
        continue;
      }
      const leafHash = answerOf(answer);
      if (acknowledged.has(line)) wrong.push(`line ${String(line)} was acknowledged twice`);
      acknowledged.set(line, { line, leafHash, choice, area: electorate.areas[index] ?? 0 });
      again += 1;
      const repeated = await castOn(handler, voteId, owner, line, choice, key);
      if (repeated.status !== 200 || JSON.stringify(repeated.body) !== JSON.stringify(answer.body))
        wrong.push(`line ${String(line)} answered differently when asked again: ${String(repeated.status)}`);
      if (turn % 1_000 === 0) say(`casts: ${String(turn)} of ${String(casts)}`);
    }
  };
  await liveLater(away, () => Promise.all(Array.from({ length: IN_FLIGHT }, lane)));
  if (acknowledged.size !== heads) wrong.push(`${String(heads - acknowledged.size)} heads could not cast`);
  await passTo(world, closesAt);
  await untilStatus(world, voteId, 'published');
  wrong.push(...(await judgeCount(world, voteId, [...acknowledged.values()])));
  return {
    test: 'casts on one vote',
    tried: `${String(casts)} casts over ${String(heads)} heads, ${String(IN_FLIGHT)} in flight, ${String(acknowledged.size)} acknowledged, ${String(refused)} refused, ${String(again)} asked again`,
    wrong: wrong.length,
    shown: wrong,
  };
};
