import type { Span } from '../../core/types.js';
import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { isAmbiguousAgency } from './agency-table.js';
import { agencyKey } from './field-patterns.js';
import { isCapitals, placeOf } from './place.js';

/** Where a text was filed, at its beginning. The span runs to the first character of the text proper. Certainty is 0 to 1. */
export interface Dateline {
  readonly place: string | null;
  readonly agency: string | null;
  readonly span: Span;
  readonly certainty: number;
}

const HEAD = 110;
/** A paragraph goes on for at least so long behind its dateline. */
const REST_LEAST = 40;
const PLACE_LONGEST = 60;
const DASH = '(?:[-–—―−]|--)';
/** "LONDON, Nov 4 (Reuters) - ", "नई दिल्ली, 4 नवंबर (भाषा) ", "INUVIK, Northwest Territories (Northern Press Agency)". */
const WITH_BRACKET = new RegExp(`^([^()（）\\[\\]]{2,70})[(（]([^()（）]{2,40})[)）]\\s*(${DASH}|[:：.।])?`, 'u');
/** "(ANSA) - ROMA, 4 NOV - ", "(MENAFN) Russia …", "[서울=뉴시스] 홍길동 기자 = ". */
const BRACKET_FIRST = new RegExp(
  `^[(\\[（【〔［]([^()\\[\\]（）【】〔〕［］]{2,40})[)\\]）】〕］]\\s*(${DASH})?\\s*`,
  'u',
);
/** "МОСКВА, 4 ноября. /ТАСС/. " */
const SLASHED = /^([^/]{2,60})[./]?\s*\/([^/]{2,30})\/\.?\s*/u;
/** "北京11月4日电", behind an agency's name. */
const WIRE = /^((?:[\p{Script=Han}A-Z]){2,6}?社)([\p{Script=Han}·]{0,10}?)(\d{1,2}月)?(\d{1,2}日)?[电電讯訊]\s*/u;
const PLAIN = new RegExp(
  `^([^()\\[\\]:：/]{2,${PLACE_LONGEST}}?)(?:\\s(${DASH})\\s|\\s?(—|―)\\s?|([.:])\\s)(?=\\S)`,
  'u',
);

/**
 * The dateline at the beginning of a line: "CATBALOGAN, Philippines (PW) - ", "Sampang - ", "CASTELMERLO. ", "[서울=뉴시스] ", or a whole
 * line of its kind. A place in mixed case without an agency, "Sampang - ", has certainty 0.45: only a first paragraph makes it one.
 */
export function readDateline(line: string, lists: readonly PhraseList[] = []): Dateline | null {
  const start = line.length - line.trimStart().length;
  const text = line.slice(start).trimEnd();
  const head = text.slice(0, HEAD);
  const found =
    bracketFirst(head, lists) ??
    withBracket(head, text, lists) ??
    slashed(head, lists) ??
    wire(head, lists) ??
    plain(head, text);
  if (found === null) return null;
  const { length, ...rest } = found;
  return { ...rest, span: { start, end: start + Math.min(length, text.length) } };
}

