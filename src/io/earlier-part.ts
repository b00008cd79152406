import { createHash, type Hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { ArticleRecord } from '../core/record.js';
import type { Provenance } from '../pipeline.js';
import { sha256 } from '../stages/record/identity.js';
import { splitLines, type Line } from './lines.js';
import { parseRecord } from './parse-record.js';
import type { PartStart } from './part-file.js';
import { DEFAULT_LIMITS, isFault, RECORD_PER_DOCUMENT, type ReadItem, type ReadLimits } from './reader.js';
import { openStored } from './stored-file.js';

/**
 * What a killed run left of a container's part. It is its own checkpoint: its name says by what it was made (resumablePartOf), and each
 * whole line of which document. So the records are taken up one by one, as long as the documents that come are theirs; what stands behind
 * is cut off and cleaned again.
 */
export class EarlierPart {
  private size = 0;
  private taken = 0;
  private readonly hash: Hash = createHash('sha256');
  private lines: AsyncGenerator<Line> | null;

  private constructor(
    path: string,
    private readonly length: number,
    limits: ReadLimits,
    private readonly made: Omit<Provenance, 'inputs'>,
  ) {
    this.lines = length === 0 ? null : splitLines(openStored(path).bytes(), limits.maxBytes * RECORD_PER_DOCUMENT);
  }

  /** One without records. */
  static get NONE(): EarlierPart {
    return new EarlierPart('', 0, DEFAULT_LIMITS, { copydesk: '', rules: '', options: '' });
  }

  /** The part at a path; one without records where nothing stands there. */
  static async open(path: string, limits: ReadLimits, made: Omit<Provenance, 'inputs'>): Promise<EarlierPart> {
    const found = await stat(path).catch(() => null);
    return new EarlierPart(path, found?.isFile() === true ? found.size : 0, limits, made);
  }

  /** The record that was made of this document, if it is the next one; null for it and for all that follow if it is not. */
  async take(item: ReadItem): Promise<ArticleRecord | null> {
    if (this.lines === null) return null;
    const next = await this.lines.next();
    const line = next.done === true ? null : next.value;
    // A line without its line feed was being written when the run was killed.
    const isWhole = line?.kind === 'line' && this.size + line.bytes.length < this.length;
    const record = isWhole ? parseRecord(line.bytes) : null;
    if (!isWhole || record === null || !this.isOf(item, record)) {
      await this.close();
      return null;
    }
    this.hash.update(line.bytes).update('\n');
    this.size += line.bytes.length + 1;
    this.taken += 1;
    return record;
  }

  private isOf(item: ReadItem, { provenance: was }: ArticleRecord): boolean {
    const { copydesk, rules, options } = this.made;
    return (
      was.rawPath === item.rawPath &&
      was.key === item.key &&
      was.offset === item.offset &&
      was.copydesk === copydesk &&
      was.rules === rules &&
      was.options === options &&
      was.rawSha256 === (isFault(item) ? item.sha256 : sha256(item.payload))
    );
  }

  /** Number of records that were taken up. */
  get records(): number {
    return this.taken;
  }

  /** What was taken up: the start of the part that goes on with it. */
  get start(): PartStart {
    return { size: this.size, hash: this.hash };
  }

  /** Stops reading; nothing more is taken up. */
  async close(): Promise<void> {
    await this.lines?.return(undefined);
    this.lines = null;
  }
}
