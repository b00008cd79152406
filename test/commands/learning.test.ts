import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineEngine } from '../../src/engines/inline.js';
import type { ArticleRecord } from '../../src/core/record.js';
import { readPublishedSource } from '../../src/io/learned/published.js';
import type { RunReport } from '../../src/commands/run-report.js';
import type { PublishedLine } from '../../src/corpus/lines/publish.js';
import { LINES_FOLDER } from '../../src/commands/learning.js';
import { generateSource, textOf, type GeneratedDocument } from '../corpus/lines/generated-source.js';
import { gzip, writeTree } from '../io/scratch.js';
import { copydesk, type Ended } from './built.js';
import { Collection } from './collection.js';

const documents = generateSource(60, 3);

/** Each document a file of its source's folder, with the day on which it was fetched. */
const filesOf = (some: readonly GeneratedDocument[]): Record<string, string> =>
  Object.fromEntries(
    some.flatMap((document) => {
      const path = `gazeta/${document.key}.txt`;
      return [
        [path, textOf(document)],
        [`${path}.meta.json`, JSON.stringify({ fetchedAt: document.fetchedAt })],
      ];
    }),
  );

const engine = inlineEngine({ jobs: 2 });
const published = (collection: Collection): ReturnType<typeof readPublishedSource> =>
  readPublishedSource(join(collection.clean, LINES_FOLDER), 'gazeta');

/** All records by path, byte for byte. */
function records(collection: Collection): Record<string, string> {
  const folder = join(collection.clean, 'gazeta');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const parsed = (json: string): ArticleRecord => JSON.parse(json) as ArticleRecord;

/** All documents in one run. */
async function wholeRun(): Promise<{ whole: Collection; report: RunReport; lines: PublishedLine[] }> {
  const whole = new Collection(filesOf(documents));
  const report = await whole.run({}, engine);
  return { whole, report, lines: await published(whole) };
}

describe('a run learns which lines a source repeats', () => {
  it('before it cleans, and says so', async () => {
    const { whole, report, lines } = await wholeRun();
    expect(report.learned).toEqual({ documents: 60, sources: 1, lines: lines.length });
    const some = Object.values(records(whole)).map(parsed);
    const struck = some.flatMap(({ removals }) => removals.filter(({ rule }) => rule === 'repeated-line'));
    expect(struck.length).toBeGreaterThan(20 * some.length);
    expect(struck[0]).toMatchObject({ reason: 'template', evidence: 'on 80 % or more of the documents of gazeta' });
  });

  it('and has the same lines and records if the documents come in three runs', async () => {
    const { whole, lines } = await wholeRun();
    const bit = new Collection(filesOf(documents.filter((_, i) => i % 3 === 0)));
    await bit.run({}, engine);
    for (const rest of [1, 2]) {
      writeTree(bit.raw, filesOf(documents.filter((_, i) => i % 3 === rest)));
      await bit.run({}, engine);
    }
    expect(await published(bit)).toEqual(lines);
    expect(records(bit)).toEqual(records(whole));
  });

  it('and the same lines if the documents stand in seven containers', async () => {
    const { lines } = await wholeRun();
    const shards: Record<string, string | Uint8Array> = {};
    for (let shard = 0; shard < 7; shard++)
      shards[`gazeta/${shard}.jsonl.gz`] = gzip(
        documents
          .filter((_, i) => i % 7 === shard)
          .map((document) => JSON.stringify({ text: textOf(document), fetchedAt: document.fetchedAt }) + '\n')
          .join(''),
      );
    const collection = new Collection(shards);
    await collection.run({}, engine);
    expect(await published(collection)).toEqual(lines);
  });

  it('and cleans nothing again that it knows', async () => {
    const { whole } = await wholeRun();
    expect(await whole.run({}, engine)).toMatchObject({ files: { cleaned: 0 }, learned: { documents: 0 } });
  });

  it('and finds all that again from the records if its own state is lost', async () => {
    const { whole: other, lines } = await wholeRun();
    rmSync(join(other.clean, '.copydesk'), { recursive: true });
    expect(await other.run({}, engine)).toMatchObject({ files: { cleaned: 0, skipped: 60 } });
    expect(await published(other)).toEqual(lines);
    rmSync(join(other.clean, '.copydesk', 'ledger.jsonl'));
    expect(await other.run({}, engine)).toMatchObject({ files: { cleaned: 0, skipped: 60 } });
  });

  it('and goes on where what was published is damaged, and learns it again if told to', async () => {
    const { whole, lines } = await wholeRun();
    const folder = join(whole.clean, LINES_FOLDER);
    const file = readdirSync(folder).find((name) => name.startsWith('published-')) ?? '';
    writeFileSync(join(folder, file), '["gazeta","not base64');
    expect(await whole.run({}, engine)).toMatchObject({ exitCode: 0, learned: { sources: 0 } });
    const anew = ['learn', '--raw', 'raw', '--clean', 'clean', '--quiet', '--anew'];
    expect((await copydesk(anew, whole.root)).code).toBe(0);
    expect(await published(whole)).toEqual(lines);
  });

  it('and does without if it is told to, and then with it again', async () => {
    const { whole: other } = await wholeRun();
    const before = records(other);
    const without = await other.run({ learn: false }, engine);
    expect(without).toMatchObject({ learned: { documents: 0, sources: 0, lines: 0 }, files: { cleaned: 60 } });
    expect(Object.values(records(other)).join('')).not.toContain('repeated-line');
    await other.run({}, engine);
    expect(records(other)).toEqual(before);
  });

  it('and cleans only those again that hold a line which has become one', async () => {
    const plain = (text: string, i: number): string =>
      `${text}\n\n${documents[i]?.lines.find(({ kind }) => kind === 'content')?.text ?? ''}`;
    const tree = (from: number, to: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: to - from }, (_, k) => from + k).map((i) => [
          `p/${i}.txt`,
          plain(i % 2 === 0 ? 'Zur Startseite der Zeitung' : `Nr. ${'abcdefghijklmnopqrstuvwxyz'[i] ?? ''}`, i),
        ]),
      );
    const collection = new Collection(tree(0, 9));
    await collection.run({}, engine);
    writeTree(collection.raw, tree(9, 12));
    await collection.run({}, engine);
    expect(collection.cleaned()).toEqual({
      ...Object.fromEntries([0, 2, 4, 6, 8].map((i) => [`p/${i}.txt`, 'lines changed'])),
      ...Object.fromEntries([9, 10, 11].map((i) => [`p/${i}.txt`, 'new'])),
    });
  });

  it('by a command of its own, too, which shows them', async () => {
    const { whole, lines } = await wholeRun();
    const learn = (...more: string[]): Promise<Ended> =>
      copydesk(['learn', '--raw', 'raw', '--clean', 'other', '--quiet', ...more], whole.root);
    expect((await learn('--json')).stdout).toContain('"documents": 60');
    const { stdout } = await learn('--list', 'gazeta');
    expect(stdout.trimEnd().split('\n')).toEqual(
      lines.map(({ share, text }) => `${String(Math.round(share * 100)).padStart(3)} %  ${text}`),
    );
    const unknown = await learn('--list', 'nowhere');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/nothing is published of "nowhere"/);
  });
});
