import { getMyLines } from '@gongyi/shared/votes/contract-ballots';
import { randomOf } from '../local/fuzz/random';
import type { Random } from '../local/fuzz/random';
import { once } from '../local/matrix/subjects';
import { announceVote, comeBack, makeElectorate, passTo, untilStatus } from '../local/world/electorate';
import type { Electorate } from '../local/world/electorate';
import { act } from './actor';
import { liveLater } from './away';
import { answerOf, anyChoice, castOn, judgeCount, voteAsSeen } from './ballot-box';
import type { Acknowledged } from './ballot-box';
import type { Faulty } from './faulty';
import type { Figure } from './figure';

/**
 * Casting while the vote is being closed and extended by machines whose clocks differ: no ballot after CLOSE,
 * none acknowledged and missing, and an end that only moves later.
 */
const SEEDS = 1_000;
const HEADS = 6;
const COMPOUND = 32;
const AT_ONCE = 25;
const DAY = 86_400_000;

interface Race {
  readonly voteId: string;
  readonly closesAt: number;
}

const raceOne = async (faulty: Faulty, electorate: Electorate, race: Race, random: Random): Promise<string[]> => {
  const { world, handler, tick } = faulty;
  const { voteId, closesAt } = race;
  // Around the very end: a little before or after, each by its own clock.
  const near = (): number => closesAt - Date.now() + Math.round((random.next() - 0.6) * 40);
  const acknowledged: Acknowledged[] = [];
  const cast = async (index: number): Promise<void> => {
    const owner = electorate.owners[index];
    if (owner === undefined) return;
    const look = { name: once('mine'), params: { voteId }, token: owner.token };
    const line = (await world.client.send(getMyLines, look)).lines[0]?.line ?? 0;
    const choice = anyChoice(random);
    const answer = await liveLater(near(), () => castOn(handler, voteId, owner, line, choice, random.text(24)));
    if (answer.status === 200)
      acknowledged.push({ line, leafHash: answerOf(answer), choice, area: electorate.areas[index] ?? 0 });
  };
  const extend = async (): Promise<void> => {
    const { rev } = await voteAsSeen(world, voteId);
    await liveLater(closesAt - Date.now() - 1_000, () =>
      act(handler, {
        method: 'POST',
        path: `/api/votes/${voteId}/extend`,
        token: world.who('a.community-worker').token,
        key: random.text(24),
        body: { rev, closesAt: closesAt + DAY, reason: '参与人数不足，延长一天' },
      }),
    );
  };
  const close = async (): Promise<void> => {
    await liveLater(closesAt - Date.now() + 1, tick);
  };
  const racing = electorate.owners.map((_, index) => () => cast(index));
  const others = [close, ...(random.chance(0.5) ? [extend] : []), ...(random.chance(0.5) ? [close] : [])];
  await Promise.all([...racing, ...others].sort(() => random.next() - 0.5).map((run) => run()));
  for (let look = 0; look < 200; look += 1) {
    const { status } = await voteAsSeen(world, voteId);
    if (status === 'published') return judgeCount(world, voteId, acknowledged);
    await liveLater(closesAt + 2 * DAY - Date.now() + look * 120_000, tick);
  }
  return ['was never published'];
};

export const closingFigure = async (
  faulty: Faulty,
  seed: number,
  scale: number,
  say: (line: string) => void,
): Promise<Figure> => {
  const { world } = faulty;
  const seeds = Math.max(2, Math.round(SEEDS * scale));
  const electorate = await makeElectorate(world, COMPOUND, HEADS);
  const wrong: string[] = [];
  for (let from = 0; from < seeds; from += AT_ONCE) {
    const present = await comeBack(world, electorate);
    const races = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, seeds - from) }, () => announceVote(world, electorate)),
    );
    await passTo(world, Math.max(...races.map(({ opensAt }) => opensAt)));
    for (const { voteId } of races) await untilStatus(world, voteId, 'open');
    for (const [index, race] of races.entries()) {
      const own = seed + from + index;
      const problems = await raceOne(faulty, present, race, randomOf(own));
      wrong.push(...problems.map((problem) => `SEED=${String(own)}: ${problem}`));
    }
    say(`closing: ${String(Math.min(from + AT_ONCE, seeds))} of ${String(seeds)} seeds`);
  }
  return {
    test: 'close and extension racing casts',
    tried: `${String(seeds)} seeds, ${String(HEADS)} heads each`,
    wrong: wrong.length,
    shown: wrong,
  };
};
