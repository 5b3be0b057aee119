import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { beginUpload } from '@gongyi/shared/media/contract';
import type { MediaType } from '@gongyi/shared/media/contract';
import { readBody } from '../../../infra/local/http/serve';
import type { Handler } from '../../../infra/local/http/serve';
import type { Someone } from '../people/people-for-tests';
import { wechatPush } from './wechat-push';

export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0x00, 0x43]);

/** An event as the gateway hands it over, only with what is read of it. */
export const gatewayEvent = (
  httpMethod: 'GET' | 'POST',
  query: Readonly<Record<string, string>>,
  body: string | null,
): APIGatewayProxyEvent => ({
  httpMethod,
  queryStringParameters: { ...query },
  body,
  isBase64Encoded: false,
  headers: {},
  multiValueHeaders: {},
  path: '/api/wechat/callback',
  pathParameters: null,
  multiValueQueryStringParameters: null,
  stageVariables: null,
  resource: '',
  // Nothing of the request context is read, and its type has forty fields.
  requestContext: {} as APIGatewayProxyEvent['requestContext'],
});

/** Takes what WeChat pushes to the callback, as the gateway and the function would. */
export const callback: Handler = async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://callback');
  const body = (await readBody(request, 65_536)).toString('utf8');
  const answer = await wechatPush(gatewayEvent('POST', Object.fromEntries(url.searchParams), body));
  response.writeHead(answer.statusCode).end(answer.body);
};

type Form = z.output<(typeof beginUpload)['reply']>;

export const begin = async (by: Someone, contentType: MediaType = 'image/jpeg', bytes = 100): Promise<Form> => {
  const answer = await by.post('/media', { contentType, bytes });
  return z.parse(beginUpload.reply, answer.body);
};

/** Posts the form with `bytes` as its file; answers S3's status. */
export const send = async (
  form: Form,
  bytes: Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Promise<number> => {
  const data = new FormData();
  Object.entries({ ...form.fields, ...more }).forEach(([name, value]) => {
    data.append(name, value);
  });
  data.append('file', new Blob([bytes]), randomUUID());
  return (await fetch(form.url, { method: 'POST', body: data })).status;
};

/** A picture of its own, with `words` in its bytes. */
export const picture = (words = ''): Buffer => Buffer.concat([JPEG, Buffer.from(`${randomUUID()}${words}`)]);

export const upload = async (by: Someone, bytes: Uint8Array = picture()): Promise<string> => {
  const form = await begin(by);
  const status = await send(form, bytes);
  if (status >= 300) throw new Error(`upload answered ${String(status)}`);
  return form.mediaId;
};
