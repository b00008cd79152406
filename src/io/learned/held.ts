import { createHash } from 'node:crypto';

/** Which published lines a file's documents held when they were cleaned, in short. */
export interface ShardLines {
  /** Sources of its documents, sorted; null if there are too many to name. */
  readonly sources: readonly string[] | null;
  /** Digest of the documents' inputs, in order: the lines that they hold are part of these. */
  readonly held: string;
}

/** Sources of one file that are named; a file of more is looked at whenever anything is published. */
const MOST_SOURCES = 1000;

/** Gathers a ShardLines, document by document. */
export class HeldLines {
  private readonly hash = createHash('sha256');
  private readonly sources = new Set<string>();

  add(inputs: string, source: string): void {
    this.hash.update(inputs + '\n');
    if (this.sources.size <= MOST_SOURCES) this.sources.add(source);
  }

  finish(): ShardLines {
    const sources = this.sources.size > MOST_SOURCES ? null : [...this.sources].sort();
    return { sources, held: this.hash.digest('hex').slice(0, 16) };
  }
}
