import { countBefore } from '../../core/order.js';
import type { DocumentLines } from './document-lines.js';

/**
 * What is remembered of a source: its documents with the smallest numbers, and their lines. Numbers are hashes, so these are a random sample;
 * and whatever the order, and however documents are split into samples that are merged again, the same documents remain (a "bottom-k"
 * sketch; E. Cohen, "Size-estimation framework with applications to transitive closure and reachability", 1997). A document that is added
 * again changes nothing.
 */

/** Documents of a source that are remembered. A share of .03 is then known to ±.005, and a source takes about a megabyte. */
export const MOST_DOCUMENTS = 1000;

export type SampledDocument = Pick<DocumentLines, 'document' | 'day' | 'lines'>;

export class SourceSample {
  /** By number, ascending. */
  private documents: SampledDocument[] = [];
  private readonly texts = new Map<number, string>();

  constructor(readonly source: string) {}

  add({ document, day, lines }: SampledDocument, texts: ReadonlyMap<number, string>): void {
    const at = countBefore(this.documents.length, (i) => (this.documents[i] as SampledDocument).document < document);
    if (at === MOST_DOCUMENTS) return;
    const there = this.documents[at];
    if (there?.document === document) this.documents[at] = { ...there, day: earlier(there.day, day) };
    else this.documents.splice(at, 0, { document, day, lines });
    if (this.documents.length > MOST_DOCUMENTS) this.documents.pop();
    for (const line of lines) {
      const text = texts.get(line);
      if (text !== undefined) this.texts.set(line, text);
    }
  }

  /** The documents by number, ascending. */
  all(): readonly SampledDocument[] {
    return this.documents;
  }

  /** What the lines say, by line; where a sample was stored in between, without those that stand in one document only. */
  allTexts(): ReadonlyMap<number, string> {
    return this.texts;
  }

  /** What those lines say that stand in two documents or more; the others come again with the next document that holds them. */
  repeatedTexts(): ReadonlyMap<number, string> {
    const once = new Set<number>();
    const twice = new Set<number>();
    for (const { lines } of this.documents) for (const line of lines) (once.has(line) ? twice : once).add(line);
    return new Map([...this.texts].filter(([line]) => twice.has(line)).sort(([a], [b]) => a - b));
  }
}

/** Of two days on which one document was seen, the first. */
function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
