import { countBefore } from '../../core/order.js';
import type { Comparable } from '../../io/comparable.js';

/** What became of text that is no longer kept, or what text was that is kept now. */
export type Trace =
  | { readonly is: 'struck'; readonly rule: string; readonly reason: string }
  | { readonly is: 'moved'; readonly to: string }
  /** It stands at another place of the same text. */
  | { readonly is: 'elsewhere' }
  /** Nothing that the other record struck or moved is that text: the raw document is another, or its text was read or cut otherwise. */
  | { readonly is: 'unknown' };

interface Candidate {
  readonly letters: string;
  readonly trace: Trace;
}

/** Pieces are found by their letters and figures, as layout and punctuation at a cut may differ. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** A piece is looked for by its beginning; it may go on into the next one that was struck. */
const LONGEST_PROBE = 200;
/** Characters that are looked through for the pieces of one document. */
const WORK = 50_000_000;

function candidatesOf({ moves, removals }: Comparable): Candidate[] {
  return [
    ...removals.map(({ rule, reason, text }) => ({
      letters: lettersOf(text),
      trace: { is: 'struck', rule, reason } as const,
    })),
    ...moves.map(({ to, text }) => ({ letters: lettersOf(text), trace: { is: 'moved', to } as const })),
  ].filter(({ letters }) => letters !== '');
}

/** Those of one record that the other has not got, or not so often. */
function newOf(own: readonly Candidate[], others: readonly Candidate[]): Candidate[] {
  const known = new Map<string, number>();
  for (const { letters } of others) known.set(letters, (known.get(letters) ?? 0) + 1);
  return own.filter(({ letters }) => {
    const left = known.get(letters) ?? 0;
    if (left > 0) known.set(letters, left - 1);
    return left === 0;
  });
}

/** What one record has struck or moved and the other has not, to find text in that the other keeps. */
export class Tracer {
  private readonly candidates: readonly Candidate[];
  private readonly joined: string;
  private readonly starts: number[] = [];
  private readonly exact = new Map<string, Trace>();
  private work = WORK;

  constructor(record: Comparable, other: Comparable) {
    this.candidates = newOf(candidatesOf(record), candidatesOf(other));
    let length = 0;
    for (const { letters, trace } of this.candidates) {
      this.starts.push(length);
      length += letters.length;
      if (!this.exact.has(letters)) this.exact.set(letters, trace);
    }
    this.joined = this.candidates.map(({ letters }) => letters).join('');
  }

  find(letters: string): Trace {
    const exact = this.exact.get(letters);
    if (exact !== undefined) return exact;
    this.work -= this.joined.length;
    const at = letters === '' || this.work < 0 ? -1 : this.joined.indexOf(letters.slice(0, LONGEST_PROBE));
    const found =
      at < 0 ? undefined : this.candidates[countBefore(this.starts.length, (i) => (this.starts[i] ?? 0) <= at) - 1];
    return found?.trace ?? { is: 'unknown' };
  }
}
