import type { ArticleRecord } from '../../core/record.js';
import type { DateValue, Page } from '../../core/types.js';
import { uniqueBy } from '../../core/unique.js';
import { LISTS } from '../../rules/phrases/lists.js';
import { readAgency, readDateline } from '../fields/agency.js';
import { readByline } from '../fields/byline.js';
import { dayFirstFor, findDates, isAfter, toDateValue } from '../fields/dates.js';
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

/** Pieces behind the article in which its author may still be named. */
const BEHIND = 4;

/**
 * Authors: what the page's metadata say, else its bylines: those above the text before those right behind it, announced ones before bare
 * names, an editor only where nobody else is named. Names stand once, in their order.
 */
export function resolveAuthors({ page, pieces, language }: Sources): Field<'authors'> {
  const declared = page.meta.authors.find((origin) => origin.value.length > 0);
  if (declared !== undefined) return unique(declared.value);
  const first = pieces.findIndex((piece) => piece.verdict.decision === 'keep');
  const last = pieces.findLastIndex((piece) => piece.verdict.decision === 'keep');
  const named = pieces.flatMap((piece, i) => {
    if (piece.verdict.decision !== 'move' || piece.verdict.role !== 'byline' || i > last + BEHIND) return [];
    const byline = readByline(piece.text, LISTS, { language });
    return byline === null || byline.authors.length === 0 ? [] : [{ byline, above: i < first }];
  });
  for (const choice of [
    named.filter(({ byline, above }) => above && byline.role === 'author'),
    named.filter(({ byline }) => byline.role === 'author' && byline.certainty >= 0.5),
    named.filter(({ above }) => above),
  ]) {
    const best = Math.max(0, ...choice.map(({ byline }) => byline.certainty));
    if (choice.length > 0)
      return unique(
        choice.filter(({ byline }) => byline.certainty >= best - 0.15).flatMap(({ byline }) => byline.authors),
      );
  }
  return [];
}

const unique = (names: readonly string[]): string[] =>
  uniqueBy(
    names.filter((name) => name !== ''),
    (name) => name.toLowerCase(),
  );

/** Dates in the page's metadata, then in its moved lines, then in lines that were struck above the article. Never one after the fetch. */
export function resolveDates(sources: Sources): Pick<ArticleRecord, 'datePublished' | 'dateModified'> {
  const { page, pieces, language, url, fetchedAt } = sources;
  const options = { dayFirst: dayFirstFor(language, url) };
  const sane = (date: DateValue | null): DateValue | null =>
    date === null || (fetchedAt !== null && isAfter(date, fetchedAt)) ? null : date;
  const declared = (origins: Page['meta']['published']): DateValue | null => {
    for (const origin of origins) {
      const date = sane(toDateValue(origin.value, origin.from, options));
      if (date !== null) return date;
    }
    return null;
  };
  const inText = (texts: readonly PieceOfText[], from: string): DateValue | null => {
    for (const piece of texts)
      for (const found of findDates(piece.text, options)) {
        const date = sane({ value: found.value, precision: found.precision, from, raw: found.raw });
        if (date !== null) return date;
      }
    return null;
  };
  const firstKept = pieces.findIndex((piece) => piece.verdict.decision === 'keep');
  const dated = moved(pieces, 'date');
  const published = dated.filter((piece) => !UPDATED.test(piece.text));
  const above = pieces
    .slice(0, Math.max(0, firstKept))
    .filter((piece) => piece.verdict.decision === 'drop' && piece.text.length <= 80);
  const datePublished =
    declared(page.meta.published) ??
    inText(published, 'date-line') ??
    inText(moved(pieces, 'byline'), 'byline') ??
    inText(dated, 'date-line') ??
    inText(moved(pieces, 'dateline'), 'dateline') ??
    inText(above, 'removed');
  const modified =
    declared(page.meta.modified) ??
    inText(
      dated.filter((piece) => UPDATED.test(piece.text)),
      'date-line',
    );
  return { datePublished, dateModified: modified?.value === datePublished?.value ? null : modified };
}

const UPDATED =
  /^\W*(?:last )?(?:updated|modified|actualizado|atualizado|mis à jour|modifié|aktualisiert|aggiornato|bijgewerkt|zaktualizowano|aktualizacja|güncellen|обновлен|оновлен|수정|更新|최종수정|تحديث|به‌?روز|עודכן|अपडेट|diperbarui|cập nhật)/iu;

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
