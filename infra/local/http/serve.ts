import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

export interface Served {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** More than a server here will read of one request. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** The whole body, at most `limit` bytes; throws `BodyTooLarge` past that. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part instanceof Uint8Array ? Buffer.from(part) : Buffer.from(String(part));
    size += bytes.length;
    if (size > limit) throw new BodyTooLarge(`more than ${String(limit)} bytes`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
};

const failed = (response: ServerResponse, fault: unknown): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const large = fault instanceof BodyTooLarge;
  response.writeHead(large ? 413 : 500, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ message: large ? 'Request Too Long' : 'Internal server error' }));
};

/**
 * Listens on the loopback address only. `port` 0 takes any free one. A handler's fault becomes a 500 and goes
 * to `report`; it never ends the system.
 */
export const serve = (handler: Handler, port: number, report: (fault: unknown) => void): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      handler(request, response).catch((fault: unknown) => {
        if (!(fault instanceof BodyTooLarge)) report(fault);
        failed(response, fault);
      });
    });
    // Longer than our clients keep an idle connection, so that none is closed under a request.
    server.keepAliveTimeout = 65_000;
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = address !== null && typeof address === 'object' ? address.port : port;
      resolve({
        origin: `http://127.0.0.1:${String(bound)}`,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              done();
            });
            server.closeAllConnections();
          }),
      });
    });
  });
