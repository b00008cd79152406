import { align, numbered } from './align.js';
import { tokensOf, type Token } from './tokens.js';

/** A stretch of a paragraph: on both sides, only before (removed now) or only after (kept now). */
export interface Segment {
  readonly kind: 'same' | 'removed' | 'kept';
  /** Of what is the same, as it stands after. */
  readonly text: string;
  readonly words: number;
}

/** A paragraph of both texts, or of one. */
export type ParagraphDiff = readonly Segment[];

/** Steps that one text may cost, roughly: the longer the text, the fewer edits are looked for in it. */
const WORK = 20_000_000;
const MOST_EDITS = { paragraphs: 1000, words: 400 };
/** Paragraphs that stand in the place of others are compared with each other if there are no more pairs than that. */
const MOST_PAIRS = 400;
/** Paragraphs that share so much of their words are one that was changed. */
const ALIKE = 0.4;

const editsFor = (items: number, most: number): number => Math.max(1, Math.min(most, Math.floor(WORK / (items + 1))));

const paragraphsOf = (text: string): string[] => (text === '' ? [] : text.split('\n\n'));

interface Paragraph {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
}

function readParagraph(text: string): Paragraph {
  const tokens = tokensOf(text);
  return { text, tokens, words: tokens.map(({ start, end }) => text.slice(start, end)) };
}

const whole = (kind: Segment['kind'], { text, tokens }: Paragraph): ParagraphDiff => [
  { kind, text, words: countIn(tokens) },
];

const countIn = (tokens: readonly Token[]): number => tokens.reduce((sum, { isWord }) => sum + (isWord ? 1 : 0), 0);

/** Share of their words, order aside, that two paragraphs have in common. */
function likeness(a: Paragraph, b: Paragraph): number {
  const counts = new Map<string, number>();
  for (const word of a.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b.words) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common += 1;
  }
  return (2 * common) / Math.max(1, a.words.length + b.words.length);
}

/** Part of a paragraph from one token up to another, with the space behind it. */
function slice({ text, tokens }: Paragraph, from: number, to: number): string {
  const start = from === 0 ? 0 : (tokens[from]?.start ?? text.length);
  return text.slice(start, tokens[to]?.start ?? text.length);
}

function diffParagraph(before: Paragraph, after: Paragraph, maxEdits: number): ParagraphDiff {
  const [left, right] = numbered(before.words, after.words);
  let [i, j] = [0, 0];
  return align(left, right, maxEdits).map(({ kind, count }): Segment => {
    const [side, from] = kind === 'removed' ? [before, i] : [after, j];
    let text = slice(side, from, from + count);
    // Where the text after ends, a word that was removed follows.
    if (kind === 'same' && !/\s$/.test(text) && slice(before, i, i + count).endsWith(' ')) text += ' ';
    if (kind !== 'kept') i += count;
    if (kind !== 'removed') j += count;
    return { kind, text, words: countIn(side.tokens.slice(from, from + count)) };
  });
}

/** Paragraphs in the place of others: those that are alike are one, in order; all others went or came as a whole. */
function diffReplaced(before: readonly string[], after: readonly string[], maxEdits: number): ParagraphDiff[] {
  const [left, right] = [before.map(readParagraph), after.map(readParagraph)];
  const all = left.length * right.length <= MOST_PAIRS;
  const out: ParagraphDiff[] = [];
  let next = 0;
  left.forEach((paragraph, i) => {
    const candidates = all ? right.slice(next) : right.slice(Math.max(next, i), i + 1);
    const offset = all ? next : Math.max(next, i);
    const found = candidates.findIndex((candidate) => likeness(paragraph, candidate) >= ALIKE);
    const mate = right[offset + found];
    if (found < 0 || mate === undefined) {
      out.push(whole('removed', paragraph));
      return;
    }
    for (const skipped of right.slice(next, offset + found)) out.push(whole('kept', skipped));
    out.push(diffParagraph(paragraph, mate, maxEdits));
    next = offset + found + 1;
  });
  for (const rest of right.slice(next)) out.push(whole('kept', rest));
  return out;
}

/**
 * What was removed from a text and what was kept in addition, by paragraph and then by word. Without white space, what is the same and what
 * was removed make up the text before; what is the same and what is kept, the text after.
 */
export function diffTexts(before: string, after: string): ParagraphDiff[] {
  const [left, right] = [paragraphsOf(before), paragraphsOf(after)];
  const [leftNumbers, rightNumbers] = numbered(left, right);
  const runs = align(leftNumbers, rightNumbers, editsFor(left.length + right.length, MOST_EDITS.paragraphs));
  // Two characters to a token at least, or near that.
  const wordEdits = editsFor((before.length + after.length) / 2, MOST_EDITS.words);
  const out: ParagraphDiff[] = [];
  let [i, j] = [0, 0];
  let removed: string[] = [];
  const flush = (kept: readonly string[]): void => {
    for (const paragraph of diffReplaced(removed, kept, wordEdits)) out.push(paragraph);
    removed = [];
  };
  for (const { kind, count } of runs) {
    if (kind === 'removed') {
      removed = left.slice(i, i + count);
      i += count;
      continue;
    }
    const own = right.slice(j, j + count);
    j += count;
    if (kind === 'kept') flush(own);
    else {
      flush([]);
      i += count;
      for (const text of own) out.push(whole('same', readParagraph(text)));
    }
  }
  flush([]);
  return out;
}
