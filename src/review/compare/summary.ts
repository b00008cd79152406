import { byCodeUnit } from '../../core/order.js';
import { compareRecords, type Comparison } from './compare.js';
import { LargestChanges, type ChangedDocument } from './largest.js';
import type { Pair } from './pairs.js';
import { countWords } from './tokens.js';
import type { Trace } from './trace.js';

/** What differs between two collections; `compare --json` prints it. Lists are the largest first. */
export interface Summary {
  readonly schema: 'copydesk-compare/1';
  readonly documents: {
    readonly before: number;
    readonly after: number;
    readonly unchanged: number;
    /** Say the same, but other things were struck, or by other rules or for other reasons. */
    readonly reasons: number;
    readonly changed: number;
    readonly onlyBefore: number;
    readonly onlyAfter: number;
  };
  /** Documents whose text changed. */
  readonly texts: number;
  /** Of changed documents: no longer in the text, in it now, at another place of it. */
  readonly words: Comparison['words'];
  readonly fields: readonly { readonly field: string; readonly documents: number }[];
  readonly statuses: readonly { readonly before: string; readonly after: string; readonly documents: number }[];
  /** What became of the words that are no longer in the text. */
  readonly removed: readonly TraceCount[];
  /** What the words that are in the text now were before. */
  readonly kept: readonly TraceCount[];
  readonly sources: readonly SourceCount[];
  /** Documents that are gone: the first by path. */
  readonly onlyBefore: readonly LostDocument[];
  readonly largest: readonly ChangedDocument[];
}

export type TraceCount = Trace & { readonly documents: number; readonly words: number };

export interface SourceCount {
  readonly source: string;
  /** On either side. */
  readonly documents: number;
  readonly changed: number;
  readonly reasons: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly removed: number;
  readonly kept: number;
}

export interface LostDocument {
  readonly path: string;
  readonly key: string | null;
  readonly source: string;
  readonly words: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Documents that are gone and are named. */
const NAMED = 100;

class Tally<T extends object> {
  private readonly counts = new Map<string, T>();
  of(name: string, empty: T): T {
    const known = this.counts.get(name) ?? empty;
    this.counts.set(name, known);
    return known;
  }
  /** The largest first, then by name. */
  sorted(size: (count: T) => number): T[] {
    return [...this.counts].sort(([a, x], [b, y]) => size(y) - size(x) || byCodeUnit(a, b)).map(([, count]) => count);
  }
}

const nameOf = (trace: Trace): string =>
  trace.is === 'struck'
    ? `${trace.is} ${trace.rule} ${trace.reason}`
    : trace.is === 'moved'
      ? `moved ${trace.to}`
      : trace.is;

/** Sums up pairs of documents as they come; holds a count a source and a rule, and the largest changes. */
export class Summing {
  private readonly documents: Mutable<Summary['documents']> = {
    before: 0,
    after: 0,
    unchanged: 0,
    reasons: 0,
    changed: 0,
    onlyBefore: 0,
    onlyAfter: 0,
  };
  private texts = 0;
  private readonly words = { removed: 0, kept: 0, elsewhere: 0 };
  private readonly fields = new Tally<Mutable<Summary['fields'][number]>>();
  private readonly statuses = new Tally<Mutable<Summary['statuses'][number]>>();
  private readonly traces = { removed: new Tally<Mutable<TraceCount>>(), kept: new Tally<Mutable<TraceCount>>() };
  private readonly sources = new Tally<Mutable<SourceCount>>();
  private readonly lost: LostDocument[] = [];
  private readonly largest: LargestChanges;

  constructor(most: number) {
    this.largest = new LargestChanges(most);
  }

  add({ path, before, after }: Pair): void {
    const document = after ?? before;
    if (document === null) return;
    const source = this.sourceOf(document.source);
    source.documents += 1;
    if (before !== null) this.documents.before += 1;
    if (after !== null) this.documents.after += 1;
    if (before === null || after === null) {
      const side = after === null ? 'onlyBefore' : 'onlyAfter';
      this.documents[side] += 1;
      source[side] += 1;
      if (after === null && this.lost.length < NAMED)
        this.lost.push({ path, key: document.key, source: document.source, words: countWords(document.text) });
      return;
    }
    const comparison = compareRecords(before, after);
    this.documents[comparison.kind] += 1;
    if (comparison.kind === 'unchanged') return;
    source[comparison.kind] += 1;
    if (comparison.kind === 'reasons') return;
    this.addChanges(source, comparison);
    this.largest.add(path, after, comparison);
  }

  private sourceOf(source: string): Mutable<SourceCount> {
    const none = { documents: 0, changed: 0, reasons: 0, onlyBefore: 0, onlyAfter: 0, removed: 0, kept: 0 };
    return this.sources.of(source, { source, ...none });
  }

  private addChanges(source: Mutable<SourceCount>, { fields, paragraphs, words }: Comparison): void {
    if (paragraphs.length > 0) this.texts += 1;
    for (const kind of ['removed', 'kept', 'elsewhere'] as const) this.words[kind] += words[kind];
    source.removed += words.removed;
    source.kept += words.kept;
    for (const { field, before, after } of fields) {
      this.fields.of(field, { field, documents: 0 }).documents += 1;
      if (field !== 'status') continue;
      const [was, is] = [before[0] ?? '', after[0] ?? ''];
      this.statuses.of(`${was} ${is}`, { before: was, after: is, documents: 0 }).documents += 1;
    }
    const seen = new Set<string>();
    for (const { kind, trace, words: own } of paragraphs.flat()) {
      if (kind === 'same' || trace === null || own === 0 || trace.is === 'elsewhere') continue;
      const name = nameOf(trace);
      const count = this.traces[kind].of(name, { ...trace, documents: 0, words: 0 });
      count.words += own;
      if (!seen.has(`${kind} ${name}`)) count.documents += 1;
      seen.add(`${kind} ${name}`);
    }
  }

  get summary(): Summary {
    const byWords = ({ words }: { words: number }): number => words;
    const byDocuments = ({ documents }: { documents: number }): number => documents;
    return {
      schema: 'copydesk-compare/1',
      documents: { ...this.documents },
      texts: this.texts,
      words: { ...this.words },
      fields: this.fields.sorted(byDocuments),
      statuses: this.statuses.sorted(byDocuments),
      removed: this.traces.removed.sorted(byWords),
      kept: this.traces.kept.sorted(byWords),
      sources: this.sources.sorted(({ changed, onlyBefore }) => changed + onlyBefore),
      onlyBefore: [...this.lost],
      largest: this.largest.documents,
    };
  }
}
