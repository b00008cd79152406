import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { PICTURE_PHRASES, SIDES } from './caption-words.js';
import { afterLead, announced, isNamedCaption, type Credited, creditOf, namesPictureSource } from './credit.js';
import { afterSign, bracketed, gluedWord, sourceAlone } from './credit-forms.js';
import { findDates } from './dates.js';
import { EDITORS, LeadIndex, lineTokens, tokenize } from './field-patterns.js';
import { foldWord } from './fold.js';
import { hasPublisher, hasRole, nameShape } from './names.js';
import { ANNOUNCING, BRACKET, CLOSING, signsOf } from './signs.js';

/** A picture's caption parted from its credit. */
export interface Caption {
  /** What is said of the picture; '' where the line is a credit only. */
  readonly text: string;
  /** Who made or supplied it, as written, without the word that announces it. Null if the line does not say. */
  readonly credit: string | null;
  /** 0 to 1. Below 0.5 only the place under a picture can make it a caption: "(Reiko Sugaya)" may as well name a speaker. */
  readonly certainty: number;
}

const LONGEST = 900;
const PHRASES = new LeadIndex(PICTURE_PHRASES.map((source) => ({ source, language: 'und' })));
/** Beyond so many characters a line is a paragraph that happens to speak of a picture. */
const PHRASE_LONGEST = 450;

/**
 * Reads a line as a picture's caption or credit: "… Foto: A. Weber/dpa", "(Image: Family)", "（記者簡以恩攝）", "… © ANP",
 * "… Courtesy of the museum", "… 2024.11.02 Moscow = AP/Newsis". An agency alone in brackets, "(Reuters)", is the tag of a paragraph
 * and makes no caption. Null where nothing speaks of a picture.
 */
export function readCaption(line: string, lists: readonly PhraseList[]): Caption | null {
  const text = line.trim();
  if (text === '' || text.length > LONGEST) return null;
  const head = text.slice(0, 40);
  if (/[:：]/.test(head) && EDITORS.longestAt(tokenize(head), 0) !== null) return null;
  const phrase = picturePhrase(text);
  const found = credited(text, lists);
  if (found !== null && namesEditor(text, found)) return null;
  if (found !== null) return { text: found.text, credit: found.credit, certainty: either(found.certainty, phrase) };
  const rest = afterLead(text);
  if (rest === null) return phrase === 0 ? null : { text, credit: null, certainty: phrase };
  const inner = credited(rest, lists);
  const lead = isNamedCaption(text) ? NAMED : LEAD;
  const certainty = either(either(lead, inner?.certainty ?? 0), phrase);
  return { text: inner?.text ?? rest, credit: inner?.credit ?? null, certainty };
}

/** "… 居民意見。（編輯：方沛清）1130512": agencies sign their last paragraph so. Who edited a text is in the lists of credits, too. */
function namesEditor(text: string, { text: before }: Credited): boolean {
  if (before === '') return false;
  const behind = text.slice(before.length, before.length + 40).replace(/^[\s([（【]+/u, '');
  return EDITORS.longestAt(tokenize(behind), 0) !== null;
}

/** "Foto: " in front of a sentence about the picture. */
const LEAD = 0.55;
/** "Caption: ", "Bildlegende: ", what nothing but a caption is called. */
const NAMED = 0.8;
const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b);

const credited = (text: string, lists: readonly PhraseList[]): Credited | null =>
  bracketed(text, lists) ??
  japaneseTail(text) ??
  chineseTail(text) ??
  gluedWord(text) ??
  announced(text, lists) ??
  afterSign(text) ??
  sourceAlone(text, lists) ??
  agencyTail(text, lists) ??
  nameTail(text);

/** Japanese newspapers' form: "…＝2031年2月6日、南港市、佐野真帆撮影", "…＝南港市で、市提供". */
const JAPANESE_TAIL =
  /^(.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}）)」』])[=＝](?:[^=＝。！？]{1,50}[、で])?([^=＝、。！？\d]{2,20}?)(?:撮影|提供)$/u;

function japaneseTail(text: string): Credited | null {
  if (text.length > PHRASE_LONGEST || !(text.endsWith('撮影') || text.endsWith('提供'))) return null;
  const [, before, credit] = JAPANESE_TAIL.exec(text) ?? [];
  return before === undefined || credit === undefined ? null : { text: before, credit, certainty: 0.93 };
}

/** Chinese newspapers' form: "…。李彧喆 摄", "…。本报记者 张三摄". */
const CHINESE_TAIL = /^(.*[。！？][”」』]?)\s?([\p{Script=Han}·/ ]{2,20}?)(?<![拍录錄])[摄攝]$/u;

function chineseTail(text: string): Credited | null {
  if (text.length > PHRASE_LONGEST || !(text.endsWith('摄') || text.endsWith('攝'))) return null;
  const [, before, credit] = CHINESE_TAIL.exec(text) ?? [];
  return before === undefined || credit === undefined
    ? null
    : { text: before, credit: credit.replace(/^(?:本[报報])?[记記]者/u, '').trim(), certainty: 0.93 };
}

