import { isQuotation, quotedSpans } from '../../core/quotes.js';
import type { Span } from '../../core/types.js';
import { openingWords } from './opening-words.js';
import { compileLater, type CompiledPattern } from './pattern.js';
import { StartIndex } from './start-index.js';
import { isNumber, isUnspaced, tokenize, type Token } from './tokenize.js';
import type { Phrase, PhraseList } from './types.js';

/** A phrase found in a line; the span is in the line. */
export interface PhraseHit {
  readonly phrase: Phrase;
  readonly language: string;
  readonly pattern: string;
  readonly span: Span;
}

interface Entry {
  readonly phrase: Phrase;
  readonly language: string;
  readonly pattern: CompiledPattern;
}

/** Words beyond which a line is no label, counted without colons and the numbers at its ends. */
const LABEL_WORDS = 14;
const LABEL_CHARACTERS = 40;
/** Words beyond which a notice is taken for a paragraph that happens to hold its words (DESIGN: a phrase in an article's sentence is content). */
const NOTICE_WORDS = 60;
const NOTICE_CHARACTERS = 160;
/** Prefixes are looked up by at most so many characters; the pattern itself tests the rest. */
const PREFIX_LENGTH = 8;

/** An ending is sought in so many words at the end of a long line. */
const ENDING_WORDS = 40;

/**
 * Finds the phrases of all lists in a line, whose patterns must be well formed. Building one compiles those that begin in several ways, the
 * others as their first word is met; matching looks up each word once.
 */
export class PhraseMatcher {
  /** Entries that begin a line, and those that may stand anywhere in it. */
  readonly #leading = new StartIndex<Entry>(PREFIX_LENGTH);
  readonly #anywhere = new StartIndex<Entry>(PREFIX_LENGTH);

  constructor(lists: readonly PhraseList[]) {
    for (const { language, phrases } of lists)
      for (const phrase of phrases) {
        const index = phrase.kind === 'notice' || phrase.kind === 'ending' ? this.#anywhere : this.#leading;
        for (const source of phrase.any) {
          const pattern = compileLater(source);
          const entry = { phrase, language, pattern };
          const words = openingWords(source);
          if (words === null) index.add(pattern.starts, entry);
          else index.addUnder(words, pattern, entry);
        }
      }
  }

  /** All hits in one normalized line. Quoted words are never hit: they are what somebody said. */
  match(text: string): PhraseHit[] {
    const line = withoutArrow(text);
    if (isQuotation(line)) return [];
    const tokens = tokenize(line);
    if (tokens.length === 0) return [];
    let single = 0;
    for (const token of tokens) if (isUnspaced(token.text)) single++;
    const unspaced = single > tokens.length / 2;
    let first = 0;
    let last = tokens.length;
    while (first < last && isCounter(tokens[first])) first++;
    while (last > first && isCounter(tokens[last - 1])) last--;
    let colons = 0;
    for (const token of tokens) if (token.text === ':') colons++;
    let words = last - first;
    for (let i = first; i < last; i++) if (tokens[i]?.text === ':') words--;
    const isLabelSize = words <= (unspaced ? LABEL_CHARACTERS : LABEL_WORDS);
    const isNoticeSize = tokens.length <= (unspaced ? NOTICE_CHARACTERS : NOTICE_WORDS);
    let quoted: readonly Span[] | null = null;
    const hits: PhraseHit[] = [];
    const found = (entry: Entry, from: number, to: number): void => {
      const start = tokens[from]?.start ?? 0;
      const end = tokens[to - 1]?.end ?? line.length;
      quoted ??= isNoticeSize ? quotedSpans(line) : [];
      if (quoted.some((span) => start >= span.start && end <= span.end)) return;
      hits.push({
        phrase: entry.phrase,
        language: entry.language,
        pattern: entry.pattern.source,
        span: { start, end },
      });
    };
    const leading = this.#leading.inLine(tokens);
    for (const at of first === 0 || first >= tokens.length ? [0] : [0, first])
      for (const entry of this.#leading.startingAt(tokens, at, leading)) {
        const { least, most } = entry.pattern.starts;
        if (least > tokens.length - at) continue;
        if (entry.phrase.kind === 'lead-in') {
          const end = entry.pattern.matchAt(tokens, at);
          if (end > at) found(entry, at, end);
        } else if (isLabelSize && most + colons >= last - at) {
          if (entry.pattern.spans(tokens, at, last)) found(entry, at, last);
          else if (last < tokens.length && entry.pattern.spans(tokens, at, tokens.length))
            found(entry, at, tokens.length);
        }
      }
    const anywhere = this.#anywhere.inLine(tokens);
    for (let at = isNoticeSize ? 0 : Math.max(0, tokens.length - ENDING_WORDS); at < tokens.length; at++)
      for (const entry of this.#anywhere.startingAt(tokens, at, anywhere)) {
        const { least, most } = entry.pattern.starts;
        if (least > tokens.length - at) continue;
        if (entry.phrase.kind === 'ending') {
          if (most + colons < Math.min(last, tokens.length) - at) continue;
          if (entry.pattern.spans(tokens, at, tokens.length)) found(entry, at, tokens.length);
          else if (last < tokens.length && last > at && entry.pattern.spans(tokens, at, last)) found(entry, at, last);
        } else if (isNoticeSize) {
          const end = entry.pattern.matchAt(tokens, at);
          if (end > at) found(entry, at, end);
        }
      }
    return hits;
  }
}

/** Words of a line that begins "« Older posts" and nowhere closes; longer ones are quotations which go on in the next line. */
const ARROW_WORDS = 5;

/** "» Read more" and "« Previous" begin with an arrow, not with a quotation: the arrow is blanked, offsets stay. */
function withoutArrow(line: string): string {
  const first = line.charAt(0);
  const isArrow =
    (first === '»' && /^»\s/.test(line) && !line.includes('«')) ||
    (first === '«' && !line.includes('»') && line.length < 80 && tokenize(line).length <= ARROW_WORDS);
  return isArrow ? ' ' + line.slice(1) : line;
}

const isCounter = (token: Token | undefined): boolean =>
  token !== undefined && (token.text === ':' || isNumber(token.text));
