import { KINDS, LETTER } from './characters.js';

/** Between these stand Latin letters and no mark that combines: each character folds by itself. */
const LATIN_START = 0xc0;
const LATIN_END = 0x250;
const CYRILLIC_START = 0x400;
const CYRILLIC_END = 0x482;

/**
 * A faster way to fold words one after the other: words of ASCII, Latin or Cyrillic letters are put together from their characters'
 * foldings, which `fold` is asked for once each; all other words are left to `fold`. It must treat such words character by character.
 */
export function byCharacter(fold: (word: string) => string): (word: string) => string {
  const foldings: (string | undefined)[] = [];
  const folded = (code: number): string => (foldings[code] ??= fold(String.fromCharCode(code)));
  return (word) => {
    let isPlain = true;
    let isAscii = true;
    let isLatin = true;
    let isCyrillic = true;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) continue;
      isPlain = false;
      if (code >= 0x41 && code <= 0x5a) continue;
      isAscii = false;
      isLatin &&= code >= LATIN_START && code < LATIN_END;
      isCyrillic &&= code >= CYRILLIC_START && code < CYRILLIC_END;
      if (!(isLatin || isCyrillic) || ((KINDS[code] as number) & LETTER) === 0) return fold(word);
    }
    if (isPlain) return word;
    if (isAscii) return word.toLowerCase();
    let text = '';
    for (let i = 0; i < word.length; i++) text += folded(word.charCodeAt(i));
    return text;
  };
}
