import type { Origin, PageMeta } from '../core/types.js';
import type { NameBook } from './html/names.js';
import type { Outline } from './html/outline.js';
import { readAuthors } from './meta/authors.js';
import { cleanValue } from './meta/clean-value.js';
import { collectMeta, elementText, type MetaElements } from './meta/collect.js';
import { readDates } from './meta/dates.js';
import { isObject, readLinkedData, typesOf, type LinkedData } from './meta/json-ld.js';
import { distinct, metas, origins } from './meta/origins.js';
import { readHeadlines } from './meta/titles.js';

const MAX_BODY = 300_000;

/**
 * Reads what a page says of itself: JSON-LD, microdata, Open Graph, Twitter cards, <meta>, <time>, <title>, <h1>. Lists are in
 * order of trust; nothing is verified. `names` is the page's own; `url` is where the page was fetched.
 */
export function readPageMeta(outline: Outline, names: NameBook, url?: string): PageMeta {
  const elements = collectMeta(outline);
  const data = readLinkedData(elements.scripts);
  const publishers = readPublishers(outline, elements, data);
  const article = data.article;
  const body = article?.['articleBody'];
  const types = [
    ...new Set([
      ...(article === null ? [] : typesOf(article)),
      ...(data.page === null ? [] : typesOf(data.page)),
      ...(elements.metas.get('og:type') ?? []),
    ]),
  ];
  return {
    url: url ?? addressOf(first(elements, 'og:url')),
    canonicalUrl: addressOf(elements.canonical) ?? addressOf(first(elements, 'og:url')),
    lang: readLanguage(elements, data),
    publishers,
    headlines: readHeadlines(outline, names, elements, data),
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
    types,
    isNews: isNews(types, elements, data),
    flags: isPaid(article) || isPaid(data.page) ? ['paywalled'] : [],
  };
}

/** An address as it is stated, without the line ends that browsers take out of it. None holds other control characters or halves of characters. */
function addressOf(stated: string | null): string | null {
  const address = stated?.replace(/[\t\n\r]/g, '').trim() ?? '';
  return address === '' || /[\p{Cc}\p{Cs}]/u.test(address) ? null : address;
}

const NEWS = /News|Reportage|LiveBlog/;

function isNews(types: readonly string[], elements: MetaElements, data: LinkedData): boolean {
  if (types.some((type) => NEWS.test(type)) || elements.metas.has('news_keywords')) return true;
  return [data.article?.['publisher'], data.page?.['publisher'], data.site?.['publisher']]
    .map((publisher) => data.resolve(publisher))
    .some((publisher) => isObject(publisher) && typesOf(publisher).includes('NewsMediaOrganization'));
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

function first(elements: MetaElements, name: string): string | null {
  return cleanValue(elements.metas.get(name)?.[0]);
}
