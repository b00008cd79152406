/**
 * A word as the tables of this folder know it: compatibility forms and case folded, Latin, Greek and Cyrillic accents, Arabic vowel
 * signs, nuktas and joiners taken off, the hamza forms of alef and the two yehs and kafs made one, Turkish dotless i dotted.
 */
export function foldWord(word: string): string {
  if (/^[a-z0-9]*$/i.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(TAKEN_OFF, '')
    .replace(/[ıٱيىك’ʼ׳]/g, (char) => FOLDED[char] ?? '')
    .normalize('NFC');
}

const TAKEN_OFF = /[\u0300-\u036f]|[\u064b-\u0655]|\u0640|\u093c|\u09bc|\u200c|\u200d/g;
const FOLDED: Readonly<Record<string, string>> = { ı: 'i', ٱ: 'ا', ي: 'ی', ى: 'ی', ك: 'ک', '’': "'", ʼ: "'" };

/** The words of a blank-separated list. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
