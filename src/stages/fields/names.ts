import {
  BODIES,
  CONJUNCTIONS,
  FIRST_PARTICLES,
  PARTICLES,
  PUBLISHERS,
  ROLES,
  SHORT_CONJUNCTIONS,
} from './byline-words.js';
import {
  codesOf,
  HAN_KANA,
  JOINER,
  KINDS,
  kindAt,
  LETTER,
  LOWER,
  MARK,
  SPACE,
  SURROGATE,
  UPPER,
} from '../../core/characters.js';
import { foldWord } from './fold.js';
import { LISTING, signsOf } from './signs.js';

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
const HAN_NAME =
  /^(?:\p{Script=Han}{1,4} ?\p{Script=Han}{1,3}|[\p{Script=Katakana}ー・=＝ ]{2,20}|[\p{Script=Han}\p{Script=Hiragana}]{2,6} ?[\p{Script=Han}\p{Script=Hiragana}]{0,5})$/u;
const HANGUL_NAME = /^[가-힣]{2,5}(?: [가-힣]{1,3})?$/u;
/** What names are written with beside letters and marks. */
const NAME_MARKS = codesOf(' .\'’ʼ׳״"·・‑-–');
const SMALL_MARKS = codesOf(" .'’-");
const CLOSERS = codesOf('\'’"');
/** "J.Smith", "И.И.Иванов", "Dr.Weber": two words without a blank. Other words with a dot inside are addresses. */
const GLUED_INITIALS = /^(?:\p{Lu}\p{Ll}?\.){1,4}\p{Lu}[\p{L}\p{M}'’-]{2,}$/u;
const KANA_MARKS = codesOf('ー・ ');

/** What a name is written with: the kinds of its characters, and how many of them have case. Null for what no name holds. */
interface Letters {
  readonly kinds: number;
  readonly cased: number;
  readonly isHanKana: boolean;
  readonly isHangul: boolean;
  /** Small letters and nothing but what stands among them. */
  readonly isSmall: boolean;
}

function lettersOf(text: string): Letters | null {
  let kinds = 0;
  let cased = 0;
  let isHanKana = true;
  let isHangul = true;
  let isSmall = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = kindAt(text, i);
    if ((kind & (LETTER | MARK | JOINER)) === 0 && !NAME_MARKS.has(code)) return null;
    // An apostrophe or quotation mark at a word's end closes a quotation.
    if (CLOSERS.has(code) && (i + 1 === text.length || text.charCodeAt(i + 1) === 0x20)) return null;
    const width = (kind & SURROGATE) === 0 ? 1 : 2;
    kinds |= kind;
    if ((kind & (UPPER | LOWER)) !== 0) cased += width;
    isHanKana &&= (kind & HAN_KANA) !== 0 || KANA_MARKS.has(code);
    isHangul &&= (code >= 0xac00 && code <= 0xd7a3) || code === 0x20;
    isSmall &&= (kind & (LOWER | MARK)) !== 0 || SMALL_MARKS.has(code);
    i += width - 1;
  }
  return { kinds, cased, isHanKana, isHangul, isSmall };
}

