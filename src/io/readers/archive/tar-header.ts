/** A block of 512 bytes that begins each member of a tar file. */
export interface TarHeader {
  readonly path: string;
  readonly size: number;
  /** '0' and a NUL for a file, 'x' and 'g' for pax headers, 'L' for a long name, others for what has no content of its own. */
  readonly type: string;
}

export const BLOCK = 512;

function text(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end);
}

/** Octal digits, or, as GNU writes what they cannot hold, a big-endian number behind a set bit. */
function number(bytes: Buffer): number {
  if (((bytes[0] ?? 0) & 0x80) !== 0) {
    let value = (bytes[0] ?? 0) & 0x7f;
    for (const byte of bytes.subarray(1)) value = value * 256 + byte;
    return value;
  }
  const digits = text(bytes).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : NaN;
}

/** Null if the block is no header, which its checksum tells. */
export function parseTarHeader(block: Buffer): TarHeader | null {
  if (block.length < BLOCK) return null;
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
  const size = number(block.subarray(124, 136));
  if (number(block.subarray(148, 156)) !== sum || !Number.isSafeInteger(size)) return null;
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? text(block.subarray(345, 500)) : '';
  const name = text(block.subarray(0, 100));
  return { path: prefix === '' ? name : `${prefix}/${name}`, size, type: String.fromCharCode(block[156] ?? 0) };
}

/** The records of a pax header, `length key=value` each; ends at the first that is none. */
export function parsePax(bytes: Buffer): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const length = Number(/^\d{1,9}(?= )/.exec(bytes.toString('latin1', at, at + 10))?.[0] ?? 0);
    const record = bytes.subarray(at, at + length);
    const space = record.indexOf(0x20);
    const equals = record.indexOf(0x3d);
    if (length === 0 || record.length < length || equals < space) break;
    records.set(record.toString('utf8', space + 1, equals), record.toString('utf8', equals + 1, length - 1));
    at += length;
  }
  return records;
}
