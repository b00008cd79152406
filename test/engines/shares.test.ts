import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanShard } from '../../src/engines/clean-shard.js';
import type { ShardReport } from '../../src/engines/engine.js';
import type { Shard } from '../../src/io/shard.js';
import { Setting, shardOf } from './setting.js';
import { standIn } from './stand-in.js';

/** A container whose documents are cleaned in shares, and then read along with what came of them. */

const LINES = ['{"text":"one"}', '{"text":"two"}', 'broken', '{"text":"four"}', '{"text":"\\u0000"}', '{"text":"six"}'];
const OF = 3;
const WHOLE = shardOf('c.jsonl');
const PARTS = Array.from({ length: OF }, (_, index) => `share-${index}.part`);

class Shares {
  readonly setting = new Setting({ 'c.jsonl': LINES.join('\n') });
  /** Texts that were cleaned since it was last asked. */
  private cleaned: string[] = [];

  do(shard: Shard): Promise<ShardReport> {
    return cleanShard(shard, this.setting.context, (raw, options, provenance) => {
      this.cleaned.push(raw.payload as string);
      return standIn(raw, options, provenance);
    });
  }

  async doShares(): Promise<void> {
    for (const [index, part] of PARTS.entries()) await this.do({ ...WHOLE, part, share: { index, of: OF } });
  }

  heard(): string[] {
    const { cleaned } = this;
    this.cleaned = [];
    return cleaned;
  }

  pathOf(part: string): string {
    return join(this.setting.context.clean, part);
  }

  /** Does the whole with parts of shares; what it wrote and reports is that of one that was given none. */
  async join(made: readonly (string | null)[]): Promise<void> {
    const timeless = (report: ShardReport): object => ({ ...report, shard: null, durationMs: 0 });
    const report = await this.do({ ...WHOLE, made });
    const cleaned = this.heard();
    const plain = await this.do({ ...WHOLE, part: 'plain.part' });
    this.cleaned = cleaned;
    expect(this.setting.part('c.jsonl')).toBe(readFileSync(this.pathOf('plain.part'), 'utf8'));
    expect(timeless(report)).toEqual(timeless(plain));
  }
}

describe('a container in shares', () => {
  it('has each document cleaned once, and comes out as if it had not been divided', async () => {
    const shares = new Shares();
    await shares.doShares();
    expect(shares.heard()).toEqual(['one', 'four', 'two', '\0', 'six']);
    await shares.join(PARTS);
    // A fault gets another try.
    expect(shares.heard()).toEqual(['\0']);
  });

  it('has cleaned with the whole what a share could not do', async () => {
    const shares = new Shares();
    await shares.doShares();
    shares.heard();
    await shares.join([null, PARTS[1] ?? null, 'gone.part']);
    expect(shares.heard()).toEqual(['one', 'four', '\0', 'six']);
  });

  it.each([
    ['torn', (records: string): string => records.slice(0, -10)],
    ['out of order', (records: string): string => records.split('\n').reverse().join('\n')],
    ['no share at all', (): string => '{"text":"four"}\n\0\n'],
  ])('has cleaned with the whole what stands in a share that is %s', async (_, harm) => {
    const shares = new Shares();
    await shares.doShares();
    shares.heard();
    const path = shares.pathOf(PARTS[0] ?? '');
    writeFileSync(path, harm(readFileSync(path, 'utf8')));
    await shares.join(PARTS);
    expect(shares.heard()).toContain('four');
  });

  it('has every share take what is published', async () => {
    const shares = new Shares();
    await shares.do({ ...WHOLE, part: 'c.jsonl.jsonl' });
    shares.heard();
    const published = { path: 'c.jsonl.jsonl', isHeldKnown: true };
    for (const [index, part] of PARTS.entries())
      await shares.do({ ...WHOLE, part, published, share: { index, of: OF } });
    expect(shares.heard()).toEqual(['\0']);
    expect(await shares.do({ ...WHOLE, published, made: PARTS })).toMatchObject({ copied: 4 });
  });
});
