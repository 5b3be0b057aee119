import { join } from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { keys } from '@gongyi/functions/platform/table-shape';
import { getMyLines } from '@gongyi/shared/votes/contract-ballots';
import * as z from 'zod/mini';
import { once } from '../local/matrix/subjects';
import type { World } from '../local/world/build';
import type { Electorate } from '../local/world/electorate';
import { announceVote, makeElectorate, passTo, untilStatus } from '../local/world/electorate';
import type { Person } from '../local/world/people';
import { closeVote, largeVoteFigures } from './large-vote';
import type { HeldVote } from './large-vote';
import { liveLater } from '../faults/away';
import { interleave, metric, percentile } from './figures';
import type { Metric } from './figures';
import { loadHandler } from './handler';
import type { ApiCall, Handler } from './handler';
import { startRecorder } from './recorder';
import type { TableCall } from './recorder';
import { replayOn } from './replay';

/**
 * Casting a ballot: time and cost against the same calls made bare, in a small table and in one of a million
 * items, and as many at once as a large compound sends on the last evening.
 */
const RUNS = 200;
const WARM_UP = 20;
const BURST = Number(process.env['BURST'] ?? 10_000);
const CLIENTS = 64;
/** Heads of the vote whose pages a large one's are held against. */
const FEW = 60;
/** Items put beside the vote to see that nothing grows with the table. */
const FILL = Number(process.env['FILL'] ?? 1_000_000);

interface Voter {
  readonly person: Person;
  readonly line: number;
}

const castOf = (voteId: string, { person, line }: Voter): ApiCall => ({
  method: 'POST',
  path: `/api/ballots/${voteId}/lines/${String(line)}/cast`,
  token: person.token,
  body: { choices: { m1: 'for' } },
});

const expect200 = async (handler: Handler, call: ApiCall): Promise<void> => {
  const { status, body } = await handler(call);
  if (status !== 200) throw new Error(`a cast was answered ${String(status)}: ${JSON.stringify(body)}`);
};

/** The recorded calls of one voter's cast as another's: their person, their line and where it lies. */
const asOther = (voteId: string, calls: readonly TableCall[], from: Voter, to: Voter): TableCall[] => {
  const [mine, others] = [keys.ballotLine(voteId, from.line), keys.ballotLine(voteId, to.line)];
  return calls.map((call) => {
    const body: unknown = JSON.parse(
      JSON.stringify(call.body)
        .replaceAll(from.person.personId, to.person.personId)
        .replaceAll(`"${mine.pk}"`, `"${others.pk}"`)
        .replaceAll(`"${mine.sk}"`, `"${others.sk}"`),
    );
    return { ...call, body: z.parse(z.record(z.string(), z.unknown()), body) };
  });
};

const isIdentity = ({ operation, body }: TableCall): boolean =>
  operation === 'Query' && JSON.stringify(body).includes('PERSON#');
const units = (calls: readonly TableCall[], write: boolean): number =>
  calls
    .filter(({ operation }) => (operation === 'UpdateItem' || operation === 'PutItem') === write)
    .reduce((sum, call) => sum + call.units, 0);

interface OpenVote extends HeldVote {
  readonly voters: readonly Voter[];
}

interface Asked {
  readonly compound: number;
  readonly heads: number;
}

/** Votes that open together, each in a compound of its own. */
const openVotes = async (world: World, asked: readonly Asked[]): Promise<OpenVote[]> => {
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

const fill = async (endpoint: string, tableName: string, count: number, say: (line: string) => void): Promise<void> => {
  const client = new DynamoDBClient({ endpoint });
  for (let from = 0; from < count; from += 25) {
    const items = Array.from({ length: Math.min(25, count - from) }, (_, index) => {
      const id = String(from + index).padStart(9, '0');
      return { PutRequest: { Item: { pk: { S: `FILL#${id}` }, sk: { S: 'ITEM' }, words: { S: id.repeat(20) } } } };
    });
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: items } }));
    if (from % 100_000 === 0) say(`filling: ${String(from)} of ${String(count)}`);
  }
};

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

