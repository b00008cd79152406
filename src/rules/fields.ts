import { blockWords } from '../core/page-words.js';
import { remembered } from '../core/remembered.js';
import { hasDigit } from '../core/text.js';
import type { Mark, MovedRole, Page, Rule, SourceContext } from '../core/types.js';
import { wholeAgency } from '../stages/fields/agency.js';
import { readByline } from '../stages/fields/byline.js';
import { readCaption } from '../stages/fields/caption.js';
import { datePartsShare, dayFirstFor, findDates } from '../stages/fields/dates.js';
import { wholeDateline } from '../stages/fields/dateline.js';
import { LISTS } from './phrases/index.js';

/** Lines that are a field of the record and not the article's text: bylines, dates, captions, credits, datelines on a line of their own. */

/** Characters beyond which a line is no byline or date line, and no caption. */
const LINE_MOST = 220;
const CAPTION_MOST = 900;
const SURE = 0.8;
const LIKELY = 0.5;
const WEAK = 0.3;
/** Share of a line that its date must take up: "Published: 3 March 2024, 10:15" is all date. */
const ALL_DATE = 0.75;
const MOSTLY_DATE = 0.45;
/** What a date in nothing but figures has: only of such is it open which is the day. */
const IN_FIGURES = /\d[./-]\d/;
/** Characters of a label before a date. */
const LABEL_LEAST = 5;
/** Words from which a block is taken for running text, above which fields usually stand. */
const PARAGRAPH_WORDS = 18;

export interface LineReading {
  readonly role: MovedRole;
  readonly level: 'labelled' | 'sure' | 'likely' | 'weak';
}

export const fields: Rule = {
  name: 'fields',
  *mark(page: Page, context: SourceContext): Iterable<Mark> {
    const options = { dayFirst: dayFirstFor(context.language, context.url) };
    const body = page.blocks.findIndex(
      (block, i) => blockWords(page, i).length >= PARAGRAPH_WORDS && /[.!?。！？।؟]["”’»」』)]*$/.test(block.text),
    );
    const readings = readingsFor(context.language, options.dayFirst);
    for (const [i, { text, span, markup }] of page.blocks.entries()) {
      // Menus hold names and dates by the hundred, and none of them is the article's.
      if (markup?.evidence['inNavigation'] === 1 || markup?.evidence['inFooter'] === 1) continue;
      for (const { role, level } of readings(text)) {
        // A date by itself within the text may be a heading of a chronicle; above the text it is the article's.
        const sure = level === 'labelled' || (level === 'sure' && (role !== 'date' || i < body));
        yield {
          span,
          rule: `fields:${role}`,
          feature: `${role}:${level === 'labelled' ? 'sure' : level}`,
          claim: 'role',
          role,
          sure,
        };
      }
    }
  },
};

/** What lines read like in documents of a language and an order of day and month, for those that were read last. */
const READINGS = new Map<string, (text: string) => readonly LineReading[]>();
/** Languages and orders that are remembered at a time. */
const MOST_READINGS = 8;

function readingsFor(language: string, dayFirst: boolean | null): (text: string) => readonly LineReading[] {
  const key = `${language} ${String(dayFirst)}`;
  let readings = READINGS.get(key);
  if (readings === undefined) {
    if (READINGS.size === MOST_READINGS) READINGS.clear();
    readings = remembered((text) => [...readLine(text, language, { dayFirst })]);
    READINGS.set(key, readings);
  }
  return readings;
}

const levelOf = (certainty: number): LineReading['level'] | null =>
  certainty >= SURE ? 'sure' : certainty >= LIKELY ? 'likely' : certainty >= WEAK ? 'weak' : null;

/** What a line by itself reads like. */
export function* readLine(
  text: string,
  language: string,
  options: { dayFirst: boolean | null },
): Iterable<LineReading> {
  if (text === '' || text.length > CAPTION_MOST) return;
  if (text.length <= LINE_MOST) {
    let order = options;
    let found = findDates(text, order);
    // A date line is one whichever of "05/03" is the day: here the day comes first.
    if (found.length === 0 && order.dayFirst === null && IN_FIGURES.test(text)) {
      order = { dayFirst: true };
      found = findDates(text, order);
    }
    // A bare clock time may head an entry of a live blog.
    const share = found.length > 0 || (hasDigit(text) && /\p{L}{3}/u.test(text)) ? datePartsShare(text, order) : 0;
    if (share >= ALL_DATE) {
      // "Published: …" says itself what it is; a day without a year is a date line, but no date.
      yield {
        role: 'date',
        level: found.length === 0 ? 'likely' : (found[0]?.start ?? 0) >= LABEL_LEAST ? 'labelled' : 'sure',
      };
      return;
    }
    const agency = wholeAgency(text, LISTS);
    if (agency !== null && agency.certainty >= LIKELY) {
      yield { role: 'credit', level: 'sure' };
      return;
    }
    if (wholeDateline(text, LISTS) !== null) {
      yield { role: 'dateline', level: 'sure' };
      return;
    }
    const byline = readByline(text, LISTS, { language });
    // "（责任编辑：周小禾）"
    const isAside = byline?.role === 'editor' && /^[(（[【].*[)）\]】]$/u.test(text);
    const level = byline === null ? null : isAside ? 'sure' : levelOf(byline.certainty);
    if (level !== null) yield { role: 'byline', level };
    else if (share >= MOSTLY_DATE) yield { role: 'date', level: 'likely' };
  }
  const caption = readCaption(text, LISTS);
  const level = caption === null ? null : levelOf(caption.certainty);
  if (caption !== null && level !== null) yield { role: caption.text === '' ? 'credit' : 'caption', level };
}
