import type { SampledDocument } from './sample.js';

/** Versions of one document, such as the updates of a running story, must not pass for many: what they share is their article. */

/** Share of the documents that may hold a line which tells documents apart. Lines of the template say nothing about that. */
const TELLING = 1 / 3;
/** A line in more documents than this, or than a tenth of them, leads to no candidates: the search stays linear. */
const RARE = 10;
/** Share of the telling lines of two documents that they have in common if they are versions of one. */
const ALIKE = 0.5;

/** How many documents hold each line. */
export function countLines(documents: readonly SampledDocument[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { lines } of documents) for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** One document of each group of versions: the first in the order given. */
export function distinctDocuments(documents: readonly SampledDocument[]): SampledDocument[] {
  const counts = countLines(documents);
  const most = documents.length * TELLING;
  const rare = Math.max(RARE, documents.length / 10);
  const telling = (line: number): boolean => (counts.get(line) ?? 0) <= Math.max(most, 2);
  const chosen: SampledDocument[] = [];
  /** Of the chosen ones: how many telling lines each has, and which have each rare line. */
  const sizes: number[] = [];
  const having = new Map<number, number[]>();
  for (const document of documents) {
    const lines = document.lines.filter(telling);
    const shared = new Map<number, number>();
    for (const line of lines) for (const i of having.get(line) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    const isVersion = [...shared].some(([i, count]) => count >= ALIKE * (lines.length + (sizes[i] ?? 0) - count));
    if (isVersion) continue;
    for (const line of lines)
      if ((counts.get(line) ?? 0) <= rare) having.set(line, [...(having.get(line) ?? []), chosen.length]);
    sizes.push(lines.length);
    chosen.push(document);
  }
  return chosen;
}
