import { join } from 'node:path';
import type { ArticleRecord } from '../core/record.js';
import type { Provenance } from '../pipeline.js';
import { inputsDecided, inputsUndecided } from '../stages/decided.js';
import { sha256 } from '../stages/record/identity.js';
import { inputsOf, type InputSources } from './learned/inputs-of.js';
import { splitLines } from './lines.js';
import { parseRecord } from './parse-record.js';
import { isFault, RECORD_PER_DOCUMENT, type ReadItem, type ReadLimits } from './reader.js';
import type { PublishedFile } from './shard.js';
import { openStored } from './stored-file.js';
import { isFaulty } from './tally.js';

/** What a record hangs on, as it would be made now. */
interface Making extends InputSources {
  readonly limits: ReadLimits;
  /** With the inputs of the file. */
  readonly provenance: Provenance;
}

/**
 * The clean file of a container as an earlier run published it, from which the records are taken that would come out the same: where one
 * document was decided about, where documents came behind the others, or where one is tried again, only these are cleaned. Read along with the
 * container, in its order; from the first document that is not where it was, nothing more is taken, for offsets are part of records.
 */
export class PublishedRecords {
  private lines: ReturnType<typeof splitLines> | null;
  private taken = 0;

  constructor(
    clean: string,
    private readonly file: PublishedFile | undefined,
    private readonly now: Making,
  ) {
    const maxBytes = now.limits.maxBytes * RECORD_PER_DOCUMENT;
    this.lines = file === undefined ? null : splitLines(openStored(join(clean, file.path)).bytes(), maxBytes);
  }

  /** The record of this document, if it would come out the same. To be asked for each document in turn, `isWanted` or not. */
  async take(item: ReadItem, isWanted: boolean): Promise<ArticleRecord | null> {
    if (this.lines === null) return null;
    const next = await this.lines.next();
    if (next.done === true || next.value.kind !== 'line') {
      await this.close();
      return null;
    }
    if (!isWanted) return null;
    const record = parseRecord(next.value.bytes);
    if (record === null || !isAt(item, record)) {
      await this.close();
      return null;
    }
    if (!(await this.isSame(item, record))) return null;
    this.taken += 1;
    return record;
  }

  private async isSame(item: ReadItem, record: ArticleRecord): Promise<boolean> {
    // Another try may go better: the time-out of a busy machine, a defect that has been mended. It costs next to nothing where it does not.
    if (isFault(item) || isFaulty(record)) return false;
    const { copydesk, rules, options } = this.now.provenance;
    const was = record.provenance;
    return (
      was.copydesk === copydesk &&
      was.rules === rules &&
      was.options === options &&
      was.rawSha256 === sha256(item.payload) &&
      was.inputs === (await this.inputsOf(item, was.inputs))
    );
  }

  private async inputsOf(item: ReadItem, were: string): Promise<string> {
    const { decided, provenance } = this.now;
    return this.file?.isHeldKnown === true
      ? inputsDecided(inputsUndecided(were), decided.onDocument(item))
      : inputsOf(item, this.now, provenance.inputs);
  }

  /** Number of records that were taken. */
  get records(): number {
    return this.taken;
  }

  /** Stops reading; nothing more is taken. */
  async close(): Promise<void> {
    await this.lines?.return(undefined);
    this.lines = null;
  }
}

const isAt = (item: ReadItem, { provenance }: ArticleRecord): boolean =>
  provenance.rawPath === item.rawPath && provenance.key === item.key && provenance.offset === item.offset;
