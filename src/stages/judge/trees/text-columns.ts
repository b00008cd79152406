import type { Block } from '../../../core/types.js';
import { isDatedLine } from '../dated.js';
import { mainScript, type Facts } from '../facts.js';
import type { Columns } from './columns.js';
import { sharedWords, type Layout } from './layout.js';

const SAMPLE = 300;
const OPENERS = '"\'“„«‘「『';
const BULLETS = '-–—•·*▪►▶●■◦‣';
const ENDS = ['?？؟', '!！', ':：', ',،、，;', '…'];
const END_NAMES = ['endsQuestion', 'endsExclaimed', 'endsColon', 'endsComma', 'endsCut'];
const SIGNS = ['|｜', '@#', '©®', '›»>→', '/\\', '·•'];
const SIGN_NAMES = ['bars', 'handles', 'rights', 'arrows', 'slashes', 'dots'];

/** What can be seen in each block's words and letters alone, and how its words relate to the rest of the running text. */
export function putText(
  columns: Columns,
  blocks: readonly Block[],
  facts: readonly Facts[],
  prose: readonly boolean[],
  layout: Layout,
): void {
  const column = (name: string): Float32Array => columns.add(name);
  const size = column('size');
  const stop = column('stop');
  const sentence = column('sentence');
  const reads = column('reads');
  const foreign = column('foreign');
  const dated = column('dated');
  const wordLength = column('wordLength');
  const upper = column('upper');
  const capital = column('capital');
  const digit = column('digit');
  const commas = column('commas');
  const quotes = column('quotes');
  const starts = ['startsQuote', 'startsBullet', 'startsLower', 'startsDigit'].map(column) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const ends = END_NAMES.map(column);
  const signs = SIGN_NAMES.map(column);
  column('shared').set(sharedWords(layout.words, (i) => prose[i] === true));
  putContinued(column('continues'), layout.words);
  const main = mainScript(facts, (i) => prose[i] === true);
  blocks.forEach(({ text }, i) => {
    const fact = facts[i] as Facts;
    size[i] = Math.log2(1 + fact.size);
    stop[i] = fact.stopShare;
    sentence[i] = fact.sentences === 0 ? 0 : fact.size / fact.sentences;
    reads[i] = prose[i] === true ? 1 : 0;
    foreign[i] = fact.script !== 'None' && fact.script !== main ? 1 : 0;
    dated[i] = text.length < 200 && isDatedLine(text) ? 1 : 0;
    const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
    const form = readForm(sample);
    wordLength[i] = form.words === 0 ? 0 : form.letters / form.words;
    upper[i] = form.letters === 0 ? 0 : form.upper / form.letters;
    capital[i] = form.words === 0 ? 0 : form.capitals / form.words;
    digit[i] = sample.length === 0 ? 0 : form.digits / sample.length;
    commas[i] = form.commas;
    quotes[i] = form.quotes;
    SIGNS.forEach((_, k) => ((signs[k] as Float32Array)[i] = form.signs[k] as number));
    const first = text.charAt(0);
    starts[0][i] = OPENERS.includes(first) && first !== '' ? 1 : 0;
    starts[1][i] = BULLETS.includes(first) && first !== '' ? 1 : 0;
    starts[2][i] = first !== first.toUpperCase() ? 1 : 0;
    starts[3][i] = first >= '0' && first <= '9' ? 1 : 0;
    const last = text.at(-1) ?? '';
    ENDS.forEach((set, k) => ((ends[k] as Float32Array)[i] = last !== '' && set.includes(last) ? 1 : 0));
  });
}

/** 1 where the next block takes up a content word of this one: subheadings do, buttons don't. */
function putContinued(column: Float32Array, words: readonly Int32Array[]): void {
  words.forEach((own, i) => {
    const next = words[i + 1];
    column[i] = next !== undefined && own.length <= 60 && own.some((word) => next.includes(word)) ? 1 : 0;
  });
}

interface Form {
  words: number;
  letters: number;
  upper: number;
  capitals: number;
  digits: number;
  commas: number;
  quotes: number;
  signs: number[];
}

/** What a character counts as; a sign counts as SIGN and its place in SIGNS. */
const SMALL = 1;
const UPPER = 2;
const DIGIT = 3;
const BLANK = 4;
const COMMA = 5;
const QUOTE = 6;
const APOSTROPHE = 7;
const OTHER = 8;
const SIGN = 9;

/** Classes of characters by code, 0 for those that were not asked for yet. */
const CLASSES = new Uint8Array(0x10000);

/** Letters beyond ASCII have no case here unless their case can be changed. */
function classOf(code: number): number {
  const char = String.fromCharCode(code);
  if (/[A-Za-z]/.test(char) || (code >= 0xc0 && !(code >= 0x2000 && code <= 0x303f)))
    return char === char.toLowerCase() ? SMALL : UPPER;
  if (/[0-9]/.test(char)) return DIGIT;
  if (char === ' ') return BLANK;
  if (char === ',' || char === '،' || char === '、') return COMMA;
  if (char === "'" || char === '’') return APOSTROPHE;
  if (OPENERS.includes(char) || char === '”') return QUOTE;
  const sign = SIGNS.findIndex((set) => set.includes(char));
  return sign < 0 ? OTHER : SIGN + sign;
}

/** Counts over the characters in one pass. */
function readForm(text: string): Form {
  const form: Form = {
    words: 0,
    letters: 0,
    upper: 0,
    capitals: 0,
    digits: 0,
    commas: 0,
    quotes: 0,
    signs: SIGNS.map(() => 0),
  };
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = CLASSES[code] || (CLASSES[code] = classOf(code));
    if (kind <= UPPER) {
      form.letters++;
      if (kind === UPPER) form.upper++;
      if (inWord) continue;
      form.words++;
      if (kind === UPPER) form.capitals++;
      inWord = true;
    } else if (kind === DIGIT) form.digits++;
    else if (kind === APOSTROPHE) form.quotes++;
    else {
      inWord = false;
      if (kind === COMMA) form.commas++;
      else if (kind === QUOTE) form.quotes++;
      else if (kind >= SIGN) form.signs[kind - SIGN] = (form.signs[kind - SIGN] as number) + 1;
    }
  }
  return form;
}
