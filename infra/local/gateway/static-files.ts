import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};
const SQUEEZED = /^(text\/|application\/json|image\/svg)/;
/** Names that carry their content's hash never change. */
const HASHED = /[.-][0-9a-f]{8,}\.\w+$/;

interface Page {
  readonly bytes: Buffer;
  readonly squeezed: Buffer | undefined;
  readonly etag: string;
  readonly type: string;
  readonly changedAt: number;
}

const squeeze = promisify(gzip);

/** Serves a folder of built files as a web host would: types, gzip, validators, and `index.html` for any page. */
export const staticFiles = (folder: string) => {
  const kept = new Map<string, Page>();

  const load = async (path: string): Promise<Page | undefined> => {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = kept.get(path);
    if (known?.changedAt === found.mtimeMs) return known;
    const bytes = await readFile(path);
    const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    const page: Page = {
      bytes,
      squeezed: SQUEEZED.test(type) && bytes.length > 1024 ? await squeeze(bytes) : undefined,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      type,
      changedAt: found.mtimeMs,
    };
    kept.set(path, page);
    return page;
  };

  const fileOf = (url: string): string | undefined => {
    try {
      const path = normalize(decodeURIComponent(new URL(url, 'http://local').pathname));
      return path.includes('\0') ? undefined : join(folder, path);
    } catch {
      return undefined;
    }
  };

  const send = (request: IncomingMessage, response: ServerResponse, page: Page, name: string): void => {
    response.setHeader('content-type', page.type);
    response.setHeader('etag', page.etag);
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304).end();
      return;
    }
    const gzipped = page.squeezed !== undefined && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const bytes = gzipped ? page.squeezed : page.bytes;
    if (gzipped) response.setHeader('content-encoding', 'gzip');
    response.setHeader('content-length', bytes.length);
    response.writeHead(200);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = fileOf(request.url ?? '/');
    const asked = path === undefined ? undefined : await load(path);
    if (path !== undefined && asked !== undefined) {
      send(request, response, asked, path);
      return;
    }
    // A page's address inside the app has no extension; a missing script must not be answered with HTML.
    const index = path !== undefined && extname(path) === '' ? await load(join(folder, 'index.html')) : undefined;
    if (index === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found');
      return;
    }
    send(request, response, index, 'index.html');
  };
};
