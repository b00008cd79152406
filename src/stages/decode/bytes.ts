import { TextDecoder } from '@exodus/bytes/encoding.js';

/** What bytes say of themselves, before any encoding is assumed. All functions are linear. */

export interface Bom {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** In bytes. */
  readonly length: number;
}

export function findBom(bytes: Uint8Array): Bom | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** How well bytes read as UTF-8. */
export interface Utf8Scan {
  /** Well-formed sequences of two to four bytes. */
  readonly sequences: number;
  /** Those of three or four: they hardly ever come about by chance. */
  readonly long: number;
  /** Places where a decoder would write U+FFFD; a sequence cut off by the end of the bytes is not one of them. */
  readonly broken: number;
  /** The bytes end in the middle of a sequence. */
  readonly cut: boolean;
  /** Control characters that no text holds; ESC is let through for ISO-2022-JP. */
  readonly controls: number;
}

/** Second bytes that are narrower than 80..BF: no overlong forms, no surrogates, nothing above U+10FFFF. */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x1b && !(byte >= 0x09 && byte <= 0x0d);

/**
 * A function that gives where the printable ASCII ends that begins at `at`, or a place before that end. It looks at four bytes at
 * once, which most of a page is for: none of them has its high bit set, nor has it when 0x20 is taken from each.
 */
function printableRuns(bytes: Uint8Array): (at: number) => number {
  const first = -bytes.byteOffset & 3;
  if (first >= bytes.length) return (at) => at;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + first, (bytes.length - first) >> 2);
  return (at) => {
    if (at < first || ((at - first) & 3) !== 0) return at;
    let word = (at - first) >> 2;
    while (word < words.length) {
      const four = words[word] as number;
      if (((four | (four - 0x20202020)) & 0x80808080) !== 0) break;
      word++;
    }
    return first + word * 4;
  };
}

/** One look at all bytes, from which all that is asked of them as a whole follows. */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  const printableFrom = printableRuns(bytes);
  let sequences = 0;
  let long = 0;
  let broken = 0;
  let controls = 0;
  let i = printableFrom(0);
  while (i < bytes.length) {
    const lead = bytes[i++] as number;
    if (lead < 0x80) {
      if (isControl(lead)) controls++;
      i = printableFrom(i);
      continue;
    }
    const size =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (size === 0) {
      broken++;
      continue;
    }
    let [low, high] = secondByteRange(lead);
    let left = size - 1;
    for (; left > 0 && i < bytes.length; left--, i++) {
      const next = bytes[i] as number;
      if (next < low || next > high) break;
      low = 0x80;
      high = 0xbf;
    }
    if (left === 0) {
      sequences++;
      if (size > 2) long++;
    } else if (i >= bytes.length) {
      return { sequences, long, broken, cut: true, controls };
    } else {
      broken++;
    }
  }
  return { sequences, long, broken, cut: false, controls };
}

/** File formats that arrive under the wrong name, by their first bytes. None of these can begin a text. */
const SIGNATURES: readonly (readonly [name: string, start: string])[] = [
  ['a PDF file', '%PDF-'],
  ['gzip data', '\x1f\x8b'],
  ['a ZIP archive', 'PK\x03\x04'],
  ['a PNG image', '\x89PNG\r\n'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF87a'],
  ['a GIF image', 'GIF89a'],
  ['zstd data', '\x28\xb5\x2f\xfd'],
  ['xz data', '\xfd7zXZ\x00'],
  ['bzip2 data', 'BZh91AY&SY'],
  ['a 7z archive', '7z\xbc\xaf\x27\x1c'],
  ['an Office document of the old kind', '\xd0\xcf\x11\xe0\xa1\xb1'],
  ['an SQLite database', 'SQLite format 3\x00'],
  ['a font', 'wOF2'],
  ['a font', 'wOFF'],
];

/** What kind of file the first bytes announce, or null. */
export function binarySignature(bytes: Uint8Array): string | null {
  for (const [name, start] of SIGNATURES) {
    let same = bytes.length >= start.length;
    for (let i = 0; same && i < start.length; i++) same = bytes[i] === start.charCodeAt(i);
    if (same) return name;
  }
  return null;
}

/** Text holds next to no control characters; 11 % of random bytes are. */
const MAX_CONTROLS = 0.01;
/** In well-formed UTF-8 other than plain NULs a separator more often used than that is still a text. */
const MAX_CONTROLS_UTF8 = 0.1;

/** True where too many bytes are control characters for text of any encoding but UTF-16. NULs that pad the end do not count. */
export function isBinary(bytes: Uint8Array, { broken, controls }: Utf8Scan): boolean {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length--;
  if (length === 0) return bytes.length > 0;
  const padding = bytes.length - length;
  return controls - padding > Math.max(1, length * (broken === 0 ? MAX_CONTROLS_UTF8 : MAX_CONTROLS));
}

/** Bytes looked at to tell UTF-16 from other data. */
const WIDE_SAMPLE = 1 << 16;
/** Share of the pairs with a NUL below which data is not taken for UTF-16: text has a space or line end in fifty characters. */
const MIN_WIDE_NULS = 0.02;
const NOT_TEXT = /[\p{Cn}\p{Co}\p{Cs}\ufffd]|[^\P{Cc}\t\n\f\r]/gu;

/** True where UTF-16 of this byte order reads as text: hardly any control, unassigned or private characters. */
export function readsAsWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const sample = bytes.subarray(0, WIDE_SAMPLE);
  const text = new TextDecoder(encoding).decode(sample);
  return text.length > 1 && (text.match(NOT_TEXT)?.length ?? 0) <= Math.max(1, text.length * MAX_CONTROLS);
}

/** UTF-16 without a byte order mark: NULs in the high bytes of Latin letters, spaces and line ends. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.subarray(0, WIDE_SAMPLE).indexOf(0) < 0) return null;
  const pairs = Math.min(bytes.length, WIDE_SAMPLE) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (Math.max(even, odd) < Math.max(2, pairs * MIN_WIDE_NULS)) return null;
  const order = odd > even ? (['utf-16le', 'utf-16be'] as const) : (['utf-16be', 'utf-16le'] as const);
  return order.find((encoding) => readsAsWide(bytes, encoding)) ?? null;
}

/** ISO-2022-JP: escapes into JIS X 0208 and back. No other text holds both. */
export function holdsJisEscapes(bytes: Uint8Array): boolean {
  let into = false;
  let back = false;
  for (let at = bytes.indexOf(0x1b); at >= 0 && !(into && back); at = bytes.indexOf(0x1b, at + 1)) {
    const kind = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    into ||= kind === '$B' || kind === '$@';
    back ||= kind === '(B' || kind === '(J';
  }
  return into && back;
}
