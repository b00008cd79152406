import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { isAmbiguousAgency } from './agency-table.js';
import { COMPANIES, CUTTERS, OCCUPATIONS, PARTICLES, PLACE_STARTS } from './byline-words.js';
import { dateKinds, WEEKDAY } from './date-words.js';
import { foldWord } from './fold.js';
import { gregorianMonth } from './months.js';
import { hasPublisher, hasRole, isBody, isNameWord, nameShape, type NameShape, titleCase } from './names.js';

/** What is known where a name is looked for. */
export interface PersonContext {
  /** What announced the authors: the words' language, and whether they are written small. Null where nothing did. */
  readonly lead: { readonly language: string; readonly isSmall: boolean } | null;
  /** The document's language (BCP 47). */
  readonly language: string;
  /** Function words by language. */
  readonly stopwords: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Person {
  readonly name: string;
  readonly shape: NameShape['kind'] | 'body';
  readonly words: number;
}

const TITLE_WORDS = 10;
const AGENCY_WORDS = 4;
const OTHER_WORDS = 6;
/** A reporter's place behind his name: 〔記者簡以恩/嘉義報導〕. */
export const CJK_REPORTED = /^([\p{Script=Han}·]{2,8}?)(?:綜合|综合)?(?:報導|报道|報道|電|电|讯|訊|發|发)$/u;

/** The text as a person or an editorial body, or null. */
export function personOf(text: string, isFirst: boolean, { lead, language, stopwords }: PersonContext): Person | null {
  const shape = nameShape(text);
  if (shape === null) return null;
  const words = text.split(' ').map(foldWord);
  const last = words.at(-1) ?? '';
  if (
    words.some((word, i) => isWeekday(word) && !(i > 0 && word === last && isGermanName(lead, language))) ||
    (words.length === 1 && gregorianMonth(last) !== null)
  )
    return null;
  if (/['’]s$/u.test(text) || COMPANIES.has(last.replace(/\.$/, ''))) return null;
  if (isBody(text) && shape.kind !== 'lower')
    return isFirst && lead !== null ? { name: text, shape: 'body', words: shape.words } : null;
  if (words.some((word) => OCCUPATIONS.has(word))) return null;
  if (hasRole(text) || (hasPublisher(text) && lead === null)) return null;
  // Vietnamese given names are words as well, and headings are written small: only their capitals tell.
  const isLettered = language === 'vi' && /^\p{Lu}[\p{Ll}\p{M}]*(?: \p{Lu}[\p{Ll}\p{M}]*){1,4}$/u.test(text);
  const isSmall = (word: string): boolean =>
    !isLettered &&
    !PARTICLES.has(word) &&
    [lead?.language ?? 'en', language.split('-')[0] ?? ''].some((code) => stopwords.get(code)?.has(word) === true);
  if (shape.kind === 'lower') {
    const isName = lead?.isSmall === true && isFirst && shape.words >= 2 && shape.words <= 4 && !words.some(isSmall);
    return isName ? { name: text, shape: 'lower', words: shape.words } : null;
  }
  if (shape.kind !== 'caseless') {
    if (words.some(isSmall) && !hasPublisher(text)) return null;
    if (lead === null && (shape.words < 2 || shape.words > 4 || /^\p{Ll}/u.test(text))) return null;
  }
  const isAbbreviated = /(?:^|\s)(?:\p{L}|[JS]r)\.$/iu.test(text);
  return { name: titleCase(isAbbreviated ? text : text.replace(/[.,]$/, '')), shape: shape.kind, words: shape.words };
}

const isWeekday = (word: string): boolean => word.length > 3 && (dateKinds(word) & WEEKDAY) !== 0;

/** Freitag and Sonntag are common surnames behind "Von". */
const isGermanName = (lead: PersonContext['lead'], language: string): boolean =>
  lead?.language === 'de' && (language === 'und' || language.startsWith('de'));

/** Names in these are one word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Is a further name an author, too? In a list, yes; as the only one behind a comma, unless it begins as places do. */
export function isPersonBeside(name: string, { isNear, isList }: { isNear: boolean; isList: boolean }): boolean {
  if (hasPublisher(name) || isBody(name) || (!isNear && !isList)) return false;
  const words = name.split(' ');
  if (words.length < 2 && !UNSPACED.test(name)) return isList && isNear;
  return isList || !PLACE_STARTS.has(foldWord(words[0] ?? ''));
}

interface CutName {
  readonly name: string;
  readonly agency: string | null;
  readonly place: string | null;
  /** True if a job stood behind the name. */
  readonly isRole: boolean;
  /** True if the name was in capitals, and a publisher behind it was not. */
  readonly isCapitals: boolean;
}

/** "Daily Herald" behind "Ada Weber The". */
const ARTICLES = /^(?:The|Le|La|El|Il|Die|Der|De|Het)$/u;

/** Words of a name before a publisher's: those in capitals where the rest is not, or those before its article. 0 for none. */
function wordsBeforePublisher(words: readonly string[], isAnnounced: boolean): number {
  const isMixed = (word: string): boolean => /^\p{Lu}['’]?\p{Ll}/u.test(word);
  const mixed = words.findIndex(isMixed);
  if (!isAnnounced && (mixed < 2 || mixed > 4)) return 0;
  const isPublisher = (from: number): boolean => {
    const rest = words.slice(from).join(' ');
    return hasPublisher(rest) && !hasRole(rest) && words.slice(from).some(isMixed);
  };
  const head = words.slice(0, Math.max(0, mixed));
  const isCapitals = mixed >= 2 && mixed <= 4 && head.every((word) => /^[\p{Lu}.'’-]+$/u.test(word));
  if (isCapitals && head.some((word) => word.length > 2) && !hasPublisher(head.join(' ')) && isPublisher(mixed))
    return mixed;
  const article = isAnnounced ? words.findIndex((word, i) => i >= 2 && i <= 3 && ARTICLES.test(word)) : -1;
  return article > 0 && !hasPublisher(words.slice(0, article).join(' ')) && isPublisher(article + 1) ? article : 0;
}

/** Cuts a name where a job, an agency or, behind announcing words, "for The Post" or "in Paris" begins. */
export function cutName(text: string, lists: readonly PhraseList[], isAnnounced: boolean): CutName {
  const none = { agency: null, place: null, isRole: false, isCapitals: false };
  const words = text.split(' ');
  const first = isAnnounced ? 1 : Math.max(2, words.length - AGENCY_WORDS);
  let end = -1;
  for (let at = 0; at < first; at++) end += 1 + (words[at]?.length ?? 0);
  for (let at = first; at < words.length; at++) {
    const word = words[at] ?? '';
    if (isAnnounced && CUTTERS.has(foldWord(word)) && !PARTICLES.has(foldWord(word))) {
      const rest = words.slice(at + 1).join(' ');
      const isPlace = /^(?:in|à|aus|em|en|w|в|у|i|på|da)$/iu.test(word) && isPlaceLike(rest);
      return { ...none, name: words.slice(0, at).join(' '), place: isPlace ? rest : null };
    }
    const named = at < 2 || at < words.length - AGENCY_WORDS ? null : agencyNamed(text.slice(end + 1), lists);
    if (named !== null && named.from !== 'generic' && !isAmbiguousAgency(named.key)) {
      const name = text.slice(0, end).replace(/\s(?:The|Die)$/u, '');
      return { ...none, name, agency: named.name };
    }
    end += 1 + word.length;
  }
  // Most lines are no names from their second word on, and nothing that can be cut off makes them one.
  if (!isAnnounced && words.length > 1 && !(isNameWord(words[0] ?? '') && isNameWord(words[1] ?? '')))
    return { ...none, name: text };
  const before = wordsBeforePublisher(words, isAnnounced);
  if (before > 0) {
    const name = words.slice(0, before).join(' ');
    return { ...none, name, isCapitals: /^[^\p{Ll}]+$/u.test(name) };
  }
  // "Sina Weber Landespolitische Korrespondentin": names of two words, of more only where small words or initials are among them.
  if (words.length > 2 && hasRole(text)) {
    let end = 2;
    const isOpen = (word: string): boolean => PARTICLES.has(foldWord(word)) || /^\p{Lu}\.$/u.test(word);
    while (end < words.length && isOpen(words[end - 1] ?? '')) end++;
    const name = words.slice(0, end).join(' ');
    const kind = nameShape(name)?.kind;
    if (!hasRole(name) && (kind === 'titled' || kind === 'capitals')) return { ...none, name, isRole: true };
  }
  return { ...none, name: text };
}

/** A place as it stands in a byline: one capitalized word, or up to three that begin as place names do. */
export function isPlaceLike(text: string): boolean {
  const shape = nameShape(text);
  if (shape === null || shape.kind === 'lower' || hasRole(text) || hasPublisher(text) || isBody(text)) return false;
  const words = text.split(' ');
  if (shape.kind === 'capitals' && text.length < 4) return false;
  return words.length === 1 || (words.length <= 3 && PLACE_STARTS.has(foldWord(words[0] ?? '')));
}

/** A title ("a reporter in our London office"), a publisher's or another name: capitals, or a word of a job. */
export function isOther(text: string): boolean {
  const words = text.split(' ');
  if (hasRole(text)) return words.length <= TITLE_WORDS;
  if (words.length > OTHER_WORDS) return false;
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return words.length <= 4;
  // "kabarPesisir" is a name, too.
  if (words.length > 1 && !/^\p{Lu}|^\p{Ll}+\p{Lu}/u.test(text)) return false;
  return words.filter((word) => /^\p{Ll}+$/u.test(word) && !PARTICLES.has(foldWord(word))).length <= 1;
}
