import type { GoldArticle, LabelledDocument } from '../../src/accuracy/corpora.js';
import { clean, type ArticleRecord } from '../../src/index.js';

/** Tiny invented documents and records of them, for measures worked out by hand. */

export function labelled(
  id: string,
  lines: readonly (readonly [label: 'keep' | 'drop' | 'meta' | 'either', reason: string, text: string])[],
  meta: Partial<LabelledDocument['meta']> = {},
): LabelledDocument {
  return {
    id,
    lang: 'en',
    url: null,
    lines: lines.map(([l, r, t]) => ({ t, l, r })),
    meta: { headline: null, author: null, datePublished: null, publisher: null, agency: null, ...meta },
  };
}

/** A record as clean() makes them, with fields given by hand. */
export function recordWith(id: string, changes: Partial<ArticleRecord>): ArticleRecord {
  const record = clean('', { rawPath: `${id}.txt`, format: 'text' });
  return { ...record, status: 'accepted', rejection: null, inLanguage: 'en', ...changes };
}

export const day = (value: string): NonNullable<ArticleRecord['datePublished']> => ({
  value,
  precision: 'day',
  from: 'date-line',
  raw: value,
});

/** Ten tokens, then six, then two; a menu of two and a byline of three. */
const BOARD = 'The harbour board met on Tuesday and spoke until midnight.';
const FERRYMAN = 'Nobody had asked the ferryman himself.';

export const DOCUMENTS: readonly (readonly [LabelledDocument, ArticleRecord | null])[] = [
  // Right but for an advertisement that was left in.
  [
    labelled(
      'left',
      [
        ['drop', 'navigation', 'Home News'],
        ['meta', 'byline', 'By Ida Brannigan'],
        ['keep', '', BOARD],
        ['keep', '', FERRYMAN],
        ['drop', 'advertisement', 'Buy tar'],
      ],
      { headline: 'Tar doubles', author: ['Ida Brannigan'], datePublished: '2031-05-03' },
    ),
    recordWith('left', {
      text: `${BOARD}\n\n${FERRYMAN}\n\nBuy tar`,
      headline: 'TAR doubles!',
      authors: ['Ida Brannigan'],
      datePublished: day('2031-05-03T17:45'),
    }),
  ],
  // One paragraph lost, one cut by its last two tokens, a byline in the text and an author of nobody.
  [
    labelled('lost', [
      ['meta', 'byline', 'By Ida Brannigan'],
      ['keep', '', BOARD],
      ['either', '', 'More soon'],
      ['keep', '', FERRYMAN],
    ]),
    recordWith('lost', {
      text: 'By Ida Brannigan\n\nThe harbour board met on Tuesday and spoke',
      authors: ['Ida Brannigan'],
      inLanguage: 'de-AT',
    }),
  ],
  // The later copy kept in place of the first.
  [
    labelled('copy', [
      ['keep', '', BOARD],
      ['keep', '', FERRYMAN],
      ['drop', 'duplicate', BOARD],
    ]),
    recordWith('copy', { text: `${FERRYMAN}\n\n${BOARD}` }),
  ],
  // Words that stand nowhere, entities and wide letters.
  [
    labelled('invented', [
      ['keep', '', 'Fish &amp; chips for ＴＥＮ'],
      ['keep', '', '渡し船が'],
    ]),
    recordWith('invented', { text: 'Fish & chips for ten\n\n渡し船が 運航', inLanguage: 'en-GB' }),
  ],
  // No record at all.
  [labelled('missing', [['keep', '', BOARD]], { headline: 'Tar doubles' }), null],
];

export const PAGES: readonly (readonly [GoldArticle, ArticleRecord | null])[] = [
  [
    {
      id: 'exact',
      text: 'a b c d e',
      title: 'Tar “doubles”',
      authors: ['Ida Brannigan', 'Tom Okoro'],
      date: '2031-05-03',
      language: 'no',
      with: ['b c'],
      without: ['x'],
    },
    recordWith('exact', {
      text: 'a b c d e',
      headline: 'tar "doubles"',
      authors: ['tom okoro and Ida Brannigan'],
      datePublished: day('2031-05-03'),
      inLanguage: 'nb',
    }),
  ],
  [
    {
      id: 'longer',
      text: 'a b c d e f',
      title: 'Tar doubles',
      authors: 'Ida Brannigan',
      date: '2031-05-03T23:30:00-05:00',
      with: ['a  b', 'y z'],
      without: ['x y', 'q'],
    },
    recordWith('longer', {
      text: 'a b c d e f\n\nx y',
      headline: 'Tar doubles | The Courier',
      authors: ['Ida Brannigan', 'Tom Okoro'],
      datePublished: day('2031-05-04'),
    }),
  ],
  [
    {
      id: 'alternative',
      text: 'something else entirely different here',
      alts: ['p q r s t'],
      date: null,
      authors: null,
    },
    recordWith('alternative', { text: 'p q r s t', authors: ['Ida Brannigan'], datePublished: day('2031-05-03') }),
  ],
  [
    { id: 'empty', text: '渡し船の運航を再開した。' },
    recordWith('empty', { text: '', status: 'rejected', rejection: { reason: 'not-an-article', detail: '' } }),
  ],
  [{ id: 'missing', text: 'a b c d e' }, null],
  [{ id: 'refused', not_article: true }, recordWith('refused', { status: 'review' })],
  [{ id: 'taken', not_article: true }, recordWith('taken', { text: 'a b c' })],
];
