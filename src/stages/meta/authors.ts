import type { Origin } from '../../core/types.js';
import type { NameBook } from '../html/names.js';
import type { Outline } from '../html/outline.js';
import { readBylines } from './bylines.js';
import { cleanValue } from './clean-value.js';
import { elementText, type MetaElements } from './collect.js';
import { isObject, type LinkedData } from './json-ld.js';
import { isButton, looksLikeName, nameKey, splitNames } from './names.js';

const METAS = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'og:article:author',
  'cxenseparse:author',
];
/** How much one place's word weighs against another's. Measured on 750 pages: each place's share of exact lists, and how much it only repeats others. */
const TRUST: Readonly<Record<string, number>> = {
  'json-ld': 3,
  'json-ld:creator': 2,
  'json-ld:page': 2,
  'meta:author': 2,
  byline: 2,
  'rel:author': 1.5,
};
const MAX_ITEMS = 12;
/** Yoast and others label facts for Twitter cards; the label for the author, in some languages. */
const AUTHOR_LABEL =
  /^(?:written by|by|author|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skriven av|skrevet av|skrevet af|autor|yazan|автор|napisane przez|著者|작성자|作者)$/i;

/** Author lists by place of origin, best first; those that only name the publisher last. */
export function readAuthors(
  outline: Outline,
  words: NameBook,
  elements: MetaElements,
  data: LinkedData,
  publishers: readonly Origin<string>[],
): Origin<readonly string[]>[] {
  const houses = publishers.map((publisher) => publisher.value);
  const found: Origin<readonly string[]>[] = [];
  const add = (from: string, values: readonly string[]): void => {
    const isName = from === 'byline' ? looksLikeName : (name: string) => from !== 'rel:author' || !isButton(name);
    const names = splitNames(values.join('\n'), houses).filter(isName);
    if (names.length > 0) found.push({ value: names, from });
  };
  const { article, page } = data;
  add('json-ld', namesOf(article?.['author'], data));
  add('json-ld:creator', namesOf(article?.['creator'], data));
  add('json-ld:page', namesOf(page?.['author'], data));
  for (const name of METAS) add(name.includes(':') ? name : `meta:${name}`, values(elements.metas.get(name) ?? []));
  for (const slot of ['1', '2', '3']) {
    if (AUTHOR_LABEL.test(cleanValue(elements.metas.get(`twitter:label${slot}`)?.[0]) ?? '')) {
      add(`twitter:data${slot}`, values(elements.metas.get(`twitter:data${slot}`) ?? []));
    }
  }
  add('itemprop:author', marked(outline, elements));
  add(
    'rel:author',
    elements.authors.slice(0, MAX_ITEMS).map((at) => elementText(outline, at, '\n')),
  );
  add('byline', readBylines(outline, words, elements));
  return rank(found, new Set(houses.map(nameKey)));
}

/** Lists that other places confirm come first; those that only name the publisher last. */
function rank(found: readonly Origin<readonly string[]>[], houses: ReadonlySet<string>): Origin<readonly string[]>[] {
  const key = (origin: Origin<readonly string[]>): string => origin.value.map(nameKey).sort().join(' ');
  const votes = new Map<string, number>();
  for (const origin of found) votes.set(key(origin), (votes.get(key(origin)) ?? 0) + (TRUST[origin.from] ?? 1));
  const score = (origin: Origin<readonly string[]>): number =>
    (votes.get(key(origin)) ?? 0) - (origin.value.every((name) => houses.has(nameKey(name))) ? 100 : 0);
  return [...found].sort((a, b) => score(b) - score(a));
}

/** Microdata: the name inside the author's element, or all of its text. */
function marked(outline: Outline, elements: MetaElements): string[] {
  const names = elements.itemprops.get('name') ?? [];
  return (elements.itemprops.get('author') ?? []).slice(0, MAX_ITEMS).map((at) => {
    const name = names.find((inner) => inner > at && inner <= (outline.last[at] as number));
    return elementText(outline, name ?? at, '\n');
  });
}

/** Names in a JSON-LD value: a string, an object with a name, a reference, or a list of these. */
function namesOf(value: unknown, data: LinkedData): string[] {
  const names: string[] = [];
  const list: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  for (const item of list.slice(0, MAX_ITEMS)) {
    const entity = data.resolve(item);
    const name = isObject(entity) ? (entity['name'] ?? entity['alternateName']) : entity;
    for (const one of Array.isArray(name) ? (name as unknown[]) : [name]) {
      const text = cleanValue(one);
      if (text !== null) names.push(text);
    }
  }
  return names;
}

function values(contents: readonly string[]): string[] {
  return contents.slice(0, MAX_ITEMS).flatMap((content) => cleanValue(content) ?? []);
}
