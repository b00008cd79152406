import type { Correction } from '../../core/decision.js';
import type { ArticleRecord } from '../../core/record.js';
import { normalize } from '../../core/text.js';
import type { DateValue } from '../../core/types.js';

export type Fields = Pick<ArticleRecord, 'headline' | 'authors' | 'datePublished' | 'dateModified'>;

/** The fields as people corrected them: of several corrections of a field the last. */
export function correct(fields: Fields, corrections: readonly Correction[]): Fields {
  let { headline, authors, datePublished, dateModified } = fields;
  for (const correction of corrections) {
    if (correction.field === 'headline') headline = correction.value === null ? null : clear(correction.value) || null;
    else if (correction.field === 'authors') authors = correction.value.flatMap((name) => clear(name) || []);
    else datePublished = correction.value === null ? null : dateOf(correction.value);
  }
  if (dateModified?.value === datePublished?.value) dateModified = null;
  return { headline, authors, datePublished, dateModified };
}

/** As all text in records: on one line, and no half of a character. */
const clear = (text: string): string => normalize(text.replace(/\p{Cs}/gu, ''));

function dateOf(value: string): DateValue {
  const [, time] = value.split('T');
  const precision = time === undefined ? 'day' : /^\d\d:\d\d:\d\d/.test(time) ? 'second' : 'minute';
  return { value, precision, from: 'decision', raw: value };
}
