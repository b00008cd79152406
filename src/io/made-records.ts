import { join } from 'node:path';
import type { ArticleRecord } from '../core/record.js';
import type { Provenance } from '../pipeline.js';
import { EarlierPart } from './earlier-part.js';
import type { ReadItem, ReadLimits } from './reader.js';
import { isFaulty } from './tally.js';

/**
 * The records that others have made of a container's documents, each of a share of them: put together here, in the container's order. What
 * does not fit the documents as they come is left out, and so is whatever comes after it in its share.
 */
export class MadeRecords {
  private ordinal = 0;

  private constructor(private readonly shares: readonly EarlierPart[]) {}

  /** `made` as a shard has it; `clean` is the folder below which these parts stand. */
  static async open(
    clean: string,
    made: readonly (string | null)[],
    limits: ReadLimits,
    provenance: Omit<Provenance, 'inputs'>,
  ): Promise<MadeRecords> {
    const open = (part: string | null): Promise<EarlierPart> =>
      part === null ? Promise.resolve(EarlierPart.NONE) : EarlierPart.open(join(clean, part), limits, provenance);
    return new MadeRecords(await Promise.all(made.map(open)));
  }

  /** The record of this document, if there is one; a fault's is not taken, for another try may go better. To be asked for each in turn. */
  async take(item: ReadItem): Promise<ArticleRecord | null> {
    const record = (await this.shares[this.ordinal++ % this.shares.length]?.take(item)) ?? null;
    return record === null || isFaulty(record) ? null : record;
  }

  async close(): Promise<void> {
    for (const share of this.shares) await share.close();
  }
}
