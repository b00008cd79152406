import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { RequestProblem } from '../desk/problem.js';

/** Scripts and styles are the page's own; nothing is loaded from elsewhere, and nothing in a document can act. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Of a raw page as it looked: an origin of its own, no script, no form, no link, nothing from outside. */
export const PREVIEW_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

export const TOKEN_HEADER = 'X-Copydesk-Token';
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Adds what tells a browser to be strict; a route may have set a stricter policy of its own. */
export const strictHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', PAGE_POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Cache-Control', 'no-store');
};

/** Names under which the server answers. Any other may be a name of a stranger's that leads here. */
export const hostsOf = (port: number): string[] => LOOPBACK.map((name) => `${name}:${port}`);

/** Refuses requests that are meant for another host: pages of other sites that had their name lead here. */
export const ownHost =
  (port: () => number): MiddlewareHandler =>
  async (context, next) => {
    if (!hostsOf(port()).includes(context.req.header('Host') ?? ''))
      throw new RequestProblem(403, 'this server answers under its own address only');
    await next();
  };

/** Refuses to write for anybody but the page that this server gave: by origin, and by the session's token. */
export const ownPage =
  (port: () => number, token: string): MiddlewareHandler =>
  async (context, next) => {
    const origin = context.req.header('Origin');
    const isOwn = origin === undefined || hostsOf(port()).some((host) => origin === `http://${host}`);
    if (!isOwn || !isEqual(context.req.header(TOKEN_HEADER) ?? '', token))
      throw new RequestProblem(403, 'this is not the page of this session: open its address again');
    await next();
  };

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
