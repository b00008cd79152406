import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision, PassageDecision } from '../../src/core/decision.js';
import { recordSchema, type ArticleRecord } from '../../src/core/record.js';
import { inlineEngine } from '../../src/engines/inline.js';
import type { RunReport } from '../../src/commands/run-report.js';
import type { RunSettings } from '../../src/commands/settings.js';
import { appendEvent, newDecisionId, readDecisions } from '../../src/io/decisions.js';
import { readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { copydesk } from './built.js';
import { Collection } from './collection.js';

/** What people decide, from the log to the records. */

const BODY = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since spring.',
  'Nobody had asked the ferryman, who said that he would have told them to paint the boat first, as his father did.',
  'The board will meet again in a week, and the ferryman has said that he will be there with a bucket and a brush.',
];
const LETTER = 'Subscribe to our newsletter';
const textOf = (number: number): string =>
  [`Report number ${number}: ${BODY[0]}`, ...BODY.slice(1), LETTER].join('\n\n');
const jsonl = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, i) => JSON.stringify({ id: `k${from + i}`, text: textOf(from + i) }) + '\n',
  ).join('');

const FILES = { 'mill/a.txt': textOf(1), 'mill/b.txt': textOf(2), 'weir/c.jsonl': jsonl(0, 8) };

const base = (rawPath: string, key: string | null = null) => ({
  id: newDecisionId(),
  at: '2031-05-03T10:00:00Z',
  by: 'ida',
  document: { rawPath, key, offset: null },
  source: rawPath.split('/')[0] ?? '',
});
const keep = (
  rawPath: string,
  key: string | null,
  scope: PassageDecision['scope'] = 'document',
  text = LETTER,
): Decision => ({
  ...base(rawPath, key),
  action: 'keep',
  rule: 'phrase:en',
  scope,
  passage: { text, occurrence: 0 },
});

class Desk extends Collection {
  override run(changes: Partial<RunSettings> = {}): Promise<RunReport> {
    return super.run({ duplicates: false, ...changes }, inlineEngine({ jobs: 2 }));
  }
  async decide(decision: Decision): Promise<string> {
    await appendEvent(this.raw, { event: 'decided', decision });
    return decision.id;
  }
  retire(decision: string): Promise<void> {
    return appendEvent(this.raw, { event: 'retired', decision, at: '2031-05-04T10:00:00Z', by: 'bo' });
  }
  records(path: string): ArticleRecord[] {
    const content = readFileSync(join(this.clean, path), 'utf8');
    const pieces = path.endsWith('.jsonl') ? content.trim().split('\n') : [content];
    return pieces.map((piece) => recordSchema.parse(JSON.parse(piece)));
  }
  tree(): Record<string, unknown> {
    return readTree(this.clean);
  }
}

