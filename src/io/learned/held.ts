import { createHash } from 'node:crypto';
import type { CleanOptions } from '../../core/options.js';
import { DocumentError } from '../../core/errors.js';
import type { RepeatedLines } from '../../core/types.js';
import { inputsDecided, type Decided } from '../../stages/decided.js';
import { heldLines, inputsWith } from '../../stages/held-lines.js';
import { readPage } from '../../stages/read-page.js';
import { isFault, type ReadItem } from '../reader.js';

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

/** What a document's inputs hang on beside its file's. */
export interface InputSources {
  readonly options: CleanOptions;
  readonly lines: RepeatedLines;
  readonly decided: Decided;
}

/** The inputs that a document's record will name, without cleaning it. `inputs` are those of its file. */
export function inputsOf(item: ReadItem, { options, lines, decided }: InputSources, inputs: string): string {
  if (isFault(item)) return inputs;
  const own = decided.onDocument(item);
  if (lines.size === 0 && decided.wide.list.length === 0) return inputsDecided(inputs, own);
  try {
    const { page, source } = readPage(item, options);
    const { held } = decided.onPage(page, source, item);
    return inputsDecided(inputsWith(heldLines(page, lines.get(source)), inputs, held), own);
  } catch (error) {
    if (error instanceof DocumentError) return inputsDecided(inputs, own);
    throw error;
  }
}
