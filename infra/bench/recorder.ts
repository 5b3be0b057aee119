import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';

/** One call to the table as the SDK sent it. */
export interface TableCall {
  /** `PutItem`, `Query` … */
  readonly operation: string;
  readonly body: Record<string, unknown>;
  /** Request units the engine charged for it. */
  readonly units: number;
}

const Json = z.record(z.string(), z.unknown());
const Capacity = z.object({ CapacityUnits: z.number() });
const Charged = z.object({ ConsumedCapacity: z.optional(z.union([Capacity, z.array(Capacity)])) });

const unitsIn = (answer: string): number => {
  const charged = z.safeParse(Charged, JSON.parse(answer));
  if (!charged.success || charged.data.ConsumedCapacity === undefined) return 0;
  return [charged.data.ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
};

/** Stands between a function and the table's engine, passing everything on and writing it down with its cost. */
export const startRecorder = async (engine: string) => {
  let calls: TableCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = z.parse(Json, JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const target = String(request.headers['x-amz-target'] ?? '');
      void fetch(engine, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': target,
          authorization: request.headers.authorization ?? '',
          'x-amz-date': String(request.headers['x-amz-date'] ?? ''),
        },
        body: JSON.stringify({ ...body, ReturnConsumedCapacity: 'TOTAL' }),
      }).then(async (answer) => {
        const text = await answer.text();
        calls.push({ operation: target.split('.').at(-1) ?? '', body, units: answer.ok ? unitsIn(text) : 0 });
        response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    /** What was called since the last time it was asked. */
    take: (): TableCall[] => {
      const taken = calls;
      calls = [];
      return taken;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
