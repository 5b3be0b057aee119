import type { ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { Outcome } from '../lambda/environment';

const HeaderValue = z.union([z.string(), z.number(), z.boolean()]);

/** What a function must answer for API Gateway to pass it on. */
const ProxyResult = z.object({
  statusCode: z.int().check(z.minimum(100), z.maximum(599)),
  headers: z.nullish(z.record(z.string(), HeaderValue)),
  multiValueHeaders: z.nullish(z.record(z.string(), z.array(HeaderValue))),
  body: z.nullish(z.string()),
  isBase64Encoded: z.nullish(z.boolean()),
});

const gatewayError = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': 'gateway' });
  response.end(JSON.stringify({ message }));
};

const parsed = (payload: string): z.output<typeof ProxyResult> | undefined => {
  const value: unknown = JSON.parse(payload);
  const result = z.safeParse(ProxyResult, value);
  return result.success ? result.data : undefined;
};

/** Sends a function's outcome as API Gateway would: 504 past the time, 413 too large, 502 for anything malformed. */
export const sendOutcome = (response: ServerResponse, outcome: Outcome): void => {
  if (outcome.kind === 'timed-out') {
    gatewayError(response, 504, 'Endpoint request timed out');
    return;
  }
  if (outcome.kind === 'failed') {
    if (outcome.errorType === 'RequestTooLarge') gatewayError(response, 413, 'Request Too Long');
    else gatewayError(response, 502, 'Internal server error');
    return;
  }
  const result = parsed(outcome.payload);
  if (result === undefined) {
    gatewayError(response, 502, 'Internal server error');
    return;
  }
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
    response.setHeader(name, values.map(String));
  }
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded === true ? 'base64' : 'utf8');
  response.writeHead(result.statusCode);
  response.end(body);
};