describe('a decision about one document', () => {
  it('is obeyed by the next run, which cleans no other file; stays, with --force, too; taken back, all is as it was', async () => {
    const desk = new Desk(FILES);
    await desk.run();
    const before = desk.tree();
    const id = await desk.decide(keep('mill/a.txt', null));
    expect((await desk.dryRun()).clean.map(({ rawPath, why }) => [rawPath, why])).toEqual([
      ['mill/a.txt', 'decisions changed'],
    ]);
    await desk.run();
    expect(desk.cleaned()).toEqual({ 'mill/a.txt': 'decisions changed' });
    const [record] = desk.records('mill/a.txt.json');
    expect(record?.text).toContain(LETTER);
    const after = desk.tree();
    await desk.run();
    expect(desk.cleaned()).toEqual({});
    await desk.run({ force: true });
    expect(desk.tree()).toEqual(after);
    writeFileSync(join(desk.clean, '.copydesk/ledger.jsonl'), '');
    await desk.run();
    expect(desk.cleaned()).toEqual({});
    await desk.retire(id);
    await desk.run();
    expect(desk.cleaned()).toEqual({ 'mill/a.txt': 'decisions changed' });
    expect(desk.tree()).toEqual(before);
  });

  it('that only says that all is well has nothing cleaned again', async () => {
    const desk = new Desk(FILES);
    await desk.run();
    await desk.decide({ ...keep('mill/a.txt', null), action: 'accept' } as Decision);
    await desk.run();
    expect(desk.cleaned()).toEqual({});
  });

  it('of a container has this one cleaned again and the records of the others copied, as a whole run would make them', async () => {
    const desk = new Desk(FILES);
    await desk.run();
    await desk.decide(keep('weir/c.jsonl', 'k3'));
    const report = await desk.run();
    expect(report.documents).toMatchObject({ cleaned: 8, copied: 7, skipped: 2 });
    expect(desk.records('weir/c.jsonl.jsonl').map(({ text }) => text.includes(LETTER))).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => i === 3),
    );
    const after = desk.tree();
    expect((await desk.run({ force: true })).documents.copied).toBe(0);
    expect(desk.tree()).toEqual(after);
    const other = new Desk(FILES);
    for (const decision of (await readDecisions(desk.raw)).decisions) await other.decide(decision);
    await other.run();
    expect(other.tree()).toEqual(after);
  });

  it('is told of where its passage does not stand there any more', async () => {
    const desk = new Desk(FILES);
    const id = await desk.decide(keep('weir/c.jsonl', 'k3', 'document', 'What nobody has written'));
    await desk.run();
    expect(desk.events.filter(({ event }) => event === 'stale-decision')).toMatchObject([
      { rawPath: 'weir/c.jsonl', key: 'k3', decision: id },
    ]);
  });
});

describe('a decision about many documents', () => {
  it('of a source has only documents cleaned that hold its lines, in that source', async () => {
    const desk = new Desk({ ...FILES, 'mill/d.txt': BODY.join('\n\n') });
    await desk.run();
    const before = desk.tree();
    const id = await desk.decide(keep('mill/b.txt', null, 'source'));
    await desk.run();
    expect(desk.cleaned()).toEqual({ 'mill/a.txt': 'decisions changed', 'mill/b.txt': 'decisions changed' });
    expect(desk.records('mill/a.txt.json')[0]?.text).toContain(LETTER);
    await desk.run();
    expect(desk.cleaned()).toEqual({});
    await desk.retire(id);
    await desk.run();
    expect(desk.tree()).toEqual(before);
  });

  it('of all sources reaches containers, of which it copies what it does not concern', async () => {
    const lines = jsonl(0, 4) + JSON.stringify({ id: 'other', text: BODY.join('\n\n') }) + '\n';
    const desk = new Desk({ 'weir/c.jsonl': lines, 'mill/d.txt': BODY.join('\n\n') });
    await desk.run();
    await desk.decide(keep('mill/b.txt', null, 'everywhere'));
    const report = await desk.run();
    expect(desk.cleaned()).toEqual({ 'weir/c.jsonl': 'decisions changed' });
    expect(report.documents).toMatchObject({ cleaned: 5, copied: 1 });
    const after = desk.tree();
    await desk.run({ force: true });
    expect(desk.tree()).toEqual(after);
  });
});

