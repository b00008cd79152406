import { TextDecoder } from '@exodus/bytes/encoding.js';
import { chardet } from 'jschardet';
import { coherence, MAX_COHERENCE as MAX_READS, oddness } from './plausibility.js';

/** Guesses legacy encodings: statistics of byte pairs (jschardet), corrected by how the decoded text reads. */

/** The encodings that pages without a right declaration are in: jschardet's name, ours, and how much less usual they are. */
const CANDIDATES: readonly (readonly [name: string, encoding: string, prior: number])[] = [
  ['cp1252', 'windows-1252', 1],
  ['iso8859-15', 'iso-8859-15', 0.9],
  ['cp1250', 'windows-1250', 0.95],
  ['iso8859-2', 'iso-8859-2', 0.95],
  ['cp1251', 'windows-1251', 1],
  ['koi8-r', 'koi8-r', 0.9],
  ['koi8-u', 'koi8-u', 0.85],
  ['cp866', 'ibm866', 0.3],
  ['iso8859-5', 'iso-8859-5', 0.7],
  ['cp1253', 'windows-1253', 0.95],
  ['iso8859-7', 'iso-8859-7', 0.95],
  ['cp1254', 'windows-1254', 0.95],
  ['cp1255', 'windows-1255', 0.95],
  ['cp1256', 'windows-1256', 0.95],
  ['iso8859-6', 'iso-8859-6', 0.6],
  ['cp1257', 'windows-1257', 0.8],
  ['cp1258', 'windows-1258', 0.8],
  ['cp874', 'windows-874', 1],
  ['cp932', 'shift_jis', 1],
  ['euc_jis_2004', 'euc-jp', 1],
  ['cp949', 'euc-kr', 1],
  ['gb18030', 'gb18030', 1],
  ['big5hkscs', 'big5', 1],
];
const NAMES = CANDIDATES.map(([name]) => name);

/** Bytes of the sample. jschardet's statistics read 16 KB; twice that lets rare characters show. */
const SAMPLE = 32_768;
/** ASCII bytes kept on each side of the others: a few words. */
const CONTEXT = 32;
/** Below so many high bytes in the text, those inside tags (titles, alternative texts) are read too. */
const FEW = 16;

/** Tags as blanks. '<' and '>' are no trail bytes in any encoding that detection knows. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length);
  let length = 0;
  let inTag = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x3c) inTag = /[A-Za-z/!?]/.test(String.fromCharCode(bytes[i + 1] ?? 0));
    if (!inTag) text[length++] = byte;
    else if (byte === 0x3e) {
      inTag = false;
      text[length++] = 0x20;
    }
  }
  return text.subarray(0, length);
}

/**
 * The parts of a text that tell its encoding: bytes beyond ASCII with their surroundings, up to SAMPLE bytes. Characters that
 * could be read as a declaration or a file's signature are blanked: those have been looked at, and found wanting.
 */
export function sampleOf(bytes: Uint8Array, format: 'html' | 'text'): Uint8Array {
  let text = format === 'html' ? withoutTags(bytes) : bytes;
  if (format === 'html' && text.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0) < FEW) text = bytes;
  const sample = new Uint8Array(SAMPLE);
  sample[0] = 0x20;
  let length = 1;
  let upTo = 0; // everything before is copied or passed over
  for (let i = 0; i < text.length && length < SAMPLE; i++) {
    if ((text[i] as number) < 0x80) continue;
    const from = Math.max(upTo, i - CONTEXT);
    if (from > upTo) sample[length++] = 0x20;
    upTo = Math.max(upTo, Math.min(text.length, i + CONTEXT));
    for (let k = from; k < upTo && length < SAMPLE; k++) {
      const byte = text[k] as number;
      sample[length++] = byte < 0x20 || byte === 0x3c || byte === 0x3d || byte === 0x23 ? 0x20 : byte;
    }
  }
  // A sample that is full may end inside a character: back to the last space, if one is near.
  const end = length < SAMPLE ? -1 : sample.lastIndexOf(0x20);
  return sample.subarray(0, end > SAMPLE - 256 ? end : length);
}

