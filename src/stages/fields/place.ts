import { isDateFurniture } from './date-line.js';
import { WEEKDAY } from './date-words.js';
import { foldWord, wordSet } from './fold.js';
import { monthAt } from './named-month.js';
import { dateTokens } from './tokens.js';

/** Words in capitals that open a line without being places. */
const LABELS = wordSet(
  'breaking update updated exclusive watch video videos photo photos opinion note file live read more listen analysis correction editor editors explainer factbox just in new alert advertisement sponsored warning spoiler interview review recap summary related trending podcast poll quiz faq tip tips nato nasa fifa uefa unesco covid urgent importante última hora foto fotos en vivo eilmeldung achtung срочно важно видео фото son dakika',
);

/** True for a text in capitals of at least three letters. */
export const isCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

/** A place, with the region behind a comma, out of what stands before a dateline's dash; its date is left out. Null if it is no place. */
export function placeOf(text: string): string | null {
  const pieces = text
    .split(/[,.،](?=\s|$)/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const places: string[] = [];
  for (const piece of pieces) {
    if (/\d/.test(piece) || places.length > 0) {
      const bare = piece.replace(/^\s*(?:den|am|le|el)\s+/iu, '');
      if (isDateFurniture(bare)) continue;
    }
    if (places.length > 1 || !isPlaceName(piece)) return null;
    places.push(piece);
  }
  return places.length === 0 ? null : places.join(', ');
}

function isPlaceName(piece: string): boolean {
  if (piece.length > 40 || /[\d"“”„«»?!;]/.test(piece)) return false;
  const words = piece.split(/[\s/]+/);
  if (words.length > 4) return false;
  const tokens = dateTokens(piece);
  if (
    tokens.some(
      (token, i) =>
        LABELS.has(token.text) ||
        ((token.kinds & WEEKDAY) !== 0 && token.text.length > 3) ||
        (monthAt(tokens, i) !== null && token.text.length > 3),
    )
  )
    return false;
  const isCased = /[\p{Lu}\p{Ll}]/u.test(piece);
  if (!isCased) return words.length <= 3 && /^[\p{L}\p{M}\u200c\u200d\s-]+$/u.test(piece);
  if (/^(?:the|an?|our|this|why|how|what)$/iu.test(words[0] ?? '')) return false;
  return /^\p{Lu}/u.test(piece) && words.every((word) => /^['’(]?\p{Lu}/u.test(word) || SMALL.has(foldWord(word)));
}

/** Small words inside place names: Rio de Janeiro, Stratford-upon-Avon, Frankfurt am Main. */
const SMALL = wordSet(
  'de del la las los do da dos di of the am an der im in upon on sur les en le el und and nad pod na y',
);
