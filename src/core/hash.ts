/** Hashing by 32-bit integer arithmetic: the same on every machine. Not for adversaries; the exact copies' hash is another. */

/** murmur3's finalizer: every bit of the input changes every bit of the output. */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units, mixed. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** A hash of a sequence, out of that of its beginning and of its next element. */
export function chain(hash: number, next: number): number {
  return mix(Math.imul(hash, 0x9e3779b1) + next);
}
