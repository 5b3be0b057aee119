import { createWriteStream } from 'node:fs';
import { request as send } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import { keptOpen } from '../http/kept-open';
import type { Handler } from '../http/serve';
import { readBody, serve } from '../http/serve';
import type { Addresses } from './environment';
import { s3Calls } from './recorded-s3';
import { slim } from './slim';

/** A call as a function made it: `input` without anything but keys, see `slim`. */
export interface RecordedCall {
  readonly by: string;
  readonly service: 'dynamodb' | 's3' | 'kms' | 'secretsmanager';
  readonly operation: string;
  readonly input: unknown;
}

export interface Recorder {
  /** The addresses a function is given: the same services, each heard on the way. */
  readonly between: (by: string, at: Addresses) => Promise<Addresses>;
  readonly close: () => Promise<void>;
}

const LIMIT = 64 * 1024 * 1024;
const TARGETS = { DynamoDB_20120810: 'dynamodb', TrentService: 'kms', secretsmanager: 'secretsmanager' } as const;
const isTarget = (name: string): name is keyof typeof TARGETS => Object.hasOwn(TARGETS, name);

const jsonCalls = (by: string, incoming: IncomingMessage, body: Buffer): RecordedCall[] => {
  const [prefix = '', operation = ''] = String(incoming.headers['x-amz-target'] ?? '').split('.');
  if (!isTarget(prefix)) return [];
  const input: unknown = JSON.parse(body.toString('utf8'));
  return [{ by, service: TARGETS[prefix], operation, input: slim(input) }];
};

/**
 * Writes down which calls each function makes to its services, each kind once, a line of JSON a call. It passes
 * everything on untouched; an address that a function signs for somebody else leads through here too, and counts
 * as the function's own use.
 */
export const openRecorder = (path: string, report: (fault: unknown) => void): Recorder => {
  const file = createWriteStream(path, { flags: 'a' });
  const agent = keptOpen();
  const seen = new Set<string>();
  const closes: (() => Promise<void>)[] = [];
  const note = (calls: readonly RecordedCall[]): void => {
    for (const line of calls.map((call) => JSON.stringify(call))) {
      if (seen.has(line)) continue;
      seen.add(line);
      file.write(`${line}\n`);
    }
  };
  const passOn =
    (by: string, origin: string, isS3: boolean): Handler =>
    async (incoming, response) => {
      const body = await readBody(incoming, LIMIT);
      const { hostname, port } = new URL(origin);
      const { method, url: address, headers } = incoming;
      const onward = send({ hostname, port, method, path: address, headers, agent });
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        onward.on('response', resolve).on('error', reject);
      });
      onward.end(body);
      const answer = await answered;
      note(isS3 ? s3Calls(by, incoming, body, answer.statusCode ?? 0) : jsonCalls(by, incoming, body));
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
      await finished(response);
    };
  const heard = async (by: string, origin: string, isS3 = false): Promise<string> => {
    const served = await serve(passOn(by, origin, isS3), 0, report);
    closes.push(served.close);
    return served.origin;
  };
  return {
    between: async (by, at) => ({
      ...at,
      table: await heard(by, at.table),
      services: await heard(by, at.services),
      s3: await heard(by, at.s3, true),
    }),
    close: async () => {
      await Promise.all(closes.map((close) => close()));
      agent.destroy();
      file.end();
      await finished(file);
    },
  };
};
