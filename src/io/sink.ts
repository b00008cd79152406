import type { ArticleRecord } from '../core/record.js';
import type { PartStart } from './part-file.js';

/** What was written, so that a later run can tell whether it is still there as it was. */
export interface Written {
  readonly size: number;
  readonly sha256: string;
}

export interface OpenSink {
  write(record: ArticleRecord): Promise<void>;
  /** Ends the file; with `durable`, after it has reached the disk. */
  close(): Promise<Written>;
  /** Gives up: closes and removes the file. */
  discard(): Promise<void>;
}

/** One way to write records to a file, behind those of `start`. Writes to exactly the path it is given; who planned it renames it. */
export interface Sink {
  readonly name: string;
  open(path: string, options: { readonly durable: boolean; readonly start?: PartStart }): Promise<OpenSink>;
}
