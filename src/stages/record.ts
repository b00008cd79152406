import type { Correction } from '../core/decision.js';
import type { CleanOptions } from '../core/options.js';
import type { ArticleRecord, Rejection } from '../core/record.js';
import { countWords } from '../core/text.js';
import type { Page, RawDocument, Verdict } from '../core/types.js';
import { detectLanguage, languageShares, primary } from './language/detect.js';
import { layArticle, listStrikes } from './record/article.js';
import { resolveAuthors } from './record/authors.js';
import { correct } from './record/corrections.js';
import { listCaptions } from './record/captions.js';
import { resolveDates } from './record/dates.js';
import { listFlags } from './record/flags.js';
import { recordId, sourceOf } from './record/identity.js';
import { resolveAgency } from './record/metadata.js';
import { listNotes, publisherFrom } from './record/notes.js';
import { readPieces, type PieceOfText } from './record/pieces.js';
import { standingOf } from './record/status.js';
import { chooseHeadline } from './meta/headline.js';

/** Hashes and versions that stand in each record, computed once a run. */
export interface Provenance {
  /** Version of copydesk. */
  readonly copydesk: string;
  /** Hash of what decides: the pure floors, their data, weights and packages. */
  readonly rules: string;
  /** Hash of the options that change the outcome. */
  readonly options: string;
  /** Hash of this document's other inputs: sidecar, decisions, published lines. */
  readonly inputs: string;
}

/** How the bytes were read. */
export interface Reading {
  readonly sha256: string;
  readonly encoding: string;
  readonly encodingFrom: string;
  readonly flags: readonly string[];
}

/** Projects the judged page to the record: kept blocks to normalized text, moved ones to fields, dropped ones to removals. */
export function writeRecord(
  raw: RawDocument,
  reading: Reading,
  page: Page,
  verdicts: readonly Verdict[],
  options: CleanOptions,
  provenance: Provenance,
  corrections: readonly Correction[] = [],
): ArticleRecord {
  const pieces = readPieces(page, verdicts);
  const url = urlOf(raw, page);
  const { doubts, ...standing } = standingOf(page, pieces, layArticle(pieces).text, options);
  if (standing.rejection !== null) {
    return {
      ...bare(raw, reading, provenance, url),
      ...standing,
      ...strikesOfRejected(pieces),
      flags: listFlags(pieces, [], [...reading.flags, ...page.flags]),
    };
  }
  const article = layArticle(pieces);
  const inLanguage = detectLanguage(article.text, page.meta.lang ?? raw.hints.language ?? null);
  const paragraphs = article.blocks.map((block) => article.text.slice(block.start, block.end));
  const languages = languageShares(paragraphs, inLanguage);
  const sources = { page, pieces, language: inLanguage, url, fetchedAt: raw.hints.fetchedAt ?? null };
  return {
    ...bare(raw, reading, provenance, url),
    ...standing,
    canonicalUrl: page.meta.canonicalUrl,
    flags: listFlags(pieces, languages, [...reading.flags, ...page.flags, ...doubts]),
    publisher: page.meta.publishers[0]?.value ?? publisherFrom(pieces),
    agency: resolveAgency(sources),
    description: page.meta.descriptions[0]?.value ?? null,
    ...correct(
      { headline: headlineOf(page, pieces), authors: resolveAuthors(sources), ...resolveDates(sources) },
      corrections,
    ),
    inLanguage: tagOf(inLanguage, page.meta.lang),
    languages,
    ...article,
    captions: listCaptions(pieces),
    notes: listNotes(pieces),
    wordCount: countWords(article.text),
    ...listStrikes(pieces),
  };
}

/** The record of a document that could not be read or cleaned. */
export function rejectedRecord(
  raw: Pick<RawDocument, 'rawPath' | 'key' | 'offset' | 'format' | 'hints'> & { readonly sha256: string },
  rejection: Rejection,
  provenance: Provenance,
): ArticleRecord {
  return {
    ...bare(raw, { sha256: raw.sha256, encoding: 'unknown', encodingFrom: 'none', flags: [] }, provenance),
    rejection,
  };
}

/** A record with nothing in it but where it is from: rejected until more is known. */
function bare(
  raw: Pick<RawDocument, 'rawPath' | 'key' | 'offset' | 'format' | 'hints'>,
  reading: Reading,
  provenance: Provenance,
  url = raw.hints.url ?? null,
): ArticleRecord {
  const source = sourceOf(raw, url);
  return {
    schema: 'copydesk/1',
    id: recordId(source, raw, url),
    status: 'rejected',
    rejection: null,
    flags: [],
    url,
    canonicalUrl: null,
    source,
    publisher: null,
    agency: null,
    headline: null,
    description: null,
    authors: [],
    datePublished: null,
    dateModified: null,
    inLanguage: 'und',
    languages: [],
    text: '',
    blocks: [],
    captions: [],
    notes: [],
    wordCount: 0,
    moves: [],
    removals: [],
    provenance: {
      rawPath: raw.rawPath,
      key: raw.key,
      rawSha256: reading.sha256,
      format: raw.format,
      offset: raw.offset,
      encoding: reading.encoding,
      encodingFrom: reading.encodingFrom,
      fetchedAt: raw.hints.fetchedAt ?? null,
      copydesk: provenance.copydesk,
      rules: provenance.rules,
      options: provenance.options,
      inputs: provenance.inputs,
    },
  };
}

/** A rejected document's text stands in its removals, all of it: nothing is lost. */
function strikesOfRejected(pieces: readonly PieceOfText[]): Pick<ArticleRecord, 'moves' | 'removals'> {
  return listStrikes(
    pieces.map((piece) =>
      piece.verdict.decision === 'drop'
        ? piece
        : {
            ...piece,
            verdict: { ...piece.verdict, decision: 'drop', role: null, reason: 'outside-article', rule: 'judge' },
          },
    ),
  );
}

const urlOf = (raw: RawDocument, page: Page): string | null => raw.hints.url ?? page.meta.canonicalUrl ?? page.meta.url;

/** The page's own tag ("en-GB") where it names the language that was found; else the bare language. */
function tagOf(language: string, pageTag: string | null): string {
  if (pageTag === null || primary(pageTag) !== language) return language;
  const region = /^[a-z]{2,3}(?:[-_]([A-Z][a-z]{3}))?[-_]([A-Za-z]{2})$/.exec(pageTag.trim());
  return region?.[2] === undefined
    ? language
    : [language, ...(region[1] === undefined ? [] : [region[1]]), region[2].toUpperCase()].join('-');
}

function headlineOf(page: Page, pieces: readonly PieceOfText[]): string | null {
  if (page.format === 'html') return chooseHeadline(page.meta)?.value ?? null;
  return pieces.find((piece) => piece.verdict.decision === 'move' && piece.verdict.role === 'headline')?.text ?? null;
}
