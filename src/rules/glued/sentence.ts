/** Words, or characters of an unspaced script, from which a text may be a sentence of the article's. */
const LEAST_WORDS = 4;
const LEAST_CHARACTERS = 8;
export const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/;

/** Whether a text is long enough for a sentence. */
export function isSentence(text: string): boolean {
  return UNSPACED.test(text) ? text.length >= LEAST_CHARACTERS : text.trim().split(/\s+/).length >= LEAST_WORDS;
}
