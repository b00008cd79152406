import { codesOf, KINDS, LETTER, SPACE } from './characters.js';
import type { Span } from './types.js';

/** Opening marks and what closes them. Straight and single marks count only at a word's edge, where they can't be apostrophes. */
const CLOSERS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '“': '”',
    '„': '“”',
    '«': '»',
    '»': '«',
    '「': '」',
    '『': '』',
    '《': '》',
    '‘': '’',
    '‚': '‘’',
    '"': '"',
  }).map(([opener, closers]) => [opener.charCodeAt(0), closers]),
);
const OPENER = /[“„«»「『《‘‚"]/;
/** What may stand before an opening mark, beside white space. */
const EDGES: ReadonlySet<number> = codesOf('([{—–-:,،、。');
/** Marks that nothing else is written with: they open in the middle of a word, too. */
const PLAIN_OPENERS: ReadonlySet<number> = codesOf('「『《«“');
const RIGHT_SINGLE = 0x2019;

function opensAt(line: string, at: number): boolean {
  if (at === 0 || PLAIN_OPENERS.has(line.charCodeAt(at))) return true;
  const before = line.charCodeAt(at - 1);
  return ((KINDS[before] as number) & SPACE) !== 0 || EDGES.has(before);
}

const isLetterAt = (line: string, at: number): boolean =>
  at < line.length && ((KINDS[line.charCodeAt(at)] as number) & LETTER) !== 0;

/** The offset behind the mark that closes a quotation whose inside begins at `from`; the end of the line where it is left open. */
function closeOf(line: string, from: number, closers: string): number {
  for (let i = from; i < line.length; i++) {
    const char = line.charAt(i);
    if (closers.includes(char) && !(char.charCodeAt(0) === RIGHT_SINGLE && isLetterAt(line, i + 1))) return i + 1;
  }
  return line.length;
}

/** Quoted stretches of a line, marks included. A quotation left open runs to the end of the line. Quotes inside quotes are not told. */
export function quotedSpans(line: string): Span[] {
  const spans: Span[] = [];
  for (let i = line.search(OPENER); i >= 0 && i < line.length; i++) {
    const closers = CLOSERS.get(line.charCodeAt(i));
    if (closers === undefined || !opensAt(line, i)) continue;
    const end = closeOf(line, i + 1, closers);
    spans.push({ start: i, end });
    i = end - 1;
  }
  return spans;
}

/** True where the whole line is one quotation, but for a mark of punctuation behind it. */
export function isQuotation(line: string): boolean {
  const closers = CLOSERS.get(line.charCodeAt(0));
  if (closers === undefined) return false;
  return /^[\s.,;:!?。]*$/.test(line.slice(closeOf(line, 1, closers)));
}
