import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { recordSchema, type ArticleRecord } from '../../src/core/record.js';
import { cleanShard } from '../../src/engines/clean-shard.js';
import { describeFailure } from '../../src/engines/describe-failure.js';
import type { ShardReport, TaskContext } from '../../src/engines/engine.js';
import { gzip, scratchFolder, writeTree } from '../io/scratch.js';
import { standIn } from './stand-in.js';

function setUp(files: Record<string, string | Uint8Array>): TaskContext {
  const root = scratchFolder();
  writeTree(join(root, 'raw'), files);
  return {
    raw: join(root, 'raw'),
    clean: join(root, 'clean'),
    limits: { maxBytes: 1000 },
    options: { ...DEFAULT_OPTIONS, minWords: 0 },
    provenance: { copydesk: '0.0.0', rules: 'r', options: 'o' },
    durable: false,
    lines: null,
  };
}

async function clean(
  rawPath: string,
  context: TaskContext,
  pipeline = standIn,
): Promise<{ report: ShardReport; records: ArticleRecord[] }> {
  const report = await cleanShard(
    { rawPath, part: 'x/.part', hints: { source: 'here' }, inputs: 'in' },
    context,
    pipeline,
  );
  const part = join(context.clean, 'x/.part');
  const content = existsSync(part) ? readFileSync(part, 'utf8') : '';
  const pieces = rawPath.includes('.jsonl')
    ? content.split('\n').filter((line) => line !== '')
    : content === ''
      ? []
      : [content];
  return { report, records: pieces.map((piece) => recordSchema.parse(JSON.parse(piece))) };
}

describe('a shard', () => {
  it('of one document writes one pretty record, and says what it read and wrote', async () => {
    const { report, records } = await clean('a.txt', setUp({ 'a.txt': 'Some text' }));
    expect(records).toMatchObject([
      {
        text: 'Some text',
        source: 'here',
        provenance: { rawPath: 'a.txt', rules: 'r', options: 'o', inputs: 'in', copydesk: '0.0.0' },
      },
    ]);
    expect(report).toMatchObject({
      outcome: 'done',
      tally: { accepted: 1, review: 0, rejected: 0, faulty: 0, kept: 9, removed: { related: 3 } },
      sha256: records[0]?.provenance.rawSha256,
      faulty: [],
    });
  });

  it('of a container writes one record a line, in order, the faulty ones in their places', async () => {
    const lines = [
      '{"id":1,"text":"one"}',
      'broken',
      `{"id":3,"text":"${'x'.repeat(1200)}"}`,
      '{"id":4,"text":"UNCLEAR"}',
      '{"id":5,"text":""}',
    ];
    const { report, records } = await clean('c.jsonl.gz', setUp({ 'c.jsonl.gz': gzip(lines.join('\n')) }));
    expect(records.map(({ status, rejection, provenance }) => [provenance.key, status, rejection?.reason])).toEqual([
      ['1', 'accepted', undefined],
      [null, 'rejected', 'unreadable'],
      [null, 'rejected', 'too-large'],
      ['4', 'review', undefined],
      ['5', 'rejected', 'empty'],
    ]);
    expect(report).toMatchObject({ tally: { accepted: 1, review: 1, rejected: 3, faulty: 2, transient: 0 } });
    expect(report.outcome === 'done' && report.faulty.map(({ offset }) => offset)).toEqual([22, 29]);
  });

  it('of an empty container writes an empty file', async () => {
    const { report } = await clean('c.jsonl', setUp({ 'c.jsonl': '' }));
    expect(report).toMatchObject({ outcome: 'done', written: { size: 0 } });
  });

  it('rejects the document on which copydesk fails, and goes on', async () => {
    const context = setUp({ 'c.jsonl': '{"text":"BOOM"}\n{"text":"fine"}\n' });
    const { records } = await clean('c.jsonl', context);
    expect(records.map(({ rejection }) => rejection?.detail)).toEqual([
      'copydesk failed on this document: boom',
      undefined,
    ]);
  });

  it('does not write a record that is against the schema', async () => {
    const wrong: typeof standIn = (...all) => ({ ...standIn(...all), wordCount: -1 });
    const { records } = await clean('a.txt', setUp({ 'a.txt': 'text' }), wrong);
    expect(records[0]?.rejection?.detail).toMatch(/^copydesk failed on this document: .*wordCount/);
  });

  it('fails, leaving nothing, where the raw file has gone', async () => {
    const context = setUp({ 'b.txt': '' });
    const { report } = await clean('a.txt', context);
    expect(report).toMatchObject({ outcome: 'failed', detail: 'it has gone since the run began' });
    expect(readdirSync(join(context.clean, 'x'))).toEqual([]);
  });

  it('fails where a file stands in the way of its folder', async () => {
    const context = setUp({ 'a.txt': 'text' });
    writeTree(context.clean, { x: 'in the way' });
    const report = await cleanShard({ rawPath: 'a.txt', part: 'x/.part', hints: {}, inputs: '' }, context, standIn);
    expect(report).toMatchObject({
      outcome: 'failed',
      detail: expect.stringMatching(/^its clean file cannot be written: E/) as string,
    });
  });

  it('fails where a folder stands in the way of its part', async () => {
    const context = setUp({ 'a.txt': 'text' });
    mkdirSync(join(context.clean, 'x/.part'), { recursive: true });
    const report = await cleanShard({ rawPath: 'a.txt', part: 'x/.part', hints: {}, inputs: '' }, context, standIn);
    expect(report).toMatchObject({ outcome: 'failed', detail: 'its clean file cannot be written: EISDIR' });
  });

  it('stops the run for what would fail every document', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(() => describeFailure(full, 'clean')).toThrow('clean: cannot go on: ENOSPC');
    expect(describeFailure(Object.assign(new Error('too long'), { code: 'ENAMETOOLONG' }), 'clean')).toContain(
      'ENAMETOOLONG',
    );
    expect(describeFailure(new Error('odd\nbug'), 'clean')).toBe('copydesk failed on this file: odd bug');
  });
});
