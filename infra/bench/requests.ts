import * as z from 'zod/mini';
import { interleave, metric, percentile } from './figures';
import type { Metric } from './figures';
import type { ApiCall, Handler } from './handler';
import { loadHandler } from './handler';
import { startRecorder } from './recorder';
import type { TableCall } from './recorder';
import { replayOn, withId } from './replay';

const RUNS = 300;
const WARM_UP = 30;
const Made = z.object({ id: z.string() });

export interface RequestBench {
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly engine: string;
  readonly resident: { readonly token: string; readonly placeId: string };
  readonly dispatcher: { readonly token: string; readonly organisationId: string };
}

const expect200 = async (handler: Handler, call: ApiCall): Promise<unknown> => {
  const { status, body } = await handler(call);
  if (status !== 200)
    throw new Error(`${call.method} ${call.path} answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
};

const isIdentity = ({ operation, body }: TableCall): boolean =>
  operation === 'Query' && JSON.stringify(body).includes('PERSON#') && body['ConsistentRead'] === true;

const units = (calls: readonly TableCall[]): number => calls.reduce((sum, call) => sum + call.units, 0);
const writes = (calls: readonly TableCall[]): TableCall[] =>
  calls.filter(({ operation }) => ['PutItem', 'UpdateItem', 'TransactWriteItems'].includes(operation));

/** Filing a request and listing a queue: time against the same calls bare, and what they cost. */
export const requestFigures = async (bench: RequestBench): Promise<Metric[]> => {
  const recorder = await startRecorder(bench.engine);
  const recorded = await loadHandler(bench.bundle, { ...bench.environment, AWS_ENDPOINT_URL_DYNAMODB: recorder.url });
  const direct = await loadHandler(bench.bundle, { ...bench.environment, AWS_ENDPOINT_URL_DYNAMODB: bench.engine });
  const replay = replayOn(bench.engine);
  const filing = (): ApiCall => ({
    method: 'POST',
    path: '/api/requests',
    token: bench.resident.token,
    body: { category: 'lighting', words: '单元门口的灯不亮了，晚上看不清台阶', placeId: bench.resident.placeId },
  });
  const queue: ApiCall = {
    method: 'GET',
    path: `/api/organisations/${bench.dispatcher.organisationId}/queue?limit=20`,
    token: bench.dispatcher.token,
  };
  const record = async (call: ApiCall) => {
    const body = await expect200(recorded, call);
    return { body, calls: recorder.take() };
  };
  for (let run = 0; run < 3; run += 1) await record(filing());
  const filed = await record(filing());
  const again = await record(filing());
  if (filed.calls.length !== again.calls.length) throw new Error('filing makes a varying number of calls');
  await record(queue);
  const listed = await record(queue);
  const { id } = z.parse(Made, filed.body);

  const bareFiling = (run: number) => replay(withId(filed.calls, id, `bench${String(Date.now())}x${String(run)}`));
  const file = async () => {
    await expect200(direct, filing());
  };
  await interleave(WARM_UP, file, bareFiling);
  const fileTimes = await interleave(RUNS, file, (run) => bareFiling(WARM_UP + run));
  const list = async () => {
    await expect200(direct, queue);
  };
  await interleave(WARM_UP, list, () => replay(listed.calls));
  const listTimes = await interleave(RUNS, list, () => replay(listed.calls));
  await recorder.stop();

  const identity = listed.calls.filter(isIdentity);
  const pageKb = Math.max(1, Math.ceil(JSON.stringify(listed.body).length / 4096));
  const listReads = units(listed.calls) - units(identity);
  return [
    metric(
      'api-over-raw-file',
      percentile(fileTimes.a, 0.5),
      percentile(fileTimes.b, 0.5),
      1.15,
      `ms p50, ${String(filed.calls.length)} calls`,
    ),
    metric('api-over-raw-file-p99', percentile(fileTimes.a, 0.99), percentile(fileTimes.b, 0.99), 1.3, 'ms p99'),
    metric(
      'api-over-raw-queue',
      percentile(listTimes.a, 0.5),
      percentile(listTimes.b, 0.5),
      1.15,
      `ms p50, ${String(listed.calls.length)} calls`,
    ),
    metric('units-file', units(writes(filed.calls)), 3, 1.2, 'write units'),
    metric('units-queue', listReads, pageKb * 0.5, 1.2, 'read units'),
    metric('units-identity', units(identity), 2, 1, 'read units, apart'),
  ];
};
