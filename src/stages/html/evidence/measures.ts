import type { BlockKind } from '../../../core/types.js';
import type { Run } from '../runs.js';

/** What can be counted about one block. */
export interface Measures {
  /** Words; two characters of a script without spaces count as one. */
  readonly words: number;
  readonly characters: number;
  readonly linked: number;
  readonly bold: number;
  readonly sentences: number;
  readonly ends: boolean;
  /** Words, if the block reads like running text; else 0. */
  readonly prose: number;
}

/** A shorter text is no sign of an article, even if it is a sentence. */
const PROSE_LEAST = 10;
/** So many words are running text even without a full stop. */
const PROSE_SURELY = 40;
const SENTENCE = /[.!?…।؟۔።။]["'”’»)]*(?:\s|$)|[。！？]/g;
const ENDS = /[.!?…。！？।؟۔።။:：]["'”’»」』)\]]*$/;
const PROSE_KINDS: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'quote', 'preformatted']);

export function measure(run: Run, text: string, kind: BlockKind): Measures {
  const { characters, linked, bold } = countCharacters(run);
  const words = wordsIn(text);
  const sentences = words < 3 ? 0 : (text.match(SENTENCE)?.length ?? 0);
  const reads =
    PROSE_KINDS.has(kind) &&
    words >= PROSE_LEAST &&
    linked < 0.5 * characters &&
    (sentences > 0 || words >= PROSE_SURELY);
  return { words, characters, linked, bold, sentences, ends: ENDS.test(text.slice(-6)), prose: reads ? words : 0 };
}

function countCharacters(run: Run): Pick<Measures, 'characters' | 'linked' | 'bold'> {
  let characters = 0;
  let linked = 0;
  let bold = 0;
  for (const piece of run.pieces) {
    const length = piece.to - piece.from;
    characters += length;
    if (piece.link) linked += length;
    if (piece.bold) bold += length;
  }
  return { characters, linked, bold };
}

/** Share of some of a block's characters. */
export const shareOf = (part: number, characters: number): number => (characters === 0 ? 0 : part / characters);

/** Share of a block's characters in links, where nothing else is asked for. */
export function linkDensity(run: Run): number {
  const { linked, characters } = countCharacters(run);
  return shareOf(linked, characters);
}

/** An estimate in one pass: white space parts words, two characters of an unspaced script are one. */
function wordsIn(text: string): number {
  let words = text === '' ? 0 : 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) words++;
    else if (code >= 0x0e00 && isUnspaced(code)) words += 0.5;
  }
  return words;
}

/** Thai, Lao, Burmese, Khmer, kana and Han; Hangul is spaced. */
export function isUnspaced(code: number): boolean {
  return (
    code < 0x0f00 ||
    (code >= 0x1000 && code < 0x10a0) ||
    (code >= 0x1780 && code < 0x1800) ||
    (code >= 0x3040 && code < 0xa000) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}
