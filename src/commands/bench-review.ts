import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '../core/options.js';
import { writeRecords } from '../bench/records.js';
import { Desk } from '../review/desk/desk.js';
import { Holdings } from '../review/desk/holdings.js';
import { serve } from '../review/server/serve.js';

const MEGABYTE = 1024 * 1024;
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['overview', 'overview'],
  ['… of one source', 'overview?source=source-7.example'],
  ['… of one reason', 'overview?reason=related'],
  ['… of one rule', 'overview?rule=repetition'],
  ['… of unsure strikes', 'overview?unsure=0.6'],
  ['documents, riskiest first', 'documents'],
  ['… for review', 'documents?status=review'],
  ['… of one flag', 'documents?flag=mixed-language'],
  ['… by path', 'documents?sort=path'],
  ['… the last page', 'documents?from=150000'],
  ['groups', 'groups'],
  ['… of one source', 'groups?source=source-7.example'],
  ['search: a headline', 'documents?q=199999'],
  ['search: a common word', 'documents?q=a'],
  ['search: nothing', 'documents?q=no%20such%20words%20anywhere'],
];

/** How long the review page waits, over so many generated records. Each question is asked twice; the first time, some things are sorted. */
export async function benchReview(count: number, print: (text: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  const clean = join(folder, 'clean');
  const settings = {
    clean,
    now: Date.now,
    progress: () => undefined,
    onProblem: (error: unknown) => {
      throw error;
    },
  };
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const started = performance.now();
    const result = await work();
    return [result, performance.now() - started];
  };
  try {
    await writeRecords(clean, count);
    const [, first] = await timed(async () => (await Holdings.open(settings)).refresh());
    const [holdings, ready] = await timed(() => Holdings.open(settings));
    const [, refresh] = await timed(() => holdings.refresh());
    print(`${holdings.catalogue.rows.at.length} records, ${holdings.catalogue.strikes.rule.length} strikes\n`);
    print(`first catalogue ${(first / 1000).toFixed(1)} s; after that, ready in ${ready.toFixed(0)} ms`);
    print(`, up to date in ${refresh.toFixed(0)} ms more\n\n`);
    const author = { by: 'bench', now: Date.now, newId: () => '00000000' };
    const log = { read: () => Promise.resolve([]), append: () => Promise.resolve() };
    const nothing = {
      options: DEFAULT_OPTIONS,
      readRaw: () => Promise.resolve(null),
      assets: new Map(),
      token: '',
      onProblem: () => undefined,
    };
    const serving = await serve({ ...nothing, port: 0, desk: new Desk({ clean, holdings, log, author }) });
    print(`${'question'.padEnd(30)}${'ms, first'.padStart(12)}${'again'.padStart(8)}\n`);
    for (const [name, path] of QUESTIONS) {
      const ask = async (): Promise<string> => (await fetch(`${serving.address}api/${path}`)).text();
      const [, once] = await timed(ask);
      const [, again] = await timed(ask);
      print(`${name.padEnd(30)}${once.toFixed(0).padStart(12)}${again.toFixed(0).padStart(8)}\n`);
    }
    print(`\n${(process.memoryUsage.rss() / MEGABYTE).toFixed(0)} MB held\n`);
    await serving.close();
    await holdings.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
