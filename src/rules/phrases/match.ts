import { isQuotation, quotedSpans } from '../../core/quotes.js';
import type { Span } from '../../core/types.js';
import { compile, type CompiledPattern, isNumber, isUnspaced, tokenize, type Token } from './pattern.js';
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

/** Entries by the words that can begin them. */
class EntryIndex {
  readonly #words = new Map<string, Entry[]>();
  readonly #prefixes = new Map<string, Entry[]>();
  readonly #numbers: Entry[] = [];
  readonly #any: Entry[] = [];

  add(entry: Entry): void {
    const { words, prefixes, number, any } = entry.pattern.starts;
    for (const word of words) push(this.#words, word, entry);
    for (const prefix of prefixes) push(this.#prefixes, prefix.slice(0, PREFIX_LENGTH), entry);
    if (number) this.#numbers.push(entry);
    if (any) this.#any.push(entry);
  }

  /** Entries that a word can begin. */
  startingWith(word: string): Entry[] {
    const found = [...this.#any, ...(this.#words.get(word) ?? [])];
    for (let length = 1; length <= Math.min(PREFIX_LENGTH, word.length); length++) {
      const entries = this.#prefixes.get(word.slice(0, length));
      if (entries !== undefined) found.push(...entries);
    }
    if (isNumber(word)) found.push(...this.#numbers);
    return found;
  }
}

/** Finds the phrases of all lists in a line. Building one compiles every pattern; matching looks up each word once. */
export class PhraseMatcher {
  /** Entries that begin a line, and those that may stand anywhere in it. */
  readonly #leading = new EntryIndex();
  readonly #anywhere = new EntryIndex();

  constructor(lists: readonly PhraseList[]) {
    for (const { language, phrases } of lists)
      for (const phrase of phrases) {
        const index = phrase.kind === 'notice' || phrase.kind === 'ending' ? this.#anywhere : this.#leading;
        for (const source of phrase.any) index.add({ phrase, language, pattern: compile(source) });
      }
  }

  /** All hits in one normalized line. Quoted words are never hit: they are what somebody said. */
  match(text: string): PhraseHit[] {
    const line = withoutArrow(text);
    if (isQuotation(line)) return [];
    const tokens = tokenize(line);
    if (tokens.length === 0) return [];
    const unspaced = tokens.filter((token) => isUnspaced(token.text)).length > tokens.length / 2;
    let first = 0;
    let last = tokens.length;
    while (first < last && isCounter(tokens[first])) first++;
    while (last > first && isCounter(tokens[last - 1])) last--;
    const words = tokens.slice(first, last).filter((token) => token.text !== ':').length;
    const isLabelSize = words <= (unspaced ? LABEL_CHARACTERS : LABEL_WORDS);
    const isNoticeSize = tokens.length <= (unspaced ? NOTICE_CHARACTERS : NOTICE_WORDS);
    const quoted = isNoticeSize ? quotedSpans(line) : [];
    const hits: PhraseHit[] = [];
    const found = (entry: Entry, from: number, to: number): void => {
      const start = tokens[from]?.start ?? 0;
      const end = tokens[to - 1]?.end ?? line.length;
      if (quoted.some((span) => start >= span.start && end <= span.end)) return;
      hits.push({
        phrase: entry.phrase,
        language: entry.language,
        pattern: entry.pattern.source,
        span: { start, end },
      });
    };
    for (const at of first === 0 || first >= tokens.length ? [0] : [0, first])
      for (const entry of this.#leading.startingWith(tokens[at]?.text ?? '')) {
        if (entry.phrase.kind === 'lead-in') {
          const end = entry.pattern.matchAt(tokens, at);
          if (end > at) found(entry, at, end);
        } else if (isLabelSize) {
          if (entry.pattern.spans(tokens, at, last)) found(entry, at, last);
          else if (last < tokens.length && entry.pattern.spans(tokens, at, tokens.length))
            found(entry, at, tokens.length);
        }
      }
    for (let at = isNoticeSize ? 0 : Math.max(0, tokens.length - ENDING_WORDS); at < tokens.length; at++)
      for (const entry of this.#anywhere.startingWith(tokens[at]?.text ?? '')) {
        if (entry.phrase.kind === 'ending') {
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
  const isArrow =
    (/^»\s/.test(line) && !line.includes('«')) ||
    (line.startsWith('«') && !line.includes('»') && line.length < 80 && tokenize(line).length <= ARROW_WORDS);
  return isArrow ? ' ' + line.slice(1) : line;
}

const isCounter = (token: Token | undefined): boolean =>
  token !== undefined && (token.text === ':' || isNumber(token.text));

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}
