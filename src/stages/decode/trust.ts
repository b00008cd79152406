import type { Sequence } from './misread.js';

/** How sure it is that a sequence is no good text but a misread character. */
export interface Trust {
  /**
   * 'sure' repairs alone; 'weak' needs another weak one of its script beside it, or sure ones nearby; 'doubtful' needs sure ones
   * nearby; 'rider' is repaired only with others that it touches.
   */
  readonly level: 'sure' | 'weak' | 'doubtful' | 'rider';
  readonly script: string;
}

const SURE: Trust = { level: 'sure', script: 'Latin' };
const WEAK: Trust = { level: 'weak', script: 'Latin' };
const RIDER: Trust = { level: 'rider', script: '' };

const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;

/** Accented letters and signs that two bytes give and articles hold. */
const LATIN = /[\u00a1-\u0131\u0134-\u017eƠơƯưƏəȘșȚțƒ]/;
/** Accents of letters that were taken apart (NFD). */
const ACCENTS = /[\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0323\u0327\u0328]/;
const VIETNAMESE = /[\u1e00-\u1eff]/;
/** Signs that stand behind words in good text: quotation marks, dashes, footnote numbers, trademarks, units, hyphenation. */
const BEHIND_WORD = /[‘’“”‚„‹›«»…–—•·™®©ºª°‰†‡¹²³±\u00a0\u00ad]/;
/** Those of them that have a letter behind them as well: "Å–B", "PRÄ\u00adSIDENT". */
const BETWEEN = /[‘’–—·\u00a0\u00ad]/;
/** Letters of the page that a capital may have behind it in good text. */
const LETTERS = /[ŠŒŽšœžŸƒ]/;
/** A quotation mark, also as HTML ("&quot;") or JSON (\") writes it. */
const QUOTE = /["'“”„‘’«»‹›`;&\\]/;
const OPENING = /[«‹“„‘("'[]/;

/** Scripts outside Latin: a single character of theirs can be chance ("é »" gives a Han character), two in a row cannot. */
const SCRIPTS: readonly (readonly [name: string, test: RegExp])[] = [
  ['Cyrillic', /[\u0400-\u045f\u0490-\u04bf\u04d8-\u04e9]/],
  ['Greek', /[ΆΈ-ΊΌΎ-ώ]/],
  ['Hebrew', /[\u0591-\u05f4]/],
  ['Arabic', /[\u060c\u061b\u061f\u0621-\u0669\u066a-\u06d5\u06f0-\u06f9]/],
  ['Indic', /[\u0900-\u0dff]/],
  ['Thai', /[\u0e01-\u0e3a\u0e40-\u0e5b]/],
  ['Georgian', /[\u10d0-\u10ff]/],
  ['Armenian', /[\u0531-\u058a]/],
  ['East Asian', /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]/],
];
/** General punctuation, raised and lowered figures, currency, letterlike signs, arrows, signs of mathematics, lines, shapes, dingbats. */
const SIGNS = /[\u2000-\u20bf\u2100-\u22ff\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff]/;
const EMOJI = /[\u{1f000}-\u{1faff}]/u;

/** Judges UTF-8 read as windows-1252; null for what good text does not hold. */
export function trustWestern(text: string, { start, end, char }: Sequence): Trust | null {
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  const last = text.charAt(end - 1);
  if (end - start === 2) {
    if (text.charAt(start) === 'Â') return trustLostSign(before, last, char);
    if (LATIN.test(char)) return trustLetter(text.charAt(start), before, last, behind);
    if (ACCENTS.test(char)) return LOWER.test(before) ? SURE : RIDER;
    if (/[ˆ˜]/.test(char)) return RIDER;
  }
  const second = text.charAt(start + 1);
  // "está»—" is Spanish.
  if (VIETNAMESE.test(char)) return second === '»' && BEHIND_WORD.test(last) ? WEAK : SURE;
  // „â”… is Romanian.
  if (SIGNS.test(char)) return QUOTE.test(before) && second === '”' ? WEAK : SURE;
  if (EMOJI.test(char) || char === '\ufeff' || char === '\ufffd') return SURE;
  if (char === '\ufe0f') return RIDER;
  const script = SCRIPTS.find(([, test]) => test.test(char))?.[0];
  return script === undefined ? null : { level: 'weak', script };
}

/** "Â£", "Â»", "Â°", "Â" and a no-break space: the second character is the one that was meant. */
function trustLostSign(before: string, last: string, char: string): Trust | null {
  if (char < '\u00a0') return RIDER;
  if (last === '\u00a0') return LOWER.test(before) || /[\d.,;:!?)%]/.test(before) ? SURE : WEAK;
  return UPPER.test(before) || OPENING.test(before) ? WEAK : SURE;
}

/** A capital with a sign behind it, for an accented letter: "Ã©". In good text only where a word in capitals ends so: "AMANHÃ”". */
function trustLetter(lead: string, before: string, last: string, behind: string): Trust {
  if (LOWER.test(before)) return SURE;
  // An article on misread text quotes it.
  if (QUOTE.test(before) && QUOTE.test(behind)) return WEAK;
  if (LETTERS.test(last)) return lead === 'Ä' ? WEAK : SURE;
  if (!BEHIND_WORD.test(last)) return SURE;
  return LETTER.test(behind) && !BETWEEN.test(last) ? SURE : WEAK;
}

/** A Cyrillic letter, or the beginning of a quotation mark or dash, in UTF-8 read as windows-1251. */
const PAIR = /[Р-Т][\u0080-\u00bf\u0401-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]|вЂ/;

const CYRILLIC_SIGNS = /[\u2000-\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212\ufffd]/;

/** Judges UTF-8 read as windows-1251; null for what good text does not hold. */
export function trustCyrillic(text: string, { start, end, char }: Sequence): Trust | null {
  const size = end - start;
  if (size > 2) return CYRILLIC_SIGNS.test(char) || EMOJI.test(char) ? { level: 'sure', script: 'sign' } : null;
  if (/[\u00a0\u00ad]/.test(char)) return RIDER;
  if (/[«»°©§·]/.test(char)) return { level: 'weak', script: 'Cyrillic' };
  if (!/[\u0400-\u045f\u0490\u0491]/.test(char)) return null;
  // "Рі" begins a Ukrainian word, "РІ" is in one: without another beside it, a pair must be a word of one letter.
  const alone = !LETTER.test(text.charAt(start - 1)) && !LETTER.test(text.charAt(end));
  const beside = PAIR.test(text.slice(end, end + 2)) || PAIR.test(text.slice(Math.max(0, start - 2), start));
  if (!alone && !beside) return null;
  // "РЄР…" may be a word in capitals.
  return { level: UPPER.test(text.charAt(end - 1)) ? 'doubtful' : 'weak', script: 'Cyrillic' };
}
