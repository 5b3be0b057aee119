import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { listRoll, RollImport, RollPreviewPage } from '@gongyi/shared/district/roll-contract';
import { beginUpload } from '@gongyi/shared/media/contract';
import { mediaRoutes } from '../media/http';
import type { Answer, Someone } from '../people/people-for-tests';
import { advanceJob } from '../platform/jobs';
import { appOf } from '../platform/router';
import { districtJobs } from './jobs';
import { rollRoutes } from './roll-http';

/** For tests: an office that imports rolls through the routes alone, its jobs run as stream and clock would. */
const FIXTURES = join(__dirname, 'fixtures', 'rolls');
type Bytes = Uint8Array<ArrayBuffer>;
let app: Hono | undefined;

export const ask = async (
  who: Someone,
  method: string,
  path: string,
  body?: object,
  key: string = randomUUID(),
): Promise<Answer> => {
  const headers = { authorization: `Bearer ${who.token}`, 'idempotency-key': key };
  app ??= appOf([...mediaRoutes, ...rollRoutes]);
  const response = await app.request(`/api${path}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return { status: response.status, body: await response.json() };
};

export const upload = async (who: Someone, bytes: Bytes, contentType: string): Promise<string> => {
  const answer = await ask(who, 'POST', '/media', { contentType, bytes: bytes.length });
  const { mediaId, url, fields } = z.parse(beginUpload.reply, answer.body);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([bytes], { type: contentType }));
  const sent = await fetch(url, { method: 'POST', body: form });
  if (!sent.ok) throw new Error(`the upload was refused: ${String(sent.status)}`);
  return mediaId;
};

export const asImport = ({ status, body }: Answer): RollImport => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return z.parse(RollImport, body);
};

export const seenOf = ({ totals: { homes, area, heads } }: RollPreviewPage) => ({ homes, area, heads });

export const sample = async (name: string): Promise<Bytes> => new Uint8Array(await readFile(join(FIXTURES, name)));
export const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text));
export const csv = (...rows: string[]): Bytes => bytesOf(['房号,面积,业主,身份证后六位,电话,备注', ...rows].join('\n'));

/** What one member of staff does with rolls; every answer but success throws. */
export const officeOf = (worker: () => Someone) => {
  const begin = async (compound: string, bytes: Bytes, contentType = 'text/csv'): Promise<RollImport> => {
    const mediaId = await upload(worker(), bytes, contentType);
    return asImport(await ask(worker(), 'POST', `/compounds/${compound}/roll-imports`, { mediaId, fileName: '名册' }));
  };
  const preview = async (id: string, query = ''): Promise<RollPreviewPage> => {
    const answer = await ask(worker(), 'GET', `/roll-imports/${id}/preview${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return z.parse(RollPreviewPage, answer.body);
  };
  const look = async (id: string): Promise<RollImport> => asImport(await ask(worker(), 'GET', `/roll-imports/${id}`));
  return {
    begin,
    preview,
    look,
    /** Starts what the preview shows. */
    start: async (id: string): Promise<RollImport> =>
      asImport(await ask(worker(), 'POST', `/roll-imports/${id}/start`, seenOf(await preview(id)))),
    /** Starts what the preview shows and lets the job come to its end. */
    run: async (id: string): Promise<RollImport> => {
      asImport(await ask(worker(), 'POST', `/roll-imports/${id}/start`, seenOf(await preview(id))));
      await advanceJob(`roll-${id}`, districtJobs);
      return look(id);
    },
    rollOf: async (compound: string) =>
      z.parse(listRoll.reply, (await ask(worker(), 'GET', `/compounds/${compound}/roll?limit=50`)).body),
    addCompound: async (id: string): Promise<string> => {
      const added = await worker().post('/places', { id, name: '测试小区' });
      if (added.status !== 200) throw new Error(JSON.stringify(added.body));
      return id;
    },
  };
};
