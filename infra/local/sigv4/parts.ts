import type { IncomingMessage } from 'node:http';
import type { SignedParts } from './canonical';

// Unlike in a form, a plus sign in a signed address is a plus sign.
const decoded = (text: string): string => decodeURIComponent(text);

const queryOf = (search: string): [string, string][] =>
  search === ''
    ? []
    : search.split('&').map((pair) => {
        const cut = pair.indexOf('=');
        return cut < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, cut)), decoded(pair.slice(cut + 1))];
      });

/** What of a request is signed. Throws a `URIError` on malformed percent-encoding. */
export const signedParts = (request: IncomingMessage): SignedParts => {
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
  );
  return { method: request.method ?? 'GET', path, query: queryOf(search), headers: Object.fromEntries(headers) };
};
