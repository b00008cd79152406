import type { Origin } from '../../core/types.js';
import type { NameBook } from '../html/names.js';
import { attributeAt, tagAt, textAt, type Outline } from '../html/outline.js';
import { CODE_TAGS } from '../html/tags.js';
import { elementText, type MetaElements } from './collect.js';
import type { LinkedData } from './json-ld.js';
import { nameKey } from './names.js';
import { distinct, metas, origins } from './origins.js';

const MAX_H1 = 5;
/** So many <h1> are looked at, and so many nodes in each: more are no headline, and an unclosed one holds the page. */
const MOST_H1 = 30;
const MOST_NODES = 40;
const METAS = ['og:title', 'twitter:title', 'headline', 'dc.title', 'parsely-title', 'sailthru.title', 'title'];
/** Words by which the element goes that holds a site's logo. */
const LOGO = new Set(['logo', 'brand', 'branding', 'masthead', 'sitename', 'sitetitle']);
const LOGO_REACH = 3;
/** Where one half of a <title> ends and the other begins. */
const HALVES = /\s+[|｜–—−•·»«:-]+\s+|:\s+|\s*[|｜／]\s*/g;
/** A shorter half also stands on a page as a button or in a menu; a longer <title> is none. */
const MIN_HALF = 4;
const MOST_TITLE = 300;

/** What may be the headline, by place of origin, best first. Nothing is cut off yet. */
export function readHeadlines(
  outline: Outline,
  names: NameBook,
  elements: MetaElements,
  data: LinkedData,
): Origin<string>[] {
  const h1s = elements.h1s.slice(0, MOST_H1).filter((at) => !isLogo(outline, names, at) && !isBeside(outline, at));
  // An <h1> does not confirm itself.
  const isH1 = (at: number): boolean => elements.h1s.some((h1) => h1 <= at && at <= (outline.last[h1] as number));
  const marked = (elements.itemprops.get('headline') ?? []).slice(0, 1).filter((at) => !isH1(at));
  const stated = [
    ...origins('json-ld', [data.article?.['headline'], data.article?.['name']]),
    ...metas(elements, METAS),
  ];
  const list = distinct([
    ...stated,
    ...origins(
      'h1',
      h1s.slice(0, MAX_H1).map((at) => elementText(outline, at)),
    ),
    ...(h1s.length === 0 ? statedH2(outline, elements, stated) : []),
    ...origins(
      'itemprop:headline',
      marked.map((at) => elementText(outline, at)),
    ),
    ...origins('title', [elements.title]),
  ]);
  return list.length === 1 && elements.title !== null
    ? [...origins('title:line', [halfOnPage(outline, elements.title)]), ...list]
    : list;
}

/** Where the only <h1> is a crumb of the path to the page, or there is none: the first <h2> that says what the metadata state. */
function statedH2(outline: Outline, elements: MetaElements, stated: readonly Origin<string>[]): Origin<string>[] {
  const keys = new Set(stated.map(({ value }) => nameKey(value)));
  const texts = elements.h2s.slice(0, MOST_H1).map((at) => elementText(outline, at));
  return origins('h2', [texts.find((text) => keys.has(nameKey(text)))]);
}

/** True for an <h1> around the site's own name: it goes by "logo" or "brand", or is a link to the front page. */
function isLogo(outline: Outline, names: NameBook, at: number): boolean {
  for (let up = at, steps = 0; up >= 0 && steps < LOGO_REACH; up = outline.parent[up] as number, steps++)
    if (names.of(up).some((word) => LOGO.has(word))) return true;
  const end = Math.min(outline.last[at] as number, at + MOST_NODES);
  for (let inner = at + 1; inner <= end; inner++)
    if (tagAt(outline, inner) === 'a') return isFront(attributeAt(outline, inner, 'href') ?? '');
  return isFront(attributeAt(outline, outline.parent[at] as number, 'href') ?? '');
}

/** Elements that never hold the article's headline. */
const BESIDE = new Set(['aside', 'dialog', 'footer', 'form', 'nav']);

/** True inside one of these elements; a form around the whole page, as some systems write it, holds everything. */
function isBeside(outline: Outline, at: number): boolean {
  for (let up = outline.parent[at] as number; up >= 0; up = outline.parent[up] as number)
    if (BESIDE.has(tagAt(outline, up))) return (outline.last[up] as number) - up < outline.tags.length / 4;
  return false;
}

const isFront = (href: string): boolean =>
  /^(?:(?:https?:)?\/\/[^/?#]+)?\/?(?:index\.\w+)?$/i.test(href.trim()) && href.trim() !== '';

/**
 * The half of a <title> that stands on the page as a text of its own. Where both halves do, the one that comes later: the site's name stands in the
 * masthead.
 */
function halfOnPage(outline: Outline, title: string): string | null {
  const halves = new Map<string, string>();
  if (title.length > MOST_TITLE) return null;
  for (const separator of title.matchAll(HALVES))
    for (const half of [title.slice(0, separator.index), title.slice(separator.index + separator[0].length)])
      if (nameKey(half).length >= MIN_HALF) halves.set(nameKey(half), half);
  const longest = title.length * 2;
  let latest: string | null = null;
  for (let at = 0; at < outline.tags.length && halves.size > 0; at++) {
    const tag = tagAt(outline, at);
    if (tag !== '') {
      if (CODE_TAGS.has(tag) || tag === 'title') at = outline.last[at] as number;
      continue;
    }
    const text = textAt(outline, at);
    if (text.length <= longest) {
      const key = nameKey(text);
      latest = halves.get(key) ?? latest;
      halves.delete(key);
    }
  }
  return latest;
}
