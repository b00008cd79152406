import { codesOf, isSpace } from '../../core/characters.js';
import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { CAPTION_NAMES, CREDIT_WORDS, PICTURE_SOURCES } from './caption-words.js';
import { fieldPatterns, lineTokens, type WordToken } from './field-patterns.js';
import { foldWord, wordSet } from './fold.js';
import { ANNOUNCING, signsOf } from './signs.js';

/** A credit and what stands before it. */
export interface Credited {
  readonly text: string;
  readonly credit: string;
  readonly certainty: number;
}

export const CREDIT_LONGEST = 110;
const WORDS_MOST = 14;
/** Words of a credit that is a line of its own. */
const ALONE_WORDS = 8;
/** Longest announcing words with their colon: "mit freundlicher Genehmigung :". */
const WORD_LONGEST = 40;
/** Words that announce a source of anything: alone they make no picture's credit. */
export const VAGUE_SOURCES: ReadonlySet<string> = new Set(
  (
    'source sources via video videos provided supplied credit credits graphic graphics illustration cartoon footage illustrated screenshot ' +
    'screenshots text data map źródło quelle fuente fonte джерело источник kaynak sumber nguồn ที่มา 来源 來源 稿源 出典 出所 출처 자료 영상 資料 資料來源 المصدر ' +
    'مصدر منبع מקור स्रोत সূত্র forrás zdroj sursa πηγή källa kilde lähde bron izvor извор видео відео vidéo vídeo'
  )
    .split(' ')
    .map(foldWord),
);

/** The rest of a line as a credit: short, no sentence, without the bracket or full stop that closes it. Null if it is none. */
export function creditOf(rest: string): string | null {
  const open = /[([（【]/.test(rest);
  const credit = rest
    .replace(/^[\s:：=＝/／|-]+|\s+https?:\/\/\S+$/gu, '')
    .replace(open ? /[\s.。]+$/u : /[\s)\]）】.。]+$/u, '');
  if (credit === '' || credit.length > CREDIT_LONGEST || credit.split(' ').length > WORDS_MOST) return null;
  return /[\p{L}]{4}[.!?]\s|[!?;。]/u.test(credit) ? null : credit;
}

const isKnownAgency = (text: string, lists: readonly PhraseList[]): boolean => {
  const named = agencyNamed(text, lists);
  return named !== null && named.from !== 'generic';
};

/** True if a piece of a credit names a news or picture agency: "AP/Newsis", "Pool via REUTERS", "J. Doe/Getty Images", "AP Photo". */
export function namesPictureSource(text: string, lists: readonly PhraseList[]): boolean {
  return text.split(/\s*[/=＝|,]\s*|\s+via\s+|-(?=\p{L})/iu).some((part) => {
    const bare = part.replace(/\s+(?:photos?|pool|file|foto|images?)$/iu, '').trim();
    return PICTURE_SOURCES.has(foldWord(bare)) || isKnownAgency(bare, lists);
  });
}

/** A credit that follows a word: "Foto: A. Weber/dpa", "KUVA: …", "Photo by …", "Courtesy of …", "사진=뉴시스". The last such word counts. */
export function announced(text: string, lists: readonly PhraseList[]): Credited | null {
  const { credits } = fieldPatterns(lists);
  const from = Math.max(0, text.length - CREDIT_LONGEST - 40);
  const tail = text.slice(from);
  if ((signsOf(tail) & ANNOUNCING) === 0 && !ATTRIBUTED.test(tail)) return null;
  const words = lineTokens(tail);
  const tokens = from === 0 ? words : words.map((word) => shifted(word, from));
  /** The first colon behind the token, and where it has been looked for. */
  let colon = Infinity;
  let sought = text.length;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const start = tokens[at]?.start ?? 0;
    while (sought > start) if (COLONS.has(text.charCodeAt(--sought))) colon = sought;
    // A word that no mark stands before needs a colon close behind it.
    if (colon >= start + WORD_LONGEST && !isBoundary(text, start)) continue;
    if (text.length - start > CREDIT_LONGEST + 30) break;
    const own = isUnspacedAt(text, start) ? unspacedWord(text, start, tokens, at) : spacedWord(tokens, at);
    // "Image credits:" is said by the word before.
    if (own === at + 1 && at > 0 && spacedWord(tokens, at - 1) === own) continue;
    const listed = credits.longestAt(tokens, at)?.end ?? -1;
    // "Image by …", where the lists have "image" alone.
    const attributed = own > 0 && ATTRIBUTIONS.has(tokens[own]?.text ?? '') ? own + 1 : -1;
    for (const end of [own, attributed, listed]) {
      const found = end < 0 ? null : announcedAt(text, tokens, at, end);
      if (found !== null) return found;
    }
  }
  return null;
}

const shifted = ({ text, start, end }: WordToken, by: number): WordToken => ({
  text,
  start: start + by,
  end: end + by,
});

/** Words with which credit words of two begin: "photo credit". */
const PAIR_STARTS: ReadonlySet<string> = new Set(
  [...CREDIT_WORDS].filter((words) => words.includes(' ')).map((words) => words.slice(0, words.indexOf(' '))),
);

