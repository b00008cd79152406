import { open, rename, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { REASONS } from '../core/types.js';
import { splitLines } from './lines.js';
import { byCodeUnit } from '../core/order.js';
import { openStored } from './stored-file.js';

/**
 * What is done: one entry a raw file, as JSON lines. A cache only; what it has lost is found again in the records. A run appends to
 * it as it goes, so that a kill loses little, and sorts and compacts it at its end; the later of two entries for a file counts.
 */

const count = z.number().int().nonnegative();

const entrySchema = z.strictObject({
  path: z.string(),
  /** The raw file when it was last looked at: its size in bytes, its mtime and the start of that run in milliseconds. */
  size: count,
  mtimeMs: z.number(),
  /** What object storage calls its content, where it came from there. */
  etag: z.string().optional(),
  seenMs: z.number(),
  /** Of the stored bytes. */
  sha256: z.string(),
  copydesk: z.string(),
  rules: z.string(),
  options: z.string(),
  inputs: z.string(),
  lines: z.strictObject({
    /** Which memory of its lines has learned from it (LineStore.begun); null: none has. */
    learned: z.number().nullable(),
    sources: z.array(z.string()).readonly().nullable(),
    held: z.string(),
    /** Names what was published of its sources when it was cleaned. */
    version: z.string(),
  }),
  decided: z.strictObject({
    /** Names the decisions about single documents of the file by which it was cleaned. */
    documents: z.string(),
    /** … and those about all documents of their sources. */
    sources: z.string(),
  }),
  /** The clean file as written. */
  clean: z.strictObject({ size: count, sha256: z.string() }),
  tally: z.strictObject({
    accepted: count,
    review: count,
    rejected: count,
    faulty: count,
    transient: count,
    kept: count,
    removed: z.partialRecord(z.enum(REASONS), count),
  }),
});

export type LedgerEntry = Readonly<z.infer<typeof entrySchema>>;

const HEADER = JSON.stringify({ ledger: 1 });
const LINES_PER_WRITE = 64;
const MAX_LINE = 1024 * 1024;

/** The entries of a ledger file, and whether it is whole: more can be appended to a whole one. */
async function load(path: string): Promise<{ entries: Map<string, LedgerEntry>; whole: boolean }> {
  const entries = new Map<string, LedgerEntry>();
  // The hashes repeat in each entry: one string each instead of a million.
  const strings = new Map<string, string>();
  const shared = (text: string): string => {
    const known = strings.get(text);
    if (known === undefined) strings.set(text, text);
    return known ?? text;
  };
  let whole = true;
  let lines = 0;
  for await (const line of splitLines(openStored(path).bytes(), MAX_LINE)) {
    const text = line.kind === 'line' ? Buffer.from(line.bytes).toString('utf8') : '';
    lines += 1;
    if (lines === 1 && text === HEADER) continue;
    if (lines === 1) return { entries, whole: false };
    // The torn last line of a run that was killed, or damage: the records know better.
    const entry = parseEntry(text);
    if (entry === undefined) {
      whole = false;
      continue;
    }
    const { copydesk, rules, options, inputs } = entry;
    const hashes = {
      copydesk: shared(copydesk),
      rules: shared(rules),
      options: shared(options),
      inputs: shared(inputs),
    };
    entries.set(entry.path, { ...entry, ...hashes });
  }
  return { entries, whole: whole && lines > 0 };
}

function parseEntry(text: string): LedgerEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export class Ledger {
  private file: FileHandle | undefined;
  private waiting: string[] = [];
  private changed = false;
  /** Writes follow one another: entries come from those who plan and from those who publish. */
  private flushed = Promise.resolve();

  private constructor(
    private readonly path: string,
    private readonly entries: Map<string, LedgerEntry>,
    /** Whether the file on disk can be appended to. */
    private whole: boolean,
  ) {}

  /** A missing, damaged or foreign ledger loses what it has lost and no more. Writes nothing until something changes. */
  static async open(path: string): Promise<Ledger> {
    const { entries, whole } = await load(path);
    return new Ledger(path, entries, whole);
  }

  get(path: string): LedgerEntry | undefined {
    return this.entries.get(path);
  }

  paths(): string[] {
    return [...this.entries.keys()];
  }

  async set(entry: LedgerEntry): Promise<void> {
    this.entries.set(entry.path, entry);
    this.waiting.push(JSON.stringify(entry) + '\n');
    if (this.waiting.length >= LINES_PER_WRITE) await (this.flushed = this.flushed.then(() => this.flush()));
  }

  delete(path: string): void {
    if (this.entries.delete(path)) this.changed = true;
  }

  private async flush(): Promise<void> {
    const lines = this.waiting.join('');
    this.waiting = [];
    if (!this.file) {
      if (!this.whole) await this.rewrite();
      this.whole = true;
      this.file = await open(this.path, 'a');
    }
    this.changed = true;
    await this.file.appendFile(lines);
  }

  private async rewrite(): Promise<void> {
    const part = `${this.path}.part`;
    const file = await open(part, 'w');
    try {
      await file.appendFile(HEADER + '\n');
      const sorted = [...this.entries.values()].sort((a, b) => byCodeUnit(a.path, b.path));
      for (let at = 0; at < sorted.length; at += 1000)
        await file.appendFile(
          sorted
            .slice(at, at + 1000)
            .map((entry) => JSON.stringify(entry) + '\n')
            .join(''),
        );
    } finally {
      await file.close();
    }
    await rename(part, this.path);
  }

  /** Writes what is left, sorted and compact; nothing if nothing changed. */
  async close(): Promise<void> {
    if (this.waiting.length > 0) this.changed = true;
    await this.flushed;
    await this.file?.close();
    if (this.changed) await this.rewrite();
  }
}
