import type { CleanOptions } from '../../core/options.js';
import type { ArticleRecord, Rejection } from '../../core/record.js';
import { countWords } from '../../core/text.js';
import type { Page } from '../../core/types.js';
import type { PieceOfText } from './pieces.js';

export interface Standing {
  readonly status: ArticleRecord['status'];
  readonly rejection: Rejection | null;
}

/** Mean confidence of the kept characters below which a person should look. */
const UNSURE = 0.7;

/** Accepts, sends to review or rejects, by what was kept of what there was. */
export function standingOf(page: Page, pieces: readonly PieceOfText[], text: string, options: CleanOptions): Standing {
  if (page.blocks.every((block) => block.text === ''))
    return { status: 'rejected', rejection: { reason: 'empty', detail: 'the document holds no text' } };
  const kept = pieces.filter((piece) => piece.verdict.decision === 'keep');
  if (text === '') {
    const error = pieces.find((piece) => piece.verdict.reason === 'error-page');
    return error === undefined
      ? { status: 'rejected', rejection: { reason: 'not-an-article', detail: 'no block reads like an article' } }
      : { status: 'rejected', rejection: { reason: 'error-page', detail: error.text.slice(0, 120) } };
  }
  const characters = kept.reduce((sum, piece) => sum + piece.text.length, 0);
  const confidence = kept.reduce((sum, piece) => sum + piece.verdict.confidence * piece.text.length, 0) / characters;
  const review = countWords(text) < options.minWords || confidence < UNSURE || looksLikeListing(page);
  return { status: review ? 'review' : 'accepted', rejection: null };
}

/** Types by which a page says that it is no article: a front page, a section, a profile, a shop. */
const LISTING_TYPES = new Set([
  'collectionpage',
  'searchresultspage',
  'profilepage',
  'contactpage',
  'aboutpage',
  'itemlist',
  'discussionforumposting',
  'product',
  'qapage',
  'faqpage',
]);
const ARTICLE_TYPES = /article|posting|report|review|opinion/i;

function looksLikeListing(page: Page): boolean {
  if (page.format !== 'html') return false;
  const types = page.meta.types;
  return (
    types.some((type) => LISTING_TYPES.has(type.toLowerCase())) &&
    !types.some((type) => ARTICLE_TYPES.test(type) && !LISTING_TYPES.has(type.toLowerCase()))
  );
}