/** Token after the longest of our words at a token, or -1. */
function spacedWord(tokens: readonly WordToken[], at: number): number {
  const word = foldWord(tokens[at]?.text ?? '');
  const next = tokens[at + 1];
  const isPair =
    next === undefined
      ? CREDIT_WORDS.has(word)
      : PAIR_STARTS.has(word) && CREDIT_WORDS.has(`${word} ${foldWord(next.text)}`);
  return isPair ? at + 2 : CREDIT_WORDS.has(word) ? at + 1 : -1;
}

function announcedAt(text: string, tokens: readonly WordToken[], at: number, end: number): Credited | null {
  const start = tokens[at]?.start ?? 0;
  const last = tokens[end - 1];
  const behind = text.slice(last?.end ?? 0);
  const isEdge = isBoundary(text, start);
  // In scripts without spaces a word in mid-word is another word: 責任编辑.
  if (!isEdge && isUnspacedAt(text, start) && !/\s/.test(text.charAt(start - 1))) return null;
  const isColon =
    (last?.text === ':' && /^[\s.]*$/.test(text.slice(tokens[end - 2]?.end ?? 0, last.start))) ||
    /^\s?[.·]?\s?[:：=＝]/u.test(behind) ||
    (isEdge && isUnspacedAt(text, start) && /^\s?[/／|]/u.test(behind));
  const words = tokens.slice(at, end).map((token) => token.text);
  if (!isColon && (words.length < 2 || !isEdge || !isAttribution(words))) return null;
  const credit = creditOf(behind.replace(/^\s?[.·]?\s?(?=[:：=＝])/u, ''));
  if (credit === null || (!isColon && !/^(?:the |der |die |la |el )?[\p{Lu}\p{Lo}@"“«]/u.test(credit))) return null;
  const isVague = VAGUE_SOURCES.has(foldWord(text.slice(start, last?.end ?? start).replace(/\s*[:：]$/u, '')));
  const before = text.slice(0, start).replace(/[\s([（【|/–—-]+$/u, '');
  if (before !== '' && /^\p{Ll}+ \p{Ll}+ \p{Ll}/u.test(credit)) return null;
  if (before !== '') return { text: before, credit, certainty: isVague ? 0.45 : isEdge ? 0.92 : 0.75 };
  // "Foto: Der Bürgermeister begrüßt die Gäste." is no credit.
  if (/[.。]$/.test(text) || credit.split(' ').length > ALONE_WORDS) return null;
  return { text: '', credit, certainty: isVague ? 0.4 : isColon ? 0.9 : 0.7 };
}

const ATTRIBUTION_WORDS = 'by courtesy via von par por av af door';
const ATTRIBUTIONS = wordSet(ATTRIBUTION_WORDS);
/** "Photo courtesy of" behind a mark or at the beginning: a quick no for other lines. */
const ATTRIBUTED = new RegExp(
  `(?:^|[.!?…)\\]"”»|·•([–—-])\\s*(?:\\p{L}+ ){1,4}(?:${ATTRIBUTION_WORDS.replaceAll(' ', '|')})\\s|courtesy `,
  'iu',
);
const isAttribution = (words: readonly string[]): boolean =>
  ATTRIBUTIONS.has(words.at(-1) ?? '') || words.includes('courtesy');

const COLONS = codesOf(':：=＝');
const EDGES = codesOf('.!?。！？…)]）】"”»|·•–—-([（【');
const SLASHES = codesOf('/／');
/** Blanks and a mark before a word. */
const EDGE_LONGEST = 4;

/** True where a new piece begins: at the start, behind a mark or a closing bracket. */
function isBoundary(text: string, at: number): boolean {
  const from = Math.max(0, at - EDGE_LONGEST);
  let i = at;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i--;
  if (i === from) return true;
  const code = text.charCodeAt(--i);
  return EDGES.has(code) || (SLASHES.has(code) && (i === from || isSpace(text.charCodeAt(i - 1))));
}

const UNSPACED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Below it no character is of those. */
const FIRST_UNSPACED = 0xe00;
const isUnspacedAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= FIRST_UNSPACED && UNSPACED.test(text.charAt(at));

/** Token after the longest of our words that is written at `start` in a script without spaces, or -1. */
function unspacedWord(text: string, start: number, tokens: readonly { readonly end: number }[], at: number): number {
  for (let length = 6; length >= 1; length--) {
    const last = tokens[at + length - 1];
    if (last !== undefined && CREDIT_WORDS.has(foldWord(text.slice(start, last.end)))) return at + length;
  }
  return -1;
}

/** What follows "Foto: …" or "FILE PHOTO: …" at the beginning of a line; null if it does not begin so. */
export function afterLead(text: string): string | null {
  if (!/[:：]/.test(text)) return null;
  const hit = /^([\p{L}' ]{2,25}?)\s?[:：]\s?(?=\S)/u.exec(text);
  const word = foldWord(hit?.[1] ?? '');
  const isLead = (CREDIT_WORDS.has(word) && !VAGUE_SOURCES.has(word)) || CAPTION_NAMES.has(word);
  return hit !== null && isLead ? text.slice(hit[0].length) : null;
}

/** Whether a line calls itself a caption. */
export const isNamedCaption = (text: string): boolean =>
  CAPTION_NAMES.has(foldWord(/^([\p{L} ]{2,25}?)\s?[:：]/u.exec(text)?.[1] ?? ''));
