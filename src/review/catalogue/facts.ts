import { placeKey, type DocumentPlace } from '../../core/decision.js';
import { hash48 } from '../../core/line-hash.js';
import { squeeze } from '../../core/passage.js';
import { STATUSES, type ArticleRecord } from '../../core/record.js';
import { REASONS, type Reason } from '../../core/types.js';
import { riskOf } from '../risk.js';
import { NO_STRIKE } from './columns.js';

/** What the catalogue keeps of a strike. */
export interface StrikeFacts {
  readonly hash: number;
  readonly rule: string;
  readonly reason: number;
  readonly characters: number;
  readonly confidence: number;
}

/** What the catalogue keeps of a record. */
export interface RecordFacts {
  readonly place: number;
  readonly status: number;
  readonly source: string;
  readonly language: string;
  readonly flags: readonly string[];
  readonly kept: number;
  readonly removed: number;
  readonly risk: number;
  readonly least: number;
  readonly strikes: readonly StrikeFacts[];
  /** What a search looks through (searchedOf), as UTF-8: each part folded, and a line feed, which no search looks for. */
  readonly searched: Uint8Array;
}

/** A number for a document's place. */
export const placeHash = (place: DocumentPlace): number => hash48(placeKey(place));

export const placeOf = ({ provenance }: ArticleRecord): DocumentPlace => ({
  rawPath: provenance.rawPath,
  key: provenance.key,
  offset: provenance.offset,
});

/** The same for strikes of one rule whose texts differ in white space alone. */
export const strikeHash = (rule: string, text: string): number => hash48(`${rule}\n${squeeze(text)}`);

/** As texts are searched: case, composition and white space do not count. */
export const foldForSearch = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();

/** What of a record is searched, in the order in which an excerpt is looked for. */
export const searchedOf = ({ headline, authors, text, removals, provenance }: ArticleRecord): string[] => [
  headline ?? '',
  text,
  authors.join('; '),
  ...removals.map((removal) => removal.text),
  provenance.rawPath,
];

/** Rounded up, so that a bound of .75 holds what is at .75. */
const hundredths = (confidence: number): number => Math.ceil(confidence * 100 - 1e-9);

const REASON_NUMBERS = new Map<Reason, number>(REASONS.map((reason, i) => [reason, i]));

export function factsOf(record: ArticleRecord): RecordFacts {
  const strikes = record.removals.map(({ text, rule, reason, confidence }) => ({
    hash: strikeHash(rule, text),
    rule,
    reason: REASON_NUMBERS.get(reason) ?? 0,
    characters: text.length,
    confidence: hundredths(confidence),
  }));
  return {
    place: placeHash(placeOf(record)),
    status: STATUSES.indexOf(record.status),
    source: record.source,
    language: record.inLanguage,
    flags: record.flags,
    kept: record.text.length,
    removed: strikes.reduce((sum, { characters }) => sum + characters, 0),
    risk: riskOf(record).risk,
    least: strikes.reduce((least, { confidence }) => Math.min(least, confidence), NO_STRIKE),
    strikes,
    searched: new TextEncoder().encode(
      searchedOf(record)
        .map((part) => foldForSearch(part) + '\n')
        .join(''),
    ),
  };
}
