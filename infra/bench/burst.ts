import { join } from 'node:path';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { World } from '../local/world/build';
import { inPool } from '../local/demo/pool';
import { liveLater } from '../faults/away';
import { metric, percentile } from './figures';
import type { Metric } from './figures';
import { loadHandler } from './handler';
import type { Handler } from './handler';
import { closeVote, largeVoteFigures } from './large-vote';
import { awayOf, castOf, expect200, openVotes } from './open-votes';
import type { Voter } from './open-votes';

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
  const ids = Array.from({ length: count }, (_, index) => String(from + index));
  await inPool(ids, CLIENTS, async (id) => {
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
  });
};

const castAll = (ballots: Handler, voteId: string, voters: readonly Voter[]): Promise<void> =>
  inPool(voters, CLIENTS, (voter) => expect200(ballots, castOf(voteId, voter)));

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
      await castAll(ballots, big.voteId, part);
      const middle = performance.now();
      await bareBurst(engine, tableName, from, part.length);
      rates.ours.push(part.length / (middle - began));
      rates.bare.push(part.length / (performance.now() - middle));
    }
    await castAll(ballots, few.voteId, few.voters);
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
