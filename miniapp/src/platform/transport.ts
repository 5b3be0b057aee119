import Taro from '@tarojs/taro';
import { API_BASE } from './api-base';
import { tellServerTime } from './clock';

export interface Letter {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the API's base, query included. */
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly key?: string | undefined;
}

/** `undefined`: no answer came. Whether the letter arrived is then not known. */
export type Answer = { readonly status: number; readonly data: unknown } | undefined;

const TIMEOUT_MS = 20_000;

const headersOf = ({ token, key, body }: Letter): Record<string, string> => ({
  accept: 'application/json',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(key === undefined ? {} : { 'idempotency-key': key }),
});

// Platforms write header names in different cases.
const headerOf = (headers: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined => {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
};

/** One request, one answer; no retries here. */
export const send = async (letter: Letter): Promise<Answer> => {
  const sentAt = Date.now();
  try {
    const reply = await Taro.request<unknown, string>({
      url: API_BASE + letter.path,
      method: letter.method,
      header: headersOf(letter),
      timeout: TIMEOUT_MS,
      dataType: 'text',
      ...(letter.body === undefined ? {} : { data: JSON.stringify(letter.body) }),
    });
    const serverTime = Number(headerOf(reply.header, 'x-server-time'));
    if (serverTime > 0) tellServerTime(serverTime, sentAt, Date.now());
    return { status: reply.statusCode, data: readJson(reply.data) };
  } catch {
    return undefined;
  }
};

const readJson = (data: unknown): unknown => {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
};
