import { parse } from 'tldts';
import type { PageMeta } from '../../core/types.js';
import { nameKey } from './names.js';

/** What stands between a title and the name of its site or section. */
export const SEPARATOR = /\s+(?:[|｜–—−•·»«~/-]+|::?)\s+|\s*[|｜]\s*/g;
const MAX_CUTS = 3;
/** A shorter beginning of a name ("The") is no name. */
const MIN_NAME = 3;
/** Letters of a host's label that a name must fill to be the site's: "DianaHR" of getdianahr.example. */
const MIN_SHARE = 0.6;

/** Names by which the page's site goes: its publishers and the labels of its host, as nameKey gives them. */
export function siteNames(meta: Pick<PageMeta, 'publishers' | 'canonicalUrl' | 'url'>): string[] {
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

/** Names of the sections in which the page stands, by the folders of its addresses, as nameKey gives them. */
export function sectionNames(meta: Pick<PageMeta, 'canonicalUrl' | 'url'>): string[] {
  const folders = [meta.canonicalUrl, meta.url].flatMap((url) => {
    const path = url === null ? '' : (/^https?:\/\/[^/?#]+(\/[^?#]*)/i.exec(url)?.[1] ?? '');
    return path.replace(/\/$/, '').split('/').slice(1, -1);
  });
  return [...new Set(folders.map(nameKey).filter((name) => name.length >= MIN_NAME))];
}

/** True for a name of the site ("Harbour Times"), with or without its article. `names` as siteNames gives them. */
export function isSiteName(text: string, names: readonly string[]): boolean {
  return [text, text.replace(/^(?:the|die|der|das|le|la|el|il|de)\s/i, '')]
    .flatMap((name) => [nameKey(name), hostKey(name)])
    .some((key) => names.includes(key));
}

/** As a host's label has a name: without the marks on its letters. */
const hostKey = (name: string): string => nameKey(name.normalize('NFD').replace(/\p{M}/gu, ''));

/**
 * Tells whether a name is the site's and no person's: by the page's publishers and host, and by what stands before or behind a separator at
 * the ends of its <title>.
 */
export function houseOf(meta: PageMeta): (name: string) => boolean {
  const names = siteNames(meta);
  const ends = meta.headlines.flatMap(({ value, from }) => {
    const separators = from === 'title' ? [...value.matchAll(SEPARATOR)] : [];
    const [first, last] = [separators[0], separators.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [value.slice(0, first.index), value.slice(last.index + last[0].length)].map(nameKey);
  });
  return (name) => isSiteName(name, names) || ends.includes(nameKey(name));
}

/**
 * Cuts " | Site" off a title's end, or "Site | " off its beginning, only where that is a name of the site or, at the end, the
 * beginning of one or most of one; " | Section" off its end, where it is one. `names` as siteNames gives them, `sections` as sectionNames.
 */
export function withoutSite(title: string, names: readonly string[], sections: readonly string[] = []): string {
  let text = title;
  for (let i = 0; i < MAX_CUTS; i++) {
    const separators = [...text.matchAll(SEPARATOR)];
    const last = separators.at(-1);
    const first = separators[0];
    if (last === undefined || first === undefined) break;
    const after = text.slice(last.index + last[0].length);
    const [tail, asHost] = [nameKey(after), hostKey(after)];
    const isName = sections.includes(tail) || names.some((name) => isShortOf(tail, name) || isShortOf(asHost, name));
    if (last.index > 0 && isName) text = text.slice(0, last.index);
    else if (isSiteName(text.slice(0, first.index), names)) text = text.slice(first.index + first[0].length);
    else break;
  }
  const labelled = /^([^:]{3,40}):\s+(?=\S)/.exec(text);
  return labelled !== null && isSiteName(labelled[1] ?? '', names) ? text.slice(labelled[0].length) : text;
}

const isShortOf = (tail: string, name: string): boolean =>
  tail.length >= MIN_NAME && (name.startsWith(tail) || (name.endsWith(tail) && tail.length >= name.length * MIN_SHARE));
