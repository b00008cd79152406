import type { Origin, PageMeta } from '../core/types.js';
import type { NameBook } from './html/names.js';
import type { Outline } from './html/outline.js';
import { readAuthors } from './meta/authors.js';
import { cleanValue } from './meta/clean-value.js';
import { collectMeta, elementText, type MetaElements } from './meta/collect.js';
import { readDates } from './meta/dates.js';
import { isObject, readLinkedData, typesOf, type LinkedData } from './meta/json-ld.js';
import { nameKey } from './meta/names.js';

const MAX_H1 = 5;
const MAX_BODY = 300_000;

/**
 * Reads what a page says of itself: JSON-LD, microdata, Open Graph, Twitter cards, <meta>, <time>, <title>, <h1>. Lists are in
 * order of trust; nothing is verified. `names` is the page's own; `url` is where the page was fetched, if that is known.
 */
export function readPageMeta(outline: Outline, names: NameBook, url: string | null = null): PageMeta {
  const elements = collectMeta(outline);
  const data = readLinkedData(elements.scripts);
  const publishers = readPublishers(outline, elements, data);
  const article = data.article;
  const body = article?.['articleBody'];
  return {
    url: url ?? first(elements, 'og:url'),
    canonicalUrl: elements.canonical ?? first(elements, 'og:url'),
    lang: readLanguage(elements, data),
    publishers,
    headlines: readHeadlines(outline, elements, data),
    descriptions: distinct([
      ...metas(elements, [
        'og:description',
        'description',
        'twitter:description',
        'dc.description',
        'sailthru.description',
      ]),
      ...origins('json-ld', [article?.['description']]),
    ]),
    authors: readAuthors(outline, names, elements, data, publishers),
    ...readDates(outline, names, elements, data),
    articleBody: typeof body === 'string' && body.trim() !== '' ? body.slice(0, MAX_BODY) : null,
    types: [
      ...new Set([
        ...(article === null ? [] : typesOf(article)),
        ...(data.page === null ? [] : typesOf(data.page)),
        ...(elements.metas.get('og:type') ?? []),
      ]),
    ],
    flags: isPaid(article) || isPaid(data.page) ? ['paywalled'] : [],
  };
}

function readHeadlines(outline: Outline, elements: MetaElements, data: LinkedData): Origin<string>[] {
  const h1s = elements.h1s.slice(0, MAX_H1).map((at) => elementText(outline, at));
  const marked = (elements.itemprops.get('headline') ?? []).slice(0, 1).map((at) => elementText(outline, at));
  return distinct([
    ...origins('json-ld', [data.article?.['headline'], data.article?.['name']]),
    ...metas(elements, [
      'og:title',
      'twitter:title',
      'headline',
      'dc.title',
      'parsely-title',
      'sailthru.title',
      'title',
    ]),
    ...origins('h1', h1s),
    ...origins('itemprop:headline', marked),
    ...origins('title', [elements.title]),
  ]);
}

function readPublishers(outline: Outline, elements: MetaElements, data: LinkedData): Origin<string>[] {
  const publisher = data.resolve(data.article?.['publisher'] ?? data.page?.['publisher']);
  const named = isObject(publisher) ? publisher['name'] : publisher;
  const marked = (elements.itemprops.get('publisher') ?? []).slice(0, 1).map((at) => elementText(outline, at));
  return distinct([
    ...origins('json-ld', Array.isArray(named) ? (named as unknown[]) : [named]),
    ...metas(elements, ['og:site_name']),
    ...origins('json-ld:WebSite', [data.site?.['name'], data.site?.['alternateName']]),
    ...metas(elements, ['publisher', 'dc.publisher', 'application-name', 'apple-mobile-web-app-title']),
    ...origins('itemprop:publisher', marked),
  ]).filter(({ value }) => value.length <= 80 && !value.includes('://'));
}

function readLanguage(elements: MetaElements, data: LinkedData): string | null {
  const stated = data.article?.['inLanguage'];
  const candidates = [
    elements.lang,
    first(elements, 'content-language'),
    stated,
    first(elements, 'og:locale'),
    first(elements, 'dc.language'),
  ];
  for (const candidate of candidates) {
    const language = cleanValue(candidate)
      ?.split(/[,;\s]/)[0]
      ?.replace(/_/g, '-');
    if (language !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language)) return language;
  }
  return null;
}

function isPaid(entity: LinkedData['article']): boolean {
  const free = entity?.['isAccessibleForFree'];
  return free === false || (typeof free === 'string' && /^(?:false|no)$/i.test(free));
}

function metas(elements: MetaElements, names: readonly string[]): Origin<string>[] {
  return names.flatMap((name) => origins(name.includes(':') ? name : `meta:${name}`, elements.metas.get(name) ?? []));
}

function first(elements: MetaElements, name: string): string | null {
  return cleanValue(elements.metas.get(name)?.[0]);
}

function origins(from: string, values: readonly unknown[]): Origin<string>[] {
  return values.flatMap((value) => {
    const text = cleanValue(value);
    return text === null ? [] : [{ value: text, from }];
  });
}

/** The first of those that say the same from the same kind of place. */
function distinct(list: readonly Origin<string>[]): Origin<string>[] {
  const seen = new Set<string>();
  return list.filter(({ value, from }) => {
    const key = `${from} ${nameKey(value)}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
