import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Decision } from '../../../src/core/decision.js';
import type {
  DecisionRequest,
  DocumentView,
  Filter,
  Groups,
  Overview,
  Piece,
  Row,
  State,
} from '../../../src/review/api.js';
import { documents } from './documents.js';

/** A server that answers as src/review/api.ts says, from invented documents, and forgets all when it ends. */

export const DIST = new URL('../../../dist/review/app/', import.meta.url);
export const TOKEN = 'token-of-the-stub';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' } as const;

export interface Started {
  readonly address: string;
  /** As if a run had written a document anew, with other pieces. */
  rewrite(path: string, pieces: (before: readonly Piece[]) => Piece[]): void;
  /** As if a run had ended, whose records are being read, or have been. */
  index(isRunning: boolean): void;
  close(): Promise<void>;
}

export async function startStub(): Promise<Started> {
  const desk = new Desk(documents());
  const server = createServer((request, response) => {
    void answer(desk, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    rewrite: (path, pieces) => {
      desk.rewrite(path, pieces);
    },
    index: (isRunning) => {
      desk.index(isRunning);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
  const send = (status: number, type: string, body: string): void => {
    response
      .writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': POLICY })
      .end(body);
  };
  if (pathname === '/api/page') {
    send(
      200,
      'text/html',
      '<!doctype html><title>page</title><h1>As it looked</h1><script>parent.harmed = true</script>',
    );
  } else if (pathname.startsWith('/api/')) {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const writes = request.method === 'POST';
    if (writes && request.headers['x-copydesk-token'] !== TOKEN) {
      send(403, 'application/json', JSON.stringify({ problem: 'This page is of an earlier server: load it again.' }));
      return;
    }
    const found = desk.ask(pathname.slice(5), searchParams, body === '' ? null : (JSON.parse(body) as unknown));
    if (found instanceof Refusal) send(400, 'application/json', JSON.stringify({ problem: found.problem }));
    else
      send(
        found === null ? 404 : 200,
        'application/json',
        JSON.stringify(found ?? { problem: 'There is no such document.' }),
      );
  } else {
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const ending = (/\.\w+$/.exec(name)?.[0] ?? '') as keyof typeof TYPES;
    const file = /^(?:index\.html|app\.js|app\.css)$/.test(name) ? readFileSync(new URL(name, DIST), 'utf8') : null;
    if (file === null) send(404, 'text/plain', 'nothing here');
    else send(200, TYPES[ending], file.replace('__COPYDESK_TOKEN__', TOKEN));
  }
}

class Refusal {
  constructor(readonly problem: string) {}
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

class Desk {
  private readonly decisions: { decision: Decision; path: string; pieces: number[] }[] = [];
  private isIndexing = false;
  private version = 0;

  constructor(private all: readonly DocumentView[]) {}

  rewrite(path: string, change: (before: readonly Piece[]) => Piece[]): void {
    this.all = this.all.map((view) => (view.row.ref.path === path ? { ...view, pieces: change(view.pieces) } : view));
    this.version += 1;
  }

  index(isRunning: boolean): void {
    this.isIndexing = isRunning;
    this.version += 1;
  }

  private overview(params: URLSearchParams): Overview {
    const overview = overviewOf(this.all.filter((view) => agrees(view, params)));
    if (!this.isIndexing) return overview;
    return { ...overview, documents: { ...overview.documents, changed: 0 }, indexing: true };
  }

  ask(what: string, params: URLSearchParams, body: unknown): unknown {
    switch (what) {
      case 'overview':
        return this.overview(params);
      case 'state':
        return { version: String(this.version), indexing: this.isIndexing } satisfies State;
      case 'documents':
        return this.list(params);
      case 'document':
        return this.document(params.get('path') ?? '');
      case 'groups':
        return this.groups(params);
      case 'decisions':
        return body === null ? this.decided() : this.decide(body as DecisionRequest);
      case 'retire': {
        const at = this.decisions.findIndex(({ decision }) => decision.id === (body as { decision: string }).decision);
        if (at >= 0) this.decisions.splice(at, 1);
        this.version += 1;
        return {};
      }
      default:
        return null;
    }
  }

  private list(params: URLSearchParams): unknown {
    const from = Number(params.get('from'));
    const limit = Number(params.get('limit'));
    const words = params.get('q');
    const rows = this.all
      .filter((view) => agrees(view, params))
      .sort((a, b) => b.row.risk - a.row.risk)
      .map((view): Row => (words === null ? view.row : { ...view.row, excerpt: excerptOf(view, words) }));
    return {
      total: rows.length,
      rows: rows.slice(from, from + limit),
      next: from + limit < rows.length ? from + limit : null,
    };
  }

  private document(path: string): DocumentView | null {
    const view = this.all.find(({ row }) => row.ref.path === path);
    if (view === undefined) return null;
    const decisions = this.decisions
      .filter((one) => one.path === path)
      .map(({ decision, pieces }) => ({
        decision,
        standing: decision.action === 'accept' ? ('obeyed' as const) : ('pending' as const),
        pieces,
      }));
    return { ...view, row: { ...view.row, decisions: decisions.length }, decisions };
  }

  private groups(params: URLSearchParams): Groups {
    const byName = new Map<string, { view: DocumentView; piece: Extract<Piece, { is: 'struck' }> }>();
    for (const view of this.all.filter((one) => agrees(one, params)))
      for (const piece of view.pieces)
        if (piece.is === 'struck' && piece.copies > 1 && !byName.has(piece.group))
          byName.set(piece.group, { view, piece });
    const only = params.get('group');
    const groups = [...byName.values()]
      .filter(({ piece }) => only === null || piece.group === only)
      .sort((a, b) => b.piece.copies - a.piece.copies)
      .map(({ view, piece }) => ({
        ...{ group: piece.group, rule: piece.rule, reason: piece.reason, text: piece.text, documents: piece.copies },
        ...{
          sources: 1,
          confidence: piece.confidence,
          example: view.row.ref,
          place: view.place,
          source: view.row.source,
        },
        passage: { text: piece.text, occurrence: 0 },
        decision:
          this.decisions.find(({ decision }) => 'passage' in decision && decision.passage.text === piece.text)
            ?.decision ?? null,
      }));
    return { total: groups.length, groups, next: null };
  }

  private decided(): unknown {
    const decisions = [...this.decisions].reverse().map(({ decision, path }, i) => ({
      ...{ decision, ref: { path, at: 0 } },
      standing: decision.action === 'accept' ? 'obeyed' : i === 0 ? 'pending' : 'stale',
    }));
    return { decisions };
  }

  private decide(request: DecisionRequest): unknown {
    const view = this.document(request.ref.path);
    if (view === null) return null;
    const base = {
      id: `decision${String(this.decisions.length + 1).padStart(4, '0')}${'0'.repeat(8)}`,
      at: new Date().toISOString(),
      by: 'ada',
      document: view.place,
      source: view.row.source,
      ...(request.note === undefined ? {} : { note: request.note }),
    };
    const pieces: number[] = [];
    let decision: Decision;
    if (request.action === 'correct') {
      const { action, field, value } = request;
      if (field === 'datePublished' && value !== null && !DATE.test(value))
        return new Refusal('value: Invalid ISO date');
      decision = { ...base, action, field, value } as Decision;
    } else {
      const { from, to } = request.selection;
      for (let i = from.piece; i <= to.piece; i++) pieces.push(i);
      const lines = pieces.map((i) => view.pieces[i]?.text ?? '');
      lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, to.offset);
      lines[0] = (lines[0] ?? '').slice(from.offset);
      const reach = { scope: request.scope, passage: { text: lines.join('\n'), occurrence: 0 } };
      decision =
        request.action === 'strike'
          ? { ...base, ...reach, action: 'strike', reason: request.reason }
          : { ...base, ...reach, action: request.action, rule: 'judge' };
    }
    this.version += 1;
    this.decisions.push({ decision, path: request.ref.path, pieces });
    return { decision };
  }
}

function agrees({ row, pieces }: DocumentView, params: URLSearchParams): boolean {
  const wanted = (name: keyof Filter): string | null => params.get(name);
  const [source, status, reason, rule, words, unsure] = [
    wanted('source'),
    wanted('status'),
    wanted('reason'),
    wanted('rule'),
    wanted('q')?.toLowerCase() ?? null,
    wanted('unsure'),
  ];
  const texts = [row.headline ?? '', ...pieces.map(({ text }) => text)];
  return (
    (source === null || row.source === source) &&
    (status === null || row.status === status) &&
    (wanted('language') === null || row.language === wanted('language')) &&
    (reason === null || pieces.some((piece) => piece.is === 'struck' && piece.reason === reason)) &&
    (rule === null || pieces.some((piece) => piece.is === 'struck' && piece.rule === rule)) &&
    (unsure === null || (row.confidence !== null && row.confidence <= Number(unsure))) &&
    (words === null || texts.some((text) => text.toLowerCase().includes(words)))
  );
}

function excerptOf({ pieces }: DocumentView, words: string): string {
  const text = pieces.map((piece) => piece.text).join(' ');
  const at = Math.max(0, text.toLowerCase().indexOf(words.toLowerCase()) - 40);
  return `… ${text.slice(at, at + 120)} …`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function tally<T>(items: readonly T[], nameOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

export function overviewOf(views: readonly DocumentView[]): Overview {
  const rows = views.map(({ row }) => row);
  const struck = views.flatMap(({ pieces, row }) =>
    pieces.flatMap((piece) => (piece.is === 'struck' ? [{ ...piece, path: row.ref.path }] : [])),
  );
  const strikes = (nameOf: (piece: (typeof struck)[number]) => string) =>
    tally(struck, nameOf)
      .map(([name, all]) => ({
        ...{ name, strikes: all.length, characters: sum(all.map(({ text }) => text.length)) },
        documents: new Set(all.map(({ path }) => path)).size,
      }))
      .sort((a, b) => b.characters - a.characters);
  const of = (status: Row['status']): number => rows.filter((row) => row.status === status).length;
  const counts = { total: rows.length, accepted: of('accepted'), review: of('review'), rejected: of('rejected') };
  const characters = { kept: sum(rows.map(({ kept }) => kept)), removed: sum(rows.map(({ removed }) => removed)) };
  const sources = tally(rows, ({ source }) => source).map(([name, all]) => ({
    ...{ name, documents: all.length, review: all.filter(({ status }) => status === 'review').length },
    rejected: all.filter(({ status }) => status === 'rejected').length,
    kept: sum(all.map(({ kept }) => kept)),
    removed: sum(all.map(({ removed }) => removed)),
  }));
  const run = {
    ...{ id: 'run-2', started: '2026-06-01T04:00:00Z', durationMs: 94_000, characters },
    documents: { ...counts, cleaned: 12 },
    drift: ['harbour-post.example: .41 of each document is removed since 29 May, .22 before.'],
  };
  return {
    documents: { ...counts, changed: 12 },
    characters,
    reasons: strikes(({ reason }) => reason) as unknown as Overview['reasons'],
    rules: strikes(({ rule }) => rule).slice(0, 8),
    ruleCount: 11,
    sources: sources.slice(0, 8),
    sourceCount: sources.length,
    languages: tally(rows, ({ language }) => language).map(([name, all]) => ({ name, documents: all.length })),
    flags: tally(
      rows.flatMap(({ flags }) => flags),
      (flag) => flag,
    ).map(([name, all]) => ({ name, documents: all.length })),
    run,
    before: {
      ...run,
      id: 'run-1',
      documents: { ...run.documents, review: counts.review + 2, accepted: counts.accepted - 2 },
    },
    decisions: { active: 3, stale: 1 },
    indexing: false,
  };
}
