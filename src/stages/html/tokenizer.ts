/** Takes a page's tags and texts as they are found. All numbers are places in the source. */
export interface TokenSink {
  /** A start tag begins; its attributes follow, then its end. */
  startTag(nameStart: number, nameEnd: number): void;
  /** An attribute of the tag, as it is written between its quotes; without a value, both are the same place. */
  attribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void;
  startTagEnd(selfClosing: boolean): void;
  endTag(nameStart: number, nameEnd: number): void;
  text(start: number, end: number): void;
}

const TAB = 0x09;
const NEWLINE = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const DASH = 0x2d;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const SMALL_S = 0x73;
const SMALL_T = 0x74;
const SMALL_X = 0x78;
/** What small letters have and capitals have not. */
const SMALL = 0x20;

/** The page ends where it cannot be told yet whether a tag begins raw text. */
const UNFINISHED = '';

const isBlank = (code: number): boolean =>
  code === SPACE || code === NEWLINE || code === TAB || code === RETURN || code === FORM_FEED;
const isLetter = (code: number): boolean => (code | SMALL) >= 0x61 && (code | SMALL) <= 0x7a;
const endsName = (code: number): boolean => code === GREATER || code === SLASH || isBlank(code);

/** Elements whose content is text up to their end tag, and nothing else. */
const RAW_TEXT = ['script', 'style', 'title', 'textarea', 'xmp'];

/**
 * Cuts a page into tags and texts, in order. What is broken is read as htmlparser2's tokenizer reads it, whose states are followed here: what
 * the page's end leaves open is dropped where it is known to be a tag or a comment, and text where it is not. References are left as they
 * are. Linear in the page.
 */
export function tokenize(source: string, sink: TokenSink): void {
  new Tokenizer(source, sink).run();
}

/** Each method reads from one place on and gives the place behind what it has read; the page's end where it ends before that. */
class Tokenizer {
  private readonly end: number;

  constructor(
    private readonly source: string,
    private readonly sink: TokenSink,
  ) {
    this.end = source.length;
  }

  run(): void {
    for (let at = 0; at < this.end;) at = this.textAndMarkup(at);
  }

  private textAndMarkup(start: number): number {
    let from = start;
    for (let open = this.find('<', from); open >= 0; open = this.find('<', open + 1)) {
      if (open > from) this.sink.text(from, open);
      const next = this.markup(open + 1);
      if (next >= 0) return next;
      // A text that goes on, but is told anew from here.
      from = open;
    }
    this.sink.text(from, this.end);
    return this.end;
  }

  /** What stands behind a "<"; -1 if that is only text. */
  private markup(at: number): number {
    const code = this.code(at);
    if (isLetter(code)) return this.startTag(at);
    if (code === SLASH) return this.slash(at + 1);
    if (code === EXCLAMATION) return this.declaration(at + 1);
    return code === QUESTION ? this.pastGreater(at + 1, at + 1) : -1;
  }

  private slash(at: number): number {
    const start = this.pastBlanks(at);
    if (start === this.end || this.code(start) === GREATER) return -1;
    return isLetter(this.code(start)) ? this.endTag(start) : this.pastGreater(start + 1, start);
  }

  private endTag(start: number): number {
    let at = start;
    while (at < this.end && this.code(at) !== GREATER && !isBlank(this.code(at))) at++;
    if (at === this.end) return at;
    this.sink.endTag(start, at);
    return this.behind('>', at);
  }

  private declaration(at: number): number {
    if (this.source.startsWith('--', at)) return this.behind('-->', at);
    if (this.source.startsWith('[CDATA[', at)) return this.behind(']]>', at + '[CDATA['.length);
    const code = this.code(at);
    // A ">" in the first place ends nothing yet, and none behind a dash either.
    return this.pastGreater(code === DASH ? at + 2 : at + 1, at);
  }

  /** Behind the ">" that ends a declaration; without one, all from `start` on is text. */
  private pastGreater(from: number, start: number): number {
    const close = this.find('>', from);
    if (close >= 0) return close + 1;
    if (start < this.end) this.sink.text(start, this.end);
    return this.end;
  }

