import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scoreLines, summarizeLines } from '../../src/accuracy/score-lines.js';
import { scorePage, summarizePages } from '../../src/accuracy/score-pages.js';
import type { ArticleRecord } from '../../src/index.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { DOCUMENTS, PAGES } from './records.js';

/** Our measures against the scripts that come with the labelled data, where those are at hand: beside the project, in ../shared. */

const SCRIPTS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const missing = !existsSync(join(SCRIPTS, 'score_lines.py')) || !existsSync(join(SCRIPTS, 'score_pages.py'));
const python = missing ? 1 : spawnSync('python3', ['--version']).status;
const absent = missing || python !== 0;
if (absent) console.warn('reference scores: skipped, for ../shared/corpus or python3 is not there');

function reference(script: string, ...args: string[]): Record<string, unknown> {
  const { status, stdout, stderr } = spawnSync('python3', [join(SCRIPTS, script), ...args, '--json'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

const files = (pairs: readonly (readonly [{ readonly id: string }, ArticleRecord | null])[]): Record<string, string> =>
  Object.fromEntries(
    pairs.flatMap(([{ id }, record]) => (record === null ? [] : [[`clean/${id}.txt.json`, JSON.stringify(record)]])),
  );

const NEAR = 0.002;

describe.skipIf(absent)('the reference', () => {
  it('scores lines as we do', () => {
    const root = scratchFolder();
    writeTree(root, {
      ...Object.fromEntries(DOCUMENTS.map(([document]) => [`labels/${document.id}.json`, JSON.stringify(document)])),
      ...files(DOCUMENTS),
    });
    const theirs = reference('score_lines.py', join(root, 'labels'), join(root, 'clean'));
    const ours = summarizeLines(DOCUMENTS.map(([document, record]) => scoreLines(document, record)));
    for (const name of ['lost', 'cut', 'noise', 'perfect', 'invented'] as const)
      expect(Math.abs(ours[name] - Number(theirs[name])), name).toBeLessThanOrEqual(NEAR);
    const pairs = {
      'drop lines left': ours.dropLinesLeft,
      'meta-in-text': ours.metaInText,
      headline: ours.headline,
      authors: ours.authors,
      date: ours.date,
      language: ours.language,
    };
    for (const [name, [part, all]] of Object.entries(pairs)) expect(`${part}/${all}`, name).toBe(theirs[name]);
    expect(ours.filled).toBe(theirs['filled']);
    expect(theirs['missing']).toEqual(['missing']);
  });

  it('scores pages as we do', () => {
    const root = scratchFolder();
    writeTree(root, { 'gold.jsonl': PAGES.map(([gold]) => JSON.stringify(gold)).join('\n'), ...files(PAGES) });
    const theirs = reference('score_pages.py', join(root, 'gold.jsonl'), join(root, 'clean'));
    const ours = summarizePages(PAGES.map(([gold, record]) => scorePage(gold, record)));
    expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
    for (const [name, value] of Object.entries(theirs))
      expect(Math.abs((ours[name] ?? NaN) - Number(value)), name).toBeLessThanOrEqual(NEAR);
  });
});
