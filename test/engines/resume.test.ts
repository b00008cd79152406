import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { cleanShard } from '../../src/engines/clean-shard.js';
import type { ShardReport, TaskContext } from '../../src/engines/engine.js';
import type { ArticleRecord } from '../../src/core/record.js';
import { resumablePartOf } from '../../src/io/paths.js';
import { DEFAULT_LIMITS } from '../../src/io/reader.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { standIn } from './stand-in.js';

/** What a container's shard does with the part that a killed run left, and with what is published. */

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
  published: string | null = null,
): Promise<Outcome> {
  const root = scratchFolder();
  writeTree(join(root, 'raw'), { 'c.jsonl': lines.join('\n') });
  if (left !== null) writeTree(join(root, 'clean'), { [PART]: left });
  if (published !== null) writeTree(join(root, 'clean'), { 'c.jsonl.jsonl': published });
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
    {
      rawPath: 'c.jsonl',
      part: PART,
      hints: {},
      inputs: 'in',
      ...(published === null ? {} : { published: { path: 'c.jsonl.jsonl', isHeldKnown: true } }),
    },
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

describe('what is published of a container', () => {
  const withRecord = (content: string, at: number, change: (record: ArticleRecord) => object): string => {
    const lines = content.split('\n');
    return lines.with(at, JSON.stringify(change(JSON.parse(lines[at] ?? '') as ArticleRecord))).join('\n');
  };

  it('is copied, but for faults, and the whole is as undisturbed', async () => {
    const whole = await clean(null);
    const again = await clean(null, LINES, {}, whole.part);
    expect(again.cleaned).toEqual([]);
    expect(again.report).toMatchObject({ copied: 3, tally: whole.report.tally, written: whole.report.written });
    expect(again.part).toBe(whole.part);
  });

  it('is not copied where a document timed out, or its bytes, rules or inputs are others: that one is cleaned', async () => {
    const whole = await clean(null);
    const timedOut = withRecord(whole.part, 2, (record) => ({
      ...record,
      status: 'rejected',
      rejection: { reason: 'timed-out', detail: '' },
      text: '',
      blocks: [],
    }));
    const otherInputs = withRecord(whole.part, 2, (record) => ({
      ...record,
      provenance: { ...record.provenance, inputs: 'in+decided' },
    }));
    const otherRules = withRecord(whole.part, 2, (record) => ({
      ...record,
      provenance: { ...record.provenance, rules: 'old' },
    }));
    for (const published of [timedOut, otherInputs, otherRules]) {
      const again = await clean(null, LINES, {}, published);
      expect(again.cleaned).toEqual(['UNCLEAR three']);
      expect(again.part).toBe(whole.part);
    }
    const changed = LINES.with(2, '{"id":3,"text":"UNCLEAR tiger"}');
    const again = await clean(null, changed, {}, whole.part);
    expect(again.cleaned).toEqual(['UNCLEAR tiger']);
    expect(again.part).toBe((await clean(null, changed)).part);
  });

  it('goes on behind a part that was left, wherever that was cut', async () => {
    const whole = await clean(null);
    const grown = [...LINES, '{"id":5,"text":"five"}'];
    const undisturbed = await clean(null, grown);
    for (let cut = 0; cut <= undisturbed.part.length; cut += 97) {
      const again = await clean(undisturbed.part.slice(0, cut), grown, {}, whole.part);
      expect(again.part).toBe(undisturbed.part);
      expect(again.report.written).toEqual(undisturbed.report.written);
      expect(again.cleaned.filter((text) => text !== 'five')).toEqual([]);
    }
  });

  it('is worth nothing where it is damaged, and does no harm', async () => {
    const whole = await clean(null);
    const lines = whole.part.split('\n');
    for (const published of [
      '',
      '\0'.repeat(1000),
      lines.with(1, '{}').join('\n'),
      lines.slice(1).join('\n'),
      whole.part.repeat(2),
    ])
      expect((await clean(null, LINES, {}, published)).part).toBe(whole.part);
  });
});