/** What an agency in a dateline is set apart by. */
const AGENCY_SIGN = /[([（【〔［/社]/;

/** The dateline that a line consists of, if it names an agency. */
export function wholeDateline(line: string, lists: readonly PhraseList[]): (Dateline & { agency: string }) | null {
  if (line.length > HEAD || !AGENCY_SIGN.test(line)) return null;
  const dateline = readDateline(line, lists);
  if (dateline === null || dateline.span.end < line.length) return null;
  const { agency } = dateline;
  return agency === null ? null : { ...dateline, agency };
}

type Found = Omit<Dateline, 'span'> & { readonly length: number };

/** "서울=연합뉴스", "北京＝共同", "ソウル時事": an agency behind its place. */
function placedAgency(
  inside: string,
  lists: readonly PhraseList[],
): { place: string | null; agency: string; isKnown: boolean } | null {
  const whole = agencyNamed(inside, lists);
  if (whole !== null) return { place: null, agency: whole.name, isKnown: whole.from !== 'generic' };
  const equals = inside.search(/[=＝]/);
  const comma = inside.lastIndexOf(',');
  for (const at of [equals, comma]) {
    if (at <= 0) continue;
    const named = agencyNamed(inside.slice(at + 1), lists);
    if (named !== null)
      return { place: inside.slice(0, at).trim(), agency: named.name, isKnown: named.from !== 'generic' };
  }
  if (/^[\p{Script=Han}\p{Script=Katakana}ー・]+$/u.test(inside))
    for (let at = 2; at <= inside.length - 2; at++) {
      const named = agencyNamed(inside.slice(at), lists);
      if (named !== null && named.from !== 'generic')
        return { place: inside.slice(0, at), agency: named.name, isKnown: true };
    }
  return null;
}

function bracketFirst(head: string, lists: readonly PhraseList[]): Found | null {
  const hit = BRACKET_FIRST.exec(head);
  if (hit?.[1] === undefined) return null;
  const filed = wire(hit[1], lists);
  if (filed !== null) return { ...filed, length: hit[0].length };
  const tag = placedAgency(hit[1].trim(), lists);
  if (tag === null) return null;
  const behind = hit[2] === undefined ? null : plain(head.slice(hit[0].length), head.slice(hit[0].length));
  const length = hit[0].length + (behind !== null && behind.certainty > 0.5 ? behind.length : 0);
  return {
    place: tag.place ?? (length > hit[0].length ? (behind?.place ?? null) : null),
    agency: tag.agency,
    length,
    certainty: tag.isKnown ? 0.9 : 0.6,
  };
}

function withBracket(head: string, text: string, lists: readonly PhraseList[]): Found | null {
  const hit = WITH_BRACKET.exec(head);
  if (hit?.[1] === undefined || hit[2] === undefined) return null;
  const place = placeOf(hit[1]);
  if (place === null) return null;
  const isWhole = hit[0].length >= text.length;
  const isMarked = hit[3] !== undefined;
  const length = hit[0].length + (/^\s+/.exec(text.slice(hit[0].length))?.[0].length ?? 0);
  const tag = placedAgency(hit[2].trim(), lists);
  // Without a dash a name in brackets is most often explained by it: "Environmental Protection Agency (EPA) officials".
  const next = text.slice(length);
  if (!isMarked && !isWhole && (!/^["“„«‘]?[\p{Lu}\p{Lo}]/u.test(next) || isAmbiguousAgency(agencyKey(hit[2]))))
    return null;
  if (tag !== null)
    return {
      place,
      agency: tag.agency,
      length,
      certainty: (isMarked || isWhole ? 0.95 : 0.8) - (tag.isKnown ? 0 : 0.1),
    };
  if (!isMarked || isWhole || !/^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}$/u.test(hit[2]) || !isCapitals(hit[1].split(',')[0] ?? ''))
    return null;
  return { place, agency: hit[2], length, certainty: 0.4 };
}

function slashed(head: string, lists: readonly PhraseList[]): Found | null {
  const hit = SLASHED.exec(head);
  const place = hit?.[1] === undefined ? null : placeOf(hit[1]);
  const named = hit?.[2] === undefined ? null : agencyNamed(hit[2], lists);
  return hit === null || place === null || named === null
    ? null
    : { place, agency: named.name, length: hit[0].length, certainty: 0.9 };
}

function wire(head: string, lists: readonly PhraseList[]): Found | null {
  const hit = WIRE.exec(head);
  const named = hit?.[1] === undefined ? null : agencyNamed(hit[1], lists);
  if (hit === null || named === null) return null;
  return {
    place: hit[2] === undefined || hit[2] === '' ? null : hit[2],
    agency: named.name,
    length: hit[0].length,
    certainty: 0.95,
  };
}

function plain(head: string, text: string): Found | null {
  const hit = PLAIN.exec(head);
  if (hit?.[1] === undefined || text.length - hit[0].length < REST_LEAST) return null;
  const place = placeOf(hit[1]);
  if (place === null || !/^["'“„«‘]?[\p{Lu}\p{Lo}\p{N}]/u.test(text.slice(hit[0].length))) return null;
  const first = hit[1].split(',')[0] ?? '';
  const hasDate = hit[1] !== place && hit[1].includes(',');
  const isDash = hit[4] === undefined;
  const isColon = hit[4] === ':';
  if (isCapitals(first) && !hasDate && !hit[1].includes(',')) {
    // "CLOTHING FOR THE TRIP – …", "NASA — …", "DISCLAIMER: …" look the same as places of their length.
    const words = first.split(' ').length;
    if (first.length <= 3 || isColon) return null;
    const sure = first.length <= 5 ? 0.5 : words === 1 ? 0.8 : words === 2 ? 0.6 : 0.4;
    return { place, agency: null, length: hit[0].length, certainty: isDash ? sure : sure - 0.1 };
  }
  if (isCapitals(first)) return { place, agency: null, length: hit[0].length, certainty: isColon ? 0.45 : 0.85 };
  if (!isDash && !(hasDate && hit[4] === '.')) return null;
  if (!hasDate && place.split(/[\s,]+/).length > 3) return null;
  return { place, agency: null, length: hit[0].length, certainty: hasDate ? 0.8 : 0.45 };
}
