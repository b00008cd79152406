import type { Span } from '../../core/types.js';
import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed, NAME_LONGEST } from './agency-name.js';
import { isAmbiguousAgency } from './agency-table.js';
import { readDateline, wholeDateline } from './dateline.js';

export { type Dateline, readDateline } from './dateline.js';

/** A news agency named by a line; the span covers the tag with its brackets. Certainty is 0 to 1. */
export interface AgencyTag {
  readonly agency: string;
  readonly span: Span;
  readonly where: 'start' | 'end' | 'whole';
  readonly certainty: number;
}

const WHOLE_LONGEST = 70;
/** "Source: …" of many languages; the colon is needed. */
const SOURCE =
  /^(?:źródło|quelle|source|sources|fuente|fonte|джерело|источник|kaynak|sumber|nguồn|ที่มา|来源|來源|稿源|出典|출처|المصدر|منبع|מקור|स्रोत|সূত্র|forrás|zdroj|sursa|πηγή|källa|kilde|lähde|bron|izvor|извор)\s*[:：]\s*/iu;
const INPUTS =
  /^(?:with|mit|avec|con|com)\s+(?:inputs?|additional reporting|reporting|agency inputs?)\s+(?:from|by)\s+/i;
const OPENERS = '([（【〔［';
const CLOSERS = ')]）】〕］';

/**
 * The news agency that a line names as its source: alone ("dpa", "Źródło: PAP", "[서울=뉴시스]"), at its end ("… (Yonhap)") or at its
 * start ("(MENAFN) Russia …", "MOSCOW (AP) — …"). An abbreviation nobody knows, in a dateline's place, has certainty 0.4: it counts
 * where it is spelt out elsewhere. Null if there is none.
 */
export function readAgency(line: string, lists: readonly PhraseList[]): AgencyTag | null {
  const start = line.length - line.trimStart().length;
  const text = line.trim();
  if (text === '') return null;
  return wholeAgency(line, lists) ?? atStart(line, lists) ?? atEnd(text, start, lists);
}

/** The same where nothing but the agency is asked for that the whole line names. */
export function wholeAgency(line: string, lists: readonly PhraseList[]): AgencyTag | null {
  const start = line.length - line.trimStart().length;
  const text = line.trim();
  if (text.length > WHOLE_LONGEST) return null;
  const span = { start, end: start + text.length };
  const bare = unwrap(text).replace(INPUTS, '');
  const source = SOURCE.exec(bare);
  const named = agencyNamed(source === null ? bare : bare.slice(source[0].length), lists);
  if (named !== null) {
    const isMarked = source !== null || bare !== text;
    // Short names from the lists are many, and abbreviate other things as well.
    const isSure = isMarked || (!isAmbiguousAgency(named.key) && (named.from !== 'list' || named.name.length > 4));
    return {
      agency: named.name,
      span,
      where: 'whole',
      certainty: isSure ? (named.from !== 'generic' ? 0.95 : 0.7) : 0.45,
    };
  }
  if (source !== null) {
    const agency = bare.slice(source[0].length).trim();
    // A source that is no known agency may be one, or a paper, or an office.
    return agency === '' || agency.length > NAME_LONGEST ? null : { agency, span, where: 'whole', certainty: 0.4 };
  }
  const dateline = wholeDateline(text, lists);
  if (dateline === null) return null;
  return { agency: dateline.agency, span, where: 'whole', certainty: dateline.certainty };
}

function unwrap(text: string): string {
  const at = OPENERS.indexOf(text.charAt(0));
  return at >= 0 && text.endsWith(CLOSERS.charAt(at)) ? text.slice(1, -1).trim() : text;
}

function atStart(line: string, lists: readonly PhraseList[]): AgencyTag | null {
  const dateline = readDateline(line, lists);
  if (dateline?.agency == null) return null;
  return { agency: dateline.agency, span: dateline.span, where: 'start', certainty: dateline.certainty };
}

function atEnd(text: string, start: number, lists: readonly PhraseList[]): AgencyTag | null {
  const stop = text.endsWith('.') || text.endsWith('。') ? text.length - 1 : text.length;
  const closer = CLOSERS.indexOf(text.charAt(stop - 1));
  if (closer >= 0) {
    const open = text.lastIndexOf(OPENERS.charAt(closer), stop - 2);
    if (open <= 0 || stop - open > NAME_LONGEST + 20) return null;
    const inside = text.slice(open + 1, stop - 1);
    const named = agencyNamed(inside.replace(INPUTS, ''), lists);
    if (named === null || isAmbiguousAgency(named.key)) return null;
    return {
      agency: named.name,
      span: { start: start + open, end: start + text.length },
      where: 'end',
      certainty: named.from !== 'generic' ? 0.9 : 0.6,
    };
  }
  // "… the river fell. AFP", "… — Reuters", "… /TASS/"
  const tail = /(?<=[.!?…。”"»)])\s+[—–/-]?\s?([\p{L}\p{N}][^.!?…。”"»]{1,24})\/?\.?$/u.exec(text.slice(-60));
  const named = tail?.[1] === undefined ? null : agencyNamed(tail[1], lists);
  if (tail === null || named === null || named.from === 'generic' || isAmbiguousAgency(named.key)) return null;
  const isMarked = /^\s+[—–/-]/.test(tail[0]);
  const length = tail[0].trimStart().length;
  return {
    agency: named.name,
    span: { start: start + text.length - length, end: start + text.length },
    where: 'end',
    certainty: isMarked ? 0.85 : 0.75,
  };
}
