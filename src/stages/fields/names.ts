import {
  BODIES,
  CONJUNCTIONS,
  FIRST_PARTICLES,
  PARTICLES,
  PUBLISHERS,
  ROLES,
  SHORT_CONJUNCTIONS,
} from './byline-words.js';
import { foldWord } from './fold.js';

/**
 * How a text looks as a name: 'titled' First Letters Large, 'capitals' ALL OF THEM, 'lower' none, 'caseless' in a script without case.
 * `words` counts its words, in Han and kana its characters.
 */
export interface NameShape {
  readonly kind: 'titled' | 'capitals' | 'lower' | 'caseless';
  readonly words: number;
}

const LONGEST = 60;
const WORDS_MOST = 6;
const NAME_CHARS = /^(?:[\p{L}\p{M} .'’ʼ׳״"·・‑\-–]|\u200c|\u200d)+$/u;
const HAN_NAME =
  /^(?:\p{Script=Han}{1,4} ?\p{Script=Han}{1,3}|[\p{Script=Katakana}ー・=＝ ]{2,20}|[\p{Script=Han}\p{Script=Hiragana}]{2,6} ?[\p{Script=Han}\p{Script=Hiragana}]{0,5})$/u;
const HANGUL_NAME = /^[가-힣]{2,5}(?: [가-힣]{1,3})?$/u;

/** The shape of a text as a name, or null where it cannot be one: figures, marks, too long, a small word in front. */
export function nameShape(text: string): NameShape | null {
  if (text.length < 2 || text.length > LONGEST || !NAME_CHARS.test(text) || !/^\p{L}/u.test(text)) return null;
  // An apostrophe or quotation mark at a word's end closes a quotation.
  if (/['’"](?:\s|$)/u.test(text)) return null;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・= ]+$/u.test(text))
    return HAN_NAME.test(text) ? { kind: 'caseless', words: text.replace(/\s/g, '').length } : null;
  if (/^[가-힣 ]+$/u.test(text)) return HANGUL_NAME.test(text) ? { kind: 'caseless', words: 1 } : null;
  const words = text.split(/ +/).filter((word) => word !== '');
  if (words.length === 0 || words.length > WORDS_MOST) return null;
  if (!/[\p{Lu}\p{Ll}]/u.test(text))
    return words.length <= 5 && text.length <= 40 ? { kind: 'caseless', words: words.length } : null;
  if (/^[\p{Ll}\p{M} .'’-]+$/u.test(text)) return { kind: 'lower', words: words.length };
  const isCapital = (word: string): boolean =>
    /^['’‘"]?\p{Lu}/u.test(word) || /^(?:al|el|d|l|o|ibn)[-'’]\p{Lu}/u.test(word) || !/[\p{Lu}\p{Ll}]/u.test(word);
  const isParticle = (word: string): boolean => PARTICLES.has(foldWord(word));
  if (!words.every((word) => isCapital(word) || isParticle(word)) || !words.some(isCapital)) return null;
  const first = words[0] ?? '';
  if (!isCapital(words.at(-1) ?? '') || !(isCapital(first) || FIRST_PARTICLES.has(foldWord(first)))) return null;
  if (words.some((word) => /[.][\p{L}]{3,}/u.test(word))) return null;
  const letters = text.replace(/[^\p{Lu}\p{Ll}]/gu, '');
  return { kind: letters.length > 1 && !/\p{Ll}/u.test(letters) ? 'capitals' : 'titled', words: words.length };
}

const holds = (set: ReadonlySet<string>, text: string): boolean =>
  text.split(/[\s./-]+/).some((word) => set.has(foldWord(word))) || set.has(foldWord(text));

export const hasRole = (text: string): boolean => holds(ROLES, text);
export const hasPublisher = (text: string): boolean =>
  holds(PUBLISHERS, text) || /\.(?:com|net|org|de|at|ch|co|fr|es|it|tr|ru|ua|kr|jp|in|id|uk|br)$/i.test(text);
export const isBody = (text: string): boolean => holds(BODIES, text);

const CONJUNCTION = new RegExp(`\\s+(${CONJUNCTIONS})\\s+`, 'iu');

/**
 * The names of "A B, C D and E F": parts at commas, ampersands, 、 and at the words for "and" of many languages. Words of one letter
 * part only whole names, so that "José Ortega y Gasset" stays one.
 */
export function splitNames(text: string): { name: string; joined: boolean }[] {
  const names: { name: string; joined: boolean }[] = [];
  for (const [i, part] of text.split(/\s*(?:[,;，、،&＆]|\s\/\s|\/\s|\s\/|(?<=\p{Script=Han})[/／])\s*/u).entries()) {
    const bare = part.replace(/^(?:and|und|et|y|e|i|и|та|και|dan|và|și|és)\s+(?=\p{Lu})/u, '');
    // "A, B, and C": the comma before "and" does not make C anything less than a name.
    let rest = bare;
    let joined = i > 0 && bare !== part;
    for (let hit = CONJUNCTION.exec(rest); hit !== null; hit = CONJUNCTION.exec(rest)) {
      const left = rest.slice(0, hit.index);
      const right = rest.slice(hit.index + hit[0].length);
      const isShort = SHORT_CONJUNCTIONS.has(foldWord(hit[1] ?? ''));
      if (isShort && left.includes(' ') && !right.includes(' ')) break;
      names.push({ name: left.trim(), joined: true });
      joined = true;
      rest = right;
    }
    names.push({ name: rest.trim(), joined });
  }
  return names.filter(({ name }) => name !== '');
}

/** "ROSALINDA VERZOSA" as "Rosalinda Verzosa". Initials, "II" and words without a vowel stay; other scripts and mixed case too. */
export function titleCase(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (!/^[\p{Script=Latin}\p{M}]+$/u.test(letters) || letters.length < 4 || /\p{Ll}/u.test(letters)) return name;
  return name
    .split(' ')
    .map((word, i) => {
      if (/^(?:[IVX]+|\p{L}\.?)$/u.test(word) || (word.length <= 3 && !/[AEIOUYÁÉÍÓÚÄÖÜÅØ]/u.test(word))) return word;
      if (i > 0 && PARTICLES.has(foldWord(word))) return word.toLowerCase();
      return word
        .toLowerCase()
        .replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
        .replace(/^Mc(\p{L})/u, (_, letter: string) => 'Mc' + letter.toUpperCase());
    })
    .join(' ');
}
