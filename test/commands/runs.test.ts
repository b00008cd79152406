import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summaryLine } from '../../src/commands/run-report.js';
import { writeTree } from '../io/scratch.js';
import { copydesk } from './built.js';
import { Collection, FILES } from './collection.js';

describe('the reports of runs', () => {
  it('are listed, newest last, and shown one by one', async () => {
    const collection = new Collection(FILES);
    const first = await collection.run();
    const second = await collection.run();
    const list = await copydesk(['runs'], collection.root);
    expect(
      list.stdout
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/)[0]),
    ).toEqual(['run', first.id, second.id]);
    const one = await copydesk(['runs', '--last', '1', '--json'], collection.root);
    expect(JSON.parse(one.stdout)).toMatchObject([{ id: second.id, exitCode: 0, documents: { total: 4, cleaned: 0 } }]);
    const last = await copydesk(['runs', 'last'], collection.root);
    expect(JSON.parse(last.stdout)).toEqual(JSON.parse(JSON.stringify(second)));
  });

  it('are kept up to a number', async () => {
    const collection = new Collection(FILES);
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push((await collection.run({ keepRuns: 2 })).id);
    const files = readdirSync(join(collection.clean, '.copydesk/runs'));
    expect(files.sort()).toEqual(ids.slice(-2).map((id) => `${id}.json`));
  });

  it('that do not exist are told of in one line', async () => {
    const collection = new Collection(FILES);
    await collection.run();
    const { code, stderr } = await copydesk(['runs', '../../etc'], collection.root);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^copydesk: runs: no report of a run.*\n$/) as string,
    });
  });
});

describe('metrics', () => {
  it('are written whole, in the text format of Prometheus', async () => {
    const collection = new Collection({ ...FILES, 'broken.txt': 'a\0b' });
    const metrics = join(collection.root, 'copydesk.prom');
    const report = await collection.run({ metrics });
    const lines = readFileSync(metrics, 'utf8').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        `copydesk_run_started_seconds ${Date.parse(report.started) / 1000}`,
        'copydesk_run_exit_code 1',
        'copydesk_documents{status="accepted"} 4',
        'copydesk_documents{status="rejected"} 1',
        'copydesk_documents_faulty 1',
        'copydesk_files{state="cleaned"} 4',
        'copydesk_sources_drifting 0',
      ]),
    );
    expect(lines.filter((line) => !/^(?:#.*|[a-z_]+(?:\{[a-z]+="[^"]*"\})? -?[\d.e+]+|)$/.test(line))).toEqual([]);
    expect(readdirSync(collection.root).sort()).toEqual(['clean', 'copydesk.prom', 'raw']);
  });

  it('that cannot be written are told of in one line, before the work where the folder is missing', async () => {
    const collection = new Collection(FILES);
    await expect(collection.run({ metrics: join(collection.root, 'nowhere', 'x.prom') })).rejects.toThrow(
      /--metrics: .*x.prom: expected a file in a folder that is there/,
    );
    expect(readdirSync(collection.root)).toEqual(['raw']);
    await expect(collection.run({ metrics: collection.raw })).rejects.toThrow(
      /--metrics: .* cannot be written: EISDIR/,
    );
  });
});

describe('drift', () => {
  /** Fourteen documents a day of two sources; `of` gives the text of each. */
  const day = (number: number, of: (source: string, i: number) => string): Record<string, string> =>
    Object.fromEntries(
      ['post', 'gazette'].flatMap((source) =>
        Array.from({ length: 14 }, (_, i) => [`${source}/${number}-${i}.txt`, of(source, i)]),
      ),
    );
  const usual = (_: string, i: number): string => 'Words of an article. '.repeat(40 + 3 * i);
  const cut = (source: string, i: number): string => (source === 'post' ? 'Words. ' : usual(source, i));

  async function threeDays(): Promise<Collection> {
    const collection = new Collection({});
    for (let number = 0; number < 3; number++) {
      writeTree(collection.raw, day(number, usual));
      expect((await collection.run()).drift).toEqual([]);
    }
    return collection;
  }

  it('is told by name, and changes the exit code only where that is asked for', async () => {
    const collection = await threeDays();
    writeTree(collection.raw, day(3, cut));
    const report = await collection.run();
    expect(report).toMatchObject({ exitCode: 0, drifting: 1 });
    expect(report.drift[0]).toMatchObject({ source: 'post', measure: 'body length', now: 7 });
    expect(summaryLine(report)).toMatch(/; drift in 1 source \(post: body length 1,\d{3} → 7[,)]/);
    expect(collection.events.filter(({ event }) => event === 'drift').length).toBe(report.drift.length);
  });

  it('fails a run that asks for it', async () => {
    const collection = await threeDays();
    writeTree(collection.raw, day(3, cut));
    expect((await collection.run({ failOnDrift: true })).exitCode).toBe(1);
  });

  it('is not told of documents that are only cleaned again', async () => {
    const collection = await threeDays();
    const report = await collection.run({ force: true, failOnDrift: true });
    expect(report).toMatchObject({ exitCode: 0, drifting: 0, documents: { cleaned: 84 } });
  });

  it('is not told where the history is damaged or gone', async () => {
    const collection = await threeDays();
    writeTree(collection.clean, { '.copydesk/yields.jsonl': '{"yields":' });
    writeTree(collection.raw, day(3, cut));
    expect((await collection.run()).drift).toEqual([]);
  });
});