  private startTag(start: number): number {
    const raw = this.rawName(start);
    if (raw === UNFINISHED) {
      this.sink.text(start, this.end);
      return this.end;
    }
    let at = start + 1;
    while (at < this.end && !endsName(this.code(at))) at++;
    if (at === this.end) return at;
    this.sink.startTag(start, at);
    while (at < this.end) {
      const code = this.code(at);
      if (code === GREATER) {
        this.sink.startTagEnd(false);
        return raw === null ? at + 1 : this.rawText(at + 1, raw);
      }
      if (code === SLASH) {
        at = this.pastBlanks(at + 1);
        if (at < this.end && this.code(at) === GREATER) {
          this.sink.startTagEnd(true);
          return at + 1;
        }
      } else if (isBlank(code)) at++;
      else at = this.attribute(at);
    }
    return at;
  }

  private attribute(start: number): number {
    let nameEnd = start + 1;
    while (nameEnd < this.end && this.code(nameEnd) !== EQUALS && !endsName(this.code(nameEnd))) nameEnd++;
    const behind = this.pastBlanks(nameEnd);
    if (this.code(behind) !== EQUALS) {
      this.sink.attribute(start, nameEnd, nameEnd, nameEnd);
      return behind;
    }
    const value = this.pastBlanks(behind + 1);
    const quote = this.code(value);
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
      const close = this.find(quote === DOUBLE_QUOTE ? '"' : "'", value + 1);
      if (close < 0) return this.end;
      this.sink.attribute(start, nameEnd, value + 1, close);
      return close + 1;
    }
    let at = value;
    while (at < this.end && this.code(at) !== GREATER && !isBlank(this.code(at))) at++;
    this.sink.attribute(start, nameEnd, value, at);
    return at;
  }

  /** The name of a raw text element that begins at `start`, null for any other, UNFINISHED where the page ends before that can be told. */
  private rawName(start: number): string | null {
    const first = this.code(start) | SMALL;
    if (first !== SMALL_S && first !== SMALL_T && first !== SMALL_X) return null;
    if (start + 1 === this.end) return UNFINISHED;
    // The first letter of those in t and x is not looked at again: "<xitle>" holds raw text up to "</title".
    const second = this.code(start + 1) | SMALL;
    const name = RAW_TEXT.find(
      (name) => name.charCodeAt(1) === second && (first === SMALL_S) === (name.charCodeAt(0) === SMALL_S),
    );
    if (name === undefined) return null;
    const matched = this.matchedLetters(name, start, 2);
    if (start + matched === this.end) return UNFINISHED;
    return matched === name.length && endsName(this.code(start + matched)) ? name : null;
  }

  /** How many letters of a lower-case name stand at `at`, when the first `known` of them do. */
  private matchedLetters(name: string, at: number, known: number): number {
    let matched = known;
    while (matched < name.length && (this.code(at + matched) | SMALL) === name.charCodeAt(matched)) matched++;
    return matched;
  }

  private rawText(start: number, name: string): number {
    for (let open = this.find('</', start); open >= 0; open = this.find('</', open + 1)) {
      const nameEnd = open + 2 + name.length;
      const code = this.code(nameEnd);
      if (this.matchedLetters(name, open + 2, 0) < name.length || !(code === GREATER || isBlank(code))) continue;
      if (start < open) this.sink.text(start, open);
      this.sink.endTag(open + 2, nameEnd);
      return this.behind('>', nameEnd);
    }
    if (start < this.end) this.sink.text(start, this.end);
    return this.end;
  }

  private pastBlanks(at: number): number {
    let next = at;
    while (next < this.end && isBlank(this.code(next))) next++;
    return next;
  }

  private behind(sign: string, from: number): number {
    const at = this.find(sign, from);
    return at < 0 ? this.end : at + sign.length;
  }

  private find(sign: string, from: number): number {
    return this.source.indexOf(sign, from);
  }

  /** NaN behind the page's end. */
  private code(at: number): number {
    return this.source.charCodeAt(at);
  }
}
