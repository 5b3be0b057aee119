import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/**
 * The sources by which a content security policy admits the inline scripts of a page, and no others.
 *
 * @param html the built `index.html`
 */
const inlineScriptSources = (html: string): string[] =>
  [...html.matchAll(INLINE_SCRIPT)]
    .map(([, script]) => script ?? '')
    .filter((script) => script !== '')
    .map((script) => `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`);

/** Photos go to and come from the media bucket by signed addresses; all else is the app's own origin. */
export const contentSecurityPolicy = (mediaOrigin: string, html: string): string =>
  [
    "default-src 'self'",
    ['script-src', "'self'", ...inlineScriptSources(html)].join(' '),
    // The components set styles on elements.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${mediaOrigin}`,
    `connect-src 'self' ${mediaOrigin}`,
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Every header of a page or script, by name. */
export const securityHeaders = (policy: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy,
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=()',
});
