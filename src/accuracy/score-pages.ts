import type { ArticleRecord } from '../core/record.js';
import type { GoldArticle } from './corpora.js';

/** What is counted of one page. F1 is over 4-word shingles (article-extraction-benchmark), word F1 over words as a bag (WCXB). */
export interface PageScore {
  readonly id: string;
  readonly f1?: number;
  /** null where nothing was extracted */
  readonly precision?: number | null;
  readonly recall?: number | null;
  readonly perfect?: boolean;
  readonly bag?: number;
  readonly with?: number;
  readonly without?: number;
  readonly title?: boolean;
  readonly titleLoose?: boolean;
  readonly authors?: boolean;
  readonly date?: boolean;
  readonly filledAuthors?: boolean;
  readonly filledDate?: boolean;
  readonly language?: boolean;
  readonly refused?: boolean;
}

const SINGLE = '\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f';
// Python's \w: letters and numbers of every script and the underscore, but no combining marks.
const WORD = new RegExp(`[${SINGLE}]|(?:(?![${SINGLE}])[\\p{L}\\p{N}_])+`, 'gu');
const ZERO = /[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]/g;

const wordsOf = (text: string | null | undefined): string[] => (text ?? '').replace(ZERO, '').match(WORD) ?? [];
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Bag = ReadonlyMap<string, number>;

function bag(items: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const sizeOf = (items: Bag): number => [...items.values()].reduce((sum, count) => sum + count, 0);

function common(a: Bag, b: Bag): number {
  let both = 0;
  for (const [item, count] of a) both += Math.min(count, b.get(item) ?? 0);
  return both;
}

function shingles(text: string | null | undefined): Bag {
  const tokens = wordsOf(text);
  const grams: string[] = [];
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++)
    if (tokens.length > 0) grams.push(tokens.slice(i, i + 4).join('\u0001'));
  return bag(grams);
}

const harmonic = (p: number | null, r: number | null): number => (p && r ? (2 * p * r) / (p + r) : 0);

function compareText(
  gold: string,
  text: string,
): Pick<Required<PageScore>, 'f1' | 'precision' | 'recall' | 'perfect' | 'bag'> {
  const want = shingles(gold);
  const have = shingles(text);
  const both = common(want, have);
  const [n, m] = [sizeOf(have), sizeOf(want)];
  const precision = n === 0 ? (m === 0 ? 1 : null) : both / n;
  const recall = m === 0 ? (n === 0 ? 1 : null) : both / m;
  const equal = want.size === have.size && both === n && both === m;
  return { f1: harmonic(precision, recall), precision, recall, perfect: equal, bag: bagF1(gold, text) };
}

function bagF1(gold: string, text: string): number {
  const a = bag(wordsOf(gold.toLowerCase()));
  const b = bag(wordsOf(text.toLowerCase()));
  if (a.size === 0 || b.size === 0) return Number(a.size === b.size);
  const both = common(a, b);
  return harmonic(both / sizeOf(b), both / sizeOf(a));
}

const fold = (text: string | null | undefined): string =>
  squeeze((text ?? '').normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”„]/g, '"').replace(/[–—]/g, '-'))
    .toLowerCase()
    .replace(/ß/g, 'ss');
const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

function titleForms(title: string | null | undefined): Set<string> {
  const text = title ?? '';
  const parts = text.split(/\s+[|\-–—»·•:~]\s+|\s*[|｜]\s*/);
  const forms = new Set([letters(text)]);
  if (parts.length > 1) {
    forms.add(letters(text.slice(0, text.lastIndexOf(parts.at(-1) ?? ''))));
    forms.add(letters(parts[0] ?? ''));
  }
  forms.delete('');
  return forms;
}

function nameSet(authors: readonly string[] | string | null | undefined): Set<string> {
  const out = new Set<string>();
  for (const entry of typeof authors === 'string' ? [authors] : (authors ?? []))
    for (const part of entry.split(/\s*(?:[;,|/&\n•·]|\band\b|\bund\b|\bet\b|\by\b)\s*/i)) {
      const name = fold(part)
        .replace(/^(?:by|von|par|por)\s+/, '')
        .replace(/^[ .:-]+|[ .:-]+$/g, '');
      if (name !== '') out.add(name);
    }
  return out;
}

