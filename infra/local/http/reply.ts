import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './serve';

const INPUT_LIMIT = 64 * 1024;

export const sendJson = (response: ServerResponse, value: object, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
};

export const sendPage = (response: ServerResponse, html: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
};

/** Back to a page after a form was sent. */
export const seeOther = (response: ServerResponse, location: string): void => {
  response.writeHead(303, { location }).end();
};

export const isForm = (request: IncomingMessage): boolean =>
  (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/** A request's fields, from JSON or a form; undefined when it is neither. */
export const readFields = async (request: IncomingMessage): Promise<unknown> => {
  const body = (await readBody(request, INPUT_LIMIT)).toString('utf8');
  if (isForm(request)) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
};
