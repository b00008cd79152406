import type { ArticleRecord } from '../../core/record.js';
import type { Page } from '../../core/types.js';
import { LISTS } from '../../rules/phrases/lists.js';
import { readAgency, readDateline } from '../fields/agency.js';
import { readByline } from '../fields/byline.js';
import type { PieceOfText } from './pieces.js';

type Field<K extends keyof ArticleRecord> = ArticleRecord[K];

/** What the record's fields are resolved from. */
export interface Sources {
  readonly page: Page;
  readonly pieces: readonly PieceOfText[];
  readonly language: string;
  readonly url: string | null;
  readonly fetchedAt: string | null;
}

const moved = (pieces: readonly PieceOfText[], to: string): PieceOfText[] =>
  pieces.filter((piece) => piece.verdict.decision === 'move' && piece.verdict.role === to);

/** The news agency that the text names at its beginning, its end or in a credit of its own. */
export function resolveAgency({ pieces }: Sources): Field<'agency'> {
  for (const piece of [...moved(pieces, 'credit'), ...moved(pieces, 'dateline')]) {
    const agency = readAgency(piece.text, LISTS);
    if (agency !== null && agency.certainty >= 0.5) return agency.agency;
  }
  const kept = pieces.filter((piece) => piece.verdict.decision === 'keep');
  for (const piece of [...kept.slice(0, 3), ...kept.slice(-2).reverse()]) {
    const agency = readAgency(piece.text, LISTS);
    if (agency !== null && agency.where !== 'whole' && agency.certainty >= 0.5) return agency.agency;
  }
  for (const piece of kept.slice(0, 2)) {
    const dateline = readDateline(piece.text, LISTS);
    if (dateline?.agency !== undefined && dateline.agency !== null) return dateline.agency;
  }
  for (const piece of moved(pieces, 'byline')) {
    const byline = readByline(piece.text, LISTS);
    if (byline?.agency !== undefined && byline.agency !== null) return byline.agency;
  }
  return null;
}
