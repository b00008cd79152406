import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { recordSchema, type ArticleRecord } from '../../src/core/record.js';
import type { TaskContext } from '../../src/engines/engine.js';
import type { Shard } from '../../src/io/shard.js';
import { scratchFolder, writeTree } from '../io/scratch.js';

/** What an engine is given in tests: a folder with files, and a shard for each of them. */
export class Setting {
  readonly context: TaskContext;

  constructor(private readonly files: Record<string, string | Uint8Array> = {}) {
    const root = scratchFolder();
    writeTree(join(root, 'raw'), files);
    this.context = {
      raw: join(root, 'raw'),
      clean: join(root, 'clean'),
      limits: { maxBytes: 1_000_000 },
      options: { ...DEFAULT_OPTIONS, minWords: 0 },
      provenance: { copydesk: '0.0.0', rules: 'r', options: 'o' },
      durable: false,
      lines: null,
    };
  }

  async *shards(paths = Object.keys(this.files)): AsyncGenerator<Shard> {
    for (const rawPath of paths) yield await Promise.resolve(shardOf(rawPath));
  }

  /** What was written for a raw file. */
  part(rawPath: string): string {
    return readFileSync(join(this.context.clean, shardOf(rawPath).part), 'utf8');
  }

  records(rawPath: string): ArticleRecord[] {
    const content = this.part(rawPath);
    const pieces = rawPath.includes('.jsonl') ? content.split('\n').filter((line) => line !== '') : [content];
    return pieces.map((piece) => recordSchema.parse(JSON.parse(piece)));
  }
}

export const shardOf = (rawPath: string): Shard => ({ rawPath, part: `${rawPath}.part`, hints: {}, inputs: 'in' });

export const jsonl = (texts: readonly string[]): string =>
  texts.map((text) => JSON.stringify({ text }) + '\n').join('');
