import { words } from '../../core/text.js';
import type { Origin, PageMeta } from '../../core/types.js';
import { nameKey } from './names.js';
import { isSiteName, sectionNames, SEPARATOR, siteNames, withoutSite } from './site.js';

/** A shorter part of a title is more likely a section. */
const MIN_PART = 8;
/** Share of its words that an <h1> has in common with another title that is about the same. */
const ALIKE = 0.5;
/** An <h1> of so many words is a headline, whatever the other titles say; shorter ones also name sections. */
const HEADLINE_WORDS = 5;
/** A longer <h1> is the text below the headline. */
const MOST_WORDS = 30;
/** What stands between the name of a blog or a section and a headline. */
const HEAD = /:\s+|\s+[|–—-]\s+/g;
/** Words of a section or a kicker before a headline, and letters that it has at least: "The" is none. */
const KICKER_WORDS = 4;
const KICKER_LETTERS = 4;
/** Characters from which a stated title may be cut off: plug-ins do it at 110, for search engines. */
const CUT_LENGTH = 90;

/**
 * The headline by the page's own metadata: the <h1> that another source confirms; else what JSON-LD says of a news article; else
 * the <h1>, if it shares its words with another title or is as long as a headline; else JSON-LD's, Open Graph's or <title>'s. A newsroom
 * without JSON-LD states it in two <meta>. The site's name before or behind it is cut. Null where there is none.
 */
export function chooseHeadline(meta: PageMeta): Origin<string> | null {
  const names = siteNames(meta);
  const sections = sectionNames(meta);
  const own = meta.headlines
    .filter(({ value }) => !isSiteName(value, names))
    .map(({ value, from }) => ({ value: withoutSite(value, names, sections), from }));
  const h1s = own.filter(({ from }) => isHeading(from));
  const others = own.filter(({ from }) => !isHeading(from));
  const confirmed = confirm(h1s, others) ?? withoutKicker(h1s, others) ?? sharedTail(h1s, others);
  const stated = others.find(({ from }) => from === 'json-ld');
  const agreed = meta.isNews && stated === undefined ? statedTwice(others) : null;
  if (agreed !== null && (confirmed === null || !isSame(confirmed, agreed))) return agreed;
  if (confirmed !== null) return confirmed;
  // Newsrooms state the headline; the plug-ins of blogs and shops put the title for search engines there.
  if (stated !== undefined && meta.types.some((type) => type.endsWith('NewsArticle'))) return uncut(stated, others);
  const [only] = h1s.length === 1 ? h1s : [];
  const long = only !== undefined && isLong(only.value);
  const alone = others.every(({ from }) => from === 'title');
  const closestH1 = closest(h1s, others) ?? (long || alone ? only : undefined);
  const [first] = stated === undefined ? others : [stated];
  return closestH1 ?? (first === undefined ? (h1s[0] ?? null) : uncut(first, others));
}

const isHeading = (from: string): boolean => from === 'h1' || from === 'h2';
const isSame = (a: Origin<string>, b: Origin<string>): boolean => nameKey(a.value) === nameKey(b.value);

/** The title that two of the page's <meta> state: Open Graph and one more. */
function statedTwice(others: readonly Origin<string>[]): Origin<string> | null {
  const metas = others.filter(({ from }) => from !== 'title' && from !== 'json-ld');
  const [first] = metas;
  return first !== undefined && metas.slice(1).some((other) => isSame(first, other)) ? first : null;
}

/** The title as another source has it whole, where this one ends in the midst of it. */
function uncut(title: Origin<string>, others: readonly Origin<string>[]): Origin<string> {
  const beginning = title.value.replace(/\s*(?:…|\.\.\.)$/, '');
  if (title.value.length < CUT_LENGTH && beginning === title.value) return title;
  return (
    others.find(({ value }) => value.startsWith(beginning) && /^\s?\p{L}/u.test(value.slice(beginning.length))) ?? title
  );
}

