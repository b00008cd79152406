import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { cleanShard } from '../../src/engines/clean-shard.js';
import type { ShardReport, TaskContext } from '../../src/engines/engine.js';
import { resumablePartOf } from '../../src/io/paths.js';
import { DEFAULT_LIMITS } from '../../src/io/reader.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { standIn } from './stand-in.js';

/** What a container's shard does with the part that a killed run left. */

const LINES = ['{"id":1,"text":"one"}', 'broken', '{"id":3,"text":"UNCLEAR three"}', '{"id":4,"text":"four"}'];
const PART = resumablePartOf('c.jsonl.jsonl', 'these rules');

interface Outcome {
  readonly report: Extract<ShardReport, { outcome: 'done' }>;
  readonly part: string;
  /** Texts that were cleaned. */
  readonly cleaned: string[];
}

async function clean(
  left: string | Buffer | null,
  lines = LINES,
  changes: Partial<TaskContext> = {},
): Promise<Outcome> {
  const root = scratchFolder();
  writeTree(join(root, 'raw'), { 'c.jsonl': lines.join('\n') });
  if (left !== null) writeTree(join(root, 'clean'), { [PART]: left });
  const context: TaskContext = {
    raw: join(root, 'raw'),
    clean: join(root, 'clean'),
    limits: DEFAULT_LIMITS,
    options: { ...DEFAULT_OPTIONS, minWords: 0 },
    provenance: { copydesk: '0.0.0', rules: 'r', options: 'o' },
    durable: false,
    lines: null,
    ...changes,
  };
  const cleaned: string[] = [];
  const report = await cleanShard(
    { rawPath: 'c.jsonl', part: PART, hints: {}, inputs: 'in' },
    context,
    (raw, options, provenance) => {
      cleaned.push(String(raw.payload));
      return standIn(raw, options, provenance);
    },
  );
  if (report.outcome !== 'done') throw new Error(report.detail);
  return { report, part: readFileSync(join(root, 'clean', PART), 'utf8'), cleaned };
}

const comparable = ({ report, part }: Outcome): unknown => ({ part, ...report, resumed: 0, durationMs: 0 });

describe('a part that was left', () => {
  it('is gone on with, wherever it was cut, and the whole and its report are as undisturbed', async () => {
    const whole = await clean(null);
    expect(whole.cleaned).toEqual(['one', 'UNCLEAR three', 'four']);
    const ends = [...whole.part.matchAll(/\n/g)].map(({ index }) => index + 1);
    expect(ends.length).toBe(4);
    for (const cut of [0, 1, 10, ...ends.flatMap((end) => [end - 1, end, end + 1])]) {
      const again = await clean(Buffer.from(whole.part).subarray(0, cut));
      expect(comparable(again)).toEqual(comparable(whole));
      const kept = ends.filter((end) => end <= cut).length;
      expect(again.report.resumed).toBe(kept);
      expect(again.cleaned.length).toBe(LINES.slice(kept).filter((line) => line !== 'broken').length);
    }
  });

  it('is cut where its records are of other documents, of other rules, or no records', async () => {
    const whole = await clean(null);
    const changed = LINES.with(2, '{"id":3,"text":"UNCLEAR other"}');
    const again = await clean(whole.part, changed);
    expect(again.report.resumed).toBe(2);
    expect(again.part).toBe((await clean(null, changed)).part);
    const other = await clean(whole.part, LINES, { provenance: { copydesk: '0.0.0', rules: 'new', options: 'o' } });
    expect(other.report.resumed).toBe(0);
    expect(other.part).toContain('"rules":"new"');
    expect(other.part).not.toContain('"rules":"r"');
    const lines = whole.part.split('\n');
    expect((await clean(lines.with(1, '{}').join('\n'))).report.resumed).toBe(1);
    expect((await clean(lines.with(1, lines[2] ?? '').join('\n'))).report.resumed).toBe(1);
    expect((await clean(Buffer.alloc(10_000))).part).toBe(whole.part);
  });

  it('that is longer than the whole is cut', async () => {
    const whole = await clean(null);
    const again = await clean(whole.part + whole.part);
    expect(comparable(again)).toEqual(comparable(whole));
    expect(again.cleaned).toEqual([]);
  });
});
