import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { ArticleRecord } from '../../../src/core/record.js';
import { appendEvent, newDecisionId, readDecisions } from '../../../src/io/decisions.js';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import { DEFAULT_LIMITS } from '../../../src/io/reader.js';
import { readDocument } from '../../../src/io/read-document.js';
import { blockTexts } from '../../../src/stages/read-page.js';
import { Desk } from '../../../src/review/desk/desk.js';
import { serve } from '../../../src/review/server/serve.js';
import { writeTree } from '../../io/scratch.js';
import { cleanFolder, holdingsOf, recordOf } from '../records.js';

export const TOKEN = 'the-token-of-this-session';

/** A review page over some raw documents and their records, as `copydesk review` serves it. */
export interface Served {
  readonly raw: string;
  readonly clean: string;
  readonly address: string;
  /** What the API answers. */
  get<T>(path: string): Promise<T>;
  /** What it answers the page of this session that writes. */
  post<T>(path: string, body: unknown): Promise<T>;
}

const ASSETS = new Map([['index.html', Buffer.from('<meta name="copydesk-token" content="__COPYDESK_TOKEN__">')]]);

export async function served(
  documents: Readonly<Record<string, string>>,
  records: (rawPath: string, text: string) => ArticleRecord = recordOf,
): Promise<Served> {
  const all = Object.entries(documents).map(([path, text]) => [`${path}.json`, records(path, text)] as const);
  const clean = cleanFolder(Object.fromEntries(all));
  const raw = join(dirname(clean), 'raw');
  mkdirSync(raw);
  writeTree(raw, documents);
  const holdings = await holdingsOf(clean);
  const log = {
    read: async () => (await readDecisions(raw)).decisions,
    append: (event: Parameters<typeof appendEvent>[1]) => appendEvent(raw, event),
  };
  const author = { by: 'ida', now: Date.now, newId: newDecisionId };
  const readRaw = ({ provenance }: ArticleRecord) => readDocument(raw, provenance, DEFAULT_LIMITS);
  const readBlocks = async (record: ArticleRecord) => {
    const document = await readRaw(record);
    return document === null ? null : blockTexts(document, DEFAULT_OPTIONS);
  };
  const serving = await serve({
    desk: new Desk({ clean, holdings, log, author, readBlocks }),
    readRaw,
    options: DEFAULT_OPTIONS,
    assets: ASSETS,
    port: 0,
    token: TOKEN,
    onProblem: (error) => {
      console.error(error);
    },
  });
  onTestFinished(async () => {
    await serving.close();
    await holdings.close();
  });
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> =>
    (await (await fetch(`${serving.address}${path}`, init)).json()) as T;
  return {
    raw,
    clean,
    address: serving.address,
    get: (path) => ask(path),
    post: (path, body) =>
      ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'X-Copydesk-Token': TOKEN } }),
  };
}
