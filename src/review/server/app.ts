import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RawDocument } from '../../core/types.js';
import type { CleanOptions } from '../../core/options.js';
import { readPage } from '../../stages/read-page.js';
import type { ArticleRecord } from '../../core/record.js';
import type { Problem } from '../api.js';
import type { Desk } from '../desk/desk.js';
import { RequestProblem } from '../desk/problem.js';
import { ownHost, ownPage, PREVIEW_POLICY, strictHeaders } from './guard.js';
import { previewOf } from './preview.js';
import { decisionOf, filterOf, pageOf, refOf, retireOf } from './query.js';

export interface AppSettings {
  readonly desk: Desk;
  /** The raw document of a record; null where it is not there any more. */
  readonly readRaw: (record: ArticleRecord) => Promise<RawDocument | null>;
  /** The limits of a page that can be shown as it looked. */
  readonly options: CleanOptions;
  /** Files of the page, by their paths. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** The port that is listened on. */
  readonly port: () => number;
  /** Whoever writes must know it. */
  readonly token: string;
  /** Told of what should not happen. */
  readonly onProblem: (error: unknown) => void;
}

/** Stands in the page where the session's token belongs. */
const TOKEN_PLACE = '__COPYDESK_TOKEN__';
const INDEX = 'index.html';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
};
/** Bytes of a request. */
const LONGEST_BODY = 1024 * 1024;

/** The server's answers. What a document holds leaves it as JSON, or as a page that can do nothing. */
export function makeApp({ desk, readRaw, options, assets, port, token, onProblem }: AppSettings): Hono {
  const app = new Hono();
  app.use(strictHeaders);
  app.use(ownHost(port));
  app.get('/api/overview', async (context) => context.json(await desk.overview(filterOf(context.req.query()))));
  app.get('/api/documents', async (context) => {
    const query = context.req.query();
    const { sort, ...page } = pageOf(query);
    return context.json(await desk.documents(filterOf(query), sort, page));
  });
  app.get('/api/document', async (context) => context.json(await desk.document(refOf(context.req.query()))));
  app.get('/api/groups', async (context) => {
    const query = context.req.query();
    return context.json(await desk.groups(filterOf(query), pageOf(query), query['group'] ?? null));
  });
  app.get('/api/state', async (context) => context.json(await desk.state()));
  app.get('/api/decisions', async (context) => context.json(await desk.decisions()));
  app.get('/api/page', async (context) => {
    const raw = await readRaw(await desk.record(refOf(context.req.query())));
    if (raw?.format !== 'html') throw new RequestProblem(404, 'there is no page of this document any more');
    context.header('Content-Security-Policy', PREVIEW_POLICY);
    return context.html(pageFrom(raw, options));
  });
  const write = [ownPage(port, token), bodyLimit({ maxSize: LONGEST_BODY, onError: tooLong })] as const;
  app.post('/api/decisions', ...write, async (context) =>
    context.json(await desk.decide(decisionOf(await bodyOf(context)))),
  );
  app.post('/api/retire', ...write, async (context) => {
    await desk.retire(retireOf(await bodyOf(context)).decision);
    return context.json({});
  });
  app.get('*', (context) => {
    const path = context.req.path === '/' ? INDEX : context.req.path.slice(1);
    const bytes = assets.get(path);
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)];
    if (bytes === undefined || type === undefined) return context.notFound();
    const body = path === INDEX ? Buffer.from(bytes).toString('utf8').replace(TOKEN_PLACE, token) : Buffer.from(bytes);
    return context.body(body, 200, { 'Content-Type': type });
  });
  app.notFound((context) => context.json({ problem: 'there is nothing here' } satisfies Problem, 404));
  app.onError((error, context) => {
    if (error instanceof RequestProblem)
      return context.json({ problem: error.message } satisfies Problem, error.status);
    onProblem(error);
    return context.json({ problem: 'something went wrong: see where the server was started' } satisfies Problem, 500);
  });
  return app;
}

const tooLong = (context: Context): Response =>
  context.json({ problem: 'this is more than a decision may hold' } satisfies Problem, 413);

/** A page that is too large or too deep for a run is too much for this, too: it is refused before anything is made of it. */
function pageFrom(raw: RawDocument, options: CleanOptions): string {
  try {
    return previewOf(readPage(raw, options).decoded.text);
  } catch {
    throw new RequestProblem(404, 'this page cannot be shown as it looked');
  }
}

async function bodyOf(context: Context): Promise<unknown> {
  try {
    return (await context.req.json()) as unknown;
  } catch {
    throw new RequestProblem(400, 'expected JSON');
  }
}
