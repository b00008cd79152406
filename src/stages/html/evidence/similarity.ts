import type { PageMeta } from '../../../core/types.js';
import type { EvidenceColumns } from './evidence-columns.js';
import { isUnspaced } from './measures.js';

const MAX_CHARACTERS = 200_000;
const GRAM = 3;

/** Puts how much of each block stands in what the page's metadata says: JSON-LD's articleBody, descriptions, headlines. */
export function putLikenessToMeta(columns: EvidenceColumns, texts: readonly string[], meta: PageMeta): void {
  const body = meta.articleBody === null ? null : gramsOf(meta.articleBody);
  const description = gramsOf(meta.descriptions.map(({ value }) => value).join('\n'));
  const headline = gramsOf(meta.headlines.map(({ value }) => value).join('\n'));
  if (body === null && description.size === 0 && headline.size === 0) return;
  texts.forEach((text, i) => {
    const tokens = hashWords(text);
    if (body !== null) columns.inBody[i] = share(tokens, body);
    columns.inDescription[i] = share(tokens, description);
    columns.inHeadline[i] = share(tokens, headline);
  });
}

/** Runs of one to three words, as hashes. Two runs that share a hash by chance do no harm here. */
function gramsOf(text: string): Set<number> {
  const tokens = hashWords(text.slice(0, MAX_CHARACTERS));
  const grams = new Set<number>();
  for (let size = 1; size <= GRAM; size++)
    for (let i = 0; i + size <= tokens.length; i++) grams.add(gram(tokens, i, size));
  return grams;
}

/** Share of a block's word triples among `grams`; for shorter blocks, whether they are there whole. */
function share(tokens: readonly number[], grams: ReadonlySet<number>): number {
  const size = Math.min(GRAM, tokens.length);
  if (size === 0 || grams.size === 0) return 0;
  let hits = 0;
  for (let i = 0; i + size <= tokens.length; i++) if (grams.has(gram(tokens, i, size))) hits++;
  return hits / (tokens.length - size + 1);
}

function gram(tokens: readonly number[], at: number, size: number): number {
  let hash = size;
  for (let k = 0; k < size; k++) hash = (Math.imul(hash, 31) + (tokens[at + k] as number)) | 0;
  return hash;
}

/** Lower-case words as hashes; a character of an unspaced script is a word. */
function hashWords(text: string): number[] {
  const lower = text.toLowerCase();
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
