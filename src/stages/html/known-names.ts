/**
 * Names that are looked up where they stand in a text, whatever their case, without being cut out of it: of the thousands that a page
 * holds, most are a few again and again, and of its attributes most are read by nobody.
 */
export class KnownNames<Name extends string> {
  private readonly names: ReadonlyMap<string, Name>;
  private readonly buckets: readonly (readonly Name[])[];

  /** `names` are in lower-case ASCII. */
  constructor(names: Iterable<Name>) {
    const all = new Map<string, Name>();
    for (const name of names) all.set(name, name);
    this.names = all;
    const buckets: Name[][] = Array.from({ length: BUCKETS }, () => []);
    for (const name of all.values()) buckets[bucketOf(name, 0, name.length)]?.push(name);
    this.buckets = buckets;
  }

  /** The name that stands at start..end of the text, null for any other. */
  find(text: string, start: number, end: number): Name | null {
    for (const name of this.buckets[bucketOf(text, start, end)] as readonly Name[])
      if (name.length === end - start && stands(name, text, start)) return name;
    // Beyond ASCII there are capitals of ASCII's letters, too: the Kelvin sign is one of k.
    for (let at = start; at < end; at++)
      if (text.charCodeAt(at) > 0x7f) return this.names.get(text.slice(start, end).toLowerCase()) ?? null;
    return null;
  }
}

const BUCKETS = 256;
/** What small letters have and capitals have not. */
const SMALL = 0x20;

/** By length, first and last letter. */
function bucketOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) | SMALL;
  const last = text.charCodeAt(end - 1) | SMALL;
  return (first * 7 + last * 31 + (end - start) * 5) & (BUCKETS - 1);
}

function stands(name: string, text: string, at: number): boolean {
  for (let i = 0; i < name.length; i++) {
    const small = name.charCodeAt(i);
    const code = text.charCodeAt(at + i);
    if (code !== small && !(code === small - SMALL && small >= 0x61 && small <= 0x7a)) return false;
  }
  return true;
}
