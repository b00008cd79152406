import type { ArticleRecord } from '../../core/record.js';
import type { DateValue, Origin } from '../../core/types.js';
import { dayFirstFor, findDates, isAfter, toDateValue } from '../fields/dates.js';
import { dateInUrl } from '../fields/url-date.js';
import type { Sources } from './metadata.js';
import { aroundHeadline, type PieceOfText } from './pieces.js';

/** Where the page says on itself when it was published: any <time> or element named for dates, which may also be another article's. */
const SEEN = new Set(['time', 'dated']);
/** Characters of a struck line above the article that may be its date. */
const LINE_MOST = 80;
/** What a date of a change is called, in the words right before it. */
const UPDATED =
  /updated|modified|reviewed|edited|actualizad|atualizad|mis à jour|modifi|aktualisiert|geändert|aggiornat|bijgewerkt|gewijzigd|zaktualizowan|aktualiza|güncelle|обновлен|изменен|оновлен|수정|更新|تحديث|به‌?روز|עודכן|अपडेट|diperbarui|cập nhật/iu;
/** Characters before a date in which its label stands, behind the last figure or bar. */
const LABEL_MOST = 40;
const DAY_MS = 86_400_000;

interface Line {
  readonly date: DateValue;
  readonly isUpdate: boolean;
}

/**
 * Dates: what the metadata state, unless the line below the headline names another day, and not that of a change; else the lines around the headline, with the clock time of a <time> of that day; else other <time>
 * and date elements, other lines that were moved, the address, lines that were struck above the article. Never one after the fetch.
 */
export function resolveDates(sources: Sources): Pick<ArticleRecord, 'datePublished' | 'dateModified'> {
  const { page, pieces, language, url, fetchedAt } = sources;
  const options = { dayFirst: dayFirstFor(language, url) };
  const sane = (date: DateValue | null): DateValue | null =>
    date === null || (fetchedAt !== null && isAfter(date, fetchedAt)) ? null : date;
  const declared = (origins: readonly Origin<string>[], day?: string): DateValue | null => {
    for (const origin of origins) {
      const date = sane(toDateValue(origin.value, origin.from, options));
      if (date !== null && (day === undefined || date.value.startsWith(day))) return date;
    }
    return null;
  };
  const linesOf = (texts: readonly PieceOfText[], from: string): Line[] =>
    texts.flatMap(({ text }) =>
      findDates(text, options).flatMap((found) => {
        const date = sane({ value: found.value, precision: found.precision, from, raw: found.raw });
        return date === null ? [] : [{ date, isUpdate: isUpdate(text, found.start) }];
      }),
    );
  const inText = (texts: readonly PieceOfText[], from: string, updates = false): DateValue | null =>
    linesOf(texts, from).find((line) => line.isUpdate === updates)?.date ?? null;
  const moved = (to: string, some = pieces): PieceOfText[] => some.filter(({ verdict }) => verdict.role === to);
  const firstKept = pieces.findIndex(({ verdict }) => verdict.decision === 'keep');
  const above = pieces
    .slice(0, Math.max(0, firstKept))
    .filter(({ verdict, text }) => verdict.decision === 'drop' && text.length <= LINE_MOST);
  const near = aroundHeadline(pieces);
  const lines = [...linesOf(moved('date', near), 'date-line'), ...linesOf(moved('byline', near), 'byline')];
  const plain = lines.flatMap(({ date, isUpdate }) => (isUpdate ? [] : [date]));
  // Lines that name several days are those of a list or of the site's masthead.
  const line = plain.every((date) => dayOf(date) === dayOf(plain[0])) ? (plain[0] ?? null) : null;
  const stated = declared(page.meta.published.filter(({ from }) => !SEEN.has(from)));
  const seen = page.meta.published.filter(({ from }) => SEEN.has(from));
  const changed = declared(page.meta.modified);
  const isOther = line !== null && [stated, changed].every((date) => date === null || isApart(line, date));
  const datePublished =
    (isOther ? null : stated) ??
    (line === null ? null : (declared(seen, dayOf(line)) ?? line)) ??
    declared(seen) ??
    inText(moved('date'), 'date-line') ??
    inText(moved('byline'), 'byline') ??
    inText(moved('dateline'), 'dateline') ??
    sane(dateInUrl(url)) ??
    inText(above, 'removed') ??
    inText(moved('date'), 'date-line', true);
  const modified = changed ?? inText(moved('date'), 'date-line', true);
  return { datePublished, dateModified: modified?.value === datePublished?.value ? null : modified };
}

function isUpdate(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LABEL_MOST), start);
  return UPDATED.test(before.slice(before.search(/[^\d|•·]*$/)));
}

const dayOf = (date: DateValue | undefined): string => date?.value.slice(0, 10) ?? '';

/** True for days more than one apart: a day less can lie between two time zones. 9/10 and 10/9 may be one day. */
function isApart(a: DateValue, b: DateValue): boolean {
  const [year = '', month = '', day = ''] = dayOf(a).split('-');
  if (`${year}-${day}-${month}` === dayOf(b)) return false;
  return Math.abs(Date.parse(dayOf(a)) - Date.parse(dayOf(b))) > DAY_MS;
}
