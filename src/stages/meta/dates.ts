import type { Origin, PageMeta } from '../../core/types.js';
import { attributeOf } from '../html/attributes.js';
import type { NameBook } from '../html/names.js';
import { attributeAt, attributesAt, type Outline } from '../html/outline.js';
import { cleanValue } from './clean-value.js';
import { elementText, type MetaElements } from './collect.js';
import { isElsewhere } from './elsewhere.js';
import type { LinkedData } from './json-ld.js';

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'citation_publication_date',
  'originalpublicationdate',
  'date',
  'datecreated',
];
const MODIFIED = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'revised',
];
/** Other names by which systems state it: "published-date", "date_published", "article.published". */
const PUBLISHED_NAME =
  /publi(?:sh(?:ed|ing)?|cation)[-_.:]?(?:date|time|on|at)$|(?:^|[-_.:])published$|date[-_.:]?(?:of[-_.:]?)?publi(?:shed|cation)$/;
const MAX_TIMES = 6;
/** Names of elements that hold the date in words. */
const DATED = new Set([
  'date',
  'datetime',
  'dateline',
  'published',
  'publish',
  'posted',
  'pubdate',
  'timestamp',
  'time',
  'datum',
  'fecha',
  'meta',
  'tarih',
  'updated',
]);
const CHANGED = /updat|modif|chang|aktualis|actuali|mis à jour|edited|edit[eé]/i;
const MAX_CHARACTERS = 60;

/** A date on the page itself, and whether it is called that of a change. */
interface Stamp {
  readonly from: string;
  readonly raw: string;
  readonly change: boolean;
}

/** When the page says it was published and changed: raw strings, best first. */
export function readDates(
  outline: Outline,
  names: NameBook,
  elements: MetaElements,
  data: LinkedData,
): Pick<PageMeta, 'published' | 'modified'> {
  const { article, page } = data;
  const seen = [...times(outline, names, elements), ...dated(outline, names, elements)];
  return {
    published: [
      ...origins('json-ld', article?.['datePublished']),
      ...metas(elements, PUBLISHED.slice(0, 1)),
      ...origins('json-ld:dateCreated', article?.['dateCreated'] ?? article?.['uploadDate']),
      ...origins('json-ld:page', page?.['datePublished']),
      ...metas(elements, PUBLISHED.slice(1)),
      ...metas(
        elements,
        [...elements.metas.keys()].filter((name) => PUBLISHED_NAME.test(name) && !PUBLISHED.includes(name)),
      ),
      ...marked(outline, elements, 'datepublished'),
      ...seen.filter(({ change }) => !change).flatMap(({ from, raw }) => origins(from, raw)),
    ],
    modified: [
      ...origins('json-ld', article?.['dateModified']),
      ...metas(elements, MODIFIED),
      ...origins('json-ld:page', page?.['dateModified']),
      ...marked(outline, elements, 'datemodified'),
      ...seen.filter(({ change }) => change).flatMap(({ from, raw }) => origins(from, raw)),
    ],
  };
}

function origins(from: string, value: unknown): Origin<string>[] {
  const text = cleanValue(Array.isArray(value) ? (value as unknown[])[0] : value);
  return text === null ? [] : [{ value: text, from }];
}

function metas(elements: MetaElements, names: readonly string[]): Origin<string>[] {
  return names.flatMap((name) => origins(name.includes(':') ? name : `meta:${name}`, elements.metas.get(name)?.[0]));
}

function marked(outline: Outline, elements: MetaElements, word: string): Origin<string>[] {
  return (elements.itemprops.get(word) ?? [])
    .slice(0, 1)
    .flatMap((at) => origins(`itemprop:${word}`, stampOf(outline, at)));
}

/** The page's <time> elements, but for those in navigation, asides and the like; those after an <h1> first. */
function times(outline: Outline, names: NameBook, elements: MetaElements): Stamp[] {
  const own = elements.times.filter((at) => !isElsewhere(outline, names, at));
  const h1 = elements.h1s[0] ?? -1;
  return [...own.filter((at) => at > h1), ...own.filter((at) => at <= h1)]
    .slice(0, MAX_TIMES)
    .map((at) => ({ from: 'time', raw: stampOf(outline, at), change: isChange(outline, at) }));
}

/** Short texts with a date's digits in elements that are named for dates, from the headline on. */
function dated(outline: Outline, names: NameBook, elements: MetaElements): Stamp[] {
  const found: Stamp[] = [];
  const isDated = names.byWords((words) => words.some((word) => DATED.has(word)));
  for (let at = Math.max(0, elements.h1s[0] ?? 0); at < outline.tags.length && found.length < MAX_TIMES; at++) {
    if (!isDated(at) || isElsewhere(outline, names, at)) continue;
    const text = elementText(outline, at);
    if (text.length <= MAX_CHARACTERS && /\d{4}|\d[./-]\d/.test(text))
      found.push({ from: 'dated', raw: text, change: isChange(outline, at) || CHANGED.test(text) });
  }
  return found;
}

function stampOf(outline: Outline, at: number): string {
  return attributeAt(outline, at, 'datetime') ?? attributeAt(outline, at, 'content') ?? elementText(outline, at);
}

/** True where an element or the one around it calls its date that of a change. */
function isChange(outline: Outline, at: number): boolean {
  return [at, outline.parent[at] as number].some((up) => {
    const attributes = attributesAt(outline, up);
    return CHANGED.test(`${attributeOf(attributes, 'class') ?? ''} ${attributeOf(attributes, 'itemprop') ?? ''}`);
  });
}