export const ballotFigures = async (
  world: World,
  root: string,
  environment: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<Metric[]> => {
  const { tableUrl: engine } = world.system;
  const tableName = environment['TABLE_NAME'] ?? '';
  const bundle = join(root, 'functions/dist/ballots/index.mjs');
  const recorder = await startRecorder(engine);
  const recorded = await loadHandler(bundle, { ...environment, AWS_ENDPOINT_URL_DYNAMODB: recorder.url });
  const direct = await loadHandler(bundle, { ...environment, AWS_ENDPOINT_URL_DYNAMODB: engine });
  const replay = replayOn(engine);

  /** What one measure takes: three recorded casts, and as many again as are compared. */
  const sample = RUNS * 2 + WARM_UP * 2 + 3;
  const measure = async (voteId: string, voters: readonly Voter[]) => {
    const queue = [...voters];
    const next = (): Voter => {
      const voter = queue.shift();
      if (voter === undefined) throw new Error('no voter is left');
      return voter;
    };
    const record = async () => {
      const voter = next();
      await expect200(recorded, castOf(voteId, voter));
      return { voter, calls: recorder.take() };
    };
    await record();
    await record();
    const { voter, calls } = await record();
    const ours = async () => expect200(direct, castOf(voteId, next()));
    const bare = async () => replay(asOther(voteId, calls, voter, next()));
    await interleave(WARM_UP, ours, bare);
    const times = await interleave(RUNS, ours, bare);
    return { times, calls };
  };
  const away = async (): Promise<number> => (await world.system.clock.now()) - Date.now();
  const [first] = await openVotes(world, [{ compound: 41, heads: sample }]);
  if (first === undefined) throw new Error('no vote was opened');
  const { times: small, calls } = await liveLater(await away(), () => measure(first.voteId, first.voters));
  say('ballots: measured in a small table');

  const [big, other, few] = await openVotes(world, [
    { compound: 42, heads: BURST },
    { compound: 43, heads: sample },
    { compound: 44, heads: FEW },
  ]);
  if (big === undefined || other === undefined || few === undefined) throw new Error('no votes were opened');
  const chunk = Math.max(1, Math.floor(BURST / 10));
  const rates = { ours: [] as number[], bare: [] as number[] };
  await liveLater(await away(), async () => {
    for (let from = 0; from < BURST; from += chunk) {
      const part = big.voters.slice(from, from + chunk);
      const began = performance.now();
      await inFlight(part.map((voter) => () => expect200(direct, castOf(big.voteId, voter))));
      const middle = performance.now();
      await bareBurst(engine, tableName, from, part.length);
      rates.ours.push(part.length / (middle - began));
      rates.bare.push(part.length / (performance.now() - middle));
    }
  });
  say('ballots: the burst is over');

  await fill(engine, tableName, FILL, say);
  // In a vote of its own: ballots made bare say nothing that can be opened, and such a vote is never counted.
  const { times: large, calls: largeCalls } = await liveLater(await away(), async () => {
    await inFlight(few.voters.map((voter) => () => expect200(direct, castOf(few.voteId, voter))));
    return measure(other.voteId, other.voters);
  });
  await recorder.stop();
  say(`ballots: closed and published in ${(await closeVote(world, big)).toFixed(0)} s`);
  await closeVote(world, few);
  const api = await loadHandler(join(root, 'functions/dist/api/index.mjs'), {
    ...environment,
    AWS_ENDPOINT_URL_DYNAMODB: engine,
  });
  const pages = await largeVoteFigures(world, { api, ballots: direct }, big, few);
  if (largeCalls.length !== calls.length) throw new Error('a cast makes more calls in a larger table');
  const identity = calls.filter(isIdentity);
  const others = calls.filter((call) => !isIdentity(call));
  const ratio = (times: { readonly a: readonly number[]; readonly b: readonly number[] }): number =>
    percentile(times.a, 0.5) / percentile(times.b, 0.5);
  const unit = `ms p50, ${String(calls.length)} calls`;
  return [
    metric('api-over-raw-ballot', percentile(small.a, 0.5), percentile(small.b, 0.5), 1.15, unit),
    metric('api-over-raw-ballot-p99', percentile(small.a, 0.99), percentile(small.b, 0.99), 1.3, 'ms p99'),
    metric('units-ballot', units(others, true), 1, 1, 'write units'),
    metric('units-ballot-read', units(others, false), 0.5, 1, 'read units'),
    metric('units-ballot-identity', units(identity, false), 2, 1, 'read units, apart'),
    // Seconds for as many, so that less is better as everywhere.
    metric('burst', 1 / percentile(rates.ours, 0.5), 1 / percentile(rates.bare, 0.5), 1.25, 'ms a ballot, 64 clients'),
    metric('flat-ballot', ratio(large), ratio(small), 1.15, `ratio, ${String(FILL)} items more`),
    ...pages,
    metric(
      'flat-ballot-units',
      units(largeCalls, true) + units(largeCalls, false),
      units(calls, true) + units(calls, false),
      1,
      'units',
    ),
  ];
};
