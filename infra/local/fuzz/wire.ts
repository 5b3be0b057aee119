import { request } from 'node:http';
import { keptOpen } from '../http/kept-open';

/** One call to the API, as it goes over the wire. `body` is JSON text, so that broken JSON can be sent too. */
export interface WireCall {
  readonly method: string;
  /** Below `/api`, with its query. */
  readonly path: string;
  readonly token: string | undefined;
  readonly key: string | undefined;
  readonly body: string | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly serverTime: string;
  readonly text: string;
}

export interface Wire {
  /** Sends a call as it is, unlike `fetch`, which tidies paths up first. `address` is the sender's own. */
  readonly send: (call: WireCall, address: string) => Promise<WireAnswer>;
  readonly close: () => void;
}

// Node sends header texts byte by byte: other letters go as the bytes a sloppy client would send.
const asHeader = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[\r\n\0]/g, ' ');
const asPath = (path: string): string => path.replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter));

const headersOf = (call: WireCall, address: string): Record<string, string> => ({
  'x-forwarded-for': address,
  ...(call.token === undefined ? {} : { authorization: asHeader(`Bearer ${call.token}`) }),
  ...(call.key === undefined ? {} : { 'idempotency-key': asHeader(call.key) }),
  ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
});

/** Calls over connections that stay open. */
export const wireTo = (apiUrl: string): Wire => {
  const { hostname, port, pathname } = new URL(apiUrl);
  const agent = keptOpen(32);
  const send = (call: WireCall, address: string): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      const body = call.body === undefined ? undefined : Buffer.from(call.body);
      const headers = { ...headersOf(call, address), 'content-length': String(body?.length ?? 0) };
      const path = asPath(pathname + call.path);
      const sent = request({ hostname, port, path, method: call.method, headers, agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          resolve({
            status: answer.statusCode ?? 0,
            contentType: answer.headers['content-type'] ?? '',
            serverTime: String(answer.headers['x-server-time'] ?? ''),
            text: Buffer.concat(parts).toString('utf8'),
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { send, close: () => agent.destroy() };
};
