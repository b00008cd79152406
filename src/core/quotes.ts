import type { Span } from './types.js';

/** Opening marks and what closes them. Straight and single marks count only at a word's edge, where they can't be apostrophes. */
const CLOSERS: Readonly<Record<string, string>> = {
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
};

/** Quoted stretches of a line, marks included. A quotation left open runs to the end of the line. Quotes inside quotes are not told. */
export function quotedSpans(line: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  let closers = '';
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (open < 0) {
      const closes = CLOSERS[char];
      const edge = i === 0 || /[\s([{—–\-:,،、。]/.test(line.charAt(i - 1)) || '「『《«“'.includes(char);
      if (closes !== undefined && edge) {
        open = i;
        closers = closes;
      }
    } else if (closers.includes(char) && !(char === '’' && /\p{L}/u.test(line.charAt(i + 1)))) {
      spans.push({ start: open, end: i + 1 });
      open = -1;
    }
  }
  if (open >= 0) spans.push({ start: open, end: line.length });
  return spans;
}

/** True where the whole line is one quotation, but for a mark of punctuation behind it. */
export function isQuotation(line: string): boolean {
  const first = quotedSpans(line)[0];
  return first?.start === 0 && line.slice(first.end).replace(/[\s.,;:!?。]/g, '') === '';
}
