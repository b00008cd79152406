/** Longer attributes are data, not names. */
const MAX_CHARACTERS = 400;
const NONE: readonly string[] = [];
const WORD_ANY = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lo}+/gu;

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Words of a name, split at case and punctuation, lower case: "postMeta by-line" is post, meta, by, line. Single letters are left out. */
export function splitName(name: string): readonly string[] {
  if (name === '') return NONE;
  const cut = name.length > MAX_CHARACTERS ? name.slice(0, MAX_CHARACTERS) : name;
  const found: string[] = [];
  let at = 0;
  while (at < cut.length) {
    const start = at;
    while (isCapital(cut.charCodeAt(at))) at++;
    const capitals = at - start;
    if (isSmall(cut.charCodeAt(at))) {
      // The last of some capitals begins the next word: "HTMLText".
      if (capitals > 2) found.push(cut.slice(start, at - 1).toLowerCase());
      const first = capitals > 0 ? at - 1 : at;
      while (isSmall(cut.charCodeAt(at))) at++;
      if (at - first > 1) found.push(capitals > 0 ? cut.slice(first, at).toLowerCase() : cut.slice(first, at));
    } else if (capitals > 0) {
      if (capitals > 1) found.push(cut.slice(start, at).toLowerCase());
    } else if (cut.charCodeAt(at) > 0x7f) return splitAny(cut);
    else at++;
  }
  return found;
}

/** The same for names beyond ASCII. */
function splitAny(name: string): string[] {
  const found: string[] = [];
  for (const word of name.match(WORD_ANY) ?? []) if (word.length > 1) found.push(word.toLowerCase());
  return found;
}
