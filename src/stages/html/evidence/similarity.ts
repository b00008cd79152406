import type { PageMeta } from '../../../core/types.js';
import type { EvidenceColumns } from './evidence-columns.js';
import { isUnspaced } from './measures.js';

const MAX_CHARACTERS = 200_000;
const GRAM = 3;

/** The texts of the metadata that a run of words stands in, as a sum. */
const BODY = 1;
const DESCRIPTION = 2;
const HEADLINE = 4;

/**
 * Puts how much of each block stands in what the page's metadata says: JSON-LD's articleBody, descriptions, headlines. `texts` are the
 * blocks' in lower case.
 */
export function putLikenessToMeta(columns: EvidenceColumns, texts: readonly string[], meta: PageMeta): void {
  const grams = new Map<number, number>();
  if (meta.articleBody !== null) addGrams(grams, meta.articleBody, BODY);
  addGrams(grams, meta.descriptions.map(({ value }) => value).join('\n'), DESCRIPTION);
  addGrams(grams, meta.headlines.map(({ value }) => value).join('\n'), HEADLINE);
  if (grams.size === 0) return;
  texts.forEach((text, i) => {
    const tokens = hashWords(text);
    // Word triples; of a shorter block the whole.
    const size = Math.min(GRAM, tokens.length);
    if (size === 0) return;
    let body = 0;
    let description = 0;
    let headline = 0;
    for (let at = 0; at + size <= tokens.length; at++) {
      const found = grams.get(gram(tokens, at, size)) ?? 0;
      if ((found & BODY) !== 0) body++;
      if ((found & DESCRIPTION) !== 0) description++;
      if ((found & HEADLINE) !== 0) headline++;
    }
    const all = tokens.length - size + 1;
    columns.inBody[i] = body / all;
    columns.inDescription[i] = description / all;
    columns.inHeadline[i] = headline / all;
  });
}

/** Notes where runs of one to three words stand, by their hashes. Two runs that share a hash by chance do no harm here. */
function addGrams(grams: Map<number, number>, text: string, where: number): void {
  const tokens = hashWords(text.slice(0, MAX_CHARACTERS).toLowerCase());
  for (let size = 1; size <= GRAM; size++)
    for (let i = 0; i + size <= tokens.length; i++) {
      const hash = gram(tokens, i, size);
      grams.set(hash, (grams.get(hash) ?? 0) | where);
    }
}

function gram(tokens: readonly number[], at: number, size: number): number {
  let hash = size;
  for (let k = 0; k < size; k++) hash = (Math.imul(hash, 31) + (tokens[at + k] as number)) | 0;
  return hash;
}

/** The words of a lower-case text as hashes; a character of an unspaced script is a word. */
function hashWords(lower: string): number[] {
  const tokens: number[] = [];
  let hash = 0;
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 0;
    const single = code >= 0x0e00 && isUnspaced(code);
    if (isLetter(code) && !single) hash = (Math.imul(hash, 31) + code) | 0 || 1;
    else {
      if (hash !== 0) tokens.push(hash);
      if (single) tokens.push(code);
      hash = 0;
    }
  }
  return tokens;
}

/** Letters and digits, roughly: all of ASCII's, and beyond ASCII all but the blocks of punctuation. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x206f) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    !(code >= 0xff00 && code <= 0xff0f)
  );
}
