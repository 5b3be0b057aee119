import { join } from 'node:path';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { World } from '../local/world/build';
import { liveLater } from '../faults/away';
import { metric, percentile } from './figures';
import type { Metric } from './figures';
import { loadHandler } from './handler';
import { closeVote, largeVoteFigures } from './large-vote';
import { awayOf, castOf, expect200, openVotes } from './open-votes';

/**
 * As many ballots at once as a large compound sends on the last evening, and what its vote is like to close and to
 * look at, beside one of few heads.
 */
const BURST = Number(process.env['BURST'] ?? 10_000);
const CLIENTS = 64;
/** Heads of the vote whose pages the large one's are held against. */
const FEW = 60;

/** Conditional updates made bare, as many as the burst, from as many clients. */
const bareBurst = async (endpoint: string, tableName: string, from: number, count: number): Promise<void> => {
  const client = new DynamoDBClient({ endpoint });
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const id = String(from + next);
      next += 1;
      await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: { S: `BARE#${id}` }, sk: { S: 'LINE' } },
          UpdateExpression: 'SET #ballot = :ballot',
          ConditionExpression: 'attribute_not_exists(#ballot)',
          ExpressionAttributeNames: { '#ballot': 'ballot' },
          ExpressionAttributeValues: { ':ballot': { S: 'x'.repeat(200) } },
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, lane));
};

const inFlight = async (work: readonly (() => Promise<void>)[]): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let run = work[next++]; run !== undefined; run = work[next++]) await run();
  };
  await Promise.all(Array.from({ length: CLIENTS }, lane));
};

export const burstFigures = async (
  world: World,
  root: string,
  environment: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<Metric[]> => {
  const { tableUrl: engine } = world.system;
  const tableName = environment['TABLE_NAME'] ?? '';
  const load = (name: string) =>
    loadHandler(join(root, `functions/dist/${name}/index.mjs`), { ...environment, AWS_ENDPOINT_URL_DYNAMODB: engine });
  const [api, ballots] = [await load('api'), await load('ballots')];
  const [big, few] = await openVotes(world, [
    { compound: 42, heads: BURST },
    { compound: 44, heads: FEW },
  ]);
  if (big === undefined || few === undefined) throw new Error('no votes were opened');
  say(`burst: a vote of ${String(BURST)} heads is open`);
  const chunk = Math.max(1, Math.floor(BURST / 10));
  const rates = { ours: [] as number[], bare: [] as number[] };
  await liveLater(await awayOf(world), async () => {
    for (let from = 0; from < BURST; from += chunk) {
      const part = big.voters.slice(from, from + chunk);
      const began = performance.now();
      await inFlight(part.map((voter) => () => expect200(ballots, castOf(big.voteId, voter))));
      const middle = performance.now();
      await bareBurst(engine, tableName, from, part.length);
      rates.ours.push(part.length / (middle - began));
      rates.bare.push(part.length / (performance.now() - middle));
    }
    await inFlight(few.voters.map((voter) => () => expect200(ballots, castOf(few.voteId, voter))));
  });
  say('burst: all have cast');
  say(`burst: closed and published in ${(await closeVote(world, big)).toFixed(0)} s`);
  await closeVote(world, few);
  return [
    // Seconds for as many, so that less is better as everywhere.
    metric('burst', 1 / percentile(rates.ours, 0.5), 1 / percentile(rates.bare, 0.5), 1.25, 'ms a ballot, 64 clients'),
    ...(await largeVoteFigures(world, { api, ballots }, big, few)),
  ];
};