/** Added to jschardet's confidence, which is some hundredths for a line and some tenths for a page: with little text, reading counts. */
const BASE = 0.02;
/**
 * A declaration stands unless another encoding explains the bytes so much better. Western European is what servers say of their
 * own accord, so it counts for little. On 5,400 stretches of 100 to 2000 characters in 40 languages, no right declaration was
 * overruled by this, and of wrong ones of Western European 0.3 % were upheld.
 */
const DECLARED = 3;
const DECLARED_WESTERN = 1.3;
/** How steeply oddness counts: one odd character in seven that are not ASCII takes a candidate down to a third. */
const STEEPNESS = 7;
/** Shares of kana and Hangul that no other reading of bytes brings about: jschardet does not dare to name short mixed lines. */
const KANA = 0.3;
const HANGUL = 0.8;
const SYLLABIC = 0.1;

/** Below this score jschardet believes nothing, and nothing reads well. */
const FLOOR = 0.004;
/** Bytes of the sample that are read as text. */
const READ = 8_192;

/** Bytes of a part of the sample. jschardet refuses an encoding for one wrong byte: that must cost a part only. */
const PART = 512;
const MAX_PARTS = 4;

/** The sample in up to four parts of like size, cut at spaces: those are no trail bytes either. */
function partsOf(sample: Uint8Array): Uint8Array[] {
  const count = Math.min(MAX_PARTS, Math.max(1, Math.floor(sample.length / PART)));
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let k = 1; k < count; k++) {
    const space = sample.indexOf(0x20, Math.max(start, Math.round((sample.length * k) / count)));
    if (space < 0) break;
    parts.push(sample.subarray(start, space));
    start = space;
  }
  return [...parts, sample.subarray(start)];
}

/** Mean confidence of jschardet by its name of the encoding. */
function confidencesOf(sample: Uint8Array): Map<string, number> {
  // Of no bytes at all, jschardet complains on the console.
  const parts = partsOf(sample).filter(({ length }) => length > 0);
  const means = new Map<string, number>();
  for (const part of parts) {
    const results = chardet.detectAll(part, { includeEncodings: NAMES, ignoreThreshold: true, compatNames: false });
    for (const { encoding, confidence } of results) {
      if (encoding !== null) means.set(encoding, (means.get(encoding) ?? 0) + confidence / parts.length);
    }
  }
  return means;
}

/**
 * The encoding that the sample is most likely in; null where it reads badly in all of them. `declared` are WHATWG names, and
 * are given back where they hold. Costs some milliseconds, the first call 100 more.
 */
export function detectEncoding(sample: Uint8Array, declared: readonly string[]): string | null {
  const confidences = confidencesOf(sample);
  const names = new Map(
    CANDIDATES.map(([name, encoding, prior]) => [encoding, ((confidences.get(name) ?? 0) + BASE) * prior]),
  );
  for (const encoding of declared) {
    // GBK and GB 18030 are decoded alike; the declared name is kept.
    const twin = names.get(encoding === 'gbk' ? 'gb18030' : encoding);
    if (!encoding.startsWith('utf-')) names.set(encoding, twin ?? BASE);
  }
  const text = sample.subarray(0, READ);
  let best: string | null = null;
  let bestScore = FLOOR;
  const trust = (encoding: string): number =>
    !declared.includes(encoding) ? 1 : encoding === 'windows-1252' ? DECLARED_WESTERN : DECLARED;
  // Best first, so that most of the tail need not be read.
  const most = (encoding: string, confidence: number): number => (confidence + SYLLABIC) * trust(encoding) * MAX_READS;
  const order = [...names].sort((a, b) => most(...b) - most(...a));
  for (const [encoding, confidence] of order) {
    if (most(encoding, confidence) <= bestScore) break;
    const { count, odd, controls, latin, kana, hangul } = oddness(new TextDecoder(encoding).decode(text));
    const syllabic = kana > Math.max(3, KANA * count) || hangul > Math.max(3, HANGUL * count) ? SYLLABIC : 0;
    const holds = controls === 0 || !encoding.startsWith('iso-');
    const reads = Math.exp((-STEEPNESS * odd) / Math.max(1, count)) * coherence(latin);
    const score = (confidence + syllabic) * reads * (holds ? trust(encoding) : 1);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}
