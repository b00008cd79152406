import { countBefore } from '../../core/order.js';
import { SHARES } from '../../rules/repeated-line.js';
import { countLines, distinctDocuments } from './distinct.js';
import type { SampledDocument, SourceSample } from './sample.js';

/** Decides which lines of a source are worth telling the judge of. */

/** A line that documents of a source repeat. */
export interface PublishedLine {
  readonly line: number;
  /** One of SHARES: at least this share of the source's documents hold it. */
  readonly share: number;
  /** What it says, in lower-case words. */
  readonly text: string;
}

/** Documents of which a source must have so many before anything is said of its lines. */
export const LEAST_DOCUMENTS = 10;
/** Documents that must hold a line. */
const LEAST_HOLDING = 5;
/** Days on which they must have been published, where a source's documents are of so many days: a running story is of few. */
const LEAST_DAYS = 3;
/** Days and documents from which the time between a line's first and last day is looked at by itself: a template may be new or gone. */
const ERA_DAYS = 7;
const ERA_DOCUMENTS = 30;

interface Days {
  /** Distinct days of the documents that have one. */
  readonly known: number;
  /** Documents from one day to another, both included. */
  between(first: string, last: string): number;
}

function daysOf(documents: readonly SampledDocument[]): Days {
  const days = documents.flatMap(({ day }) => (day === null ? [] : [day])).sort();
  const before = (day: string): number => countBefore(days.length, (i) => (days[i] as string) < day);
  // No day sorts behind a day with a letter after it.
  return { known: new Set(days).size, between: (first, last) => before(`${last}~`) - before(first) };
}

/** Share of a source's documents that hold a line; 0 if they are too few, or of too few days. */
function shareOf(holding: readonly SampledDocument[], documents: number, days: Days): number {
  if (holding.length < LEAST_HOLDING) return 0;
  const share = holding.length / documents;
  const dated = holding.flatMap(({ day }) => (day === null ? [] : [day])).sort();
  const own = new Set(dated).size;
  if (days.known >= LEAST_DAYS && dated.length * 2 > holding.length && own < LEAST_DAYS) return 0;
  if (own < ERA_DAYS) return share;
  const inEra = days.between(dated[0] as string, dated.at(-1) as string);
  return inEra < ERA_DOCUMENTS ? share : Math.max(share, dated.length / inEra);
}

/** The lines of one source that are told to the judge, by number. Empty while the source has too few distinct documents. */
export function publishLines(sample: SourceSample): PublishedLine[] {
  const documents = distinctDocuments(sample.all());
  if (documents.length < LEAST_DOCUMENTS) return [];
  const counts = countLines(documents);
  const holding = new Map<number, SampledDocument[]>();
  for (const document of documents)
    for (const line of document.lines)
      if ((counts.get(line) ?? 0) >= LEAST_HOLDING) {
        const list = holding.get(line);
        if (list === undefined) holding.set(line, [document]);
        else list.push(document);
      }
  const days = daysOf(documents);
  const published: PublishedLine[] = [];
  for (const [line, list] of holding) {
    const reached = shareOf(list, documents.length, days);
    const share = SHARES.find((bound) => reached >= bound);
    if (share !== undefined) published.push({ line, share, text: sample.allTexts().get(line) ?? '' });
  }
  return published.sort((a, b) => a.line - b.line);
}
