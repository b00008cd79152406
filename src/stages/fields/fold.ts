import { isAscii } from '../../core/characters.js';
import { byCharacter } from '../../core/folding.js';

/**
 * A word as the tables of this folder know it: compatibility forms and case folded, Latin, Greek and Cyrillic accents, Arabic vowel
 * signs, nuktas and joiners taken off, the hamza forms of alef and the two yehs and kafs made one, Turkish dotless i dotted.
 */
export const foldWord: (word: string) => string = byCharacter(foldWhole);

function foldWhole(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  if (UNFOLDED.test(word)) return word;
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(TAKEN_OFF, '')
    .replace(/[ıٱيىك’ʼ׳]/g, (char) => FOLDED[char] ?? '')
    .normalize('NFC');
}

/** Han, and syllables of Hangul, fold to themselves. */
const UNFOLDED = /^[\u4e00-\u9fff\uac00-\ud7a3]+$/;
const TAKEN_OFF = /[\u0300-\u036f]|[\u064b-\u0655]|\u0640|\u093c|\u09bc|\u200c|\u200d/g;
const FOLDED: Readonly<Record<string, string>> = { ı: 'i', ٱ: 'ا', ي: 'ی', ى: 'ی', ك: 'ک', '’': "'", ʼ: "'" };

/** The words of a blank-separated list. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
