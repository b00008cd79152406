/** What characters are, looked up instead of matched: one table for the basic plane, built from Unicode's own properties when loaded. */

export const LETTER = 1;
export const MARK = 2;
export const NUMBER = 4;
export const UPPER = 8;
export const LOWER = 16;
/** Written without spaces between words: a character counts as a word. */
export const UNSPACED = 32;
/** Those among them whose characters the phrase patterns match one by one: Han, kana and Thai. */
export const SINGLE = 64;
/** Han and kana. */
export const HAN_KANA = 128;
export const SPACE = 256;
/** ZWNJ and ZWJ, which stand inside words. */
export const JOINER = 512;
/** Invisible debris: soft hyphens, zero-width spaces, direction marks, BOM. */
export const DEBRIS = 2048;
export const CONTROL = 4096;
/** Half of a character beyond the basic plane, which kindAt() looks up. */
export const SURROGATE = 1024;
export const WORD = LETTER | MARK | NUMBER;

const PROPERTIES: readonly (readonly [kind: number, members: string])[] = [
  [LETTER, '\\p{L}'],
  [MARK, '\\p{M}'],
  [NUMBER, '\\p{N}'],
  [UPPER, '\\p{Lu}'],
  [LOWER, '\\p{Ll}'],
  [
    UNSPACED,
    '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}',
  ],
  [SINGLE, '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}'],
  [HAN_KANA, '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'],
  [SPACE, '\\s'],
  [JOINER, '\\u200c\\u200d'],
  [SURROGATE, '\\ud800-\\udfff'],
  [DEBRIS, '\\u00ad\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'],
  [CONTROL, '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f'],
];

const PLANE = 0x10000;

/** All characters of the basic plane in two halves, so that no high surrogate meets the first low one and is read as a pair. */
const HALVES = [
  [0, charactersOf(0, 0xdc00)],
  [0xdc00, charactersOf(0xdc00, PLANE)],
] as const;

function charactersOf(from: number, to: number): string {
  let text = '';
  for (let code = from; code < to; code++) text += String.fromCharCode(code);
  return text;
}

/** Calls `put` for each character of the basic plane that is in the class. */
export function eachMember(members: string, put: (code: number) => void): void {
  for (const [start, half] of HALVES)
    for (const { index, 0: run } of half.matchAll(new RegExp(`[${members}]+`, 'gu')))
      for (let i = 0; i < run.length; i++) put(start + index + i);
}

/** Kinds of each UTF-16 unit, as a sum of the above. */
export const KINDS: Readonly<Uint16Array> = (() => {
  const kinds = new Uint16Array(PLANE);
  for (const [kind, members] of PROPERTIES)
    eachMember(members, (code) => {
      kinds[code] = (kinds[code] as number) | kind;
    });
  return kinds;
})();

const BEYOND = PROPERTIES.map(([kind, members]) => [kind, new RegExp(`[${members}]`, 'u')] as const);

/** The kinds of the character that begins at `at`, SURROGATE among them where it takes two units; 0 behind the text's end. */
export function kindAt(text: string, at: number): number {
  const kind = KINDS[text.charCodeAt(at)] ?? 0;
  if ((kind & SURROGATE) === 0) return kind;
  const code = text.codePointAt(at) ?? 0;
  if (code < PLANE) return 0;
  const character = String.fromCodePoint(code);
  let kinds = SURROGATE;
  for (const [own, test] of BEYOND) if (test.test(character)) kinds |= own;
  return kinds;
}

/** True for a text that is one character of Han, kana or Thai. */
export function isSingle(text: string): boolean {
  if (text.length === 0 || text.length > 2) return false;
  const kind = kindAt(text, 0);
  return (kind & SINGLE) !== 0 && ((kind & SURROGATE) === 0) === (text.length === 1);
}

/** True where one character of a text, or more, is of Han, kana or Thai. */
export function holdsSingle(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    let kind = KINDS[text.charCodeAt(i)] as number;
    if ((kind & SURROGATE) !== 0) kind = kindAt(text, i);
    if ((kind & SINGLE) !== 0) return true;
  }
  return false;
}

/** True for the code of a blank. */
export const isSpace = (code: number): boolean => ((KINDS[code] as number) & SPACE) !== 0;

/** The codes of the characters of a text, all of the basic plane. */
export function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i)));
}

/** True where all units are ASCII. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
