import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { CREDIT_WORDS, PICTURE_SOURCES } from './caption-words.js';
import { fieldPatterns, tokenize, type WordToken } from './field-patterns.js';
import { foldWord, wordSet } from './fold.js';
import { nameShape } from './names.js';

/** A credit and what stands before it. */
export interface Credited {
  readonly text: string;
  readonly credit: string;
  readonly certainty: number;
}

const LONGEST = 110;
const WORDS_MOST = 14;
/** Longest announcing words with their colon: "mit freundlicher Genehmigung :". */
const WORD_LONGEST = 40;
/** Words that announce a source of anything: alone they make no picture's credit. */
const VAGUE: ReadonlySet<string> = new Set(
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
  const credit = rest.replace(/^[\s:：=＝/／|-]+/u, '').replace(open ? /[\s.。]+$/u : /[\s)\]）】.。]+$/u, '');
  if (credit === '' || credit.length > LONGEST || credit.split(' ').length > WORDS_MOST) return null;
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
  const from = Math.max(0, text.length - LONGEST - 40);
  const tokens = tokenize(text.slice(from)).map((token) => ({
    ...token,
    start: token.start + from,
    end: token.end + from,
  }));
  for (let at = tokens.length - 1; at >= 0; at--) {
    const start = tokens[at]?.start ?? 0;
    // A word that no mark stands before needs a colon close behind it.
    if (!isBoundary(text, start) && !/[:：=＝]/.test(text.slice(start, start + WORD_LONGEST))) continue;
    if (text.length - start > LONGEST + 30) break;
    const isWord = (length: number): boolean =>
      CREDIT_WORDS.has(
        foldWord(
          tokens
            .slice(at, at + length)
            .map((token) => token.text)
            .join(' '),
        ),
      );
    const own = isUnspacedAt(text, start)
      ? unspacedWord(text, start, tokens, at)
      : isWord(2)
        ? at + 2
        : isWord(1)
          ? at + 1
          : -1;
    const listed = credits.longestAt(tokens, at)?.end ?? -1;
    for (const end of [own, listed]) {
      const found = end < 0 ? null : announcedAt(text, tokens, at, end);
      if (found !== null) return found;
    }
  }
  return null;
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
  if (credit === null) return null;
  const isVague = VAGUE.has(foldWord(text.slice(start, last?.end ?? start).replace(/\s*[:：]$/u, '')));
  const before = text.slice(0, start).replace(/[\s([（【|/–—-]+$/u, '');
  if (before !== '' && /^\p{Ll}+ \p{Ll}+ \p{Ll}/u.test(credit)) return null;
  if (before !== '') return { text: before, credit, certainty: isVague ? 0.45 : isEdge ? 0.92 : 0.75 };
  const isLong = /[.。]$/.test(text) || credit.split(' ').length > 8;
  return { text: '', credit, certainty: isVague ? 0.4 : isLong ? 0.45 : 0.9 };
}

const ATTRIBUTIONS = wordSet('by of courtesy via from von par por per par da de di from : av af door foto');
const isAttribution = (words: readonly string[]): boolean =>
  ATTRIBUTIONS.has(words.at(-1) ?? '') || words[0] === 'courtesy';

/** True where a new piece begins: at the start, behind a mark or a closing bracket. */
const isBoundary = (text: string, at: number): boolean =>
  /(?:^|[.!?。！？…)\]）】"”»|·•–—-]|[([（【]|(?:^|\s)[/／])\s*$/u.test(text.slice(Math.max(0, at - 4), at));

const UNSPACED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const isUnspacedAt = (text: string, at: number): boolean => UNSPACED.test(text.charAt(at));

/** Token after the longest of our words that is written at `start` in a script without spaces, or -1. */
function unspacedWord(text: string, start: number, tokens: readonly { readonly end: number }[], at: number): number {
  for (let length = 6; length >= 1; length--) {
    const last = tokens[at + length - 1];
    if (last !== undefined && CREDIT_WORDS.has(foldWord(text.slice(start, last.end)))) return at + length;
  }
  return -1;
}

/** "（記者簡以恩攝）", "王小明提供". */
const MAKER =
  /^(?:本報|本报)?(?:記者|记者)?\s?([\p{Script=Han}·A-Za-z ]{2,16}?)\s?(?:攝影?|摄影?|撮影|提供|供图|圖|图)$/u;

/** A credit in brackets at the end: "(Image: Family)", "(AP Photo/Eric Gay)", "(KBRW)". An agency alone is no credit but a paragraph's tag. */
export function bracketed(text: string, lists: readonly PhraseList[]): Credited | null {
  const stop = /[.。]$/.test(text) ? text.length - 1 : text.length;
  const closer = ')]）】'.indexOf(text.charAt(stop - 1));
  const open = closer < 0 ? -1 : text.lastIndexOf('([（【'.charAt(closer), stop - 2);
  if (open < 0 || stop - open > LONGEST) return null;
  const inside = text.slice(open + 1, stop - 1).trim();
  const before = text.slice(0, open).trim();
  const made = MAKER.exec(inside)?.[1];
  if (made !== undefined) return { text: before, credit: made.trim(), certainty: 0.95 };
  const word = announced(inside, lists);
  if (before === '' && word === null) return null;
  if (word !== null && word.certainty > 0.3)
    return {
      text: [before, word.text].filter((part) => part !== '').join(' '),
      credit: word.credit,
      certainty: word.certainty < 0.5 ? word.certainty : 0.95,
    };
  const words = inside.split(' ');
  const first = foldWord((words[0] ?? '').replace(/[.:]$/, ''));
  if (words.length > 1 && words.length <= 6 && CREDIT_WORDS.has(first) && !VAGUE.has(first))
    return { text: before, credit: words.slice(1).join(' '), certainty: 0.85 };
  if (agencyNamed(inside, lists) !== null && !/\sphotos?\b/i.test(inside)) return null;
  if (/[/|]|\svia\s/u.test(inside) && !/^\p{Ll}+(?:\/\p{Ll}+)*$/u.test(inside) && namesPictureSource(inside, lists))
    return { text: before, credit: inside, certainty: 0.9 };
  if (namesPictureSource(inside, lists)) return { text: before, credit: inside, certainty: 0.8 };
  if (before === '' || before.split(' ').length > 60 || !'(（'.includes(text.charAt(open))) return null;
  const isAfterStop = /[.。]["”»]?$/u.test(before);
  const shape = nameShape(inside);
  const isName = shape !== null && shape.kind !== 'lower' && shape.words >= 2 && shape.words <= 4;
  const isCode = /^\p{Lu}{4,6}$/u.test(inside);
  if (!isName && !isCode) return null;
  // "Petróleos de Venezuela, S.A. (PDVSA)."
  if (!isName && /\p{L}\.\p{L}\.$/u.test(before)) return null;
  return { text: before, credit: inside, certainty: isAfterStop ? 0.55 : 0.35 };
}

/** A whole line that is nothing but "Jo Weber / AP" or "Getty Images". */
export function sourceAlone(text: string, lists: readonly PhraseList[]): Credited | null {
  const isShort = text.split(' ').length <= 8 && !/[.!?:]$/.test(text);
  const isParted = /[/|]|\svia\s/u.test(text);
  if (!isShort || (agencyNamed(text, lists) !== null && !isParted) || !namesPictureSource(text, lists)) return null;
  const isNamed = text
    .split(/\s*[/|,]\s*|\svia\s/u)
    .every((part) => nameShape(part.trim()) !== null || /\p{Lu}/u.test(part));
  return isNamed && (isParted || PICTURE_SOURCES.has(foldWord(text)))
    ? { text: '', credit: text, certainty: 0.65 }
    : null;
}

/** "… © ANP". Copyright notices carry a year or say so. */
export function afterSign(text: string): Credited | null {
  const at = text.lastIndexOf('©');
  if (at < 0) return null;
  const credit = creditOf(text.slice(at + 1));
  const before = text.slice(0, at).trim();
  if (
    credit === null ||
    /\d{4}|copyright|rights|rechte|droits|derechos|direitos|diritti|права/iu.test(credit) ||
    /copyright\s*$/iu.test(before)
  )
    return null;
  return { text: before, credit, certainty: before === '' ? 0.55 : 0.85 };
}
