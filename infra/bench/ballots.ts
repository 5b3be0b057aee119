import { join } from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { keys } from '@gongyi/functions/platform/table-shape';
import * as z from 'zod/mini';
import type { World } from '../local/world/build';
import { liveLater } from '../faults/away';
import { interleave, metric, percentile } from './figures';
import type { Metric } from './figures';
import { loadHandler } from './handler';
import { awayOf, castOf, expect200, openVotes } from './open-votes';
import type { Voter } from './open-votes';
import { startRecorder } from './recorder';
import type { TableCall } from './recorder';
import { replayOn } from './replay';

/**
 * Casting a ballot: time and cost against the same calls made bare, in a small table and in one of a million items.
 */
const RUNS = 200;
const WARM_UP = 20;
/** Items put beside the vote to see that nothing grows with the table. */
const FILL = Number(process.env['FILL'] ?? 1_000_000);

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
  const [first, second] = await openVotes(world, [
    { compound: 41, heads: sample },
    { compound: 43, heads: sample },
  ]);
  if (first === undefined || second === undefined) throw new Error('no votes were opened');
  const away = await awayOf(world);
  const { times: small, calls } = await liveLater(away, () => measure(first.voteId, first.voters));
  say('ballots: measured in a small table');
  await fill(engine, tableName, FILL, say);
  const { times: large, calls: largeCalls } = await liveLater(away, () => measure(second.voteId, second.voters));
  await recorder.stop();
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
    metric('flat-ballot', ratio(large), ratio(small), 1.15, `ratio, ${String(FILL)} items more`),
    metric(
      'flat-ballot-units',
      units(largeCalls, true) + units(largeCalls, false),
      units(calls, true) + units(calls, false),
      1,
      'units',
    ),
  ];
};