/** The calendar days a date can mean: as written and, where it has an offset, in UTC. */
function daysOf(date: string | null | undefined): Set<string> {
  const match = /^(\d{4})[-./](\d\d?)[-./](\d\d?)/.exec(date ?? '');
  const out = new Set<string>();
  if (match === null) return out;
  out.add(`${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`);
  if (/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(date ?? '')) {
    const time = Date.parse(date ?? '');
    if (!Number.isNaN(time)) out.add(new Date(time).toISOString().slice(0, 10));
  }
  return out;
}

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((item) => b.has(item));
const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
const base = (tag: string | null | undefined): string =>
  ((code) => (code === 'nb' || code === 'nn' ? 'no' : code))((tag ?? '').split('-')[0]?.toLowerCase() ?? '');

/** Scores a record against a page's gold; a missing or rejected record counts as an empty extraction without fields. */
export function scorePage(gold: GoldArticle, found: ArticleRecord | null): PageScore {
  const record = found?.status === 'rejected' ? null : found;
  if (gold.not_article === true) return { id: gold.id, refused: found !== null && found.status !== 'accepted' };
  const text = record?.text ?? '';
  const golds = typeof gold.text === 'string' && gold.text !== '' ? [gold.text, ...(gold.alts ?? [])] : [];
  const compared = golds.map((reference) => compareText(reference, text));
  const best = compared.length === 0 ? {} : compared.reduce((a, b) => (b.f1 > a.f1 ? b : a));
  const low = squeeze(text.toLowerCase());
  const held = (snippets: readonly string[] | undefined): number | undefined =>
    snippets === undefined || snippets.length === 0
      ? undefined
      : snippets.filter((snippet) => low.includes(squeeze(snippet).toLowerCase())).length / snippets.length;
  const [kept, struck] = [held(gold.with), held(gold.without)];
  const hasTitle = typeof gold.title === 'string' && gold.title !== '';
  const hasAuthors = gold.authors !== null && gold.authors !== undefined && gold.authors.length > 0;
  const hasDate = typeof gold.date === 'string' && gold.date !== '';
  const date = record?.datePublished?.value;
  return {
    id: gold.id,
    ...best,
    ...(kept === undefined ? {} : { with: kept }),
    ...(struck === undefined ? {} : { without: struck }),
    ...(hasTitle
      ? {
          title: fold(gold.title) === fold(record?.headline),
          titleLoose: meets(titleForms(gold.title), titleForms(record?.headline)),
        }
      : {}),
    ...(hasAuthors
      ? { authors: same(nameSet(gold.authors), nameSet(record?.authors)) }
      : { filledAuthors: (record?.authors ?? []).length > 0 }),
    ...(hasDate ? { date: meets(daysOf(gold.date), daysOf(date)) } : { filledDate: date !== undefined }),
    ...(typeof gold.language === 'string' ? { language: base(record?.inLanguage) === base(gold.language) } : {}),
  };
}

/** Means over a set of pages; F1 is of mean precision and mean recall. `empty` pages leave the mean of precision, so look at it. */
export function summarizePages(scores: readonly PageScore[]): Record<string, number> {
  const mean = (key: keyof PageScore): number | null => {
    const values = scores.map((score) => score[key]).filter((value) => value !== undefined && value !== null);
    return values.length === 0 ? null : values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length;
  };
  const [precision, recall] = [mean('precision'), mean('recall')];
  const figures: [string, number | null][] = [
    ['F1', precision === null && recall === null ? null : harmonic(precision, recall)],
    ['precision', precision],
    ['recall', recall],
    ['perfect', mean('perfect')],
    ['word F1', mean('bag')],
    ['with', mean('with')],
    ['without', mean('without')],
    ['title', mean('title')],
    ['title~', mean('titleLoose')],
    ['authors', mean('authors')],
    ['date', mean('date')],
    ['filled authors', mean('filledAuthors')],
    ['filled date', mean('filledDate')],
    ['language', mean('language')],
    ['refused', mean('refused')],
  ];
  const out: Record<string, number> = { pages: scores.length };
  for (const [key, value] of figures) if (value !== null) out[key] = Math.round(value * 10_000) / 10_000;
  out['empty'] = scores.filter((score) => score.f1 !== undefined && score.precision === null).length;
  return out;
}