/** What an <h1> and another title have in common behind two different kickers: "On the quay: Ferry back", "Harbour – Ferry back". */
function sharedTail(h1s: readonly Origin<string>[], others: readonly Origin<string>[]): Origin<string> | null {
  const tails = (title: string): string[] =>
    [...title.matchAll(HEAD)]
      .filter((separator) => words(title.slice(0, separator.index)).length <= KICKER_WORDS)
      .map((separator) => title.slice(separator.index + separator[0].length));
  const known = new Set(others.flatMap(({ value }) => tails(value).map(nameKey)));
  for (const { value, from } of h1s)
    for (const tail of tails(value))
      if (words(tail).length >= HEADLINE_WORDS && known.has(nameKey(tail))) return { value: tail, from };
  return null;
}

/**
 * The first <h1> that another title is, or is but for what stands before or behind a separator ("Title | Section"). Where the <h1>
 * is what stands before it and a third source is the rest, it names the section, and the rest is the headline.
 */
function confirm(h1s: readonly Origin<string>[], others: readonly Origin<string>[]): Origin<string> | null {
  const whole = new Map<string, Origin<string>>();
  const parts = new Set<string>();
  const behind = new Map<string, string>();
  for (const other of [...others].reverse()) {
    whole.set(nameKey(other.value), other);
    for (const separator of other.value.matchAll(SEPARATOR)) {
      parts.add(nameKey(other.value.slice(0, separator.index)));
      parts.add(nameKey(other.value.slice(separator.index)));
    }
    for (const separator of other.value.matchAll(HEAD))
      behind.set(nameKey(other.value.slice(0, separator.index)), nameKey(other.value.slice(separator.index)));
  }
  for (const h1 of h1s) {
    const key = nameKey(h1.value);
    const same = whole.get(key);
    if (same !== undefined) return isPlainer(h1.value, same.value) ? same : h1;
    const rest = whole.get(behind.get(key) ?? '');
    if (rest !== undefined) return rest;
    if (key.length >= MIN_PART && parts.has(key)) return h1;
  }
  return null;
}

/** True where an <h1> lost what the other spelling of it has: the colon behind a kicker that style sheets set apart, lower case. */
function isPlainer(h1: string, other: string): boolean {
  const marks = (text: string): number => text.match(/[:–—-]/g)?.length ?? 0;
  return marks(h1) < marks(other) || (h1 === h1.toUpperCase() && other !== other.toUpperCase());
}

/** The title with which an <h1> ends that has a kicker, a section or a date before it: "Football Late goal saves Ferry United". */
function withoutKicker(h1s: readonly Origin<string>[], others: readonly Origin<string>[]): Origin<string> | null {
  for (const h1 of h1s) {
    const key = nameKey(h1.value);
    for (const other of others) {
      const end = nameKey(other.value);
      const more = words(h1.value).length - words(other.value).length;
      if (!key.endsWith(end) || end.length < MIN_PART || key.length - end.length < KICKER_LETTERS) continue;
      if (more <= KICKER_WORDS && more < words(other.value).length) return other;
    }
  }
  return null;
}

/** The first <h1> that has at least half its words in common with another title. */
function closest(h1s: readonly Origin<string>[], others: readonly Origin<string>[]): Origin<string> | null {
  const titles = others.map(({ value }) => new Set(words(value.toLowerCase()))).filter(({ size }) => size > 0);
  const isClose = ({ value }: Origin<string>): boolean => {
    const own = new Set(words(value.toLowerCase()));
    if (own.size < 3) return false;
    return titles.some((theirs) => {
      const shared = [...own].filter((word) => theirs.has(word)).length;
      return shared >= ALIKE * Math.min(own.size, theirs.size);
    });
  };
  return h1s.find(isClose) ?? null;
}

const isLong = (text: string): boolean => {
  const count = words(text).length;
  return count >= HEADLINE_WORDS && count <= MOST_WORDS;
};
