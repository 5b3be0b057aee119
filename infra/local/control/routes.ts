import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** Handlers by `METHOD /path`. */
export type Routes = Readonly<Record<string, (call: Call) => Promise<void> | void>>;
