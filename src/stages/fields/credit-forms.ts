import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { CREDIT_WORDS, PICTURE_SOURCES } from './caption-words.js';
import { announced, CREDIT_LONGEST, type Credited, creditOf, namesPictureSource, VAGUE_SOURCES } from './credit.js';
import { foldWord } from './fold.js';
import { nameShape } from './names.js';
import { ANNOUNCING, signsOf } from './signs.js';

/** "（記者簡以恩攝）", "王小明提供". */
const MAKER = /^(?:本報|本报)?(?:記者|记者)?\s?([\p{Script=Han}·A-Za-z ]{2,16}?)\s?(?:攝影?|摄影?|撮影|提供|供图)$/u;

/** A credit in brackets at the end: "(Image: Family)", "(AP Photo/Eric Gay)", "(KBRW)". An agency alone is no credit but a paragraph's tag. */
export function bracketed(text: string, lists: readonly PhraseList[]): Credited | null {
  const stop = text.endsWith('.') || text.endsWith('。') ? text.length - 1 : text.length;
  const closer = ')]）】'.indexOf(text.charAt(stop - 1));
  const open = closer < 0 ? -1 : text.lastIndexOf('([（【'.charAt(closer), stop - 2);
  if (open < 0 || stop - open > CREDIT_LONGEST) return null;
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
  if (words.length > 1 && words.length <= 6 && CREDIT_WORDS.has(first) && !VAGUE_SOURCES.has(first))
    return { text: before, credit: words.slice(1).join(' '), certainty: 0.85 };
  if (agencyNamed(inside, lists) !== null && !/\sphotos?\b/i.test(inside)) return withMaker(before, inside);
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

/** Characters of the longest name of a maker. */
const NAME_LONGEST = 50;

/** "… at the quay on 11 October. Bo Lind (REUTERS)": an agency in brackets, and behind the last sentence who works for it. */
function withMaker(before: string, agency: string): Credited | null {
  const name = /(?<=[\p{L}\d)”"»][.!?…])\s(\p{Lu}[^.!?,;:"“”()]{3,40})$/u.exec(before.slice(-NAME_LONGEST))?.[1];
  const shape = name === undefined ? null : nameShape(name);
  if (name === undefined || shape?.kind !== 'titled' || shape.words < 2 || shape.words > 3) return null;
  const text = before.slice(0, -name.length).trim();
  return text.split(' ').length < LEAST_WORDS ? null : { text, credit: `${name} (${agency})`, certainty: 0.9 };
}

/** Words of a caption before its maker. */
const LEAST_WORDS = 5;

/** "… in the stadiumImage: Bo Lind/dpa": a word for pictures that an extractor glued to what it follows. */
const GLUED = /(?<=[\p{Ll}\d.!?…"”»)])\p{Lu}\p{Ll}{2,11}(?=\s?:\s?\S)/gu;

export function gluedWord(text: string): Credited | null {
  if ((signsOf(text) & ANNOUNCING) === 0 || !text.includes(':')) return null;
  for (const { 0: word, index } of text.matchAll(GLUED)) {
    const folded = foldWord(word);
    if (!CREDIT_WORDS.has(folded) || VAGUE_SOURCES.has(folded)) continue;
    const credit = creditOf(text.slice(index + word.length).replace(/^\s?:/, ''));
    if (credit !== null) return { text: text.slice(0, index), credit, certainty: 0.92 };
  }
  return null;
}

/** Longer lines are no picture source, even if each of its letters were written with marks that are folded away. */
const SOURCE_LONGEST = 60;

/** A whole line that is nothing but "Jo Weber / AP" or "Getty Images". */
export function sourceAlone(text: string, lists: readonly PhraseList[]): Credited | null {
  if (text.length > CREDIT_LONGEST) return null;
  const isParted = /[/|]|\svia\s/.test(text);
  if (!isParted && (text.length > SOURCE_LONGEST || !PICTURE_SOURCES.has(foldWord(text)))) return null;
  const isShort = text.split(' ').length <= 8 && !/[.!?:]$/.test(text);
  if (!isShort || (agencyNamed(text, lists) !== null && !isParted) || !namesPictureSource(text, lists)) return null;
  const isNamed = text
    .split(/\s*[/|,]\s*|\svia\s/u)
    .every((part) => nameShape(part.trim()) !== null || /\p{Lu}/u.test(part));
  return isNamed ? { text: '', credit: text, certainty: 0.65 } : null;
}

/** What rights are called behind a copyright sign, and before it. */
const RIGHTS =
  /\d{4}|copyright|rights|rechte|droits|derechos|direitos|diritti|права|prawa|práva|prava|rechten|rättigheter|rettigheter|rettigheder|hakları|무단|전재|转载|轉載|転載|版权|版權|حقوق|זכויות/iu;
const RIGHTS_BEFORE = /(?:copyright|저작권자?|版权所有|版權所有|著作権者?)\s*$/iu;

/** "… © ANP". Copyright notices carry a year or say so. */
export function afterSign(text: string): Credited | null {
  const at = text.lastIndexOf('©');
  if (at < 0) return null;
  const credit = creditOf(text.slice(at + 1));
  const before = text.slice(0, at).trim();
  if (credit === null || RIGHTS.test(credit) || RIGHTS_BEFORE.test(before)) return null;
  return { text: before, credit, certainty: before === '' ? 0.55 : 0.85 };
}