/** How strongly the words speak of a picture: "Archivbild", "In this photo released by …", "Lavrov (right)". 0 if they do not. */
function picturePhrase(text: string): number {
  const sides =
    (signsOf(text) & BRACKET) !== 0 &&
    [...text.matchAll(/[(（]([^()（）]{1,12})[)）]/gu)].some(([, inside]) =>
      SIDES.has(foldWord((inside ?? '').replace(/\.$/, ''))),
    );
  let strength =
    sides || /\bfrom (?:left|right)\b|, (?:second|third|far|top|bottom|front|back) (?:left|right|row)\b/i.test(text)
      ? 0.35
      : 0;
  if (text.length > PHRASE_LONGEST) return strength;
  const tokens = lineTokens(text);
  let isTold = false;
  for (let at = 0; at < tokens.length; at++) {
    const end = PHRASES.longestAt(tokens, at)?.end;
    if (end === undefined) continue;
    // The phrases are looked for as they are written: with other accents they are another language's.
    if (!isTold && !PHRASES.mayOccur(text)) return strength;
    isTold = true;
    const isWhole = at === 0 && end >= tokens.length;
    const isLast = /[([（【]\s?$/u.test(text.slice(0, tokens[at]?.start ?? 0)) && end >= tokens.length;
    // "In this undated photo released by …"
    const isAtStart = at <= 3 && end - at >= 2;
    strength = Math.max(strength, isWhole ? 0.85 : isLast || isAtStart ? 0.65 : 0.3);
  }
  return strength;
}

/** Agencies' own forms at the end: "= AP/Newsis", "AFP-Yonhap", "REUTERS/Jane Doe", "AP Photo/Eric Gay, File". */
function agencyTail(text: string, lists: readonly PhraseList[]): Credited | null {
  const equals =
    (signsOf(text) & ANNOUNCING) !== 0 && /[=＝]/.test(text) ? text.search(/\s?[=＝]\s?[^=＝]{2,40}$/u) : -1;
  if (equals > 0 && !/^[[(（【]/u.test(text)) {
    const credit = creditOf(text.slice(equals));
    if (credit !== null && agencyNamed(credit, lists) !== null)
      return { text: text.slice(0, equals).trim(), credit, certainty: 0.93 };
  }
  // Behind nothing else begins a new piece, as in most short lines.
  if ((signsOf(text) & CLOSING) === 0) return null;
  const made = /(?<=[.!?…)”"»])\s(\p{Lu}[\p{L}-]{1,20})\s?\/\s?\p{Lu}[\p{L}.' -]{2,50}$/u.exec(text.slice(-90));
  if (made !== null && namesPictureSource(made[1] ?? '', lists))
    return { text: text.slice(0, -made[0].length), credit: made[0].trim(), certainty: 0.9 };
  const glued = /(?<=\p{Ll}[.!?…])\p{Lu}{2}[^.!?。]{0,60}$/u.exec(text.slice(-80))?.[0];
  if (glued !== undefined && namesPictureSource(glued, lists))
    return { text: text.slice(0, -glued.length), credit: glued, certainty: 0.6 };
  const tail = /(?<=[.!?…。)”"»\d])\s(?:[—–-]\s)?(\p{L}[^.!?。]{1,70})\.?$/u.exec(text.slice(-80))?.[1]?.trim();
  if (tail === undefined || tail.split(' ').length > 9) return null;
  const before = text.slice(0, text.lastIndexOf(tail)).replace(/[\s—–-]+$/u, '');
  const isCombined = /[/|]|\svia\s|\p{Lu}-\p{Lu}|\s(?:photo|pool|images)\b/iu.test(tail);
  if (isCombined && namesPictureSource(tail, lists)) return { text: before, credit: tail, certainty: 0.88 };
  // ". AP" may end a paragraph as well as a caption.
  return namesPictureSource(tail, lists) ? { text: before, credit: tail, certainty: 0.4 } : null;
}

/** A photographer's bare name behind the last sentence: "… on April 16. Kwon Hyuk-su". Surer behind a date. */
function nameTail(text: string): Credited | null {
  if ((signsOf(text) & CLOSING) === 0) return null;
  const tail = /(?<=[.。])\s(\p{Lu}[^.!?,;:"“”()]{3,40})$/u.exec(text.slice(-50))?.[1];
  const shape = tail === undefined ? null : nameShape(tail);
  if (
    tail === undefined ||
    shape?.kind !== 'titled' ||
    shape.words < 2 ||
    shape.words > 3 ||
    text.split(' ').length < shape.words + 5 ||
    hasPublisher(tail) ||
    hasRole(tail)
  )
    return null;
  const before = text.slice(0, text.length - tail.length).trim();
  const isDated = /\d{1,2}\.$/u.test(before) || (findDates(before).at(-1)?.end ?? 0) >= before.length - 1;
  return { text: before, credit: tail, certainty: isDated ? 0.6 : 0.4 };
}
