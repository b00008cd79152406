import { normalize } from '../../core/text.js';
import { attributeOf, type Attributes } from '../html/attributes.js';
import { attributesAt, ownTexts, textAt, type Outline } from '../html/outline.js';
import { CODE_TAGS } from '../html/tags.js';

/** The elements of a page that say something of the page, sorted by what they are. */
export interface MetaElements {
  /** Contents of <meta> by lower-case name, property, itemprop or http-equiv, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly scripts: readonly string[];
  readonly title: string | null;
  readonly canonical: string | null;
  readonly lang: string | null;
  readonly h1s: readonly number[];
  readonly h2s: readonly number[];
  readonly times: readonly number[];
  /** Other elements with an itemprop, by its words. */
  readonly itemprops: ReadonlyMap<string, readonly number[]>;
  /** Links marked rel="author". */
  readonly authors: readonly number[];
}

const MAX_TEXT = 600;
const MAX_NODES = 2_000;
/** So many values are kept under one name; more are no metadata. */
const MAX_VALUES = 100;

export function collectMeta(outline: Outline): MetaElements {
  const metas = new Map<string, string[]>();
  const itemprops = new Map<string, number[]>();
  const scripts: string[] = [];
  const h1s: number[] = [];
  const h2s: number[] = [];
  const times: number[] = [];
  const authors: number[] = [];
  let title: string | null = null;
  let canonical: string | null = null;
  let lang: string | null = null;
  outline.tags.forEach((name, at) => {
    if (name === '') return;
    const attributes = attributesAt(outline, at);
    const itemprop = attributeOf(attributes, 'itemprop');
    if (name === 'meta') addMeta(metas, attributes);
    else if (itemprop !== undefined) for (const word of itemprop.split(/\s+/)) add(itemprops, word.toLowerCase(), at);
    if (name === 'script' && /^application\/ld\+json/i.test(attributeOf(attributes, 'type')?.trim() ?? ''))
      scripts.push(ownTexts(outline, at).join(''));
    else if (name === 'html') lang ??= attributeOf(attributes, 'lang') ?? attributeOf(attributes, 'xml:lang') ?? null;
    else if (name === 'title') title ??= normalize(ownTexts(outline, at).join(''));
    else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(attributes, 'rel') ?? ''))
      canonical ??= attributeOf(attributes, 'href')?.trim() ?? null;
    else if (name === 'h1') h1s.push(at);
    else if (name === 'h2') h2s.push(at);
    else if (name === 'time') times.push(at);
    if (name === 'a' && /(?:^|\s)author(?:\s|$)/i.test(attributeOf(attributes, 'rel') ?? '')) authors.push(at);
  });
  return { metas, scripts, title, canonical, lang, h1s, h2s, times, itemprops, authors };
}

/** The text inside element `at`, normalized, cut after some 600 characters. `between` stands between the texts of different elements. */
export function elementText(outline: Outline, at: number, between = ''): string {
  const { tags, last, parent } = outline;
  const texts: string[] = [];
  const end = Math.min(last[at] as number, at + MAX_NODES);
  let length = 0;
  let before = -1;
  for (let i = at + 1; i <= end && length < MAX_TEXT; i++) {
    const tag = tags[i] as string;
    if (tag !== '') {
      if (CODE_TAGS.has(tag)) i = last[i] as number;
      else if (tag === 'br') texts.push(' ');
      continue;
    }
    const text = textAt(outline, i);
    if (before === parent[i] || text.trim() === '') {
      texts.push(`${texts.pop() ?? ''}${text}`);
    } else {
      texts.push(text);
      before = parent[i] as number;
    }
    length += text.length;
  }
  if (between === '') return normalize(texts.join(''));
  return texts
    .map(normalize)
    .filter((text) => text !== '')
    .join(between);
}

function addMeta(metas: Map<string, string[]>, attributes: Attributes): void {
  const content = attributeOf(attributes, 'content') ?? attributeOf(attributes, 'value');
  if (content === undefined || content.trim() === '') return;
  for (const key of ['name', 'property', 'itemprop', 'http-equiv'] as const) {
    for (const name of attributeOf(attributes, key)?.split(/\s+/) ?? []) add(metas, name.toLowerCase(), content);
  }
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (values.length < MAX_VALUES) values.push(value);
}
