import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import {
  UnreachableError,
  type Condition,
  type ObjectFound,
  type ObjectRead,
  type ObjectStore,
} from '../../src/io/storage/object-store.js';

interface Stored {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly writtenMs: number;
}

/** Object storage without a server. */
export class Bucket {
  readonly objects = new Map<string, Stored>();
  /** The storage's clock. */
  now = 0;
  keepsConditions = true;
  /** Writes after which nothing more goes through, as if the machine that writes had died. */
  writesLeft = Infinity;
  /** Whether nothing is read then, either. */
  goesAway = false;
  /** Writes are done, and nobody hears of it. */
  losesAnswers = false;
  failsAnswers = false;
  onFetch: (key: string) => void = () => undefined;
  onUpload: (key: string) => void = () => undefined;
  /** How often it was asked for anything but lists. */
  requests = 0;
  /** Keys of what was asked for, of one kind. */
  fetched: string[] = [];
  written: string[] = [];

  put(key: string, content: string | Buffer): string {
    if (this.writesLeft-- <= 0) throw new UnreachableError('the storage cannot be reached');
    const bytes = Buffer.from(content);
    const etag = createHash('md5').update(bytes).digest('hex');
    this.objects.set(key, { bytes, etag, writtenMs: this.now });
    this.written.push(key);
    return etag;
  }

  /** @throws where it has gone away */
  find(key: string): Stored | undefined {
    this.requests += 1;
    this.answer();
    return this.objects.get(key);
  }

  answer(): void {
    if (this.goesAway && this.writesLeft <= 0) throw new UnreachableError('the storage cannot be reached');
  }

  text(key: string): string | undefined {
    return this.objects.get(key)?.bytes.toString();
  }

  /** All below a prefix but the tool's own state, as readTree() gives a folder. */
  tree(prefix: string): Record<string, string> {
    const below = [...this.objects].filter(([key]) => key.startsWith(prefix) && !key.includes('.copydesk/'));
    return Object.fromEntries(
      below.map(([key, { bytes }]) => [key.slice(prefix.length), bytes.toString()] as const).sort(),
    );
  }
}

export class MemoryStore implements ObjectStore {
  readonly shown: string;

  constructor(
    private readonly bucket: Bucket,
    private readonly prefix = '',
  ) {
    this.shown = `s3://memory/${prefix}`.replace(/\/$/, '');
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async *list(prefix = ''): AsyncGenerator<ObjectFound> {
    this.bucket.answer();
    for (const [path, { bytes, etag, writtenMs }] of [...this.bucket.objects].sort())
      if (path.startsWith(this.prefix + prefix))
        yield { key: path.slice(this.prefix.length), size: bytes.length, etag, modifiedMs: writtenMs };
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async has(key: string): Promise<boolean> {
    return this.bucket.find(this.prefix + key) !== undefined;
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async read(key: string): Promise<ObjectRead | null> {
    const found = this.bucket.find(this.prefix + key);
    if (found === undefined) return null;
    const { bytes, etag, writtenMs } = found;
    return { text: bytes.toString(), etag, ageMs: this.bucket.now - writtenMs };
  }

  async fetch(key: string, path: string): Promise<string | null> {
    this.bucket.onFetch(key);
    const found = this.bucket.find(this.prefix + key);
    if (found === undefined) return null;
    this.bucket.fetched.push(key);
    await writeFile(path, found.bytes);
    return found.etag;
  }

  async upload(path: string, key: string): Promise<string> {
    this.bucket.requests += 1;
    this.bucket.onUpload(key);
    return this.bucket.put(this.prefix + key, await readFile(path));
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async copy(from: string, to: string): Promise<string | null> {
    const found = this.bucket.find(this.prefix + from);
    return found === undefined ? null : this.bucket.put(this.prefix + to, found.bytes);
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async write(key: string, text: string, condition: Condition): Promise<string | null> {
    const there = this.bucket.objects.get(this.prefix + key)?.etag;
    this.bucket.requests += 1;
    const isMet = condition === 'absent' ? there === undefined : there === condition.etag;
    if (this.bucket.keepsConditions && !isMet) return null;
    const etag = this.bucket.put(this.prefix + key, text);
    if (this.bucket.failsAnswers) throw new UnreachableError('the storage cannot be reached');
    return this.bucket.losesAnswers ? null : etag;
  }

  remove(key: string): Promise<void> {
    this.bucket.requests += 1;
    this.bucket.objects.delete(this.prefix + key);
    return Promise.resolve();
  }
}
