import { decodeHTML } from 'entities';
import { jsonrepair } from 'jsonrepair';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Entities found in a page's JSON-LD. */
export interface LinkedData {
  /** What the page is mainly about, if that is an article. */
  readonly article: JsonObject | null;
  readonly page: JsonObject | null;
  readonly site: JsonObject | null;
  /** Replaces a bare reference ({"@id": …}) by what it refers to. */
  resolve(value: unknown): unknown;
}

/** So many characters of a page's scripts are mended at most: mending costs far more than parsing. */
const MAX_MENDED = 200_000;
const MAX_ENTITIES = 20_000;
const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|NewsItem|SocialMediaPosting|Review|Recipe|HowTo)$/;
const PAGE = /(?:^|\W)(?:\w*WebPage|FAQPage|QAPage|VideoObject|MediaObject)$/;
const SITE = /(?:^|\W)WebSite$/;
/** Where the page's own entity may stand. What stands elsewhere (itemListElement, hasPart, citation …) is about other pages. */
const OWN = ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf'];

/** Reads the page's <script type="application/ld+json">, mending what many sites get wrong. Never fails. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  let budget = MAX_MENDED;
  const roots = scripts.map((script) => {
    const plain = parseJson(script, [(text) => text, strip]);
    if (plain !== undefined || script.length > budget) return plain;
    budget -= script.length;
    return parseJson(script, [(text) => jsonrepair(strip(text))]);
  });
  const byId = new Map<string, JsonObject>();
  const own: JsonObject[] = [];
  for (const root of roots) {
    index(root, byId);
    own.push(...ownEntities(root));
  }
  const find = (type: RegExp): JsonObject | null =>
    own.find((entity) => typesOf(entity).some((name) => type.test(name))) ?? null;
  const articles = own.filter((entity) => typesOf(entity).some((name) => ARTICLE.test(name)));
  return {
    // Several articles: related ones are mostly bare; the page's own says most of itself.
    article: articles.sort((a, b) => weight(b) - weight(a))[0] ?? null,
    page: find(PAGE),
    site: find(SITE),
    resolve: (value) => {
      if (!isObject(value) || Object.keys(value).length > 1) return value;
      const id = value['@id'];
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
}

/** Names of an entity's schema.org types, without their address. */
export function typesOf(entity: JsonObject): string[] {
  const type = entity['@type'];
  const names = Array.isArray(type) ? (type as unknown[]) : [type];
  return names.filter((name) => typeof name === 'string').map((name) => name.replace(/^.*[/#:]/, ''));
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function weight(entity: JsonObject): number {
  return ['headline', 'datePublished', 'author', 'articleBody', 'publisher', 'mainEntityOfPage'].filter(
    (key) => entity[key] !== undefined,
  ).length;
}

/** The value of a script after the first of `mendings` that makes it valid; undefined if none does. */
function parseJson(script: string, mendings: readonly ((text: string) => string)[]): unknown {
  for (const mend of mendings) {
    try {
      return JSON.parse(mend(script)) as unknown;
    } catch {
      // The next one mends more.
    }
  }
  return undefined;
}

/** Without what stands around the JSON (comments, CDATA) and the control characters that make it invalid. */
function strip(script: string): string {
  const bare = script
    .replace(/<!--|-->|<!\[CDATA\[|\]\]>/g, '')
    .replace(/^\s*(?:\/\/|\/\*\s*\*\/)|(?:\/\/|\/\*\s*\*\/)\s*$/g, '')
    .replace(/[\u0000-\u001f]+/g, ' ')
    .trim()
    .replace(/;$/, '');
  return bare.includes('"') ? bare : decodeHTML(bare);
}

/** The entities that may be about this page, nearest the root first. */
function ownEntities(root: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < MAX_ENTITIES; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, MAX_ENTITIES));
    else if (isObject(value)) {
      found.push(value);
      for (const key of OWN) if (value[key] !== undefined) queue.push(value[key]);
    }
  }
  return found;
}

function index(root: unknown, byId: Map<string, JsonObject>): void {
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < MAX_ENTITIES; i++) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value) && typeof value['@id'] === 'string' && Object.keys(value).length > 1 && !byId.has(value['@id']))
      byId.set(value['@id'], value);
    for (const inner of Object.values(value))
      if (typeof inner === 'object' && queue.length < MAX_ENTITIES) queue.push(inner);
  }
}
