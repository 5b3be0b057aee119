import { getMyLines } from '@gongyi/shared/votes/contract-ballots';
import { once } from '../local/matrix/subjects';
import type { World } from '../local/world/build';
import type { Electorate } from '../local/world/electorate';
import { announceVote, makeElectorate, passTo, untilStatus } from '../local/world/electorate';
import type { Person } from '../local/world/people';
import type { ApiCall, Handler } from './handler';
import type { HeldVote } from './large-vote';

/** Somebody with the number of their line. */
export interface Voter {
  readonly person: Person;
  readonly line: number;
}

export const castOf = (voteId: string, { person, line }: Voter): ApiCall => ({
  method: 'POST',
  path: `/api/ballots/${voteId}/lines/${String(line)}/cast`,
  token: person.token,
  body: { choices: { m1: 'for' } },
});

export const expect200 = async (handler: Handler, call: ApiCall): Promise<void> => {
  const { status, body } = await handler(call);
  if (status !== 200) throw new Error(`a cast was answered ${String(status)}: ${JSON.stringify(body)}`);
};

export interface OpenVote extends HeldVote {
  readonly voters: readonly Voter[];
}

export interface Asked {
  readonly compound: number;
  readonly heads: number;
}

/** Votes that open together, each in a compound of its own. */
export const openVotes = async (world: World, asked: readonly Asked[]): Promise<OpenVote[]> => {
  const electorates: Electorate[] = [];
  for (const { compound, heads } of asked) electorates.push(await makeElectorate(world, compound, heads));
  const announced = await Promise.all(
    electorates.map(async (electorate) => ({ electorate, ...(await announceVote(world, electorate)) })),
  );
  await passTo(world, Math.max(...announced.map(({ opensAt }) => opensAt)));
  const votes: OpenVote[] = [];
  for (const { electorate, voteId, closesAt } of announced) {
    await untilStatus(world, voteId, 'open');
    const voters: Voter[] = [];
    for (const person of electorate.owners) {
      const look = { name: once('mine'), params: { voteId }, token: person.token };
      const { lines } = await world.client.send(getMyLines, look);
      voters.push({ person, line: lines[0]?.line ?? 0 });
    }
    votes.push({ voteId, electorate, closesAt, voters });
  }
  return votes;
};

/** How far the system's time is from this process's. */
export const awayOf = async (world: World): Promise<number> => (await world.system.clock.now()) - Date.now();
