import { appendFile } from 'node:fs/promises';
import { z } from 'zod';
import { splitLines } from '../lines.js';
import { replaceLines } from '../part-file.js';
import { openStored } from '../stored-file.js';

const entrySchema = z.strictObject({
  key: z.string(),
  /** Of the object; null where it has been removed. */
  etag: z.string().nullable(),
  /** Of the file that is the same. */
  size: z.number(),
  mtimeMs: z.number(),
});

type Line = z.infer<typeof entrySchema>;
export type BookEntry = Readonly<Line> & { readonly etag: string };

const MAX_LINE = 64 * 1024;

/** Which file in a local folder is which object: JSON lines, the later of two for a key counts. What it has lost is brought again. */
export class Book {
  private constructor(
    private readonly path: string,
    private readonly entries: Map<string, BookEntry>,
  ) {}

  static async open(path: string): Promise<Book> {
    const entries = new Map<string, Line>();
    for await (const line of splitLines(openStored(path).bytes(), MAX_LINE)) {
      // A torn last line, or damage.
      if (line.kind !== 'line') continue;
      const entry = parseEntry(Buffer.from(line.bytes).toString('utf8'));
      if (entry !== undefined) entries.set(entry.key, entry);
    }
    const there = new Map<string, BookEntry>();
    for (const [key, { etag, ...entry }] of entries) if (etag !== null) there.set(key, { ...entry, etag });
    return new Book(path, there);
  }

  get(key: string): BookEntry | undefined {
    return this.entries.get(key);
  }

  keys(): string[] {
    return [...this.entries.keys()];
  }

  async set(entry: BookEntry): Promise<void> {
    this.entries.set(entry.key, entry);
    await appendFile(this.path, JSON.stringify(entry) + '\n');
  }

  async delete(key: string): Promise<void> {
    if (!this.entries.delete(key)) return;
    await appendFile(this.path, JSON.stringify({ key, etag: null, size: 0, mtimeMs: 0 } satisfies Line) + '\n');
  }

  /** Writes it anew, without what is outdated. */
  async compact(): Promise<void> {
    await replaceLines(this.path, linesOf(this.entries.values()));
  }
}

function* linesOf(entries: Iterable<BookEntry>): Iterable<string> {
  for (const entry of entries) yield JSON.stringify(entry);
}

function parseEntry(text: string): Line | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
