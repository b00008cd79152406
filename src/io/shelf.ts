import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparable } from './comparable.js';
import { readAt } from './read-at.js';

/** Held in memory up to so many UTF-16 units; what more there is goes to a file. */
const IN_MEMORY = 32 * 1024 * 1024;

/** What stands on a shelf: itself, or where in the file. */
export type Ticket = { readonly held: string } | { readonly at: number; readonly length: number };

/** Sets documents aside without holding many of them. The file has no name once it is open, so that nothing is left of it. */
export class DocumentShelf {
  private held = 0;
  private size = 0;
  private file: { readonly handle: FileHandle; readonly folder: string } | null = null;

  constructor(private readonly inMemory = IN_MEMORY) {}

  async put(document: Comparable): Promise<Ticket> {
    const text = JSON.stringify(document);
    if (this.held + text.length <= this.inMemory) {
      this.held += text.length;
      return { held: text };
    }
    const { handle } = await this.opened();
    const bytes = Buffer.from(text);
    const at = this.size;
    for (let done = 0; done < bytes.length;)
      done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    this.size += bytes.length;
    return { at, length: bytes.length };
  }

  async take(ticket: Ticket): Promise<Comparable> {
    if ('held' in ticket) {
      this.held -= ticket.held.length;
      return JSON.parse(ticket.held) as Comparable;
    }
    const { handle } = await this.opened();
    const bytes = await readAt(handle, ticket.at, ticket.at + ticket.length);
    if (bytes.length < ticket.length) throw new Error('a file of ours was cut off while it was read');
    return JSON.parse(bytes.toString('utf8')) as Comparable;
  }

  async close(): Promise<void> {
    const { file } = this;
    this.file = null;
    await file?.handle.close();
    if (file !== null) await rm(file.folder, { recursive: true, force: true });
  }

  private async opened(): Promise<{ readonly handle: FileHandle; readonly folder: string }> {
    if (this.file !== null) return this.file;
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-compare-'));
    const handle = await open(join(folder, 'waiting'), 'w+');
    this.file = { handle, folder };
    // Where an open file can be removed, it is gone with the process, however that ends.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return this.file;
  }
}
