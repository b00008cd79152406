import { TextDecoder } from '@exodus/bytes/encoding.js';

/** UTF-8 that was read byte by byte as a code page: one character of the text stands for one byte. */

export interface CodePage {
  /** The byte a character was read from, 0x80 to 0xff; undefined for characters that are not in the page. */
  readonly byteOf: ReadonlyMap<string, number>;
}

const HIGH_BYTES = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);

function codePage(name: string, extra: Iterable<readonly [string, number]>): CodePage {
  const chars = new TextDecoder(name).decode(HIGH_BYTES);
  return { byteOf: new Map([...extra, ...Array.from(chars, (char, i) => [char, 128 + i] as const)]) };
}

/** windows-1252; ISO 8859-1 differs in that it leaves the bytes 0x80 to 0x9f as control characters, so these count too. */
export const WESTERN = codePage(
  'windows-1252',
  Array.from({ length: 32 }, (_, i) => [String.fromCharCode(0x80 + i), 0x80 + i] as const),
);
/** windows-1251. */
export const CYRILLIC = codePage('windows-1251', []);

/** A well-formed UTF-8 sequence among misread characters. */
export interface Sequence {
  readonly start: number;
  readonly end: number;
  /** The character that was meant. */
  readonly char: string;
}

/** The sequence of two to four characters that begins at `start`, or null. */
export function sequenceAt(text: string, start: number, page: CodePage): Sequence | null {
  const lead = page.byteOf.get(text.charAt(start)) ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (size === 0 || lead > 0xf4) return null;
  let code = lead & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    const byte = page.byteOf.get(text.charAt(start + i)) ?? 0;
    if (byte < 0x80 || byte > 0xbf) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  // Overlong forms, surrogates and what lies beyond Unicode are not UTF-8.
  const least = size === 4 ? 0x10000 : size === 3 ? 0x800 : 0x80;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return { start, end: start + size, char: String.fromCodePoint(code) };
}