describe('a container', () => {
  it('that has grown has only what is new cleaned', async () => {
    const desk = new Desk(FILES);
    await desk.run();
    appendFileSync(join(desk.raw, 'weir/c.jsonl'), jsonl(8, 9));
    const report = await desk.run();
    expect(report.documents).toMatchObject({ cleaned: 9, copied: 8 });
    const fresh = new Desk({ ...FILES, 'weir/c.jsonl': jsonl(0, 9) });
    await fresh.run();
    expect(desk.tree()).toEqual(fresh.tree());
  });

  it('of which a document has changed in its place, or one has come between, is right all the same', async () => {
    const desk = new Desk(FILES);
    await desk.run();
    for (const [content, copied] of [
      [jsonl(0, 8).replace('Report number 5', 'Report number 7'), 7],
      [jsonl(0, 3) + jsonl(20, 21) + jsonl(3, 8), 3],
      [jsonl(0, 2), 2],
    ] as const) {
      writeTree(desk.raw, { 'weir/c.jsonl': content });
      expect((await desk.run()).documents).toMatchObject({ copied });
      const fresh = new Desk({ ...FILES, 'weir/c.jsonl': content });
      await fresh.run();
      expect(desk.tree()).toEqual(fresh.tree());
    }
  });

  it('whose clean file somebody has altered is cleaned as a whole', async () => {
    const desk = new Desk(FILES);
    await desk.run();
    const before = desk.tree();
    const path = join(desk.clean, 'weir/c.jsonl.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Nobody had asked', 'Nobody has asked'));
    const id = await desk.decide(keep('weir/c.jsonl', 'k3'));
    expect((await desk.run()).documents.copied).toBe(0);
    await desk.retire(id);
    expect((await desk.run()).documents.copied).toBe(7);
    expect(desk.tree()).toEqual(before);
  });

  it('holds what a source repeats as a whole run would have it', async () => {
    const desk = new Desk({ 'weir/c.jsonl': jsonl(0, 12) });
    await desk.run();
    appendFileSync(join(desk.raw, 'weir/c.jsonl'), jsonl(12, 40).replaceAll(LETTER, 'A line of ours\\n\\nAnother'));
    await desk.run();
    const fresh = new Desk({ 'weir/c.jsonl': readFileSync(join(desk.raw, 'weir/c.jsonl')) });
    await fresh.run();
    expect(desk.tree()).toEqual(fresh.tree());
  });
});

describe('copydesk decisions', () => {
  const setUp = async (): Promise<{ root: string; ids: string[] }> => {
    const root = scratchFolder();
    writeTree(join(root, 'raw'), FILES);
    const decisions: Decision[] = [
      keep('mill/a.txt', null),
      keep('weir/c.jsonl', 'k3', 'document', 'Not\u001b[31m there'),
      { ...base('mill/b.txt'), action: 'correct', field: 'authors', value: ['Ida Brannigan', 'Bo Lie'] },
      keep('weir/c.jsonl', 'k1', 'source'),
    ];
    for (const decision of decisions) await appendEvent(join(root, 'raw'), { event: 'decided', decision });
    return { root, ids: decisions.map(({ id }) => id) };
  };

  it('lists those that hold, all or some of them, and writes them', async () => {
    const { root, ids } = await setUp();
    const all = await copydesk(['decisions'], root);
    const rows = all.stdout.trim().split('\n');
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['id', 'when', 'who', 'action', 'scope', 'where', 'text'],
      [ids[0], '2031-05-03 10:00', 'ida', 'keep', 'document', 'mill/a.txt', LETTER],
      [ids[1], '2031-05-03 10:00', 'ida', 'keep', 'document', 'weir/c.jsonl k3', 'Not [31m there'],
      [ids[2], '2031-05-03 10:00', 'ida', 'correct', 'document', 'mill/b.txt', 'authors: Ida Brannigan, Bo Lie'],
      [ids[3], '2031-05-03 10:00', 'ida', 'keep', 'source', 'weir', LETTER],
    ]);
    const idsIn = async (...options: string[]): Promise<unknown[]> =>
      (JSON.parse((await copydesk(['decisions', '--json', ...options], root)).stdout) as Decision[]).map(
        ({ id }) => id,
      );
    expect(await idsIn('--source', 'weir')).toEqual([ids[1], ids[3]]);
    await copydesk(['clean', '--no-duplicates', '--quiet'], root);
    expect(await idsIn('--stale')).toEqual([ids[1]]);
    const exported = await copydesk(['decisions', '--export', '-'], root);
    expect(
      exported.stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as Decision).id),
    ).toEqual(ids);
    await copydesk(['decisions', '--export', 'some.jsonl', '--source', 'mill'], root);
    expect(readFileSync(join(root, 'some.jsonl'), 'utf8').trim().split('\n').length).toBe(2);
  });

  it('writes over nothing in the raw folder, least of all over what was decided', async () => {
    const { root, ids } = await setUp();
    for (const path of ['raw/.copydesk/decisions.jsonl', 'raw/mill/a.txt']) {
      const before = readFileSync(join(root, path), 'utf8');
      const { code, stderr } = await copydesk(['decisions', '--export', path], root);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('name another place') as string });
      expect(readFileSync(join(root, path), 'utf8')).toBe(before);
    }
    expect((await readDecisions(join(root, 'raw'))).decisions).toHaveLength(ids.length);
  });

  it('takes decisions back, and says which it does not know', async () => {
    const { root, ids } = await setUp();
    const done = await copydesk(['decisions', '--retire', ids[0] ?? '', ids[3] ?? '', '--by', 'bo'], root);
    expect(done).toMatchObject({ code: 0, stdout: 'took 2 decisions back; the next run goes by that\n' });
    expect((await readDecisions(join(root, 'raw'))).decisions.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    const again = await copydesk(['decisions', '--retire', ids[0] ?? ''], root);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(`--retire: no decision "${ids[0]}" holds`);
    const none = await copydesk(['decisions', '--raw', 'nowhere'], root);
    expect(none).toMatchObject({ code: 0, stdout: 'no decisions\n' });
  });
});