const isCapital = (word: string): boolean =>
  ((KINDS[word.charCodeAt(0)] as number) & UPPER) !== 0 ||
  /^['’‘"]?\p{Lu}/u.test(word) ||
  /^(?:al|el|d|l|o|ibn)[-'’]\p{Lu}/u.test(word) ||
  !/[\p{Lu}\p{Ll}]/u.test(word);
const isParticle = (word: string): boolean => PARTICLES.has(foldWord(word));

/** True for a word that can stand in a name that is not all in small letters: with a capital, without case, or a particle. */
export const isNameWord = (word: string): boolean => isCapital(word) || isParticle(word);

/** The shape of a text as a name, or null where it cannot be one: figures, marks, too long, a small word in front. */
export function nameShape(text: string): NameShape | null {
  if (text.length < 2 || text.length > LONGEST || (kindAt(text, 0) & LETTER) === 0) return null;
  const letters = lettersOf(text);
  if (letters === null) return null;
  const { kinds, cased, isHanKana, isHangul, isSmall } = letters;
  if (isHanKana) return HAN_NAME.test(text) ? { kind: 'caseless', words: text.replace(/\s/g, '').length } : null;
  if (isHangul) return HANGUL_NAME.test(text) ? { kind: 'caseless', words: 1 } : null;
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > WORDS_MOST) return null;
  if (cased === 0) return words.length <= 5 && text.length <= 40 ? { kind: 'caseless', words: words.length } : null;
  if (isSmall) return { kind: 'lower', words: words.length };
  if (!words.every(isNameWord) || !words.some(isCapital)) return null;
  const first = words[0] ?? '';
  if (!isCapital(words.at(-1) ?? '') || !(isCapital(first) || FIRST_PARTICLES.has(foldWord(first)))) return null;
  const dotted = words.filter((word) => word.includes('.') && /[.][\p{L}]{3,}/u.test(word));
  if (!dotted.every((word) => GLUED_INITIALS.test(word))) return null;
  const kind = cased > 1 && (kinds & LOWER) === 0 ? 'capitals' : 'titled';
  return { kind, words: words.length + dotted.length };
}

const ROLE = 1;
const PUBLISHER = 2;
const BODY = 4;

/** What a folded word says of a text that it stands in, as a sum of the above: one look instead of three. No word holds what parts words. */
const TELLING = new Map<string, number>();
for (const [words, kind] of [
  [ROLES, ROLE],
  [PUBLISHERS, PUBLISHER],
  [BODIES, BODY],
] as const)
  for (const word of words) TELLING.set(word, (TELLING.get(word) ?? 0) | kind);

const told = (word: string): number => TELLING.get(foldWord(word)) ?? 0;

/** The text that was asked about last: whether it is a desk, a job or a publisher's is asked one after the other. */
let lastText = '';
let lastKinds = 0;

/** What the words of a text tell, as blanks, dots, slashes and hyphens part them. */
function kindsOf(text: string): number {
  if (text === lastText) return lastKinds;
  let kinds = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const parts = code === 0x2d || code === 0x2e || code === 0x2f || ((KINDS[code] as number) & SPACE) !== 0;
    if (!parts) continue;
    if (i > start) kinds |= told(text.slice(start, i));
    start = i + 1;
  }
  kinds |= told(text.slice(start));
  lastText = text;
  lastKinds = kinds;
  return kinds;
}

export const hasRole = (text: string): boolean => (kindsOf(text) & ROLE) !== 0;
export const hasPublisher = (text: string): boolean =>
  (kindsOf(text) & PUBLISHER) !== 0 ||
  (text.includes('.') && /\.(?:com|net|org|de|at|ch|co|fr|es|it|tr|ru|ua|kr|jp|in|id|uk|br)$/i.test(text));
export const isBody = (text: string): boolean => (kindsOf(text) & BODY) !== 0;

const LEADING = /^(?:and|und|et|y|e|i|и|та|και|dan|và|și|és)\s+(?=\p{Lu})/u;
const CONJUNCTION = new RegExp(`\\s+(${CONJUNCTIONS})\\s+`, 'iu');

/**
 * The names of "A B, C D and E F": parts at commas, ampersands, 、 and at the words for "and" of many languages. Words of one letter
 * part only whole names, so that "José Ortega y Gasset" stays one.
 */
export function splitNames(text: string): { name: string; joined: boolean }[] {
  // Without one of these there is but one part.
  if ((signsOf(text) & LISTING) === 0 && !LEADING.test(text) && !CONJUNCTION.test(text)) {
    const name = text.trim();
    return name === '' ? [] : [{ name, joined: false }];
  }
  const names: { name: string; joined: boolean }[] = [];
  for (const [i, part] of text.split(/\s*(?:[,;，、،&＆]|\s\/\s|\/\s|\s\/|(?<=\p{Script=Han})[/／])\s*/u).entries()) {
    const bare = part.replace(LEADING, '');
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
