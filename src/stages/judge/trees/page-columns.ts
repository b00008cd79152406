import { words } from '../../../core/text.js';
import type { Page } from '../../../core/types.js';
import { findNamedHeadline } from '../../meta/named-headline.js';
import { FAR, putSince, type Columns } from './columns.js';
import { DESCRIBED } from './first-look.js';
import { hash, type Layout } from './layout.js';

const GRAM = 3;
const OPENING = 3;

/**
 * How each block stands to the rest of the page: how much of it is said elsewhere, whether others begin like it, whether it names an author or
 * the publisher, how far the headline is. Linear in the page.
 */
export function putRelations(columns: Columns, page: Page, layout: Layout): void {
  const { tokens } = layout;
  putEchoes(columns, tokens);
  putOpenings(columns, tokens);
  if (page.format === 'html') {
    putNames(columns, page, tokens);
    putHeadline(columns, page, layout);
  }
  putDates(columns);
  putCookies(columns, tokens);
}

const gramAt = (own: Int32Array, i: number): number => {
  let value = 0;
  for (let k = 0; k < GRAM; k++) value = (Math.imul(value, 31) + (own[i + k] as number)) | 0;
  return value;
};

/** Share of a block's runs of three words that stand in another block, and in a longer one: pull quotes, hidden copies, teasers. */
function putEchoes(columns: Columns, tokens: readonly Int32Array[]): void {
  const echo = columns.add('echo');
  const within = columns.add('echoInLonger');
  /** The longest block that a run stands in, and the second longest. */
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  const size = (i: number | undefined): number => (i === undefined ? -1 : (tokens[i] as Int32Array).length);
  tokens.forEach((own, i) => {
    for (let k = 0; k + GRAM <= own.length; k++) {
      const gram = gramAt(own, k);
      const longest = first.get(gram);
      if (longest === i) continue;
      if (longest === undefined || own.length > size(longest)) {
        first.set(gram, i);
        if (longest !== undefined) second.set(gram, longest);
      } else if (second.get(gram) === undefined) second.set(gram, i);
    }
  });
  tokens.forEach((own, i) => {
    let elsewhere = 0;
    let longer = 0;
    const all = own.length - GRAM + 1;
    for (let k = 0; k < all; k++) {
      const gram = gramAt(own, k);
      if (second.has(gram)) elsewhere++;
      const longest = first.get(gram);
      if (longest !== i && size(longest) > own.length) longer++;
    }
    echo[i] = all <= 0 ? 0 : elsewhere / all;
    within[i] = all <= 0 ? 0 : longer / all;
  });
}

/** How many other blocks begin with the same words: "Read also: …" is said before every link. */
function putOpenings(columns: Columns, tokens: readonly Int32Array[]): void {
  const column = columns.add('sameOpening');
  const counts = new Map<number, number>();
  const keys = tokens.map((own) => (own.length <= OPENING ? 0 : gramAt(own, 0)));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  keys.forEach((key, i) => {
    column[i] = key === 0 ? 0 : Math.min(8, (counts.get(key) as number) - 1);
  });
}

/** Whether a block has the name of an author or the publisher in it, and whether it begins with it. */
function putNames(columns: Columns, { meta }: Page, tokens: readonly Int32Array[]): void {
  put(
    'author',
    meta.authors.flatMap(({ value }) => value),
  );
  put(
    'publisher',
    meta.publishers.map(({ value }) => value),
  );

  function put(name: string, names: readonly string[]): void {
    const has = columns.add(`names:${name}`);
    const opens = columns.add(`opens:${name}`);
    const wanted = names
      .map((text) => words(text.toLowerCase()).map((word) => hash(word, word.length)))
      .filter((own) => own.length > 0 && own.length <= 6)
      .slice(0, 10);
    if (wanted.length === 0) return;
    tokens.forEach((own, i) => {
      for (const sought of wanted) {
        for (let at = own.indexOf(sought[0] as number); at >= 0; at = own.indexOf(sought[0] as number, at + 1)) {
          if (!sought.every((word, k) => own[at + k] === word)) continue;
          has[i] = 1;
          if (at <= 2) opens[i] = 1;
          break;
        }
      }
    });
  }
}

/**
 * Blocks since and until the block that says the page's headline, how many elements up the two meet, and whether a block stands between
 * the headline and the body.
 */
function putHeadline(columns: Columns, page: Page, { tree, elements }: Layout): void {
  const since = columns.add('sinceHeadline');
  const until = columns.add('untilHeadline');
  const apart = columns.add('headlineApart');
  const is = columns.add('isHeadline');
  const under = columns.add('underHeadline');
  const at = findNamedHeadline(page);
  columns.fill('pageHeadline', at < 0 ? 0 : 1);
  const height = new Map<number, number>();
  if (at >= 0) {
    is[at] = 1;
    let up = elements[at] ?? -1;
    for (let k = 0; up >= 0; up = tree.parent[up] as number) height.set(up, k++);
    height.set(-1, height.size);
  }
  for (let i = 0; i < page.blocks.length; i++) {
    since[i] = at < 0 || i < at ? FAR : Math.min(FAR, i - at);
    until[i] = at < 0 || i > at ? FAR : Math.min(FAR, at - i);
    let up = elements[i] ?? -1;
    while (at >= 0 && !height.has(up)) up = tree.parent[up] as number;
    apart[i] = at < 0 ? FAR : (height.get(up) as number);
  }
  // Down to the first paragraph of the body: one that says more than the description does.
  const [prose, described] = [columns.get('prose'), columns.get('inDescription')];
  const isBody = (i: number): boolean => prose[i] === 1 && (described[i] as number) < DESCRIBED;
  if (at >= 0) for (let i = at + 1; i < page.blocks.length && !isBody(i); i++) under[i] = 1;
}

/** Blocks since one with a date in it, and how many of them came before: comments and feeds have one each. */
function putDates(columns: Columns): void {
  const dated = columns.get('dated');
  const before = columns.add('datedBefore');
  putSince(columns.add('datedSince'), dated);
  let count = 0;
  dated.forEach((flag, i) => {
    before[i] = Math.min(FAR, count);
    count += flag;
  });
}

/** Words of consent notices that are the same, or nearly, wherever the law is the same. */
const CONSENT = [
  'cookie cookies consent privacy gdpr vendors partners einwilligung datenschutz datenschutzerklärung consentement confidentialité',
  'consentimiento privacidad consenso samtycke samtykke toestemming cookiebeleid zgoda prywatności souhlas soubory çerez çerezler',
].flatMap((line) => line.split(' '));

/** Share of a block's words that consent notices are made of, and the same with its neighbours. */
function putCookies(columns: Columns, tokens: readonly Int32Array[]): void {
  const own = columns.add('consentWords');
  const near = columns.add('consentNear');
  const sought = new Set(CONSENT.map((word) => hash(word, word.length)));
  const counts = tokens.map((words) => words.reduce((sum, word) => sum + (sought.has(word) ? 1 : 0), 0));
  tokens.forEach((words, i) => {
    own[i] = words.length === 0 ? 0 : (counts[i] as number) / words.length;
    let sum = 0;
    for (let k = Math.max(0, i - 2); k <= i + 2 && k < counts.length; k++) sum += counts[k] as number;
    near[i] = Math.min(10, sum);
  });
}