describe('copydesk case', () => {
  it('makes a case of a document and what was decided, which the rules are then checked by', async () => {
    const root = scratchFolder();
    writeTree(join(root, 'raw'), { ...FILES, 'mill/a.txt.meta.json': '{"url":"https://www.mill.example/a"}' });
    for (const decision of [
      keep('weir/c.jsonl', 'k3'),
      {
        ...base('mill/a.txt'),
        action: 'strike',
        reason: 'related',
        scope: 'document',
        passage: { text: BODY[1] ?? '', occurrence: 0 },
      } as Decision,
    ])
      await appendEvent(join(root, 'raw'), { event: 'decided', decision });
    const one = await copydesk(['case', 'mill/a.txt'], root);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    const tree = readTree(join(root, 'test/pages'));
    expect(Object.keys(tree).sort()).toEqual([
      'mill-example--a/expected.json',
      'mill-example--a/source.txt',
      'mill-example--a/source.txt.meta.json',
    ]);
    const expected = JSON.parse(readFileSync(join(root, 'test/pages/mill-example--a/expected.json'), 'utf8')) as object;
    expect(expected).toMatchObject({ lacks: [BODY[1]], removed: [{ reason: 'related', text: BODY[1] }] });
    const more = await copydesk(['case', 'weir/c.jsonl', '--key', 'k3', '--out', 'cases'], root);
    expect(more.stdout).toContain('does not hold yet: text, holds');
    const well = await copydesk(['case', 'weir/c.jsonl', '--number', '1', '--out', 'cases'], root);
    expect(well.stdout).toContain('holds already');
    const checked = await copydesk(['case', '--check', 'cases'], root);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('weir--c-k3\n  text: expected');
    expect(checked.stdout).toContain('2 cases, 1 failed\n');
    const [folder = ''] = well.stdout.split(':');
    expect((await copydesk(['case', '--check', folder], root)).code).toBe(0);
  });

  it.each([
    [[], 'expected a raw document, or --check'],
    [['weir/c.jsonl'], 'holds more than one such document; name one with --key or --number'],
    [['weir/c.jsonl', '--key', 'none'], 'no such document'],
    [['none.txt'], 'no file at none.txt'],
    [['mill/a.txt', '--out', 'raw'], 'lies in the raw folder'],
    [['--check', 'raw'], 'expected a case or a folder of cases'],
  ])('says what is wrong with %j', async (args, problem) => {
    const root = scratchFolder();
    writeTree(join(root, 'raw'), FILES);
    const ended = await copydesk(['case', ...args], root);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(problem);
    expect(ended.stderr.trim().split('\n').length).toBe(1);
  });
});
