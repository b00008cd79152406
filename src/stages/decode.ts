import { TextDecoder } from '@exodus/bytes/encoding.js';
import { DocumentError } from '../core/errors.js';
import {
  binarySignature,
  findBom,
  holdsJisEscapes,
  isBinary,
  readsAsWide,
  scanUtf8,
  wideEncoding,
  type Utf8Scan,
} from './decode/bytes.js';
import { declarations, type Declaration } from './decode/declared.js';
import { detectEncoding, sampleOf } from './decode/detect.js';

/** A document's text, and how it was read. */
export interface Decoded {
  /** The bytes decoded, without a byte order mark, nothing else changed: what leaves the pipeline points into this. */
  readonly text: string;
  /** WHATWG name, lower case. */
  readonly encoding: string;
  /** What decided: 'transport' is the charset of hints.contentType, 'container' a payload that was text already. */
  readonly encodingFrom: 'bom' | 'transport' | 'meta' | 'utf-8' | 'detected' | 'container' | 'fallback';
  /** 'invalid-bytes': some bytes have become U+FFFD; 'misdeclared-encoding': the bytes contradict what was declared first. */
  readonly flags: string[];
}

export interface DecodeHints {
  readonly contentType?: string | undefined;
  readonly format: 'html' | 'text';
}

/** UTF-8 stays UTF-8 up to one broken place for ten sequences. In other encodings, six of ten are broken at the least (20 encodings). */
const MAX_BROKEN = 0.1;
/** So many pairs of GBK, Shift_JIS or EUC can pass for UTF-8 by chance, where no longer sequence bears it out; one in four does. */
const MAX_CHANCE = 8;
/** A text with more U+FFFD and control characters than this was no text, or was lost before it came here. */
const MAX_UNREADABLE = 0.1;

const DOUBLE_BYTE = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/**
 * Decodes a document. In order of trust: a byte order mark; UTF-8 where the bytes are well-formed UTF-8 beyond ASCII; the
 * transport's and the document's own declaration, if nothing explains the bytes far better; detection; windows-1252.
 * Throws DocumentError 'unreadable' for what is no text. Linear; detection looks at a bounded sample.
 */
export function decode(payload: Uint8Array | string, hints: DecodeHints): Decoded {
  if (typeof payload === 'string') {
    return readable({ text: payload, encoding: 'utf-8', encodingFrom: 'container', flags: [] });
  }
  const bom = findBom(payload);
  const bytes = bom === null ? payload : payload.subarray(bom.length);
  if (bom !== null && bom.encoding !== 'utf-8') return read(bytes, bom.encoding, 'bom', []);
  const signature = binarySignature(bytes);
  if (signature !== null) throw new DocumentError('unreadable', `not text but ${signature}`);
  const wide = wideEncoding(bytes);
  if (wide !== null) return read(bytes, wide, 'detected', []);
  const scan = scanUtf8(bytes);
  const declared = declarations(bytes, hints);
  const first = declared[0];
  // East Asian text in UTF-16 holds few NULs, and only its declaration tells.
  if (
    (first?.encoding === 'utf-16le' || first?.encoding === 'utf-16be') &&
    scan.broken > 0 &&
    readsAsWide(bytes, first.encoding)
  ) {
    return read(bytes, first.encoding, first.from, []);
  }
  const { controls } = scan;
  if (isBinary(bytes, scan)) {
    throw new DocumentError('unreadable', 'not text but binary data: too many control characters');
  }
  if (bom !== null && isNearlyUtf8(scan, true)) return read(bytes, 'utf-8', 'bom', [], controls);
  const [encoding, from] = choose(bytes, scan, declared, hints.format);
  const contradicted = first !== undefined && first.encoding !== encoding;
  return read(bytes, encoding, from, contradicted ? ['misdeclared-encoding'] : [], controls);
}

type Choice = readonly [encoding: string, from: Decoded['encodingFrom']];

function choose(bytes: Uint8Array, scan: Utf8Scan, declared: readonly Declaration[], format: 'html' | 'text'): Choice {
  const utf8 = declared.find(({ encoding }) => encoding === 'utf-8');
  const legacy = declared.filter(({ encoding }) => !encoding.startsWith('utf-'));
  const first = declared.find(({ encoding }) => !encoding.startsWith('utf-16'));
  if (scan.sequences + scan.broken === 0 && !scan.cut) {
    if (holdsJisEscapes(bytes)) {
      return ['iso-2022-jp', legacy.find(({ encoding }) => encoding === 'iso-2022-jp')?.from ?? 'detected'];
    }
    // ASCII reads alike in all of them, so there is nothing to doubt.
    return first === undefined ? ['utf-8', 'utf-8'] : [first.encoding, first.from];
  }
  const chance =
    scan.long === 0 && scan.sequences < MAX_CHANCE && first !== undefined && DOUBLE_BYTE.has(first.encoding);
  if (isNearlyUtf8(scan, utf8 !== undefined) && !chance) return ['utf-8', utf8?.from ?? 'utf-8'];
  const names = legacy.map(({ encoding }) => encoding);
  const best = detectEncoding(sampleOf(bytes, format), names);
  if (best === null) return ['windows-1252', 'fallback'];
  return [best, legacy.find(({ encoding }) => encoding === best)?.from ?? 'detected'];
}

/** True for well-formed UTF-8, and for UTF-8 with a few broken bytes in it; a single one is forgiven where UTF-8 was declared. */
function isNearlyUtf8(scan: Utf8Scan, declared: boolean): boolean {
  if (scan.broken === 0) return !scan.cut || scan.sequences > 0 || declared;
  return scan.broken <= Math.max(scan.sequences * MAX_BROKEN, declared && scan.sequences > 0 ? 1 : 0);
}

/** `controls` is the number of control characters among bytes that are no UTF-16: their text holds no more of them. */
function read(
  bytes: Uint8Array,
  encoding: string,
  encodingFrom: Decoded['encodingFrom'],
  flags: string[],
  controls?: number,
): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const holdsLost = text.includes('\ufffd');
  if (controls === 0 && !holdsLost) return { text, encoding, encodingFrom, flags };
  // U+FFFD may stand in the source itself, written by whoever lost the character first.
  const invalid = holdsLost && (encoding !== 'utf-8' || !isWellFormed(bytes));
  return readable({ text, encoding, encodingFrom, flags: invalid ? [...flags, 'invalid-bytes'] : flags });
}

function isWellFormed(bytes: Uint8Array): boolean {
  const { broken, cut } = scanUtf8(bytes);
  return broken === 0 && !cut;
}

/** U+FFFD and the control characters that no text holds; ESC is let through for ISO-2022-JP. */
const LOST = /[\ufffd\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

function readable(decoded: Decoded): Decoded {
  const { text } = decoded;
  // NULs that pad the end are no fault of the text before them.
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 0) length--;
  const lost = length === 0 ? text.length : (text.slice(0, length).match(LOST)?.length ?? 0);
  if (lost > Math.max(1, length * MAX_UNREADABLE)) {
    throw new DocumentError(
      'unreadable',
      `not text: ${lost} of ${text.length} characters are control or replacement characters`,
    );
  }
  return decoded;
}
