import { parse } from 'tldts';
import { words } from '../../core/text.js';
import type { Origin, PageMeta } from '../../core/types.js';
import { nameKey } from './names.js';

/** What stands between a title and the name of its site. */
const SEPARATOR = /\s+(?:[|｜–—−•·»«:~/-]+)\s+|\s*[|｜]\s*/g;
const MAX_CUTS = 3;
/** A shorter beginning of a name ("The") is no name. */
const MIN_NAME = 3;
/** A shorter part of a title is more likely a section. */
const MIN_PART = 8;

/**
 * The headline by the page's own metadata: the <h1> that another source confirms; else JSON-LD's; else an <h1> that shares its
 * words with Open Graph's or <title>'s; else these, without the site's name behind them. Null where there is none.
 */
export function chooseHeadline(meta: PageMeta): Origin<string> | null {
  const names = siteNames(meta);
  const h1s = meta.headlines.filter(({ value, from }) => from === 'h1' && !names.includes(nameKey(value)));
  const others = meta.headlines
    .filter(({ from }) => from !== 'h1')
    .map(({ value, from }) => ({ value: withoutSite(value, names), from }));
  const confirmed = confirm(h1s, others);
  if (confirmed !== null) return confirmed;
  const stated = others.find(({ from }) => from === 'json-ld');
  const only = h1s.length === 1 && others.every(({ from }) => from === 'title') ? h1s[0] : undefined;
  return stated ?? closest(h1s, others) ?? only ?? others[0] ?? h1s[0] ?? null;
}

/** The first <h1> that another title is, or is but for what stands before or behind a separator ("Title | Section"). */
function confirm(h1s: readonly Origin<string>[], others: readonly Origin<string>[]): Origin<string> | null {
  const whole = new Map<string, Origin<string>>();
  const parts = new Set<string>();
  for (const other of [...others].reverse()) {
    whole.set(nameKey(other.value), other);
    for (const separator of other.value.matchAll(SEPARATOR)) {
      parts.add(nameKey(other.value.slice(0, separator.index)));
      parts.add(nameKey(other.value.slice(separator.index + separator[0].length)));
    }
  }
  for (const h1 of h1s) {
    const key = nameKey(h1.value);
    const same = whole.get(key);
    if (same !== undefined) return isPlainer(h1.value, same.value) ? same : h1;
    if (key.length >= MIN_PART && parts.has(key)) return h1;
  }
  return null;
}

/** True where an <h1> lost what the other spelling of it has: the colon behind a kicker that style sheets set apart, lower case. */
function isPlainer(h1: string, other: string): boolean {
  const marks = (text: string): number => text.match(/[:–—-]/g)?.length ?? 0;
  return marks(h1) < marks(other) || (h1 === h1.toUpperCase() && other !== other.toUpperCase());
}

/** The <h1> that has at least half its words in common with another title. */
function closest(h1s: readonly Origin<string>[], others: readonly Origin<string>[]): Origin<string> | null {
  let best: Origin<string> | null = null;
  let most = 0.5;
  for (const h1 of h1s) {
    const own = new Set(words(h1.value.toLowerCase()));
    for (const other of own.size < 3 ? [] : others) {
      const theirs = new Set(words(other.value.toLowerCase()));
      const shared = [...own].filter((word) => theirs.has(word)).length / Math.min(own.size, theirs.size);
      if (shared > most || (shared === most && best === null)) {
        best = h1;
        most = shared;
      }
    }
  }
  return best;
}

/** Names by which the page's site goes: its publishers and the labels of its host. */
export function siteNames(meta: PageMeta): string[] {
  const names = meta.publishers.map((publisher) => nameKey(publisher.value));
  for (const url of [meta.canonicalUrl, meta.url]) {
    const host = url === null ? null : parse(url);
    if (host?.hostname !== null && host?.hostname !== undefined) {
      names.push(
        nameKey(host.hostname.replace(/^www\./, '')),
        nameKey(host.domainWithoutSuffix ?? ''),
        nameKey(host.domain ?? ''),
      );
      names.push(...(host.subdomain ?? '').split('.').map(nameKey));
    }
  }
  return [...new Set(names.filter((name) => name.length >= MIN_NAME && name !== 'www'))];
}

/**
 * Cuts " | Site" off a title's end, or "Site | " off its beginning, only where that is a name of the site or, at the end, the
 * beginning of one. `names` as siteNames gives them.
 */
export function withoutSite(title: string, names: readonly string[]): string {
  let text = title;
  for (let i = 0; i < MAX_CUTS; i++) {
    const separators = [...text.matchAll(SEPARATOR)];
    const last = separators.at(-1);
    const first = separators[0];
    if (last === undefined || first === undefined) break;
    const tail = nameKey(text.slice(last.index + last[0].length));
    const head = nameKey(text.slice(0, first.index));
    if (tail.length >= MIN_NAME && last.index > 0 && names.some((name) => name.startsWith(tail)))
      text = text.slice(0, last.index);
    else if (names.includes(head)) text = text.slice(first.index + first[0].length);
    else break;
  }
  return text;
}
